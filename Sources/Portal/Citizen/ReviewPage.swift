import Desk
import Intake
import Vocabulary
import Words

/// All answers once more, the fee with its reason, and the button that lodges.
struct ReviewPage: Page {
  static let template = "review"
  let chrome: Chrome
  let groups: [SummaryGroup]
  let warnings: [String]
  let hasWarnings: Bool
  /// Where the law lets nobody demand it: the way out.
  let notNeeded: Parts?
  let fee: FeePart?
  let elsewhere: ElsewherePart?
  let editHref: String
  let action: String

  init(
    _ review: DraftReview, _ declaration: Declaration, warnings: [Warning],
    choices: FormChoices, in visit: Visit
  ) {
    self.chrome = visit.chrome(visit.words["review.title"])
    let papers = review.draft.papers.map {
      SummaryRow(
        label: visit.words["paperPurpose", $0.purpose.rawValue],
        value: PaperPart($0, base: "", canRemove: false, in: visit).name)
    }
    self.groups =
      DeclarationSummary(declaration, choices: choices, in: visit).groups
      + (papers.isEmpty ? [] : [SummaryGroup(title: visit.words["papers.title"], rows: papers)])
    self.warnings = warnings.map { warning in
      FieldLabels.label(warning.at, in: visit.language) + ": "
        + LackWords.sentence(warning, in: visit.language)
    }
    self.hasWarnings = !warnings.isEmpty
    let request = declaration.request
    self.notNeeded =
      warnings.contains { $0.reason.saysNotNeeded }
      ? Parts(["purpose": request.purpose, "kind": request.kind.rawValue]) : nil
    self.fee = review.fee.map { FeePart($0, in: visit) }
    self.elsewhere = review.elsewhere.map { ElsewherePart($0, in: visit) }
    self.editHref = "/drafts/\(review.draft.id)"
    self.action = "/drafts/\(review.draft.id)/lodging"
  }
}

extension Warning.Reason {
  fileprivate var saysNotNeeded: Bool {
    switch self {
    case .number2IsForYouAlone, .demandWithoutBasis: true
    case .numberDisagreesWithSex, .numberDisagreesWithBirthYear, .notYourIdentityNumber,
      .parentNotOlder, .lastResidenceUnknown, .permanentResidencesOverlap, .banAlwaysOnNumber2:
      false
    }
  }
}

/// The fee, what it is made of, and by which rule.
struct FeePart: Sendable {
  let amount: String
  let lines: [SummaryRow]
  let citations: String

  init(_ quote: FeeQuote, in visit: Visit) {
    self.amount = quote.amount.description
    self.lines = quote.lines.map { line in
      SummaryRow(
        label: visit.language == .vietnamese ? line.vietnamese : line.english,
        value: line.amount.description)
    }
    self.citations = quote.citations.map(\.description).joined(separator: "; ")
  }
}

/// A titled list of answers.
struct SummaryGroup: Sendable {
  let title: String
  let rows: [SummaryRow]
}

extension ReviewPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "groups": groups
    case "warnings": warnings
    case "hasWarnings": hasWarnings
    case "notNeeded": notNeeded
    case "fee": fee
    case "elsewhere": elsewhere
    case "editHref": editHref
    case "action": action
    default: nil
    }
  }
}

extension FeePart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "amount": amount
    case "lines": lines
    case "citations": citations
    default: nil
    }
  }
}

extension SummaryGroup: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "title": title
    case "rows": rows
    default: nil
    }
  }
}
