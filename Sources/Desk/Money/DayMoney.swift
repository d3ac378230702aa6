import CaseFile
import Store
package import Vocabulary
import Words

extension Desk {
  private static var bookPage: Int { 50 }

  /// A day's takings, the gateway's word on them, and the tills: what an accountant works with.
  package func dayMoney(
    of day: CivilDate, after key: DayBookKey?, by officer: ActingOfficer
  ) async throws -> DayMoneyView {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    let agency = officer.agency
    let fetching = agency == home ? settlements : nil
    return try await database.read { connection in
      let moves = try Ledger.movements(of: agency, in: day.hours, connection)
      let book = try Ledger.dayBook(
        of: agency, in: day.hours, after: key.map { ($0.at, $0.id) }, limit: Desk.bookPage + 1,
        connection)
      let differences = try Settlements.differences(
        of: day, at: agency, limit: 1000, in: connection)
      let open = try Settlements.differences(of: nil, at: agency, limit: 200, in: connection)
      var names = ActorNames(in: connection)
      func named(_ row: DifferenceRow) throws -> DifferenceView {
        DifferenceView(row, name: try row.settledBy.flatMap { try names.name(of: $0) })
      }
      return DayMoneyView(
        day: day, channels: PaymentChannel.allCases.map { ChannelTakings($0, moves) },
        settlement: try Settlements.row(of: day, at: agency, in: connection)
          .map { SettlementView($0) },
        fetching: try fetching?.standing(in: connection),
        differences: try differences.map(named),
        older: try open.filter { $0.day != day }.map(named),
        tills: try Tills.open(at: agency, limit: 200, in: connection).map { row in
          var till = TillView(row, name: try names.name(of: row.key.officer) ?? "")
          till.canReceive = row.counted != nil && row.key.isAnothers(than: officer)
          return till
        },
        book: book.prefix(Desk.bookPage).map { DayBookLine($0) },
        next: book.count > Desk.bookPage
          ? book.dropLast().last.map { DayBookKey(at: $0.at, id: $0.id) } : nil)
    }
  }

  /// The book of a period for a spreadsheet, written while it is read.
  package func dayBookTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    guard from <= to, to.dayNumber - from.dayNumber <= 366 else { throw Refused.periodTooLong }
    let period = from.hours.lowerBound..<to.hours.upperBound
    try await write(SpreadsheetLine.mark + SpreadsheetLine(MoneyWords.bookHead).text)
    var key: (at: Instant, id: Int64)?
    while true {
      let after = key
      let rows = try await database.read { connection in
        try Ledger.dayBook(
          of: officer.agency, in: period, after: after, limit: 500, connection)
      }
      let lines = rows.map { row in
        SpreadsheetLine([
          row.at.civilDate.iso, row.at.vietnamese, row.caseNumber ?? "", row.reference ?? "",
          row.receipt ?? "", MoneyWords.words(row.debit, in: .vietnamese),
          MoneyWords.words(row.credit, in: .vietnamese), "\(row.amount.amount)",
        ]).text
      }
      if !lines.isEmpty { try await write(lines.joined()) }
      guard let last = rows.last, rows.count == 500 else { return }
      key = (last.at, last.id)
    }
  }
}

extension ChannelTakings {
  fileprivate init(_ channel: PaymentChannel, _ moves: [AccountMovement]) {
    let account: LedgerAccount =
      switch channel {
      case .online: .gateway
      case .counter: .cash
      case .post: .post
      }
    let move = moves.first { $0.account == account }
    self.init(channel: channel, taken: move?.debited ?? .zero, given: move?.credited ?? .zero)
  }
}

extension SettlementView {
  fileprivate init(_ row: SettlementRow) {
    self.init(
      fetchedAt: row.fetchedAt, digest: row.digest, lines: row.lines, paid: row.paid,
      refunded: row.refunded)
  }
}

extension DifferenceView {
  fileprivate init(_ row: DifferenceRow, name: String?) {
    self.init(
      day: row.day, number: row.number, digest: row.digest, kind: row.found.kind,
      flow: row.found.flow, reference: row.found.reference, caseNumber: row.caseNumber,
      ours: row.found.ours, theirs: row.found.theirs, settledBy: name)
  }
}

extension DayBookLine {
  fileprivate init(_ row: DayBookRow) {
    self.init(
      at: row.at, caseNumber: row.caseNumber, reference: row.reference, receipt: row.receipt,
      debit: row.debit, credit: row.credit, amount: row.amount)
  }
}
