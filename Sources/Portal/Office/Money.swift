import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Vocabulary

extension Portal {
  var moneyRoutes: [Route] {
    [
      .officer(.get, "/office/money", money),
      .officer(.get, "/office/money/table.csv", moneyTable),
      .officer(.post, "/office/money/settlement", fetchSettlement),
      .officer(.post, "/office/money/differences", settleDifference),
      .officer(.post, "/office/money/tills", receiveTill),
      .officer(.get, "/office/till", till),
      .officer(.post, "/office/till", takeFee),
      .officer(.post, "/office/till/closing", closeTill),
      .officer(.get, "/office/till/receipts/:id", takenReceipt),
    ]
  }

  /// /office/money?day=2026-11-26: today's where none is asked for.
  @Sendable func money(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let typed = visit.query("day")
    let day = CivilDate(typed: typed)
    return try await moneyPage(
      visit, officer, day: day ?? visit.now.civilDate,
      said: day == nil && !typed.isEmpty ? .unreadable(.day("day")) : nil)
  }

  /// /office/money/table.csv?from=…&to=…: the book, written while it is read.
  @Sendable func moneyTable(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard let from = CivilDate(typed: visit.query("from")),
      let to = CivilDate(typed: visit.query("to"))
    else { throw HTTPRefusal.notFound }
    let desk = desk
    return try await visit.table(name: "money.csv") { write in
      try await desk.dayBookTable(from: from, to: to, by: officer, write: write)
    }
  }

  /// POST …/settlement: asks the gateway what it says of a day.
  @Sendable func fetchSettlement(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await accounting(visit, officer) { day in
      try await desk.fetchSettlement(of: day, by: officer)
    }
  }

  /// POST …/differences: why the two differ.
  @Sendable func settleDifference(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await accounting(visit, officer) { day in
      guard let kind = SettlementDifference(rawValue: visit.form["kind"]),
        let flow = MoneyFlow(rawValue: visit.form["flow"]), let number = Int(visit.form["number"])
      else { throw HTTPRefusal.bodyUnreadable }
      let one = DifferenceMark(
        day: day, number: number, digest: String(visit.form["digest"].prefix(64)), kind: kind,
        flow: flow, reference: String(visit.form["reference"].prefix(100)))
      try await desk.settleDifference(
        one, reason: try visit.words(at: "reason"), by: officer)
    }
  }

  /// POST …/tills: the accountant has counted a till and has it.
  @Sendable func receiveTill(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await accounting(visit, officer) { day in
      guard let holder = OfficerID(visit.form["officer"]),
        let channel = PaymentChannel(rawValue: visit.form["channel"])
      else { throw HTTPRefusal.bodyUnreadable }
      try await desk.receiveTill(of: holder, on: day, channel, by: officer)
    }
  }

  private func accounting(
    _ visit: Visit, _ officer: ActingOfficer, _ act: (CivilDate) async throws -> Void
  ) async throws -> Response {
    guard let day = CivilDate(iso: visit.form["day"]) else { throw HTTPRefusal.bodyUnreadable }
    let shown = CivilDate(iso: visit.form["shown"]) ?? day
    return try await mending {
      try await act(day)
      return visit.seeOther("/office/money?day=\(shown.iso)")
    } again: { said in
      try await moneyPage(visit, officer, day: shown, said: said)
    }
  }

  private func moneyPage(
    _ visit: Visit, _ officer: ActingOfficer, day: CivilDate, said: OfficeSaid?
  ) async throws -> Response {
    var key: DayBookKey?
    if let at = Int64(visit.query("at")), let id = Int64(visit.query("after")) {
      key = DayBookKey(at: Instant(milliseconds: at), id: id)
    }
    let view = try await desk.dayMoney(of: day, after: key, by: officer)
    return try visit.answer(MoneyPage(view, said: said, in: visit), status: said?.status ?? .ok)
  }

  /// /office/till: what an officer took by hand.
  @Sendable func till(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await tillPage(visit, officer, said: nil)
  }

  /// POST /office/till: a fee was taken.
  @Sendable func takeFee(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await mending {
      guard let channel = PaymentChannel(rawValue: visit.form["channel"]) else {
        throw HTTPRefusal.bodyUnreadable
      }
      let reference = try typedText(visit.form, "reference")
      let number = visit.form["number"].trimmingCharacters(in: .whitespaces)
      do {
        _ = try await desk.takeFee(
          ofCase: String(number.prefix(60)), through: channel,
          reference: String(reference.prefix(40)), by: officer)
      } catch Refused.notFound {
        return try await tillPage(visit, officer, said: .refused(.notFound))
      }
      return visit.seeOther("/office/till")
    } again: { said in
      try await tillPage(visit, officer, said: said)
    }
  }

  /// POST /office/till/closing: counted.
  @Sendable func closeTill(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await mending {
      guard let day = CivilDate(iso: visit.form["day"]),
        let channel = PaymentChannel(rawValue: visit.form["channel"])
      else { throw HTTPRefusal.bodyUnreadable }
      let digits = visit.form["counted"].filter { !" .,đ".contains($0) }
      guard let counted = Int(digits), (0...1_000_000_000_000).contains(counted) else {
        throw Unreadable.amount("counted")
      }
      try await desk.closeTill(
        of: day, channel, counted: Dong(counted), reason: try visit.words(at: "reason"),
        by: officer)
      return visit.seeOther("/office/till")
    } again: { said in
      try await tillPage(visit, officer, said: said)
    }
  }

  /// /office/till/receipts/:id
  @Sendable func takenReceipt(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    visit.pdf(try await desk.takenReceipt(visit.id(), by: officer), name: "receipt.pdf")
  }

  private func tillPage(
    _ visit: Visit, _ officer: ActingOfficer, said: OfficeSaid?
  ) async throws -> Response {
    let tills = try await desk.ownTills(of: officer)
    return try visit.answer(TillPage(tills, said: said, in: visit), status: said?.status ?? .ok)
  }
}
