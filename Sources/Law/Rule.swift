package import Vocabulary

/// A provision of law applied by a pure function. One rule, one file, in `Law/Rules` or, for those
/// of expungement, in `Law/Expungement/Rules`.
package protocol Rule {
  /// What the rule says, in one line for docs/LAW.md.
  static var summary: String { get }
  static var citations: [Citation] { get }
  /// A repealed rule stays and gains an end: decisions use the rules of their legal day.
  static var inForce: Period { get }
  static var confidence: Confidence { get }
  /// Every reading that is a choice, and why. A lawyer finds them all in docs/LAW.md.
  static var interpretations: [String] { get }
  /// Where its file stands, below `Sources/Law`.
  static var folder: String { get }
}

extension Rule {
  package static var name: String { String(describing: Self.self) }
  package static var interpretations: [String] { [] }
  package static var folder: String { "Rules" }
}

/// Every rule that the program applies.
package enum RuleBook {
  /// The rules of expungement stand after the others; a test compares the list with the files.
  package static var all: [any Rule.Type] { general + Expungement.rules }

  /// In alphabetical order.
  package static var general: [any Rule.Type] {
    [
      ApplicantAge.self, BodiesMayAsk.self, CertificateStates.self, Competence.self, DueDate.self,
      FeeIsDue.self,
      FeeIsOwedBack.self, LongerLimit.self, Minority.self, NumberTwoIsPersonal.self,
      ReappointOnce.self,
      RefusalGrounds.self, ResidenceHistoryStart.self, RevocationGrounds.self,
      SupplementOnce.self, SupplierDeadline.self,
      ThirdPartyDemand.self, UrgentAnswer.self,
    ]
  }
}

/// The days on which the regimes began.
package enum Regime {
  /// Luật 28/2009/QH12 in force.
  package static let law2009 = CivilDate(2010, 7, 1)
  /// Issuance passes from the Ministry of Justice to the Ministry of Public Security.
  package static let policeEra = CivilDate(2025, 3, 1)
  /// Luật 107/2025/QH15 in force.
  package static let law2025 = CivilDate(2026, 7, 1)
}
