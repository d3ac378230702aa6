import Records

/// Why a supplier's message, as a whole, is not taken. It is the same to everyone whose signature
/// does not hold: nobody learns which suppliers there are.
package enum SupplyRefused: Error, Equatable, Sendable {
  /// No such supplier, its key is revoked, or the signature does not hold.
  case notAuthentic
  /// The supplier sent another body under this name before.
  case nameUsed
  case noDocument
  case tooManyDocuments(limit: Int)
}

/// Why a grant is not proposed or decided.
package enum SupplierRefused: Error, Equatable, Sendable {
  /// Fields by their names in the form, each once.
  case lacking([Field])
  /// It would change nothing.
  case unchanged
  case reasonMissing
  /// Four eyes: who proposed it does not decide it.
  case samePerson
  /// Somebody decided it already.
  case decided

  package enum Field: String, Sendable, CaseIterable {
    case id, issuers, kinds, key
  }
}
