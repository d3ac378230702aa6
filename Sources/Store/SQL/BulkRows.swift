/// Many rows for one table. The values lie one after the other, row by row.
package struct BulkRows: Sendable {
  let table: String
  let columns: [String]
  private(set) var values: [SQLValue] = []

  package init(table: StaticString, columns: [StaticString], rowCapacity: Int = 0) {
    self.table = "\(table)"
    self.columns = columns.map { "\($0)" }
    values.reserveCapacity(rowCapacity * columns.count)
  }

  package var count: Int { values.count / columns.count }

  /// One row: a value for each column, in the columns' order.
  package mutating func append(_ row: SQLValue...) {
    precondition(row.count == columns.count, "a row has a value for every column")
    values.append(contentsOf: row)
  }

  /// The rows from `first` on, at most so many, as one statement.
  func statement(from first: Int, most: Int) -> SQL {
    let width = columns.count
    let last = min(first + most, count)
    let rows = (first..<last).map { Array(values[$0 * width..<($0 + 1) * width]) }
    return """
      INSERT INTO \(table: table) (\(columns: columns))
      VALUES \(rows: rows)
      """
  }
}

extension SQL.StringInterpolation {
  /// Names that stand in our own source as `StaticString`.
  fileprivate mutating func appendInterpolation(table: String) {
    appendLiteral(table)
  }

  fileprivate mutating func appendInterpolation(columns: [String]) {
    appendLiteral(columns.joined(separator: ", "))
  }
}
