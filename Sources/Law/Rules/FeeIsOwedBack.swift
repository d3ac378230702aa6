package import Vocabulary

/// Whether a fee that was paid is owed back when no certificate comes of the application.
///
/// No provision on refunds was found. The fee pays for looking up the record (Law 97/2015/QH13 on
/// fees: a fee covers the cost of a service); until the first body was asked nothing was looked up.
/// A row of the rule set decides both halves.
package enum FeeIsOwedBack: Rule {
  package static let summary =
    "Refused or withdrawn before any body was asked, the whole fee is owed back; later, nothing."
  package static let citations = [Citation("Luật 97/2015/QH13")]
  package static let inForce = Period(from: CivilDate(2017, 1, 1))
  package static let confidence = Confidence.likely
  package static let interpretations = [
    "Work begins when the first inquiry leaves, not when an officer accepts: until then the State "
      + "has spent nothing on the record.",
    "An application that goes to an agency outside this installation has cost nothing here: its "
      + "fee is owed back, because that agency takes its own.",
    "The charge for further copies follows the fee.",
  ]

  /// How far the work had come.
  package enum Progress: String, Sendable, CaseIterable {
    case nothingAsked
    case inquiriesSent
  }

  package static func owedBack(
    of paid: Dong, progress: Progress, policy: RefundPolicy
  ) -> Dong {
    let share =
      switch progress {
      case .nothingAsked: policy.beforeInquiries
      case .inquiriesSent: policy.afterInquiries
      }
    switch share {
    case .all: return paid
    case .nothing: return .zero
    }
  }
}
