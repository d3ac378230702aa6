import Desk
import Records
import Vocabulary
import Words

/// One record: first why it is opened, then what it holds, each fact with its document.
struct RecordPage: Page {
  static let template = "record"
  let chrome: Chrome
  let tabs: [FilterPart]
  let place: String
  let caseNumber: String
  let reason: String
  let asOf: String
  let notice: Notice?
  let shown: RecordPart?

  init(_ id: RecordID, view: RecordView?, error: String?, in visit: Visit) {
    self.chrome = visit.chrome(visit.words["record.pageTitle"])
    self.tabs = RecordsTab.all(nil, in: visit)
    self.place = "/office/records/\(id)"
    self.caseNumber = visit.form["case"]
    self.reason = visit.form["reason"]
    self.asOf = visit.form["asOf"]
    self.notice = error.map { Notice(.bad, title: $0) }
    self.shown = view.map { RecordPart($0, in: visit) }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "tabs": tabs
    case "place": place
    case "caseNumber": caseNumber
    case "reason": reason
    case "asOf": asOf
    case "notice": notice
    case "shown": shown
    case "isAsked": shown == nil
    default: nil
    }
  }
}

/// What a record holds.
struct RecordPart: MustacheParent, Sendable {
  let name: String
  let isEmpty: Bool
  let identity: [SummaryRow]
  let judgments: [JudgmentCard]
  let bans: [SummaryRow]
  let gaps: [SummaryRow]
  let questions: [QuestionCard]
  let documents: [DocumentRow]
  let number: String
  let moves: [MoveCard]
  /// Where the documents of an emptied record are.
  let successor: String?
  /// Records are merged and taken apart as they stand now, not as they were.
  let isNow: Bool

  init(_ view: RecordView, in visit: Visit) {
    let record = view.record
    let speak = RecordSpeaker(record: record, visit: visit)
    self.name = record.identity.name?.value ?? visit.words["record.nobody"]
    self.isEmpty = record.documents.isEmpty
    self.identity = speak.identity
    self.judgments = record.judgments.map { JudgmentCard($0, speak) }
    self.bans = record.bans.map { ban in
      SummaryRow(
        label: ban.value.decisionNumber, value: "\(ban.value.ban.office) · \(ban.value.ban.term)",
        note: speak.source(ban.source))
    }
    self.gaps = record.lawReading.gaps.map { gap in
      SummaryRow(
        label: RecordQuestionWords.gap(gap.what, in: visit.language),
        value: DocumentKindWords.words(gap.holder, in: visit.language),
        note: gap.judgment.flatMap { record.document($0)?.document.number })
    }
    self.questions = view.questions.map { QuestionCard($0, in: visit) }
    self.documents = record.documents.map { DocumentRow($0, view, in: visit) }
    self.number = record.id.description
    self.moves = view.moves.map { MoveCard($0, shownIn: record, in: visit) }
    self.successor = view.successor?.description
    self.isNow = visit.form["asOf"].isEmpty
  }

  func child(named field: String) -> Any? {
    switch field {
    case "name": name
    case "isEmpty": isEmpty
    case "identity": identity
    case "judgments": judgments
    case "bans": bans
    case "hasBans": !bans.isEmpty
    case "gaps": gaps
    case "hasGaps": !gaps.isEmpty
    case "questions": questions
    case "hasQuestions": !questions.isEmpty
    case "documents": documents
    case "number": number
    case "moves": moves
    case "hasMoves": !moves.isEmpty
    case "successor": successor
    case "isMovable": isNow && !documents.isEmpty
    case "isPartable": documents.count > 1
    default: nil
    }
  }
}

/// Words for the facts of one record.
struct RecordSpeaker {
  let record: JudicialRecord
  let visit: Visit

  /// The document that states a fact, as a citation.
  func source(_ id: DocumentID) -> String {
    guard let filed = record.document(id) else { return "" }
    let kind = DocumentKindWords.words(filed.document.kind, in: visit.language)
    return "[\(id)] \(kind), \(filed.document.number)"
  }

  func row(_ label: String, _ fact: Sourced<String>?) -> [SummaryRow] {
    fact.map { [SummaryRow(label: label, value: $0.value, note: source($0.source))] } ?? []
  }

  func rows(_ label: String, _ facts: [Sourced<String>]) -> [SummaryRow] {
    facts.map { SummaryRow(label: label, value: $0.value, note: source($0.source)) }
  }

  var identity: [SummaryRow] {
    let identity = record.identity
    func label(_ pattern: String) -> String {
      DocumentFieldWords.label(pattern, in: visit.language)
    }
    return rows(label("person.otherNames"), identity.otherNames)
      + row(
        label("person.born"),
        identity.born.map { Sourced($0.value.vietnamese, from: $0.source) })
      + row(
        label("person.sex"),
        identity.sex.map {
          Sourced(ChoiceWords.words($0.value, in: visit.language), from: $0.source)
        })
      + rows(label("person.numbers"), identity.numbers)
      + row(label("person.father"), identity.father)
      + row(label("person.mother"), identity.mother)
      + row(label("person.spouse"), identity.spouse)
      + row(label("person.birthPlace"), identity.birthPlace)
      + rows(label("person.residences"), identity.residences)
  }
}

/// One document of a record, in the order of filing.
struct DocumentRow: MustacheParent, Sendable {
  let number: String
  let kind: String
  let headline: String
  let statement: String
  let filed: String
  let state: Tag

  init(_ document: FiledDocument, _ view: RecordView, in visit: Visit) {
    let language = visit.language
    self.number = document.id.description
    self.kind = DocumentKindWords.words(document.document.kind, in: language)
    self.headline = document.document.headline
    self.statement = document.document.statement(in: language)
    var officer: String?
    if case .hand(let id) = document.source { officer = view.officers[id] }
    let source = RecordQuestionWords.source(document.source, officer: officer, in: language)
    self.filed = "\(document.filedAt.vietnamese) · \(source)"
    switch view.record.outOfForce[document.id] {
    case nil: self.state = Tag(visit.words["record.inForce"], .good)
    case .superseded(let by):
      self.state = Tag("\(visit.words["record.superseded"]) [\(by)]", .quiet)
    case .setAside: self.state = Tag(visit.words["record.setAside"], .bad)
    }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "number": number
    case "kind": kind
    case "headline": headline
    case "statement": statement
    case "filed": filed
    case "state": state
    default: nil
    }
  }
}
