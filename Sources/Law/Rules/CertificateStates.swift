package import Vocabulary

/// What each certificate prints of a record.
///
/// Law 28/2009/QH12, Article 42: number 1 prints the convictions that are not cleared, and bans
/// only where asked for. Article 43: number 2 prints every conviction in order of time, parents
/// and spouse, and bans always. Neither prints pending prosecutions or administrative sanctions
/// (Article 4: only judgments and decisions that took effect).
package enum CertificateStates: Rule {
  package static let summary =
    "Number 1: convictions not cleared, bans on request. Number 2: everything, parents and spouse."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 42"), Citation("Luật 28/2009/QH12", "Điều 43"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "A ban whose last day is not known is in force: no document says that it has ended.",
    "Number 2 lists cleared convictions with their day, and where all are cleared it says that "
      + "there is no conviction: who is cleared counts as not convicted (BLHS 2015, Article 69.1).",
    "Of several bans the one that binds longest is stated.",
  ]

  package enum Clearance: Equatable, Sendable, Codable {
    case notCleared
    /// The first day on which the person counts as not convicted.
    case cleared(from: CivilDate)
  }

  package enum Printing: Equatable, Sendable {
    case printed
    case leftOut
  }

  /// - Parameter day: the day the certificate bears.
  package static func printsJudgment(
    _ clearance: Clearance, kind: CertificateKind, on day: CivilDate
  ) -> Printing {
    switch (kind, clearance) {
    case (.number2, _), (.number1, .notCleared): .printed
    case (.number1, .cleared(let from)): from <= day ? .leftOut : .printed
    }
  }

  package static func printsBan(
    _ confirmation: BanConfirmation, kind: CertificateKind
  ) -> Printing {
    switch (kind, confirmation) {
    case (.number1, .notRequested): .leftOut
    case (.number1, .requested), (.number2, .requested), (.number2, .notRequested): .printed
    }
  }

  package static func printsFamily(kind: CertificateKind) -> Printing {
    switch kind {
    case .number1: .leftOut
    case .number2: .printed
    }
  }

  /// Whether a ban with that last day binds the person on the day.
  package static func banBinds(until: CivilDate?, on day: CivilDate) -> Bool {
    guard let until else { return true }
    return day <= until
  }
}
