import CaseFile
import Logging
import Outside
import Store
package import Vocabulary

extension Desk {
  /// Fetches what the gateway says of a day and compares it with the books. What somebody has
  /// settled of an earlier file of that day stands, and then the file is not replaced.
  package func fetchSettlement(of day: CivilDate, by officer: ActingOfficer) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    let now = surroundings.now()
    guard day <= now.civilDate else { throw Refused.answerAhead }
    let file: SettlementFile
    do {
      file = try await outside.paymentAPI.settlement(
        of: day, requestID: surroundings.newToken(byteCount: 15), now: now)
    } catch {
      log.warning(
        "A settlement could not be taken", metadata: ["cause": "\(error.cause)"])
      throw Refused.settlementUnusable
    }
    let entries = file.lines.map {
      SettlementEntry(
        flow: $0.flow, reference: $0.reference, number: $0.number, amount: $0.amount)
    }
    let agency = officer.agency
    try await database.write { transaction in
      guard
        try Settlements.file(
          entries, digest: file.digest, of: day, at: agency, now: now, in: transaction)
      else { throw Refused.settlementSettled }
      let found = try comparison(of: entries, on: day, at: agency, in: transaction).differences
      try Settlements.note(found, of: day, at: agency, in: transaction)
      try tell(
        .settlementFiled(day: day, digest: file.digest, differences: found.count), reason: nil,
        by: officer, at: now, in: transaction)
    }
  }

  /// An accountant has found out why: the reason is kept in the journal.
  package func settleDifference(
    _ number: Int, of day: CivilDate, reason: String, by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    try await database.write { transaction in
      guard
        try Settlements.settle(
          number, of: day, at: officer.agency, by: officer.id, now: now, in: transaction)
      else { throw Refused.stale }
      try tell(
        .differenceSettled(day: day, number: number), reason: reason, by: officer, at: now,
        in: transaction)
    }
  }
}

private func comparison(
  of entries: [SettlementEntry], on day: CivilDate, at agency: AgencyID,
  in connection: Connection
) throws -> SettlementComparison {
  var books: [String: SettlementComparison.Books] = [:]
  var elsewhere: Set<String> = []
  var asked: Set<String> = []
  // The file and the books name the same movements: each is asked about once.
  func lookElsewhere(_ flow: MoneyFlow, _ reference: String) throws {
    let key = SettlementComparison.key(flow, reference)
    guard asked.insert(key).inserted else { return }
    if try Settlements.isTold(reference, flow, at: agency, besides: day, in: connection) {
      elsewhere.insert(key)
    }
  }
  for entry in entries {
    try lookElsewhere(entry.flow, entry.reference)
    guard books[entry.reference] == nil else { continue }
    books[entry.reference] = try known(entry.reference, at: agency, in: connection)
  }
  let received = try Payments.booked(at: agency, in: day.hours, connection)
  let givenBack = try Refunds.booked(at: agency, in: day.hours, connection)
  for one in received { try lookElsewhere(.payment, one.reference) }
  for one in givenBack { try lookElsewhere(.refund, one.reference) }
  return SettlementComparison(
    entries: entries, books: books, toldElsewhere: elsewhere, received: received,
    givenBack: givenBack)
}

private func known(
  _ reference: String, at agency: AgencyID, in connection: Connection
) throws -> SettlementComparison.Books {
  guard let row = try Payments.row(reference: reference, in: connection), row.agency == agency
  else { return .init() }
  let isReceived = [.paid, .surplus, .disputed].contains(row.state)
  let refund = try Refunds.row(row.id, in: connection)
  return .init(
    received: isReceived ? row.amount : nil,
    givenBack: refund?.state == .done ? refund?.amount : nil)
}

extension CivilDate {
  /// From its first moment to that of the next day.
  var hours: Range<Instant> {
    Instant(self, hour: 0, minute: 0)..<Instant(adding(days: 1), hour: 0, minute: 0)
  }
}
