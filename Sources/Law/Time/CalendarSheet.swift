import Foundation
import Vocabulary

/// A year's working schedule as somebody types it from the announcement: a CSV of four columns.
///
/// ```text
/// what,day,worked,source
/// year,2027,,VB 1234/VPCP-KGVX
/// tet,2027-02-05,,VB 1234/VPCP-KGVX          the first day off of Tết
/// nationalDay,2027-09-02,,VB 1234/VPCP-KGVX  the first day off around the National Day
/// swap,2027-04-30,2027-05-08,VB 1234         off, and worked instead
/// ```
package enum CalendarSheet {
  /// Why a sheet cannot be read: each line with what is wrong there.
  package struct Lack: Error, Hashable, Sendable {
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }

    package enum Reason: String, Sendable, CaseIterable {
      case columns, unknownWord, noDay, noSource, notAWorkingDay, notARestDay, notAHoliday
      case alreadyThere
    }
  }

  package enum Reading: Equatable, Sendable {
    case changes([RuleChange])
    /// Never empty; every line that cannot be read.
    case lacking([Lack])
  }

  package static let header = "what,day,worked,source"

  /// - Parameter edition: what is known now; a line that is there already is refused.
  package static func read(_ text: String, over edition: LawEdition) -> Reading {
    let known = Known(edition: edition)
    var changes: [RuleChange] = []
    var lacks: [Lack] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#"), trimmed != header else { continue }
      do {
        changes.append(try change(trimmed, known))
      } catch {
        lacks.append(Lack(line: index + 1, reason: error.reason))
      }
    }
    guard lacks.isEmpty else { return .lacking(lacks) }
    guard !changes.isEmpty else { return .lacking([Lack(line: 1, reason: .columns)]) }
    return .changes(changes)
  }

  private struct Known {
    let edition: LawEdition
    let calendar: WorkingCalendar

    init(edition: LawEdition) {
      self.edition = edition
      self.calendar = OfficeCalendar.calendar(of: edition.calendarFile)
    }

    func has(_ row: JSONValue, in table: RuleTable) -> Bool {
      edition.rows(of: table, profile: "").contains {
        table.subject(of: $0.json) == table.subject(of: row)
      }
    }
  }

  private struct Wrong: Error {
    let reason: Lack.Reason
    init(_ reason: Lack.Reason) { self.reason = reason }
  }

  private static func change(_ line: String, _ known: Known) throws(Wrong) -> RuleChange {
    let cells = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 4 else { throw Wrong(.columns) }
    guard !cells[3].isEmpty else { throw Wrong(.noSource) }
    switch cells[0] {
    case "year":
      guard let year = Int(cells[1]), (2000...2100).contains(year) else { throw Wrong(.noDay) }
      return try add(.announcedYears, ["year": .number(year)], in: year, cells[3], known)
    case "swap":
      return try swap(cells, known)
    case "tet", "nationalDay":
      return try placement(cells, known)
    default:
      throw Wrong(.unknownWord)
    }
  }

  private static func swap(_ cells: [String], _ known: Known) throws(Wrong) -> RuleChange {
    guard let off = CivilDate(iso: cells[1]), let worked = CivilDate(iso: cells[2]) else {
      throw Wrong(.noDay)
    }
    guard known.calendar.isWorking(off) else { throw Wrong(.notAWorkingDay) }
    guard !known.calendar.isWorking(worked) else { throw Wrong(.notARestDay) }
    let row = dated(
      ["off": .day(off), "worked": .day(worked)], from: min(off, worked), until: max(off, worked),
      cells[3])
    guard !known.has(row, in: .swaps) else { throw Wrong(.alreadyThere) }
    return RuleChange(table: .swaps, profile: nil, act: .add(row: row))
  }

  /// The announcement names the first day off; the row counts the days before the holiday.
  private static func placement(_ cells: [String], _ known: Known) throws(Wrong) -> RuleChange {
    guard let first = CivilDate(iso: cells[1]) else { throw Wrong(.noDay) }
    let anchor: CivilDate? =
      cells[0] == "tet"
      ? LunarCalendar.newYear(first.year)
      : CivilDate(year: first.year, month: 9, day: 2)
    guard let anchor else { throw Wrong(.notAHoliday) }
    let before = anchor.dayNumber - first.dayNumber
    guard (0...4).contains(before) else { throw Wrong(.notAHoliday) }
    let fields: [String: JSONValue] = [
      "holiday": .text(cells[0]), "year": .number(anchor.year), "daysBefore": .number(before),
    ]
    return try add(.placements, fields, in: anchor.year, cells[3], known)
  }

  private static func add(
    _ table: RuleTable, _ fields: [String: JSONValue], in year: Int, _ source: String,
    _ known: Known
  ) throws(Wrong) -> RuleChange {
    let row = dated(
      fields, from: CivilDate(year, 1, 1), until: CivilDate(year, 12, 31), source)
    guard !known.has(row, in: table) else { throw Wrong(.alreadyThere) }
    return RuleChange(table: table, profile: nil, act: .add(row: row))
  }

  private static func dated(
    _ fields: [String: JSONValue], from: CivilDate, until: CivilDate, _ source: String
  ) -> JSONValue {
    var fields = fields
    fields["validFrom"] = .day(from)
    fields["validTo"] = .day(until)
    fields["confidence"] = .text(Confidence.sure.rawValue)
    fields["source"] = .text(source)
    return .object(fields)
  }
}
