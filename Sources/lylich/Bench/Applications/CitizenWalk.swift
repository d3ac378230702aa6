import Foundation
import Vocabulary

/// One citizen's way through the portal, click by click, as the pages lead.
final class CitizenWalk {
  let person: InventedApplicant
  private let browser: LoopbackBrowser
  private let portal: Int
  private let identity: Int
  private let seen: Observations
  private var page: LoopbackBrowser.Page?
  private(set) var caseID: String?

  init(_ number: Int, _ place: InventedOffice, _ seen: Observations) throws {
    self.person = try InventedApplicant(number: number)
    self.browser = LoopbackBrowser(number: number)
    self.portal = place.port
    self.identity = place.port + 1
    self.seen = seen
  }

  /// Everything up to the paid fee.
  func apply() throws(Fault) {
    try get(.front, "/")
    try get(.need, "/need?purpose=employment&kind=number1")
    try signIn()
    try submit(.draft, "/drafts", [])
    try declare(.save, pressing: "save")
    try declare(.review, pressing: "review")
    try lodge()
    try pay()
    try comeBack()
    browser.rest()
  }

  /// To the certificate, where it is signed. False while it is not.
  func collect() throws(Fault) -> Bool {
    defer { browser.rest() }
    try get(.collectLook, "/cases/\(caseID ?? "")")
    guard page?.text.forms(to: "/handover").first != nil else { return false }
    try submit(.receive, "/handover", [])
    let place = LoopbackPlace(port: portal, "/cases/\(caseID ?? "")/certificate.pdf")
    let paper = try seen.click(.certificate) { () throws(Fault) in try browser.get(place) }
    guard paper.text.bytes.starts(with: Array("%PDF-".utf8)) else {
      throw seen.unexpected("no PDF at \(place.route)")
    }
    seen.change {
      $0.issuedAt.append(seen.seconds)
      // One in a hundred is examined afterwards, as a stranger would.
      if $0.issuedAt.count % 100 == 1 { $0.certificates.append(paper.text.bytes) }
    }
    return true
  }

  private func get(_ step: LoadStep, _ target: String) throws(Fault) {
    let place = LoopbackPlace(port: portal, target)
    page = try seen.click(step) { () throws(Fault) in try browser.get(place) }
  }

  private func form(to part: String) throws(Fault) -> (PageForm, LoopbackPlace) {
    guard let page, let form = page.text.forms(to: part).first,
      let place = LoopbackPlace(form.action, from: page.place)
    else {
      throw seen.unexpected("no form to \(part) at \(page?.place.route ?? "")")
    }
    return (form, place)
  }

  private func submit(
    _ step: LoadStep, _ part: String, _ typed: [FormPair]
  ) throws(Fault) {
    let (form, place) = try form(to: part)
    page = try seen.click(step) { () throws(Fault) in
      try browser.post(place, form.filled(typed))
    }
  }

  /// The provider's page, which lists everybody, is passed over: the choice is posted at once.
  private func signIn() throws(Fault) {
    try get(.signIn, "/sign-in")
    let (form, place) = try form(to: "/sign-in")
    page = try seen.click(.signIn) { () throws(Fault) in
      let provider = try browser.post(place, form.hidden, leadsTo: identity)
      let choice = FormPair("person", person.nationalID.digits)
      return try browser.post(
        LoopbackPlace(port: identity, "/authorize"), provider.query + [choice])
    }
    guard page?.place.path == "/home" else {
      throw seen.unexpected("signing in led to \(page?.place.route ?? "")")
    }
  }

  private func declare(_ step: LoadStep, pressing button: String) throws(Fault) {
    try submit(step, "/drafts/", person.typed + [FormPair("action", button)])
  }

  private func lodge() throws(Fault) {
    guard page?.text.forms(to: "/lodging").first != nil else {
      throw seen.unexpected("the declaration is lacking")
    }
    try submit(.lodge, "/lodging", [])
    guard let path = page?.place.path, path.hasPrefix("/cases/") else {
      throw seen.unexpected("lodging led to \(page?.place.route ?? "")")
    }
    caseID = String(path.dropFirst("/cases/".count))
    seen.change { $0.lodgedAt.append(seen.seconds) }
  }

  private func pay() throws(Fault) {
    try submit(.pay, "/payment", [])
    try submit(.pay, "/paymentv2/pay", [FormPair("ipn", "normal"), FormPair("act", "00")])
  }

  /// The gateway tells us beside the payer's return; the page says paid once it has.
  private func comeBack() throws(Fault) {
    for _ in 0..<50 {
      try get(.paid, "/cases/\(caseID ?? "")")
      if page?.text.contains("/receipt.pdf") == true { return }
      usleep(200_000)
    }
    throw seen.unexpected("a payment was not confirmed within ten seconds")
  }
}
