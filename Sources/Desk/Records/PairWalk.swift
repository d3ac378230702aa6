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
    guard try await pairRun(of: agency).finishedOn != now.civilDate,
      try await Leases.hold(
        lease, by: holder, seconds: Desk.pairLeaseSeconds, at: now, on: database)
    else { return false }
    let run = try await pairRun(of: agency)
    guard run.finishedOn != now.civilDate else { return false }
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
    let twins = try await noted(found, of: agency, at: now)
    return try await database.write { transaction in
      // Records that were merged or split since are compared again.
      guard try RecordMoves.count(touching: twins.records, in: transaction) == twins.moves else {
        return true
      }
      for (pair, last) in twins.pairs {
        _ = try RecordPairs.note(pair, lastDocuments: last, of: agency, in: transaction)
      }
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

  private func pairRun(of agency: AgencyID) async throws -> RecordPairRun {
    try await database.look { try RecordPairRun.stored(of: agency, in: $0) }
  }

  /// What there is to note of records that may be of one person; read outside of the transaction
  /// that notes it, because everybody who writes waits for that.
  private func noted(
    _ found: [Twin: Int32], of agency: AgencyID, at now: Instant
  ) async throws -> NotedTwins {
    let ids = Set(found.keys.flatMap { [$0.low, $0.high] }).sorted()
    return try await database.read { connection in
      var noted = NotedTwins(
        records: ids, moves: try RecordMoves.count(touching: ids, in: connection))
      let records = try JudicialRecords.records(ids, of: agency, in: connection)
      let latest = Dictionary(
        records.compactMap { record in record.documents.last.map { (record.id, $0.id) } },
        uniquingKeysWith: { first, _ in first })
      for (twin, weight) in found.sorted(by: { $0.key < $1.key }) {
        // Merged since they were compared.
        guard let low = latest[twin.low], let high = latest[twin.high] else { continue }
        let pair = RecordPair(low: twin.low, high: twin.high, weight: weight, foundAt: now)
        noted.pairs.append((pair, (low, high)))
      }
      return noted
    }
  }
}

/// Two records, the lower number first.
private struct Twin: Hashable, Comparable, Sendable {
  let low: RecordID
  let high: RecordID

  init(_ one: RecordID, _ other: RecordID) {
    low = min(one, other)
    high = max(one, other)
  }

  static func < (left: Twin, right: Twin) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }
}

/// Pairs with the last document of either record, and how often records of theirs had moved.
private struct NotedTwins: Sendable {
  let records: [RecordID]
  let moves: Int
  var pairs: [(pair: RecordPair, last: (DocumentID, DocumentID))] = []
}
