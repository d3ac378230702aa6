import Foundation
import Vocabulary

/// One officer at a browser: reads the queue, opens a case, acts, and takes the next.
final class OfficerAtWork {
  /// What this officer does.
  enum Duty: String, CaseIterable {
    case intake, assessor, leader
  }

  private let duty: Duty
  private let browser: LoopbackBrowser
  private let account: InventedOffice.Account
  private let port: Int
  private let cases: CasesAtHand
  private let seen: Observations
  private var sinceLook = 0
  private var searchForm: PageForm?

  /// Before an officer with nothing to do looks at the queue again.
  private static let idleMicroseconds: UInt32 = 800_000

  init(
    _ account: InventedOffice.Account, number: Int, _ place: InventedOffice, _ cases: CasesAtHand,
    _ seen: Observations
  ) {
    self.duty = account.duty
    self.account = account
    // Officers' addresses lie apart from citizens'.
    self.browser = LoopbackBrowser(number: 0x3E_0000 + number)
    self.port = place.port
    self.cases = cases
    self.seen = seen
  }

  func signIn() throws(Fault) {
    let page = try browser.get(place("/office/sign-in"))
    guard let form = page.text.forms(to: "/office/sign-in").first else {
      throw seen.unexpected("no form at /office/sign-in")
    }
    let asked = try browser.post(
      place("/office/sign-in"),
      form.filled([
        FormPair("username", account.username), FormPair("password", account.password),
      ]))
    guard let second = asked.text.forms(to: "/office/sign-in/code").first else {
      throw seen.unexpected("no form at /office/sign-in/code", status: asked.status)
    }
    let home = try browser.post(
      place("/office/sign-in/code"),
      second.filled([FormPair("code", account.codes.fresh())]))
    guard home.place.path == "/office", home.status == 200 else {
      throw seen.unexpected("an officer could not sign in", status: home.status)
    }
  }

  /// One page, whatever is on it.
  func open(_ target: String) throws(Fault) -> LoopbackBrowser.Page {
    let page = try browser.get(place(target))
    guard page.status == 200 else {
      throw seen.unexpected("\(page.status) at \(page.place.route)", status: page.status)
    }
    return page
  }

  /// What the queue's own search finds.
  func search(for sought: String) throws(Fault) -> LoopbackBrowser.Page {
    if searchForm == nil { searchForm = try open("/office").text.forms(to: "/search").first }
    guard let form = searchForm else {
      throw seen.unexpected("no form to search at /office")
    }
    let page = try browser.post(
      place(form.action), form.filled([FormPair("sought", sought)]))
    guard page.status == 200, page.text.contains("/office/cases/") else {
      throw seen.unexpected("a case was not found", status: page.status)
    }
    return page
  }

  /// Works until told to stop.
  func work(while goesOn: () -> Bool) {
    while goesOn() {
      do throws(Fault) {
        let worked = try round()
        if !worked { usleep(Self.idleMicroseconds) }
      } catch {
        seen.note(error)
        usleep(300_000)
      }
    }
  }

  /// One look at the queue, and the cases on it that no colleague has taken. False for none.
  private func round() throws(Fault) -> Bool {
    var worked = false
    var next: String? = "/office"
    while let target = next, !worked {
      let page = try seen.click(.queue) { () throws(Fault) in try browser.get(place(target)) }
      for id in ready(on: page.text) where cases.take(id, for: duty) {
        worked = true
        do throws(Fault) {
          cases.lay(aside: id, for: duty, isDone: try act(on: id))
        } catch {
          seen.note(error)
          cases.lay(aside: id, for: duty, isDone: false)
        }
      }
      next = page.text.next
    }
    sinceLook += 1
    if duty != .intake, !worked || sinceLook > 5 {
      sinceLook = 0
      try decidePersons()
    }
    return worked
  }

  /// Ids of the queue's lines that can be done now: of those in assessment, where every body has
  /// answered.
  private func ready(on page: PageText) -> [String] {
    page.parts(from: "<tr><th scope=\"row\">", to: "</tr>").compactMap { row in
      guard let target = row.value(after: "href=\"/office/cases/") else { return nil }
      let isWaiting = ["0/2", "1/2"].contains { row.contains(">\($0)<") }
      return isWaiting ? nil : String(target.prefix(26))
    }
  }

  /// Opens one case and does what this officer does. False where it could not be done yet.
  func act(on id: String) throws(Fault) -> Bool {
    switch duty {
    case .intake:
      try act(on: id, .acceptLook, .accept, to: "/acceptance", [], leadsTo: "inAssessment")
    case .assessor:
      try act(
        on: id, .assessLook, .assess, to: "/assessment",
        [
          FormPair("pendingActs", ""), FormPair("grounds", ""), FormPair("action", "file"),
        ], leadsTo: "assessed")
    case .leader:
      try act(
        on: id, .decideLook, .decide, to: "/decision", [FormPair("verdict", "approve")],
        leadsTo: "approved")
    }
  }

  private func act(
    on id: String, _ look: LoadStep, _ step: LoadStep, to part: String, _ typed: [FormPair],
    leadsTo state: String
  ) throws(Fault) -> Bool {
    let target = place("/office/cases/\(id)")
    let page = try seen.click(look) { () throws(Fault) in try browser.get(target) }
    guard let form = page.text.forms(to: part).first,
      let action = LoopbackPlace(form.action, from: target)
    else {
      seen.change { $0.tooLate += 1 }
      return true
    }
    var done = try seen.click(step, expecting: [200, 403, 409, 422]) { () throws(Fault) in
      try browser.post(action, form.filled(typed))
    }
    // A leader's code is ten minutes old: the page asks for a fresh one and goes on.
    if let asks = done.text.forms(to: part).first, done.text.contains("data-step-up") {
      let code = FormPair("stepUpCode", account.codes.fresh())
      done = try seen.click(step, expecting: [200, 409, 422]) { () throws(Fault) in
        try browser.post(action, asks.filled([code]))
      }
    }
    guard done.status == 200 else { return false }
    if duty == .leader { cases.approved(id) }
    return true
  }

  /// Decides on every candidate that waits for this officer: nobody who applies here is in the
  /// register, so it is always another person.
  private func decidePersons() throws(Fault) {
    let list = try seen.click(.person) { () throws(Fault) in
      try browser.get(place("/office/persons"))
    }
    for row in list.text.parts(from: "<tr><th scope=\"row\">", to: "</tr>") {
      guard let target = row.value(after: "href=\"") else { continue }
      var page = try seen.click(.person) { () throws(Fault) in try browser.get(place(target)) }
      while let form = page.text.forms(to: "/person/decision").first,
        let action = LoopbackPlace(form.action, from: page.place)
      {
        page = try seen.click(.person, expecting: [200, 409, 422]) { () throws(Fault) in
          try browser.post(
            action,
            form.filled([
              FormPair("verdict", "other"), FormPair("reason", "Khác ngày sinh và cha mẹ."),
            ]))
        }
        seen.change { $0.personsDecided += 1 }
        if page.status != 200 { break }
      }
    }
  }

  private func place(_ target: String) -> LoopbackPlace {
    LoopbackPlace(port: port, String(target.prefix { $0 != "#" }))
  }
}
