import Desk
import Records
import Vocabulary
import Words

/// What documents say against each other, for an officer to answer with a reason.
struct RecordQuestionsPage: Page {
  static let template = "records-questions"
  let chrome: Chrome
  let tabs: [FilterPart]
  let questions: [QuestionCard]
  let notice: Notice?

  init(_ open: [RecordQuestionView], error: String?, in visit: Visit) {
    self.chrome = visit.chrome(visit.words["records.questionsTitle"])
    self.tabs = RecordsTab.all(.questions, in: visit)
    self.questions = open.map { QuestionCard($0, in: visit) }
    self.notice = error.map { Notice(.bad, title: $0) }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "tabs": tabs
    case "questions": questions
    case "isEmpty": questions.isEmpty
    case "notice": notice
    default: nil
    }
  }
}

struct QuestionCard: MustacheParent, Sendable {
  let id: String
  let title: String
  let person: String
  let recordHref: String
  let askedAt: String
  let documents: [SummaryRow]
  let choices: [ChoicePart]
  /// Empty while it is open.
  let answer: String

  init(_ question: RecordQuestionView, in visit: Visit) {
    self.id = String(question.id)
    self.title = RecordQuestionWords.title(question.subject, in: visit.language)
    self.person = question.personName
    self.recordHref = "/office/records/\(question.record)"
    self.askedAt = question.askedAt.vietnamese
    self.documents = question.documents.map { filed in
      let document = filed.document
      return SummaryRow(
        label: "\(filed.id). \(DocumentKindWords.words(document.kind, in: visit.language))",
        value: document.headline, note: document.statement(in: visit.language))
    }
    self.choices = question.documents.flatMap { filed in
      ["stands", "setAside"].map { verdict in
        ChoicePart(
          id: "q\(question.id)-\(verdict)-\(filed.id)", name: "verdict",
          value: "\(verdict)-\(filed.id)",
          text: "\(visit.words["verdict", verdict]) \(filed.id)", isChosen: false)
      }
    }
    self.answer = question.reason ?? ""
  }

  func child(named field: String) -> Any? {
    switch field {
    case "id": id
    case "title": title
    case "person": person
    case "recordHref": recordHref
    case "askedAt": askedAt
    case "documents": documents
    case "choices": choices
    case "answer": answer
    default: nil
    }
  }
}

extension SupplierDocument {
  /// Number, day and issuer, as papers are cited.
  var headline: String {
    let day = issuedOn.map { " · \($0.vietnamese)" } ?? ""
    return "\(number)\(day) · \(issuer)"
  }

  /// The facts of the document in a line.
  func statement(in language: Language) -> String {
    switch content {
    case .judgment(let extract):
      return extract.offences.map(\.words).joined(separator: "; ") + " · "
        + extract.principal.words
    case .execution(_, let parts):
      return parts.map {
        "\(RecordPartWords.words($0.part, in: language)): "
          + RecordPartWords.words($0.state, in: language)
      }.joined(separator: "; ")
    case .change(_, let change): return change.on.vietnamese
    case .expungement(_, let day): return day.vietnamese
    case .reconsideration(_, let outcome, let day):
      let words = RecordPartWords.choice(outcome.rawValue, of: "outcome", in: language)
      return "\(words) · \(day.vietnamese)"
    case .ban(let ban): return "\(ban.office) · \(ban.term)"
    case .identity: return ([person.name] + person.numbers).joined(separator: " · ")
    }
  }
}
