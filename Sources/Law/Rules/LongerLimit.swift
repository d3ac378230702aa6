package import Vocabulary

/// Whether the longer limit holds, and why.
///
/// Law 28/2009/QH12, Article 48.1: the longer limit is for a Vietnamese citizen who has lived in
/// several places or abroad, for a foreigner, and where clearance by time must be verified.
package enum LongerLimit: Rule {
  package static let summary =
    "Several residences, time abroad, a foreign applicant or a clearance to verify take the "
    + "longer limit."
  package static let citations = [Citation("Luật 28/2009/QH12", "Điều 48")]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "Several places means several provinces: within one province one agency keeps the records, "
      + "and there is nobody else to ask.",
    "A declared conviction is one whose clearance must be verified; so is one about which a body "
      + "is asked for a missing fact. The limit then runs from the same day of receipt.",
  ]

  /// - Parameters:
  ///   - nationality: ISO 3166-1 alpha-2.
  ///   - provinces: those lived in since the age of 14, as far as their addresses tell; one that is
  ///     abroad is not among them, see `livedAbroad`.
  package static func complications(
    nationality: String, provinces: Set<PlaceKey>, livedAbroad: LivedAbroad,
    declaredConvictions: Int
  ) -> Set<Complication> {
    var found: Set<Complication> = []
    if nationality != "VN" { found.insert(.foreigner) }
    if provinces.count > 1 { found.insert(.severalResidences) }
    if livedAbroad == .yes { found.insert(.livedAbroad) }
    if declaredConvictions > 0 { found.insert(.clearanceToVerify) }
    return found
  }

  package enum LivedAbroad: String, Sendable, Codable {
    case yes, no
  }
}
