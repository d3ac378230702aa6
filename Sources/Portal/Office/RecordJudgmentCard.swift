import Law
import Records
import Vocabulary
import Words

/// One judgment of a record, each fact with its source.
struct JudgmentCard: MustacheParent, Sendable {
  let title: String
  let rows: [SummaryRow]
  let parts: [ExecutionRow]
  let updates: [SummaryRow]

  init(_ judgment: RecordedJudgment, _ speak: RecordSpeaker) {
    let words = speak.visit.words
    let language = speak.visit.language
    func day(_ label: String, _ fact: Sourced<CivilDate>?) -> [SummaryRow] {
      speak.row(label, fact.map { Sourced($0.value.vietnamese, from: $0.source) })
    }
    self.title = "\(judgment.reference.number) · \(judgment.reference.court)"
    let offences = judgment.offences.value.map { offence in
      SummaryRow(
        label: words["record.offence"], value: JudgmentCard.offence(offence, in: language),
        note: speak.source(judgment.offences.source))
    }
    let term = judgment.principal.value
    self.rows =
      day(words["record.pronouncedOn"], judgment.pronouncedOn)
      + day(words["record.effectiveOn"], judgment.effectiveOn) + offences
      + speak.row(
        words["record.principalPenalty"], Sourced(term.words, from: judgment.principal.source))
      + speak.row(
        words["record.appeal"],
        judgment.appeal.map { Sourced($0.value.number, from: $0.source) })
      + day(words["record.annulledOn"], judgment.annulledOn)
      + day(words["record.courtExpungedOn"], judgment.courtExpungedOn)
      + day(words["record.generalAmnestyOn"], judgment.generalAmnestyOn)
      + day(words["record.limitationExpiredOn"], judgment.limitationExpiredOn)
    self.parts =
      [
        ExecutionRow(
          RecordPartWords.words(JudgmentPart.principal, in: language), "",
          judgment.principalExecution, speak)
      ]
      + judgment.supplementary.map {
        ExecutionRow(
          RecordPartWords.words($0.kind, in: language), $0.words, $0.execution, speak)
      }
      + judgment.obligations.map {
        ExecutionRow(
          RecordPartWords.words($0.kind, in: language), $0.words, $0.execution, speak)
      }
    self.updates = judgment.updates.compactMap { id in
      speak.record.document(id).map {
        SummaryRow(
          label: speak.source(id), value: $0.document.statement(in: language),
          note: $0.document.issuedOn?.vietnamese)
      }
    }
  }

  /// `Trộm cắp tài sản · Điều 173, khoản 1 · Ít nghiêm trọng · Cố ý · 08/01/2023`.
  private static func offence(_ offence: ExtractedOffence, in language: Language) -> String {
    func numbered(_ pattern: String, _ value: String?) -> String? {
      value.map { "\(DocumentFieldWords.label(pattern, in: language)) \($0)" }
    }
    let place = [
      numbered("article", offence.articleText),
      numbered("clause", offence.clause.map(String.init)), numbered("point", offence.point),
    ].compactMap { $0 }.joined(separator: ", ")
    let code = offence.code.map {
      RecordPartWords.choice($0.rawValue, of: "offences[].code", in: language)
    }
    return [
      offence.words, place, code, RecordPartWords.words(offence.gravity, in: language),
      RecordPartWords.words(offence.fault, in: language), offence.committedOn?.vietnamese,
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func child(named field: String) -> Any? {
    switch field {
    case "title": title
    case "rows": rows
    case "parts": parts
    case "updates": updates
    case "hasUpdates": !updates.isEmpty
    default: nil
    }
  }
}

/// How far one part of a judgment is executed, and who says so.
struct ExecutionRow: MustacheParent, Sendable {
  let part: String
  let words: String
  let state: Tag
  let source: String

  init(_ part: String, _ words: String, _ execution: PartExecution, _ speak: RecordSpeaker) {
    self.part = part
    self.words = words
    let text = RecordPartWords.words(execution.completion, in: speak.visit.language)
    switch execution.completion {
    case .on: self.state = Tag(text, .good)
    case .no: self.state = Tag(text, .bad)
    case .unknown: self.state = Tag(text, .attention)
    }
    self.source = execution.source.map { speak.source($0) } ?? ""
  }

  func child(named field: String) -> Any? {
    switch field {
    case "part": part
    case "words": words
    case "state": state
    case "source": source
    default: nil
    }
  }
}
