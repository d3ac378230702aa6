package import Vocabulary

/// What is known of one person's convictions: everything that the rules of expungement look at,
/// and nothing else. No names, no numbers: the rules judge facts.
package struct ConvictionHistory: Equatable, Sendable {
  package var bornOn: CivilDate
  /// Days of the acts for which a prosecution is pending. They print nowhere; they only keep
  /// "no new offence" from being certain.
  package var pendingActs: [CivilDate]
  package var convictions: [Conviction]

  package init(bornOn: CivilDate, pendingActs: [CivilDate], convictions: [Conviction]) {
    self.bornOn = bornOn
    self.pendingActs = pendingActs
    self.convictions = convictions
  }
}

/// One judgment as the rules see it.
package struct Conviction: Equatable, Sendable {
  /// Unique within its history; means nothing.
  package var id: String
  package var judgmentOn: CivilDate
  /// When the judgment took legal effect.
  package var effectiveOn: CivilDate
  /// Cassation or review annulled it.
  package var annulledOn: CivilDate?
  /// A court decided or certified the expungement.
  package var courtExpungedOn: CivilDate?
  /// Đại xá.
  package var generalAmnestyOn: CivilDate?
  /// At least one.
  package var offences: [Offence]
  package var principal: PrincipalPenalty
  package var supplementary: [SupplementaryPenalty]
  /// Other decisions of the judgment: court fees, compensation, confiscation.
  package var obligations: [Obligation]

  package init(
    id: String, judgmentOn: CivilDate, effectiveOn: CivilDate, annulledOn: CivilDate? = nil,
    courtExpungedOn: CivilDate? = nil, generalAmnestyOn: CivilDate? = nil, offences: [Offence],
    principal: PrincipalPenalty, supplementary: [SupplementaryPenalty] = [],
    obligations: [Obligation] = []
  ) {
    self.id = id
    self.judgmentOn = judgmentOn
    self.effectiveOn = effectiveOn
    self.annulledOn = annulledOn
    self.courtExpungedOn = courtExpungedOn
    self.generalAmnestyOn = generalAmnestyOn
    self.offences = offences
    self.principal = principal
    self.supplementary = supplementary
    self.obligations = obligations
  }
}
