package import Vocabulary

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
  /// effective day of a special pardon. Nil only for `exempt` and `juvenileMeasure`, where there
  /// may be nothing to complete.
  package var completed: Completion?
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
    kind: Kind, months: Int? = nil, completed: Completion?, limitationExpiredOn: CivilDate? = nil
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
