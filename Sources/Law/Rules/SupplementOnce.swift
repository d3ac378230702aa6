package import Vocabulary

/// How often an agency may ask a person to complete an application, and what its silence means.
///
/// Decrees 61/2018 and 118/2025: an agency that asks for a supplement names everything at once, in
/// writing, and asks at most once. While it waits, the clock of Article 48 stands.
package enum SupplementOnce: Rule {
  package static let summary =
    "An agency asks once, in writing and for everything at once; meanwhile the clock stands."
  package static let citations = [
    Citation("Nghị định 61/2018/NĐ-CP"), Citation("Nghị định 118/2025/NĐ-CP"),
    Citation("Luật 28/2009/QH12", "Điều 49 khoản 3"),
  ]
  package static let inForce = Period(from: CivilDate(2018, 6, 21))
  package static let confidence = Confidence.likely
  package static let interpretations = [
    "An agency to which the file is forwarded has not asked yet: it may ask once itself.",
    "Before the acceptance no clock runs, so none is stopped; after it, the clock stops on the "
      + "day of the request and runs on from the day of the answer.",
    "Whoever does not answer in time is not refused by a machine: the clock runs on, and an "
      + "officer goes on with what is there or refuses by Article 49.3 in writing.",
  ]

  package enum Standing: Equatable, Sendable {
    case mayAsk
    case askedBefore
  }

  /// - Parameter asked: how often this agency has asked on this case.
  package static func standing(asked: Int) -> Standing {
    asked == 0 ? .mayAsk : .askedBefore
  }
}
