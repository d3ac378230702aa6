package import Records
package import Vocabulary

/// The suppliers that may send by message, as an administrator sees them.
package struct SuppliersView: Equatable, Sendable {
  /// By code; revoked ones too.
  package var grants: [SupplierGrant]
  /// The newest first, decided or not.
  package var proposals: [SupplierProposalView]
}

package struct SupplierProposalView: Equatable, Sendable {
  package var id: SupplierProposalID
  package var grant: SupplierGrant
  /// What holds now; nil where the supplier is new.
  package var current: SupplierGrant?
  package var reason: String
  package var proposer: String
  package var proposedAt: Instant
  package var outcome: Outcome

  package enum Outcome: Equatable, Sendable {
    case waiting(Standing)
    case approved(by: String, at: Instant, reason: String)
    case declined(by: String, at: Instant, reason: String)
  }

  package enum Standing: Equatable, Sendable {
    /// This administrator may decide it.
    case mayDecide
    /// It is their own: another must.
    case own
  }
}

package enum SupplierVerdict: Sendable {
  case approve, decline
}
