package import CaseFile
package import Law
package import Vocabulary

/// That another agency is competent for a case: which one, by which fact and provision.
package struct ElsewhereView: Equatable, Sendable {
  package var agency: Named
  package var reason: Competence.Reason
  package var citation: Citation

  package enum Named: Equatable, Sendable {
    /// An agency of this installation: the case can be forwarded to it.
    case here(AgencyID, Bilingual)
    /// It is not in this installation: the case can be sent there, and ends here.
    case outside(Departure.Destination)
  }

  package init(agency: Named, reason: Competence.Reason, citation: Citation) {
    self.agency = agency
    self.reason = reason
    self.citation = citation
  }
}

/// That a case was forwarded: to whom, on which day and why.
package struct ForwardedView: Equatable, Sendable {
  package var to: Bilingual
  package var on: CivilDate
  /// Nil where the grounds were purged.
  package var reason: Competence.Reason?
  package var citation: Citation?
  /// The number of the letter with which it left the installation; nil where it did not.
  package var reference: String?
  /// What is owed back of the fee; zero where it only went to another agency here.
  package var owedBack: Dong

  package init(
    to: Bilingual, on: CivilDate, reason: Competence.Reason?, citation: Citation?,
    reference: String? = nil, owedBack: Dong = .zero
  ) {
    self.to = to
    self.on = on
    self.reason = reason
    self.citation = citation
    self.reference = reference
    self.owedBack = owedBack
  }
}
