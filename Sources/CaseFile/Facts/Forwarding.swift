package import Law
package import Vocabulary

/// Why a case was forwarded: the personal part of `forwarded`, for it tells where somebody lives.
package struct ForwardingGrounds: Equatable, Sendable, Codable {
  package let reason: Competence.Reason
  package let citation: Citation

  package init(reason: Competence.Reason, citation: Citation) {
    self.reason = reason
    self.citation = citation
  }
}

/// That a case was forwarded: from where to where, when and why.
package struct Forwarding: Equatable, Sendable {
  package let from: AgencyID
  package let to: AgencyID
  package let at: Instant
  /// Nil where they were purged.
  package let grounds: ForwardingGrounds?
}
