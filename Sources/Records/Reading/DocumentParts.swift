import Law
import Vocabulary

/// What was read of a document, before it is known to be whole.
struct DocumentParts {
  var kind: DocumentKind?
  var issuer: String?
  var number: String?
  var issuedOn: CivilDate?
  var effectiveOn: CivilDate?
  var receivedOn: CivilDate?
  var person: DocumentPerson?
  var judgment: JudgmentReference?
  var offences: [ExtractedOffence]?
  var principal: ExtractedPrincipal?
  var supplementary: [ExtractedSupplementary]?
  var obligations: [ExtractedObligation]?
  var appealOf: JudgmentReference?
  var judgments: [JudgmentReference]?
  var executed: [ExecutedPart]?
  var on: CivilDate?
  var months: Int?
  var probationEndsOn: CivilDate?
  var outcome: ReconsiderationOutcome?
  var ban: BankruptcyBan?
  var corrects: DocumentReference?
  var note: String?

  func document() throws(DocumentRefusal) -> SupplierDocument {
    let kind = try needed(kind, "kind")
    try refuseOthers(than: kind.shape)
    return SupplierDocument(
      kind: kind, issuer: try needed(issuer, "issuer"), number: try needed(number, "number"),
      issuedOn: issuedOn, effectiveOn: effectiveOn,
      receivedOn: try needed(receivedOn, "receivedOn"), person: try needed(person, "person"),
      content: try content(of: kind.shape), corrects: corrects, note: note ?? "")
  }

  private func content(of shape: DocumentShape) throws(DocumentRefusal) -> DocumentContent {
    switch shape {
    case .judgment:
      let judgment = try needed(judgment, "judgment")
      let offences = try needed(offences, "offences")
      guard !offences.isEmpty else { throw DocumentRefusal("offences", .empty) }
      return .judgment(
        JudgmentExtract(
          number: judgment.number, court: judgment.court, pronouncedOn: judgment.pronouncedOn,
          appealOf: appealOf, offences: offences, principal: try needed(principal, "principal"),
          supplementary: supplementary, obligations: obligations))
    case .execution:
      let parts = try needed(executed, "executed")
      guard !parts.isEmpty else { throw DocumentRefusal("executed", .empty) }
      return .execution(of: try references(), parts: parts)
    case .change:
      return .change(
        of: try references(),
        SentenceChange(
          on: try needed(on, "on"), months: months, probationEndsOn: probationEndsOn))
    case .expungement: return .expungement(of: try references(), on: try needed(on, "on"))
    case .reconsideration:
      return .reconsideration(
        of: try references(), outcome: try needed(outcome, "outcome"), on: try needed(on, "on"))
    case .ban: return .ban(try needed(ban, "ban"))
    case .identity: return .identity
    }
  }

  private func references() throws(DocumentRefusal) -> [JudgmentReference] {
    let references = try needed(judgments, "judgments")
    guard !references.isEmpty else { throw DocumentRefusal("judgments", .empty) }
    return references
  }

  /// A field that says something this kind has no place for would be lost in silence.
  private func refuseOthers(than shape: DocumentShape) throws(DocumentRefusal) {
    let isJudgment = shape == .judgment
    let isChange = shape == .change
    let isDated: Bool
    switch shape {
    case .change, .expungement, .reconsideration: isDated = true
    case .judgment, .execution, .ban, .identity: isDated = false
    }
    // What is no place for a field is told without a collection a field: a million are read.
    let given = [
      ("judgment", judgment != nil, isJudgment), ("offences", offences != nil, isJudgment),
      ("principal", principal != nil, isJudgment),
      ("supplementary", supplementary != nil, isJudgment),
      ("obligations", obligations != nil, isJudgment), ("appealOf", appealOf != nil, isJudgment),
      ("judgments", judgments != nil, isDated || shape == .execution),
      ("executed", executed != nil, shape == .execution), ("on", on != nil, isDated),
      ("months", months != nil, isChange), ("probationEndsOn", probationEndsOn != nil, isChange),
      ("outcome", outcome != nil, shape == .reconsideration), ("ban", ban != nil, shape == .ban),
    ]
    for (field, isGiven, hasPlace) in given where isGiven && !hasPlace {
      throw DocumentRefusal(field, .notOfThisKind)
    }
  }
}

func needed<Value>(_ value: Value?, _ field: String) throws(DocumentRefusal) -> Value {
  guard let value else { throw DocumentRefusal(field, .missing) }
  return value
}
