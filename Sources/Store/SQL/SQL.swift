/// A statement and its values. `\(…)` always binds and never pastes, so that no typed text can
/// become SQL.
///
/// Write in the part of SQL that both engines share, and no placeholder by hand: the driver
/// refuses a statement whose placeholders are not exactly the bound values.
package struct SQL: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The text around the values: always one piece more than there are values.
  let pieces: [String]
  let values: [SQLValue]

  package init(stringLiteral text: String) {
    self.pieces = [text]
    self.values = []
  }

  package init(stringInterpolation: StringInterpolation) {
    self.pieces = stringInterpolation.pieces
    self.values = stringInterpolation.values
  }

  var isQuery: Bool { pieces[0].hasPrefix("SELECT") }

  /// Text whose numbered placeholders mean their position on that engine.
  ///
  /// SQLite reads `$1` as a *name*, numbered by first appearance; `?1` is the position.
  func text(for dialect: Dialect) -> String {
    let sign =
      switch dialect {
      case .sqlite: "?"
      case .postgres: "$"
      }
    var text = pieces[0]
    for index in 1..<max(pieces.count, 1) {
      text += sign
      text += String(index)
      text += pieces[index]
    }
    return text
  }
}

extension SQL {
  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [String]
    var values: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces = [""]
    }

    package mutating func appendLiteral(_ literal: String) {
      pieces[pieces.count - 1] += literal
    }

    package mutating func appendInterpolation(_ value: some SQLBindable) {
      values.append(value.sqlValue)
      pieces.append("")
    }

    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      values.append(value?.sqlValue ?? .null)
      pieces.append("")
    }

    /// `IN (\(list: states))`. An empty list matches nothing.
    package mutating func appendInterpolation(list: [some SQLBindable]) {
      guard !list.isEmpty else { return appendLiteral("NULL") }
      for (index, value) in list.enumerated() {
        if index > 0 { appendLiteral(", ") }
        appendInterpolation(value)
      }
    }

    /// `VALUES \(rows: …)`: each row in its parentheses. There must be a row.
    package mutating func appendInterpolation(rows: [[SQLValue]]) {
      for (index, row) in rows.enumerated() {
        appendLiteral(index > 0 ? ", (" : "(")
        appendInterpolation(list: row)
        appendLiteral(")")
      }
    }

    /// Another statement's text and values, in this place.
    package mutating func appendInterpolation(sql: SQL) {
      appendLiteral(sql.pieces[0])
      for (index, value) in sql.values.enumerated() {
        appendInterpolation(value)
        appendLiteral(sql.pieces[index + 1])
      }
    }

    /// A fragment that stands in our own source, such as a direction of sorting.
    package mutating func appendInterpolation(raw: StaticString) {
      appendLiteral("\(raw)")
    }
  }
}
