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

/// An offence of a judgment: where it stands in the code, how grave, how meant, when done.
package struct Offence: Equatable, Sendable {
  package var code: PenalCode
  package var article: Int
  package var clause: Int?
  package var point: String?
  package var gravity: Gravity
  package var fault: FaultForm
  package var committedOn: CivilDate

  package init(
    code: PenalCode, article: Int, clause: Int? = nil, point: String? = nil, gravity: Gravity,
    fault: FaultForm, committedOn: CivilDate
  ) {
    self.code = code
    self.article = article
    self.clause = clause
    self.point = point
    self.gravity = gravity
    self.fault = fault
    self.committedOn = committedOn
  }
}

package enum PenalCode: String, Sendable, Codable, CaseIterable {
  case code2015 = "BLHS2015"
  case code1999 = "BLHS1999"
}

/// The class of an offence by the top of its penalty frame (BLHS 2015, Article 9).
package enum Gravity: String, Sendable, Codable, CaseIterable {
  case lessSerious, serious, verySerious, extremelySerious, unknown
}

/// Lỗi cố ý, lỗi vô ý.
package enum FaultForm: String, Sendable, Codable, CaseIterable {
  case intentional, negligent, unknown
}

/// Whether a part of a judgment is done. Unknown is never taken for done.
package enum Completion: Equatable, Sendable {
  /// Past, or in the future where an end is fixed.
  case on(CivilDate)
  case no
  case unknown
}

/// The principal penalty, as pronounced (Article 73.1), and its end.
package struct PrincipalPenalty: Equatable, Sendable {
  package var kind: Kind
  /// As pronounced, for `imprisonment` and `suspendedImprisonment`; nil for the others.
  package var months: Int?
  /// The end of probation for a suspended sentence and for a conditional early release; the
  /// effective day of a special pardon.
  package var completed: Completion
  /// When the limitation of execution expired (Article 60), if it did.
  package var limitationExpiredOn: CivilDate?

  package enum Kind: String, Sendable, Codable, CaseIterable {
    case warning, fine, nonCustodialReform, suspendedImprisonment, imprisonment
    case lifeImprisonment, deathCommuted, expulsion
    /// Miễn hình phạt.
    case exempt
    /// Biện pháp tư pháp giáo dục tại trường giáo dưỡng.
    case juvenileMeasure
  }

  package init(
    kind: Kind, months: Int? = nil, completed: Completion, limitationExpiredOn: CivilDate? = nil
  ) {
    self.kind = kind
    self.months = months
    self.completed = completed
    self.limitationExpiredOn = limitationExpiredOn
  }
}

package struct SupplementaryPenalty: Equatable, Sendable {
  package var kind: Kind
  package var completed: Completion

  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Quản chế.
    case residenceControl
    /// Cấm cư trú.
    case residenceBan
    case positionBan, practiceBan, civilRightsDeprivation
    case fine, confiscation, expulsion
  }

  package init(kind: Kind, completed: Completion) {
    self.kind = kind
    self.completed = completed
  }
}

package struct Obligation: Equatable, Sendable {
  package var kind: Kind
  package var completed: Completion

  package enum Kind: String, Sendable, Codable, CaseIterable {
    case courtFee, compensation, confiscation, recovery, other
  }

  package init(kind: Kind, completed: Completion) {
    self.kind = kind
    self.completed = completed
  }
}
