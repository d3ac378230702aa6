/// The personal part of a proceeding to take a certificate back: why. Nil where it was not said
/// yet, or was purged.
package struct RevocationReasons: Equatable, Sendable {
  package var proposal: String?
  package var decision: String?

  package init(proposal: String? = nil, decision: String? = nil) {
    self.proposal = proposal
    self.decision = decision
  }
}
