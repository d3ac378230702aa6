import Records
import Store
package import Vocabulary

extension Desk {
  static var pairBatch: Int { 25 }
  /// Longer than a batch takes.
  static var pairLeaseSeconds: Int { 30 }

  /// Looks for records of one person: each document that was filed since the last walk is looked
  /// for in the register, as an applicant would be, and never each record beside each other.
  ///
  /// A batch a call, once a day to the end; the place is kept with what the batch found, so dying
  /// halfway loses nothing. Pairs at match are noted for an officer; one that was declined is not
  /// noted again unless a record of it has a newer document.
  ///
  /// - Returns: whether there is more to do today.
  package func walkPairs(of agency: AgencyID, by holder: String) async throws -> Bool {
    let now = surroundings.now()
    let lease = "pairs.\(agency.code)"
    let until = now.adding(seconds: Desk.pairLeaseSeconds)
    let begun = try await database.write { transaction -> RecordPairRun? in
      let run = try RecordPairRun.stored(of: agency, in: transaction)
      guard run.finishedOn != now.civilDate else { return nil }
      let isMine = try Leases.take(lease, by: holder, until: until, at: now, in: transaction)
      return isMine ? run : nil
    }
    guard let run = begun else { return false }
    let changed = try await database.read { connection in
      try RecordPairRun.changed(
        after: run.lastDocument, limit: Desk.pairBatch, of: agency, in: connection)
    }
    var found: [Twin: Int32] = [:]
    if let last = changed.last {
      for record in changed.records {
        let fresh = record.documents.filter { $0.id > run.lastDocument && $0.id <= last }
        try await addTwins(of: record.id, fresh, agency, to: &found)
      }
    }
    let twins = found
    return try await database.write { transaction in
      try note(twins, of: agency, at: now, in: transaction)
      var run = run
      if let last = changed.last { run.lastDocument = last } else { run.finishedOn = now.civilDate }
      try run.save(of: agency, in: transaction)
      if changed.last == nil { try Leases.release(lease, by: holder, in: transaction) }
      return changed.last != nil
    }
  }

  private func addTwins(
    of record: RecordID, _ documents: [FiledDocument], _ agency: AgencyID,
    to found: inout [Twin: Int32]
  ) async throws {
    var asked: [SoughtPerson] = []
    for filed in documents {
      let person = SoughtPerson(filed.document.person)
      guard !asked.contains(person) else { continue }
      asked.append(person)
      let search = try await finder.find(person, of: agency)
      for candidate in search.candidates
      where candidate.outcome == .match && candidate.record != record {
        let twin = Twin(record, candidate.record)
        found[twin] = max(found[twin] ?? candidate.weight, candidate.weight)
      }
    }
  }
}

/// Two records, the lower number first.
private struct Twin: Hashable, Sendable {
  let low: RecordID
  let high: RecordID

  init(_ one: RecordID, _ other: RecordID) {
    low = min(one, other)
    high = max(one, other)
  }
}

private func note(
  _ twins: [Twin: Int32], of agency: AgencyID, at now: Instant, in transaction: Transaction
) throws {
  let records = try JudicialRecords.records(
    Set(twins.keys.flatMap { [$0.low, $0.high] }).sorted(), of: agency, in: transaction)
  let latest = Dictionary(
    records.compactMap { record in record.documents.last.map { (record.id, $0.id) } },
    uniquingKeysWith: { first, _ in first })
  for (twin, weight) in twins.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) })
  {
    // Merged since they were compared.
    guard let low = latest[twin.low], let high = latest[twin.high] else { continue }
    _ = try RecordPairs.note(
      RecordPair(low: twin.low, high: twin.high, weight: weight, foundAt: now),
      lastDocuments: (low, high), of: agency, in: transaction)
  }
}
