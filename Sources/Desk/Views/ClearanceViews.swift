package import Vocabulary

/// What the nightly walk over the records lists.
package enum ClearanceList: String, Equatable, Sendable, CaseIterable {
  case cleared, lacking
}

/// A place in such a list: where the next page begins.
package struct ClearancePlace: Equatable, Sendable {
  package var record: Int64
  package var conviction: String
  package var lack: String

  package init(record: Int64, conviction: String, lack: String) {
    self.record = record
    self.conviction = conviction
    self.lack = lack
  }
}

package struct ClearancePage: Equatable, Sendable {
  package var lines: [ClearanceLine]
  package var next: ClearancePlace?
  /// The latest walk that came to its end; nil before the first.
  package var latest: ClearanceFigures?

  package init(lines: [ClearanceLine], next: ClearancePlace?, latest: ClearanceFigures?) {
    self.lines = lines
    self.next = next
    self.latest = latest
  }
}

package struct ClearanceFigures: Equatable, Sendable {
  package var day: CivilDate
  package var records: Int
  package var newlyCleared: Int
  package var lacking: Int

  package init(day: CivilDate, records: Int, newlyCleared: Int, lacking: Int) {
    self.day = day
    self.records = records
    self.newlyCleared = newlyCleared
    self.lacking = lacking
  }
}

package struct ClearanceLine: Equatable, Sendable {
  package var record: Int64
  package var name: String
  /// Number and day of the judgment; empty where it is about the person.
  package var judgment: String
  package var found: Found
  /// The day of the walk that found it first.
  package var notedOn: CivilDate

  package enum Found: Equatable, Sendable {
    case cleared(from: CivilDate)
    /// What is lacking, by its stable name or as the part of a judgment, and who owes it.
    case lacking(String, holder: String)
  }

  package init(
    record: Int64, name: String, judgment: String, found: Found, notedOn: CivilDate
  ) {
    self.record = record
    self.name = name
    self.judgment = judgment
    self.found = found
    self.notedOn = notedOn
  }
}
