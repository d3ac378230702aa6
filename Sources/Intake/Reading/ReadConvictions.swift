import Vocabulary

// Phần khai về án tích (nếu có).
extension Reader {
  /// A row that has anything needs what tells one conviction from another; the number and day of
  /// the judgment are asked for, but people do not always have the paper.
  mutating func convictions() -> [DeclaredConviction]? {
    let before = lacks.count
    let convictions = filledRows(of: .convictions).compactMap { row in conviction(row) }
    return lacks.count == before ? convictions : nil
  }

  private mutating func conviction(_ row: Int) -> DeclaredConviction? {
    let number = text(FieldName(.convictionJudgmentNumber, row: row))
    let day = pastDay(FieldName(.convictionJudgmentOn, row: row))
    let court = needed(FieldName(.convictionCourt, row: row))
    let offence = needed(FieldName(.convictionOffence, row: row))
    let penalty = needed(FieldName(.convictionPenalty, row: row))
    let execution = text(FieldName(.convictionExecution, row: row))
    if let day, let birth = quietBirthDate(), day < birth.earliest {
      note(.beforeBirth, at: FieldName(.convictionJudgmentOn, row: row))
    }
    guard let number, let court, let offence, let penalty, let execution else { return nil }
    return DeclaredConviction(
      judgmentNumber: number, judgmentOn: day, court: court, offence: offence, penalty: penalty,
      execution: execution)
  }
}
