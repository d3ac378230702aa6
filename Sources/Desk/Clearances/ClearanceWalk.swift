import Assessment
import CaseFile
import Law
import Records
package import Store
package import Vocabulary

extension Desk {
  /// For a walk that somebody waits for.
  package static var clearanceBatch: Int { 200 }
  /// Longer than a batch takes; the time after which the walk of a dead worker is taken up.
  static var clearanceLeaseSeconds: Int { 120 }

  /// Walks over the next records of an agency and lists who is cleared by law though nobody
  /// applied, what is lacking to say so, and who owes it (BLHS 2015, Article 70.4).
  ///
  /// One walk a day: records in the order of their numbers, the place kept with what a batch
  /// found. Dying halfway loses nothing: the next one goes on from there. Records are read and the
  /// law applied outside of the transaction that stores what was found, because everybody who
  /// writes waits for it. A walk that came to its end is told by one event of the house, with its
  /// figures.
  ///
  /// - Returns: the walk as it stands after this batch; nil where another holds it.
  package func walkClearances(
    of agency: AgencyID, by holder: String, batch limit: Int = Desk.clearanceBatch
  ) async throws -> ClearanceRun? {
    let now = surroundings.now()
    let day = now.civilDate
    let lease = "clearances.\(agency.code)"
    if let run = try await clearanceRun(of: agency, on: day), run.finishedAt != nil { return run }
    let isOurs = try await Leases.hold(
      lease, by: holder, seconds: Desk.clearanceLeaseSeconds, at: now, on: database)
    guard isOurs else { return nil }
    let run = try await beginClearances(of: agency, on: day)
    guard run.finishedAt == nil else { return run }
    let (records, moves) = try await database.read { connection in
      let records = try JudicialRecords.batch(
        after: run.lastRecord.number == 0 ? nil : run.lastRecord, limit: limit,
        of: agency, in: connection)
      return (records, try RecordMoves.count(touching: records.map(\.id), in: connection))
    }
    let rows = records.flatMap { findings(of: $0, on: day) }
    let ids = records.map(\.id)
    return try await database.write { transaction in
      // Who took a batch for longer than the lease may have been overtaken.
      guard try ClearanceRuns.run(on: day, of: agency, in: transaction) == run else { return nil }
      // A record that was merged or split since is read again: an emptied one owes nothing.
      guard try RecordMoves.count(touching: ids, in: transaction) == moves else { return run }
      var run = run
      run.records += ids.count
      run.lacking += rows.count { $0.isLacking }
      run.newlyCleared += try Clearances.replace(rows, of: ids, agency: agency, in: transaction)
      if let last = ids.last { run.lastRecord = last }
      if ids.count < limit {
        run.finishedAt = now
        try Journal.append(
          HouseEntry(
            event: .clearancesListed(
              on: day, records: run.records, newlyCleared: run.newlyCleared,
              lacking: run.lacking),
            caseID: nil, seq: nil, agency: agency, actor: .system("worker"), at: now),
          in: transaction)
        try Leases.release(lease, by: holder, in: transaction)
      }
      try ClearanceRuns.save(run, of: agency, in: transaction)
      return run
    }
  }

  private func clearanceRun(of agency: AgencyID, on day: CivilDate) async throws -> ClearanceRun? {
    try await database.look { try ClearanceRuns.run(on: day, of: agency, in: $0) }
  }

  private func beginClearances(of agency: AgencyID, on day: CivilDate) async throws -> ClearanceRun
  {
    if let run = try await clearanceRun(of: agency, on: day) { return run }
    return try await database.write { transaction in
      try ClearanceRuns.begun(on: day, of: agency, in: transaction)
    }
  }
}

extension ClearanceRow {
  fileprivate var isLacking: Bool {
    switch found {
    case .cleared: false
    case .lacking: true
    }
  }
}

/// What one record says on a day: its convictions that time has cleared, and what is lacking.
func findings(of record: JudicialRecord, on day: CivilDate) -> [ClearanceRow] {
  let reading = record.lawReading
  var rows = reading.gaps.map { gap in
    ClearanceRow(
      record: record.id, conviction: gap.judgment?.description ?? "",
      found: .lacking(gap.what.name, holder: gap.holder.rawValue), notedOn: day)
  }
  if let born = reading.bornOn { rows += concluded(record, bornOn: born, on: day) }
  var seen: Set<String> = []
  return rows.filter { seen.insert("\($0.conviction) \($0.found)").inserted }
}

private func concluded(
  _ record: JudicialRecord, bornOn: CivilDate, on day: CivilDate
) -> [ClearanceRow] {
  let found = HeldRecord(record).found(with: AssessorsWork(), taken: [])
  let run: ExpungementRun
  do {
    run = try conclude(found, bornOn: bornOn, on: day)
  } catch {
    return [
      ClearanceRow(
        record: record.id, conviction: "", found: .lacking("facts", holder: "court"),
        notedOn: day)
    ]
  }
  var rows: [ClearanceRow] = []
  for (place, conclusion) in run.answer.convictions.enumerated() {
    let conviction = run.history.convictions[place]
    let isDecided = [conviction.courtExpungedOn, conviction.generalAmnestyOn].contains {
      $0.map { $0 <= day } ?? false
    }
    if conclusion.status == .expunged, let from = conclusion.from, !isDecided {
      rows.append(
        ClearanceRow(
          record: record.id, conviction: conclusion.id, found: .cleared(from: from),
          notedOn: day))
    }
    guard conclusion.status == .needsVerification else { continue }
    for fact in run.missing(about: place) {
      guard let part = FactPart(fact.part),
        let owner = fact.conviction.map({ run.history.convictions[$0] })
      else { continue }
      rows.append(
        ClearanceRow(
          record: record.id, conviction: owner.id,
          found: .lacking(part.text, holder: FactHolder.of(part, in: owner).rawValue),
          notedOn: day))
    }
  }
  return rows
}

extension RecordGap.What {
  /// A short stable name, for the index and for words.
  var name: String {
    switch self {
    case .birthDay: "birthDay"
    case .judgmentDay: "judgmentDay"
    case .effectiveDay: "effectiveDay"
    case .offenceDay: "offenceDay"
    case .offenceProvision: "offenceProvision"
    case .penaltyKind: "penaltyKind"
    case .penaltyTerm: "penaltyTerm"
    case .supplementary: "supplementary"
    case .openQuestion: "openQuestion"
    }
  }
}
