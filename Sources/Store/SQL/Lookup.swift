package import Vocabulary

/// One `SELECT` and how its answer is read: what nearly every request asks, such as whose session
/// it is. It sees one moment by itself and needs no transaction around it.
package struct Lookup<Value: Sendable>: Sendable {
  let sql: SQL
  let value: @Sendable (_ rows: [Row]) throws(Fault) -> Value
}

extension Lookup {
  /// The one row that a key finds, or nil. More than one is our mistake and a fault.
  static func row<Found>(
    _ sql: SQL, _ read: @escaping @Sendable (Row) throws(Fault) -> Found
  ) -> Lookup<Found?> where Value == Found? {
    precondition(sql.isQuery, "a lookup is one SELECT")
    return Lookup(sql: sql) { rows throws(Fault) in
      guard let row = try rows.only() else { return nil }
      return try read(row)
    }
  }
}

extension Connection {
  /// What the lookup finds in the moment that this connection sees.
  package func look<Value>(_ lookup: Lookup<Value>) throws(Fault) -> Value {
    try lookup.value(try rows(lookup.sql))
  }
}

extension [Row] {
  /// The only row, or nil where there is none.
  func only() throws(Fault) -> Row? {
    guard count < 2 else { throw Fault("reading one row", cause: "there are \(count)") }
    return first
  }
}
