package import Vocabulary

/// What the rule set of the day says about declarations. Dated data: it comes from `Law` as an
/// argument, and a case keeps the rules it was lodged under.
package struct IntakeRules: Equatable, Sendable {
  /// Purpose codes, each with the certificates it may be given for.
  package var purposes: [String: Set<CertificateKind>]
  /// The purposes that say nothing without words of the person's own.
  package var purposesWantingNote: Set<String>
  /// The purposes for which others demand number 1, and no law is known that lets them.
  package var purposesWithoutBasis: Set<String>
  package var feeGroups: Set<String>
  /// Those that a paper must prove.
  package var feeGroupsWantingPaper: Set<String>
  /// Full years from which one applies for oneself; nil where the rules set none.
  package var minimumAge: Int?
  package var maxCopies: Int
  package var deliveries: Set<DeliveryWay>
  /// How many months without any residence are let pass. The form asks for a history without gaps.
  package var allowedGapMonths: Int
  /// Full years from which the residence history runs.
  package var historyFromAge: Int

  package init(
    purposes: [String: Set<CertificateKind>], purposesWantingNote: Set<String> = ["other"],
    feeGroups: Set<String>, feeGroupsWantingPaper: Set<String> = [], minimumAge: Int?,
    maxCopies: Int, deliveries: Set<DeliveryWay>,
    purposesWithoutBasis: Set<String> = [], allowedGapMonths: Int = 0,
    historyFromAge: Int = 14
  ) {
    self.purposes = purposes
    self.purposesWantingNote = purposesWantingNote
    self.purposesWithoutBasis = purposesWithoutBasis
    self.feeGroups = feeGroups
    self.feeGroupsWantingPaper = feeGroupsWantingPaper
    self.minimumAge = minimumAge
    self.maxCopies = maxCopies
    self.deliveries = deliveries
    self.allowedGapMonths = allowedGapMonths
    self.historyFromAge = historyFromAge
  }
}

/// What is already known for certain when the form is read.
package struct KnownFacts: Equatable, Sendable {
  /// The signed-in e-identity; nil at a counter, where an officer sees the paper.
  package var identity: VerifiedIdentity?
  /// What the papers are for that were attached and are not infected; nil at a counter, where an
  /// officer is shown them.
  package var papers: Set<PaperPurpose>?

  /// What the population register says and the form began with, by field.
  package var registered: [FormField: String]

  package init(
    identity: VerifiedIdentity?, papers: Set<PaperPurpose>? = nil,
    registered: [FormField: String] = [:]
  ) {
    self.identity = identity
    self.papers = papers
    self.registered = registered
  }
}
