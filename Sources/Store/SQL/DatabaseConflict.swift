/// The schema said no. It says where, never with which value.
///
/// After it the transaction is spoiled on both engines: let the error out and, if it makes sense,
/// begin again. Where a conflict is a fine answer write `ON CONFLICT DO NOTHING` and count.
package struct DatabaseConflict: Error, Equatable, Sendable, CustomStringConvertible {
  package let kind: Kind
  /// Empty where the engine does not tell.
  package let table: String
  /// The columns of the constraint; empty where the engine does not tell.
  package let columns: [String]
  /// The constraint's name or the guard's own words.
  package let constraint: String

  package enum Kind: String, Sendable {
    /// Another row has these values already.
    case unique
    /// A foreign key points at nothing, or something points here.
    case reference
    /// A `CHECK` or `NOT NULL` is not met.
    case check
    /// A guard of the schema forbids this change, such as one of the journal.
    case forbidden
  }

  package init(kind: Kind, table: String, columns: [String], constraint: String) {
    self.kind = kind
    self.table = table
    self.columns = columns
    self.constraint = constraint
  }

  package var description: String {
    let place = columns.isEmpty ? table : "\(table) (\(columns.joined(separator: ", ")))"
    return "\(kind.rawValue) conflict in \(place): \(constraint)"
  }
}
