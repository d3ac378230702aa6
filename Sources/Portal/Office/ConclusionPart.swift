import Assessment
import Desk
import Law
import Records
import Vocabulary
import Words

/// One judgment with what the rules conclude: the conclusion and its articles, the facts it rests
/// on, and the single facts that would change it.
struct ConclusionPart: Sendable {
  let id: String
  let title: String
  let heldBy: String
  let status: Tag
  let statusName: String
  let sentence: String
  let explanation: String?
  let basis: String?
  let words: [SummaryRow]
  let facts: [SummaryRow]
  let hasFacts: Bool
  let missing: [MissingPart]
  let hasMissing: Bool
  let questions: [QuestionPart]
  let overruled: Notice?
  let taking: TakingPart?

  /// - Parameter taking: what is typed about the conclusion; nil where nothing can be typed.
  init(_ judgment: JudgmentView, mayAsk: Bool, taking: [String: String]?, in visit: Visit) {
    let words = visit.words
    self.id = judgment.id
    self.title =
      "\(words["record.judgment"]) \(judgment.words.number), "
      + "\(judgment.words.pronouncedOn.vietnamese)"
    self.heldBy = words["origin", judgment.origin.rawValue]
    self.status = Tag(words["conclusion", judgment.status.rawValue], judgment.status.tone)
    self.statusName = judgment.status.rawValue
    self.sentence = visit.sentence(judgment.status, from: judgment.from)
    self.explanation = judgment.explanation?[visit.language]
    self.basis =
      judgment.basis.isEmpty
      ? nil : judgment.basis.map(\.description).joined(separator: "; ")
    self.words = ConclusionPart.words(judgment.words, in: visit)
    self.facts = judgment.facts.map { FactRows($0, in: visit).rows } ?? []
    self.hasFacts = judgment.facts != nil
    // Asked already, or answered and waiting to be taken over: asking again would not help.
    let asked = Set(
      judgment.questions.filter { $0.state != .answered || $0.canBeTaken }.map(\.part))
    self.missing = judgment.missing.map { missing in
      let isAsked =
        missing.asked?.conviction == judgment.id
        && missing.asked.map { asked.contains($0.part) } ?? false
      return MissingPart(missing, mayAsk: mayAsk && !isAsked, in: visit)
    }
    self.hasMissing = !missing.isEmpty
    self.questions = judgment.questions.map {
      QuestionPart($0, of: judgment, mayAct: mayAsk, in: visit)
    }
    self.overruled = judgment.overruling.map { overruling in
      Notice(
        .attention, title: words["overruled.title"],
        text: "\(visit.words(of: overruling.standing)). "
          + "\(words["overruled.reason"]): \(overruling.reason)")
    }
    self.taking = taking.map {
      TakingPart(id: judgment.id, typed: $0, judgment: judgment, in: visit)
    }
  }

  private static func words(_ judgment: Judgment, in visit: Visit) -> [SummaryRow] {
    [
      ("court", judgment.court), ("offence", judgment.offence), ("provision", judgment.provision),
      ("principalPenalty", judgment.principalPenalty),
      ("supplementaryPenalty", judgment.supplementaryPenalty),
      ("civilObligations", judgment.civilObligations), ("courtFees", judgment.courtFees),
      ("execution", judgment.execution),
    ].filter { !$0.1.isEmpty }.map { SummaryRow(label: visit.words["record", $0.0], value: $0.1) }
  }
}

extension ExpungementStatus {
  var tone: Tag.Tone {
    switch self {
    case .active, .awaitingCourtDecision: .bad
    case .expunged, .neverCounted, .annulled: .good
    case .needsVerification: .attention
    case .notEffective: .quiet
    }
  }
}

extension Visit {
  /// A conclusion in a sentence, with its day.
  func sentence(_ status: ExpungementStatus, from day: CivilDate?) -> String {
    let family = day == nil ? "conclusionWords" : "conclusionDay"
    let text = words[family, status.rawValue]
    return day.map { "\(text) \($0.vietnamese)." } ?? text
  }

  func words(of standing: Standing) -> String {
    switch standing {
    case .notCleared: words["standing.notCleared"]
    case .cleared(let day): "\(words["standing.cleared"]) \(day.vietnamese)"
    case .printsNowhere: words["standing.printsNowhere"]
    }
  }
}

/// The facts and days that the rules looked at.
struct FactRows {
  let rows: [SummaryRow]

  init(_ facts: Conviction, in visit: Visit) {
    let language = visit.language
    let words = visit.words
    var rows = [
      SummaryRow(label: words["fact.effectiveOn"], value: facts.effectiveOn.vietnamese)
    ]
    for offence in facts.offences {
      let clause = offence.clause.map { ", \(words["fact.clause"]) \($0)" } ?? ""
      rows.append(
        SummaryRow(
          label: "\(words["fact.article"]) \(offence.articleText)\(clause)",
          value: [
            PartWords.name(offence.code), PartWords.name(offence.gravity, in: language),
            PartWords.name(offence.fault, in: language),
            "\(words["fact.committedOn"]) \(offence.committedOn.vietnamese)",
          ].joined(separator: " · ")))
    }
    let months = facts.principal.months.map { " (\($0) \(words["fact.months"]))" } ?? ""
    rows.append(
      SummaryRow(
        label: PartWords.name(facts.principal.kind, in: language) + months,
        value: facts.principal.completed.map { PartWords.words($0, in: language) } ?? "–"))
    if let expired = facts.principal.limitationExpiredOn {
      rows.append(SummaryRow(label: words["fact.limitation"], value: expired.vietnamese))
    }
    rows += facts.supplementary.map {
      SummaryRow(
        label: PartWords.name($0.kind, in: language),
        value: PartWords.words($0.completed, in: language))
    }
    rows += facts.obligations.map {
      SummaryRow(
        label: PartWords.name($0.kind, in: language),
        value: PartWords.words($0.completed, in: language))
    }
    let days = [
      (words["fact.annulledOn"], facts.annulledOn),
      (words["fact.courtExpungedOn"], facts.courtExpungedOn),
      (words["fact.generalAmnestyOn"], facts.generalAmnestyOn),
    ]
    rows += days.compactMap { label, day in
      day.map { SummaryRow(label: label, value: $0.vietnamese) }
    }
    self.rows = rows
  }
}

/// A single fact that would change the conclusion, with the button to ask for it.
struct MissingPart: Sendable {
  let text: String
  /// The form's action; nil where it is asked already or nobody can be asked.
  let askAction: String?

  init(_ missing: MissingView, mayAsk: Bool, in visit: Visit) {
    self.text = missing.words[visit.language]
    self.askAction =
      mayAsk ? missing.asked.map { "ask \($0.conviction) \($0.part.text)" } : nil
  }
}

/// A question about one fact, with its answer beside it.
struct QuestionPart: Sendable {
  let inquiry: String
  let title: String
  let holder: String
  let state: Tag
  let stateName: String
  let answer: String?
  let reference: String?
  let note: String?
  let problem: String?
  let takeAction: String?
  let againAction: String?
  let isTaken: Bool
  /// Where a fact that was taken over stands, and where the officer goes if it is on the case
  /// alone and a paper can be entered.
  let standing: String?
  let enterHref: String?

  init(
    _ question: FactQuestionView, of judgment: JudgmentView, mayAct: Bool, in visit: Visit
  ) {
    let words = visit.words
    self.inquiry = question.inquiry.text
    self.title =
      judgment.facts.map { PartWords.name(question.part, of: $0, in: visit.language) }
      ?? question.kind
    self.holder = PartWords.name(question.holder, in: visit.language)
    self.stateName = question.isTaken ? "taken" : question.state.rawValue
    self.state =
      question.answer == nil
      ? Tag(words["inquiry", question.state.rawValue], .attention)
      : question.isTaken
        ? Tag(words["question.taken"], .good) : Tag(words["inquiry.answered"], .calm)
    self.answer = question.answer.flatMap { FactValue($0.value, of: question.part) }.map {
      PartWords.words($0, in: visit.language)
    }
    self.reference = question.answer.map { "\($0.reference) · \($0.answeredOn.vietnamese)" }
    self.note = question.answer.flatMap { $0.note.isEmpty ? nil : $0.note }
    self.problem = question.lastProblem
    self.takeAction = mayAct && question.canBeTaken ? "take \(question.inquiry)" : nil
    self.againAction = mayAct && question.answer == nil ? "again \(question.inquiry)" : nil
    self.isTaken = question.isTaken
    self.standing = question.standing.map { visit.sentence($0) }
    self.enterHref = question.standing?.canBeEntered == true ? "/office/records/documents" : nil
  }
}

extension ConclusionPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "id": id
    case "title": title
    case "heldBy": heldBy
    case "status": status
    case "statusName": statusName
    case "sentence": sentence
    case "explanation": explanation
    case "basis": basis
    case "words": words
    case "facts": facts
    case "hasFacts": hasFacts
    case "missing": missing
    case "hasMissing": hasMissing
    case "questions": questions
    case "overruled": overruled
    case "taking": taking
    default: nil
    }
  }
}

extension MissingPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "text": text
    case "askAction": askAction
    default: nil
    }
  }
}

extension QuestionPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "inquiry": inquiry
    case "title": title
    case "holder": holder
    case "state": state
    case "stateName": stateName
    case "answer": answer
    case "reference": reference
    case "note": note
    case "problem": problem
    case "takeAction": takeAction
    case "againAction": againAction
    case "isTaken": isTaken
    case "standing": standing
    case "enterHref": enterHref
    default: nil
    }
  }
}

extension FactStanding {
  /// Whether a paper that is entered by hand would put the fact into the record.
  var canBeEntered: Bool {
    switch self {
    case .inRecord, .onCaseAlone(.noSuchDocument), .onCaseAlone(.judgmentNotRecorded): false
    case .onCaseAlone(.format), .onCaseAlone(.notFiled): true
    }
  }
}

extension Visit {
  /// Where a fact stands; if on the case alone, why, and what to do.
  func sentence(_ standing: FactStanding) -> String {
    switch standing {
    case .inRecord: words["factStanding.inRecord"]
    case .onCaseAlone(.judgmentNotRecorded): words["factStanding.judgmentNotRecorded"]
    case .onCaseAlone(.noSuchDocument): words["factStanding.noSuchDocument"]
    case .onCaseAlone(.notFiled): words["factStanding.notFiled"]
    case .onCaseAlone(.format(let refusal)):
      [
        words["factStanding.format"],
        DocumentFieldWords.label(DocumentField.pattern(of: refusal.field), in: language) + ":",
        DocumentFieldWords.sentence(refusal.reason, in: language), words["factStanding.enter"],
      ].joined(separator: " ")
    }
  }
}
