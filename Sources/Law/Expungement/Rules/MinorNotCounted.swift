package import Vocabulary

/// Offences of those under eighteen that never count.
///
/// BLHS 2015, Article 107.1: (a) at fourteen or fifteen; (b) at sixteen or seventeen, less serious,
/// serious, or very serious by negligence; (c) a school measure instead of a penalty.
package enum MinorNotCounted: ExpungementRule {
  package static let summary =
    "Offences at 14 or 15, offences at 16 or 17 that are less serious, serious or very serious by "
    + "negligence, and school measures never count. The age is that on the day of the act."
  package static let citations = [Citation("BLHS 2015", "Điều 107 khoản 1")]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure

  static func reach(of offence: Offence, by ages: Ages) -> NeverCounted.Reach {
    if offence.committedOn < ages.sixteenOn { return .yes }
    return switch (offence.gravity, offence.fault) {
    case (.lessSerious, _), (.serious, _), (.verySerious, .negligent): .yes
    case (.verySerious, .intentional), (.extremelySerious, _): .no
    case (.verySerious, .unknown), (.unknown, _): .unclear
    }
  }

  static func provision(of offence: Offence, by ages: Ages) -> Provisions {
    offence.committedOn < ages.sixteenOn ? .minorUnder16 : .minorUnder18
  }
}
