package import Vocabulary

/// Who is exempted from punishment, or was negligent in a less serious or serious offence, has no
/// criminal record at any time.
///
/// BLHS 2015, Article 69.2. Where an unknown class or fault decides, the facts must be verified.
package enum NeverCounted: ExpungementRule {
  package static let summary =
    "A judgment that exempts from punishment, or whose every offence is a negligent one of the "
    + "two lower classes (or one of Article 107.1), never counts."
  package static let citations = [Citation("BLHS 2015", "Điều 69 khoản 2")]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure

  /// Whether an offence is one of those that never count.
  enum Reach {
    case yes, no
    /// An unknown class or fault decides.
    case unclear
  }

  static func conclusion(on conviction: Conviction, by ages: Ages) -> ConvictionConclusion? {
    switch conviction.principal.kind {
    case .exempt: return counted(conviction, .notCounted, .exempt)
    case .juvenileMeasure: return counted(conviction, .minorMeasure, .juvenileMeasure)
    case .warning, .fine, .nonCustodialReform, .suspendedImprisonment, .imprisonment,
      .lifeImprisonment, .deathCommuted, .expulsion:
      return byOffences(conviction, ages)
    }
  }

  private static func byOffences(_ conviction: Conviction, _ ages: Ages) -> ConvictionConclusion? {
    var provisions: Provisions = []
    var unclear: Int?
    for index in conviction.offences.indices {
      let offence = conviction.offences[index]
      let isMinor = offence.committedOn < ages.eighteenOn
      switch isMinor ? MinorNotCounted.reach(of: offence, by: ages) : reach(of: offence) {
      case .no: return nil
      case .yes: break
      case .unclear: if unclear == nil { unclear = index }
      }
      provisions.formUnion(
        isMinor ? MinorNotCounted.provision(of: offence, by: ages) : .notCounted)
    }
    guard let unclear else { return counted(conviction, provisions, .offencesNotCounted) }
    return ConvictionConclusion(
      id: conviction.id, status: .needsVerification, from: nil, provisions: provisions,
      ground: .offenceUnclear(unclear))
  }

  private static func counted(
    _ conviction: Conviction, _ provisions: Provisions, _ ground: Ground
  ) -> ConvictionConclusion {
    ConvictionConclusion(
      id: conviction.id, status: .neverCounted, from: nil, provisions: provisions, ground: ground)
  }

  /// An adult's offence.
  static func reach(of offence: Offence) -> Reach {
    switch (offence.fault, offence.gravity) {
    case (.intentional, _), (_, .verySerious), (_, .extremelySerious): .no
    case (.negligent, .lessSerious), (.negligent, .serious): .yes
    case (.negligent, .unknown), (.unknown, .lessSerious), (.unknown, .serious),
      (.unknown, .unknown):
      .unclear
    }
  }
}
