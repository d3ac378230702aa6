package import Vocabulary

/// Who may demand a certificate from a person.
///
/// Law 107/2025/QH15: nobody may demand number 2 from a person; number 1 only where a law, a
/// resolution, an ordinance or a decree says so. A person who applies because of a wrong demand is
/// warned, never stopped.
package enum ThirdPartyDemand: Rule {
  package static let summary =
    "Nobody may demand number 2; number 1 may be demanded only where the law says so."
  package static let citations = [Citation("Luật 107/2025/QH15")]
  package static let inForce = Period(from: Regime.law2025)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "Every purpose may be named for both certificates: the law forbids the demand, not the "
      + "application."
  ]

  package enum Standing: Equatable, Sendable {
    /// The purpose is the person's own, or the rule was not yet in force.
    case nothingToSay
    case demandHasBasis(String)
    /// Warn: nobody may demand this of you.
    case demandWithoutBasis
    /// Warn: number 2 is for you alone.
    case number2IsNeverDemanded
  }

  package static func standing(
    of purpose: Purpose, kind: CertificateKind, on day: CivilDate
  ) -> Standing {
    guard inForce.contains(day) else { return .nothingToSay }
    switch (purpose.demand, kind) {
    case (.nobodyElse, _): return .nothingToSay
    case (.thirdParty, .number2): return .number2IsNeverDemanded
    case (.thirdParty, .number1):
      guard let basis = purpose.legalBasis else { return .demandWithoutBasis }
      return .demandHasBasis(basis)
    }
  }
}
