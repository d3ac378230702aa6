package import Vocabulary

/// How long an application that is begun and not lodged is kept, counted from the last saving.
///
/// Dated rows of `Resources/keeping.json`. Interpretation: no law sets a number; what a person
/// typed and never sent serves nobody after a while, so it is deleted, and the person is told
/// once before.
package struct DraftKeeping: Hashable, Sendable, Codable {
  package let remindAfterDays: Int
  /// Later than the reminder by the days that the person then has.
  package let purgeAfterDays: Int

  /// - Throws: `Fault` where no row, or more than one, is valid on the day.
  package static func on(_ day: CivilDate) throws(Fault) -> DraftKeeping {
    var rows = DayRows(day: day, doing: "reading how long drafts are kept on \(day.iso)")
    return try rows.needed(try file.get().drafts, of: "drafts")
  }

  private static let file = Result { () throws(Fault) in
    try LawFile.read("keeping", as: KeepingFile.self)
  }
}

private struct KeepingFile: Codable {
  let drafts: [Dated<DraftKeeping>]
}
