import Assessment
import CaseFile
import Desk
import HummingbirdCore
import Law
import Records
import Vocabulary
import Words

/// What can be chosen in the forms of a case's page, each marked where it was chosen in the form
/// that was posted. What an officer chose thus stands there again, whoever was first.
struct CaseChoices {
  let bodies: [ChoicePart]
  let outcomes: [ChoicePart]
  let ways: [ChoicePart]
  let questions: [ChoicePart]
  let grounds: [ChoicePart]
  let holders: [ChoicePart]
  let lacks: [ChoicePart]
  /// Whether it was the holder's form.
  private let isGiven: Bool

  /// What was chosen, in words; nil for what is no choice of these.
  func row(of name: String, _ value: String, in visit: Visit) -> SummaryRow? {
    let lists: [(key: String, choices: [ChoicePart])] = [
      ("answer.body", bodies), ("answer.outcome", outcomes), ("sendOutside.way", ways),
      ("factAnswer.question", questions), ("refuse.ground", grounds), ("queue.holder", holders),
      ("askSupplement.reasons", lacks),
    ]
    for list in lists {
      let choice = list.choices.first { $0.isChosen && $0.name == name && $0.value == value }
      if let choice { return SummaryRow(label: visit.words[list.key], value: choice.text) }
    }
    return nil
  }

  var parts: Parts {
    Parts([
      "bodies": bodies, "outcomes": outcomes, "ways": ways, "questions": questions,
      "grounds": grounds, "holders": holders,
      "hasQuestions": !questions.isEmpty, "isGiven": isGiven,
    ])
  }

  init(
    _ view: OfficeCaseView, _ conclusions: ConclusionsView?, among choices: FormChoices,
    in visit: Visit
  ) {
    let words = visit.words
    let isGiven = visit.request.uri.path.hasSuffix("/assignment")
    func list(
      _ name: String, of form: String, id: String, _ all: [(String, String)],
      otherwise: String? = nil
    ) -> [ChoicePart] {
      let chosen = visit.typed(name, into: form) ?? otherwise
      return all.map { value, text in
        ChoicePart(
          id: "\(id)-\(value)", name: name, value: value, text: text, isChosen: value == chosen)
      }
    }
    self.bodies = list(
      "body", of: "answers", id: "answer-body",
      view.inquiries.map { ($0.body.rawValue, words["body", $0.body.rawValue]) })
    self.outcomes = list(
      "outcome", of: "answers", id: "answer",
      FiledAnswer.Outcome.allCases.map { ($0.rawValue, words["outcome", $0.rawValue]) })
    self.ways = list(
      "way", of: "departure", id: "way",
      CaseEvent.SendingWay.allCases.map {
        ($0.rawValue, CompetenceWords.words($0, in: visit.language))
      }, otherwise: CaseEvent.SendingWay.paper.rawValue)
    self.questions = list(
      "question", of: "facts", id: "question", CaseChoices.questions(of: conclusions, in: visit))
    self.grounds = list(
      "ground", of: "refusal", id: "ground",
      visit.grounds(of: view, among: choices).map { ($0.code, $0.words) })
    self.holders = list(
      "holder", of: "assignment", id: "holder",
      view.assignment.choices.map { ($0.id.text, "\($0.name) (\($0.title))") },
      otherwise: isGiven ? nil : view.assignment.holder?.id.text)
    self.isGiven = isGiven
    self.lacks = visit.supplementChoices()
  }

  /// Questions about facts that can be answered from paper, by their ids.
  private static func questions(
    of conclusions: ConclusionsView?, in visit: Visit
  ) -> [(String, String)] {
    (conclusions?.judgments ?? []).flatMap { judgment in
      judgment.questions.filter { $0.answer == nil }.map { question in
        let part =
          judgment.facts.map { PartWords.name(question.part, of: $0, in: visit.language) } ?? ""
        return (question.inquiry.text, "\(judgment.words.number): \(part)")
      }
    }
  }
}
