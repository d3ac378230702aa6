package import Vocabulary

/// A fact that the history does not hold, who holds it, and what it would change by itself.
package struct MissingFact: Equatable, Sendable {
  /// As the line format names it: `convictions[0].obligations[1].completed`.
  package var field: String
  /// Index of the conviction it belongs to; nil for the person.
  package var conviction: Int?
  package var part: Part
  package var holder: Holder
  /// What would be concluded instead, for values that change the person's result or the
  /// conviction's status. Empty where this fact alone changes nothing.
  package var changes: [Change]

  package enum Part: Equatable, Sendable {
    case completion(SentencePart)
    case gravity(Int)
    case fault(Int)
    /// How the prosecution of the pending act at this index ends.
    case pending(Int)
    /// Whether the judgment takes effect.
    case effect
  }

  /// Who owes the fact (TTLT 04/2012/TTLT-BTP-TANDTC-VKSNDTC-BCA-BQP).
  package enum Holder: String, Sendable, CaseIterable {
    /// The judgment and decisions on it.
    case court
    /// Thi hành án dân sự: fines, confiscation, court fees, compensation.
    case civilEnforcement
    /// Trại giam, cơ quan thi hành án hình sự.
    case criminalEnforcement
    /// Công an, Ủy ban nhân dân cấp xã: control and bans that are served at home.
    case commune
    /// Cơ quan điều tra, Viện kiểm sát.
    case prosecution
  }

  package struct Change: Equatable, Sendable {
    /// A day, `no`, a class, a form of fault; `dismissed` for an act that is no new offence.
    package var value: String
    package var status: ExpungementStatus
    package var from: CivilDate?
    package var result: ExpungementAnswer.Result
  }
}

extension MissingFact.Holder {
  static func of(_ part: SentencePart, in conviction: Conviction) -> Self {
    switch part {
    case .principal: of(conviction.principal.kind)
    case .supplementary(let index): of(conviction.supplementary[index].kind)
    case .obligation: .civilEnforcement
    }
  }

  private static func of(_ kind: PrincipalPenalty.Kind) -> Self {
    switch kind {
    case .fine: .civilEnforcement
    case .nonCustodialReform, .suspendedImprisonment, .imprisonment, .lifeImprisonment,
      .deathCommuted, .expulsion:
      .criminalEnforcement
    case .warning, .exempt, .juvenileMeasure: .court
    }
  }

  private static func of(_ kind: SupplementaryPenalty.Kind) -> Self {
    switch kind {
    case .residenceControl, .residenceBan, .positionBan, .practiceBan, .civilRightsDeprivation:
      .commune
    case .fine, .confiscation: .civilEnforcement
    case .expulsion: .criminalEnforcement
    }
  }
}
