import Desk
import Records
import Vocabulary
import Words

/// A finding as lists, for who decides: the judgments of a finding of the time before the rules
/// concluded, and the ban of any.
struct FindingSummary {
  let groups: [SummaryGroup]

  /// - Parameter isConcluded: whether the judgments are shown with their conclusions elsewhere.
  init(_ finding: RecordFinding, isConcluded: Bool, in visit: Visit) {
    let words = visit.words
    let judgments = finding.judgments.enumerated().map { row, judgment in
      SummaryGroup(
        title: "\(words["record.judgment"]) \(row + 1)",
        rows: FindingSummary.rows(TypedJudgment.texts(of: judgment, id: ""), in: visit))
    }
    let none = SummaryGroup(
      title: words["record.none"],
      rows: [SummaryRow(label: words["record.conclusion"], value: words["record.noJudgment"])])
    let ban =
      finding.ban.map {
        SummaryGroup(
          title: words["record.ban"],
          rows: FindingSummary.rows(
            TypedFinding.texts(of: $0), TypedFinding.banColumns, in: visit))
      }
      ?? SummaryGroup(
        title: words["record.ban"],
        rows: [SummaryRow(label: words["record.conclusion"], value: words["record.noBan"])])
    let shown = isConcluded ? [] : judgments.isEmpty ? [none] : judgments
    self.groups = shown + [ban]
  }

  private static func rows(
    _ texts: [String: String],
    _ columns: [String] = TypedJudgment.wordColumns + ["clearedFrom"], in visit: Visit
  ) -> [SummaryRow] {
    columns.compactMap { column in
      guard let text = texts[column], !text.isEmpty else { return nil }
      return SummaryRow(label: visit.words["record", column], value: text)
    }
  }
}
