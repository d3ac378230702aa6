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

/// Where a case went that left the installation: the personal part of `sentOutside`.
package struct Departure: Equatable, Sendable, Codable {
  package let agency: Destination
  package let reason: Competence.Reason
  package let citation: Citation
  /// The number of the letter with which the file left.
  package let reference: String
  /// What the rules of the case owe back of the fee.
  package let owedBack: Dong

  package enum Destination: Equatable, Sendable, Codable {
    /// By its name.
    case province(String)
    case nationalCentre
  }

  package init(
    agency: Destination, reason: Competence.Reason, citation: Citation, reference: String,
    owedBack: Dong
  ) {
    self.agency = agency
    self.reason = reason
    self.citation = citation
    self.reference = reference
    self.owedBack = owedBack
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
