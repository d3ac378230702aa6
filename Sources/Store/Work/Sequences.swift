package import Vocabulary

/// Table `sequences`: numbers without gaps or doubles, per agency and whatever they count within.
package enum Sequences {
  /// The next number, from 1. It is taken for good only if the transaction commits; until then
  /// others who want one of the same scope wait.
  package static func next(
    agency: AgencyID, kind: String, scope: String, in transaction: Transaction
  ) throws -> Int {
    let rows = try transaction.returning(
      """
      INSERT INTO sequences (agency, kind, scope, latest)
      VALUES (\(agency), \(kind), \(scope), 1)
      ON CONFLICT (agency, kind, scope) DO UPDATE SET latest = sequences.latest + 1
      RETURNING latest
      """)
    guard let number = try rows.first?.int("latest") else {
      throw Fault("taking a number", cause: "the database gave none")
    }
    return number
  }
}
