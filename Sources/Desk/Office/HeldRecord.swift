import Assessment
import CaseFile
import Intake
import Law
import Records
import Store
import Vocabulary
import Words

/// What this installation's own judicial record says of the person of a case.
struct HeldRecord {
  /// The record's own mark, or several with a comma between; nil where none is held.
  var record: String?
  /// In which record each judgment stands, by its id.
  var records: [String: RecordID] = [:]
  /// As whom each record knows its person.
  var people: [RecordID: DocumentPerson] = [:]
  var lastDocument: String?
  var judgments: [FoundJudgment] = []
  /// How suppliers' documents cite each judgment, by its id.
  var references: [String: JudgmentReference] = [:]
  var documents: [SupplierDocument] = []
  /// Ids of judgments on which documents contradict each other or that bear no day, or
  /// `ExpungementRun.person`.
  var unsettled: [String] = []
  var bans: [Ban] = []
  /// Bans that no document dates: they cannot be printed, and what would print them must know.
  var undatedBans: [UndatedBan] = []

  static let none = HeldRecord()

  /// Whether a document says this already: the same body, number, judgments and facts.
  func holds(_ document: SupplierDocument) -> Bool {
    documents.contains {
      $0.kind == document.kind && $0.issuer == document.issuer && $0.number == document.number
        && $0.content == document.content
    }
  }

  /// Another record of the same person.
  mutating func add(_ other: HeldRecord) {
    record = [record, other.record].compactMap { $0 }.joined(separator: ",")
    records.merge(other.records) { first, _ in first }
    people.merge(other.people) { first, _ in first }
    lastDocument = [lastDocument, other.lastDocument].compactMap { $0 }
      .max { (Int64($0) ?? 0) < (Int64($1) ?? 0) }
    judgments += other.judgments
    references.merge(other.references) { first, _ in first }
    unsettled = Array(Set(unsettled + other.unsettled)).sorted()
    bans += other.bans
    undatedBans += other.undatedBans
    documents += other.documents
  }

  /// The judgments of the record and the typed ones, with what was taken over on the case.
  func found(with work: AssessorsWork, taken: [TakenFact]) -> Found {
    let recorded = judgments.map { judgment in
      var judgment = judgment
      judgment.overruling = work.overrulings[judgment.id]
      return judgment
    }
    let all = (recorded + work.entered).map { judgment in
      var judgment = judgment
      judgment.facts = judgment.facts?.learning(taken)
      return judgment
    }
    return Found(
      judgments: all, pendingActs: work.pendingActs, unsettled: unsettled,
      ban: work.ban ?? bans.binding, undatedBans: undatedBans,
      answeredBans: work.ban == nil ? [] : undatedBans.map(\.document), grounds: work.grounds)
  }
}

extension HeldRecord {
  init(_ record: JudicialRecord) {
    let reading = record.lawReading
    let facts = Dictionary(
      reading.convictions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.record = record.id.description
    self.lastDocument = record.documents.last?.id.description
    self.documents = record.documents.map(\.document)
    self.judgments = record.judgments.compactMap { recorded in
      Judgment(recorded).map {
        FoundJudgment(
          id: recorded.source.description, facts: facts[recorded.source.description], words: $0,
          origin: .record)
      }
    }
    self.records = Dictionary(
      record.judgments.map { ($0.source.description, record.id) },
      uniquingKeysWith: { first, _ in first })
    let identity = record.identity
    self.people = [
      record.id: DocumentPerson(
        name: identity.name?.value ?? "", born: identity.born?.value,
        numbers: identity.numbers.map(\.value))
    ]
    self.references = Dictionary(
      record.judgments.map { ($0.source.description, $0.reference) },
      uniquingKeysWith: { first, _ in first })
    let shown = Set(judgments.map(\.id))
    let undated = record.judgments.map(\.source.description).filter { !shown.contains($0) }
    self.unsettled =
      Array(Set(reading.gaps.compactMap(HeldRecord.unsettled)))
      .filter { facts[$0] != nil || $0 == ExpungementRun.person }.sorted() + undated
    self.bans = record.bans.compactMap { Ban($0.value) }
    self.undatedBans = record.bans.filter { Ban($0.value) == nil }.map {
      UndatedBan(document: $0.source.description, recorded: $0.value)
    }
  }

  /// What a gap leaves open. The birth day is no gap here: the applicant's own is verified.
  private static func unsettled(_ gap: RecordGap) -> String? {
    if gap.what == .birthDay { return nil }
    return gap.judgment?.description ?? ExpungementRun.person
  }
}

extension [Ban] {
  /// Of several the one that binds longest: a certificate states one, and one that is over must
  /// not stand before another that still holds. Without a last day it binds for good.
  fileprivate var binding: Ban? {
    self.max { left, right in
      guard let first = left.until else { return false }
      guard let second = right.until else { return true }
      return first <= second
    }
  }
}

extension Ban {
  /// Nil where no document gives the day of the decision: such a ban cannot be printed.
  init?(_ recorded: RecordedBan) {
    guard let day = recorded.decidedOn else { return nil }
    self.init(
      decisionNumber: recorded.decisionNumber, decidedOn: day, court: recorded.ban.court,
      office: recorded.ban.office, term: recorded.ban.term, until: recorded.ban.until)
  }
}

/// What this installation's records hold of the person of a case: the records that people decided
/// to be the applicant's, and no other. Several are one person's, whom somebody should merge.
func heldRecord(of facts: CaseFacts, in connection: Connection) throws -> HeldRecord {
  guard facts.history.person.search != nil else {
    return try heldRecord(beforeSearches: facts, in: connection)
  }
  var held = HeldRecord.none
  for id in facts.recordsOfPerson {
    guard let record = try JudicialRecords.record(id, of: facts.agency, in: connection) else {
      continue
    }
    held.add(HeldRecord(record))
  }
  return held
}

/// Findings of the time before the register was searched went by identity numbers alone. They are
/// still replayed; nothing new is concluded this way.
private func heldRecord(
  beforeSearches facts: CaseFacts, in connection: Connection
) throws -> HeldRecord {
  guard facts.lastAssessment != nil else { return .none }
  let paper = try facts.lodged().declaration.person.paper.number
  let citizen = try Citizens.row(facts.lodging.citizen, in: connection)?.nationalID.digits
  for number in [paper, citizen].compactMap({ $0 }) {
    guard
      let id = try RecordSearch.record(number: number, of: facts.agency, in: connection),
      let record = try JudicialRecords.record(id, of: facts.agency, in: connection)
    else { continue }
    return HeldRecord(record)
  }
  return .none
}
