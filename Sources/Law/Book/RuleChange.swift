package import Vocabulary

/// A change of one table that an administrator proposes.
package struct RuleChange: Hashable, Sendable, Codable {
  package let table: RuleTable
  /// The profile whose table it is; nil for a national one.
  package let profile: String?
  package let act: Act

  package enum Act: Hashable, Sendable, Codable {
    case add(row: JSONValue)
    /// A row without end gets its last day.
    case end(name: String, lastDay: CivilDate)
    /// The row ends the day before, and another takes its place.
    case replace(name: String, from: CivilDate, row: JSONValue)
  }

  package init(table: RuleTable, profile: String?, act: Act) {
    self.table = table
    self.profile = table.breadth == .agency ? profile : nil
    self.act = act
  }

  /// The first day on which something differs.
  package var firstDay: CivilDate? {
    switch act {
    case .add(let row): row["validFrom"]?.day
    case .end(_, let lastDay): lastDay.adding(days: 1)
    case .replace(_, let from, _): from
    }
  }

  /// The last day on which something differs; nil where no end is known.
  package var lastDay: CivilDate? {
    switch act {
    case .add(let row), .replace(_, _, let row): row["validTo"]?.day
    case .end: nil
    }
  }
}

/// A change that two people made law of the house.
package struct ApprovedChange: Equatable, Sendable {
  /// Counted from 1 in the order of approval.
  package let number: Int
  package let approvedAt: Instant
  package let changes: [RuleChange]

  package init(number: Int, approvedAt: Instant, changes: [RuleChange]) {
    self.number = number
    self.approvedAt = approvedAt
    self.changes = changes
  }
}

/// Why a change cannot be.
package enum RuleChangeRefusal: Error, Equatable, Sendable {
  /// The row is not there any more, or never was.
  case rowUnknown(String)
  /// It would end before it begins.
  case endsBeforeItBegins
  /// The row has an end already, and the new one is later.
  case alreadyEnded(CivilDate)
  /// Two rows about the same thing on the same day.
  case overlaps(String)
  /// The row is not of the table's shape: where, in the words of the reader.
  case unreadable(String)
  /// With the change, a day would lack a rule that every day needs.
  case incomplete(String)
  /// Nothing would differ.
  case nothingChanges
}

extension RuleChange {
  /// The table with the change made.
  func applied(to rows: [JSONValue]) throws(RuleChangeRefusal) -> [JSONValue] {
    var rows = rows
    switch act {
    case .add(let row):
      rows.append(row)
    case .end(let name, let lastDay):
      let index = try index(of: name, in: rows)
      rows[index] = try ended(rows[index], on: lastDay)
    case .replace(let name, let from, let row):
      let index = try index(of: name, in: rows)
      if rows[index]["validFrom"]?.day == from {
        // From its very first day: the new row stands in its place.
        rows[index] = row
      } else {
        rows[index] = try ended(rows[index], on: from.adding(days: -1))
        rows.append(row)
      }
    }
    return rows
  }

  private func index(of name: String, in rows: [JSONValue]) throws(RuleChangeRefusal) -> Int {
    guard let index = rows.firstIndex(where: { table.name(of: $0) == name }) else {
      throw .rowUnknown(name)
    }
    return index
  }

  private func ended(
    _ row: JSONValue, on lastDay: CivilDate
  ) throws(RuleChangeRefusal) -> JSONValue {
    guard let from = row["validFrom"]?.day, from <= lastDay else { throw .endsBeforeItBegins }
    if let until = row["validTo"]?.day, until < lastDay { throw .alreadyEnded(until) }
    if row["validTo"]?.day == lastDay { throw .nothingChanges }
    var row = row
    row["validTo"] = .day(lastDay)
    return row
  }

  /// A number that is out of all measure is a slip of the hand, whatever the table.
  func examineNumbers() throws(RuleChangeRefusal) {
    guard case .add(let row) = act else {
      guard case .replace(_, _, let row) = act else { return }
      return try RuleChange.examineNumbers(of: row)
    }
    try RuleChange.examineNumbers(of: row)
  }

  private static func examineNumbers(of row: JSONValue) throws(RuleChangeRefusal) {
    let most = [
      "cutOffHour": 24, "hours": 240, "days": 366, "month": 12, "day": 31, "years": 120,
      "length": 31, "daysBefore": 31, "year": 2100, "amount": 100_000_000, "limit": 1_000,
      "remindAfterDays": 3_660, "purgeAfterDays": 3_660, "answerWithinDays": 366,
      "remindBeforeDays": 366,
    ]
    let least = [
      "days": 1, "hours": 1, "month": 1, "day": 1, "length": 1, "year": 2000, "limit": 1,
      "remindAfterDays": 1, "purgeAfterDays": 2, "answerWithinDays": 1, "remindBeforeDays": 0,
    ]
    for leaf in row.leaves {
      guard case .number(let number) = leaf.value else { continue }
      let name = leaf.path.split(separator: ".").last.map(String.init) ?? leaf.path
      guard number >= least[name] ?? 0, number <= most[name] ?? 1_000_000_000 else {
        throw .unreadable("\(leaf.path): \(number)")
      }
    }
  }

  /// The rows that the change makes, in its table as it would be.
  func touchedNames(in rows: [JSONValue]) -> Set<String> {
    switch act {
    case .add(let row): [table.name(of: row)]
    case .end(let name, _): [name]
    case .replace(let name, _, let row): [name, table.name(of: row)]
    }
  }
}

extension RuleTable {
  /// Two rows about one thing whose days overlap, by their names; nil where there are none.
  func overlap(in rows: [JSONValue]) -> String? {
    var periods: [String: [(period: Period, name: String)]] = [:]
    for row in rows {
      guard let from = row["validFrom"]?.day else { continue }
      let period = Period(from: from, until: row["validTo"]?.day)
      let subject = subject(of: row)
      for other in periods[subject, default: []] where other.period.overlaps(period) {
        return "\(other.name), \(name(of: row))"
      }
      periods[subject, default: []].append((period, name(of: row)))
    }
    return nil
  }
}

extension Period {
  fileprivate func overlaps(_ other: Period) -> Bool {
    (until.map { $0 >= other.from } ?? true) && (other.until.map { $0 >= from } ?? true)
  }
}
