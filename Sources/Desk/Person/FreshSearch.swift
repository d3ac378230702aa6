import Assessment
import CaseFile
import Crypto
import Intake
import Logging
import Records
import Store
import Vocabulary

/// A search of the register for the applicant of a case, made before the transaction that files it.
struct FreshSearch: Sendable {
  let search: CaseSearch
  let payload: SearchedPerson
  /// What the case knew when it was made.
  let basis: Identification
  /// The latest document of any register when it began.
  let lastDocument: Int64
}

extension Desk {
  /// Searches the register of the case's agency for its applicant.
  ///
  /// - Throws: `Fault` where the register cannot be searched whole: that is never "clear".
  func search(for facts: CaseFacts) async throws -> FreshSearch {
    let declaration = try facts.lodged().declaration
    // Who applies for another is not the applicant.
    let isOwn = declaration.representative == nil
    let known = try await database.read { connection in
      (
        identity: isOwn
          ? try Citizens.row(facts.lodging.citizen, in: connection)?.nationalID.digits : nil,
        last: try LatestDocument.number(in: connection)
      )
    }
    let sought = SoughtPerson(declaration, numbers: [known.identity].compactMap { $0 })
    let found = try await finder.find(sought, of: facts.agency)
    let applicant = ComparedPerson(declaration, identity: known.identity)
    return try await database.read { connection in
      let listing = try CandidateListing(applicant, of: facts, in: connection)
      var list = try listing.entries(of: found)
      let listed = Set(list.map(\.pair.record))
      list += try listing.carried(beside: listed)
      return FreshSearch(
        search: CaseSearch(
          register: found.registerVersion.description, weights: found.weightsVersion,
          entries: found.entries, compared: found.compared, review: found.thresholds.review,
          match: found.thresholds.match, isCapped: found.isCapped,
          candidates: list.map(\.candidate)),
        payload: SearchedPerson(applicant: applicant, pairs: list.map(\.pair)),
        basis: facts.history.person, lastDocument: known.last)
    }
  }

  /// The same for an officer's act. Another agency's case is a missing one.
  func search(
    for id: CaseID, by officer: ActingOfficer, as roles: Role...
  ) async throws -> FreshSearch {
    let facts = try await facts(of: id)
    guard facts.agency == officer.agency else { throw Refused.notFound }
    if let first = roles.first, officer.roles.isDisjoint(with: roles) {
      throw Refused.roleMissing(first)
    }
    return try await search(for: facts)
  }

  /// An application is taken in whether or not the register can be searched at this moment; it is
  /// concluded only once it was.
  func searchAtAcceptance(_ id: CaseID) async throws -> FreshSearch? {
    let facts = try await facts(of: id)
    do {
      return try await search(for: facts)
    } catch let fault as Fault {
      log.warning(
        "The register could not be searched at acceptance", metadata: ["cause": "\(fault)"])
      return nil
    }
  }
}

/// Makes candidates of records: what is compared, whether it has changed, and what is remembered.
struct CandidateListing {
  private let applicant: ComparedPerson
  private let facts: CaseFacts
  private let connection: Connection
  private let remembered: [PersonDecisionRow]

  struct Entry: Sendable {
    var candidate: SearchedCandidate
    var pair: ComparedPair
  }

  init(
    _ applicant: ComparedPerson, of facts: CaseFacts, in connection: Connection
  ) throws {
    self.applicant = applicant
    self.facts = facts
    self.connection = connection
    self.remembered = try PersonDecisions.of(
      facts.lodging.citizen, agency: facts.agency, in: connection)
  }

  /// Whom a search found.
  ///
  /// - Throws: `Fault` where one's record was merged since. Left out, he would make the answer
  ///   "clear" though somebody was found.
  func entries(of found: PersonSearch) throws -> [Entry] {
    let records = try JudicialRecords.records(
      found.candidates.map(\.record), of: facts.agency, in: connection)
    return try found.candidates.map { candidate in
      guard let record = records.first(where: { $0.id == candidate.record }) else {
        throw Fault.mergedMeanwhile
      }
      return try entry(
        record, outcome: candidate.outcome == .match ? .match : .review,
        weight: candidate.weight, weights: PairWeights(candidate.explanation),
        isForTwo: found.isCapped)
    }
  }

  /// Nil where the agency keeps no such record.
  func entry(
    _ id: RecordID, outcome: SearchedCandidate.Outcome, weight: Int32?, weights: PairWeights?
  ) throws -> Entry? {
    try JudicialRecords.record(id, of: facts.agency, in: connection).map {
      try entry($0, outcome: outcome, weight: weight, weights: weights)
    }
  }

  private func entry(
    _ record: JudicialRecord, outcome: SearchedCandidate.Outcome, weight: Int32?,
    weights: PairWeights?, isForTwo: Bool = false
  ) throws -> Entry {
    let entry = ComparedPerson(record.identity)
    let digest = pairDigest(applicant, entry)
    let memory = try memory(of: record, digest)
    return Entry(
      candidate: SearchedCandidate(
        record: record.id, edition: edition(of: record.id, digest), outcome: outcome,
        weight: weight, isDrawn: isForTwo || isDrawn(digest),
        remembered: memory.map {
          RememberedDecision(
            caseID: $0.caseID, verdict: $0.isSame ? .same : .other, decidedAt: $0.decidedAt,
            record: $0.record == record.id ? nil : $0.record)
        }),
      pair: ComparedPair(record: record.id, entry: entry, digest: digest, weights: weights))
  }

  /// What an earlier case decided on this pair, of records that became one since too; nil where
  /// such decisions contradict each other.
  private func memory(of record: JudicialRecord, _ digest: String) throws -> PersonDecisionRow? {
    guard !remembered.isEmpty else { return nil }
    let isMerged = try RecordMoves.touching(record.id, of: facts.agency, in: connection)
      .contains {
        $0.kind == .merge && $0.target == record.id && $0.decision?.verdict == .confirmed
      }
    let rows = try remembered.filter { row in
      guard row.caseID != facts.id else { return false }
      if row.record == record.id, row.digest == digest { return true }
      return isMerged ? try outlives(row, in: record) : false
    }
    guard Set(rows.map(\.isSame)).count == 1 else { return nil }
    return rows.max { $0.decidedAt < $1.decidedAt }
  }

  /// Whether a decision on a record holds for the one into which it was merged, or into which
  /// another was: two officers said that they are one person's. The applicant and the record are
  /// as they were compared, all its documents are in this record, and of the person nothing is
  /// known that was not known then.
  private func outlives(_ row: PersonDecisionRow, in record: JudicialRecord) throws -> Bool {
    if row.record != record.id {
      let successor = try RecordMoves.successor(of: row.record, in: connection)
      guard successor == record.id else { return false }
    }
    guard
      let then = try JudicialRecords.record(
        row.record, of: facts.agency, asOf: row.decidedAt, in: connection),
      pairDigest(applicant, ComparedPerson(then.identity)) == row.digest,
      Set(then.documents.map(\.id)).isSubset(of: record.documents.map(\.id))
    else { return false }
    return person(of: record) { $0.filedAt <= row.decidedAt } == person(of: record) { _ in true }
  }

  private func person(
    of record: JudicialRecord, by isKnown: (FiledDocument) -> Bool
  ) -> ComparedPerson {
    ComparedPerson(
      RecordFold.record(
        record.id, of: record.agency, documents: record.documents.filter(isKnown)
      ).identity)
  }

  /// Those that an officer added, and those that were decided to be the applicant's: a search that
  /// does not find them any more does not undo what people did.
  ///
  /// Where such a record was merged since, its documents are in another, on which nobody has
  /// decided in this case: two officers do so, as two did before.
  func carried(beside listed: Set<RecordID>) throws -> [Entry] {
    var listed = listed
    var entries: [Entry] = []
    var emptied: [RecordID] = []
    for old in facts.history.person.candidates where !listed.contains(old.found.record) {
      let found = old.found
      guard found.outcome == .byHand || old.standing == .decided(.same) else { continue }
      let pair = facts.searched?.pairs.first { $0.record == found.record }
      let entry = try entry(
        found.record, outcome: found.outcome, weight: found.weight, weights: pair?.weights)
      if let entry {
        entries.append(entry)
        listed.insert(found.record)
      } else {
        emptied.append(found.record)
      }
    }
    for record in emptied {
      let holders = try RecordMoves.successors(of: record, in: connection)
      guard !holders.isEmpty else { throw Fault.mergedMeanwhile }
      for holder in try JudicialRecords.records(holders, of: facts.agency, in: connection)
      where listed.insert(holder.id).inserted {
        entries.append(
          try entry(holder, outcome: .byHand, weight: nil, weights: nil, isForTwo: true))
      }
    }
    return entries
  }

  /// The same number as long as neither side's data change within the case.
  private func edition(of record: RecordID, _ digest: String) -> Int {
    guard
      let old = facts.history.person.candidates.first(where: { $0.found.record == record })
    else { return 1 }
    let pair = facts.searched?.pairs.first { $0.record == record }
    return pair?.digest == digest ? old.found.edition : old.found.edition + 1
  }
}

/// Over both sides as they were compared: another wherever either has changed.
func pairDigest(_ applicant: ComparedPerson, _ entry: ComparedPerson) -> String {
  hex(Array(SHA256.hash(data: Array("\(applicant.line)\u{1D}\(entry.line)".utf8))))
}

/// One pair in four is looked at by two, whatever the first says. Nobody can tell which: so being
/// asked second does not betray what the first said.
private func isDrawn(_ digest: String) -> Bool {
  digest.first.map { "0123".contains($0) } ?? true
}

extension PairWeights {
  init(_ explanation: MatchExplanation) {
    self.init(
      start: explanation.start,
      items: explanation.items.map { Item(name: $0.field.name, weight: $0.weight) },
      levels: explanation.levels.names,
      rival: explanation.rival.map { Item(name: $0.rival.name, weight: $0.weight) })
  }
}

extension Fault {
  /// Nobody who was found is left out: that would make the answer "clear".
  fileprivate static let mergedMeanwhile = Fault(
    "searching the register", cause: "a record was merged meanwhile", retry: .later)
}
