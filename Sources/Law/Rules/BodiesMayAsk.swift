package import Vocabulary

/// Which body may ask for a certificate about somebody, which one, and for what.
///
/// Law 28/2009/QH12, Article 7.2: bodies conducting proceedings, for investigation, prosecution and
/// trial; Article 7.3: State bodies, political and socio-political organisations, for managing
/// personnel, registering enterprises, and founding and managing enterprises and co-operatives.
/// Article 41: number 1 is for the latter, number 2 for the former.
package enum BodiesMayAsk: Rule {
  package static let summary =
    "State and political bodies ask for number 1, for personnel and enterprises; bodies conducting "
    + "proceedings for number 2, for their cases; nobody else asks about another."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 7 khoản 2, khoản 3"),
    Citation("Luật 28/2009/QH12", "Điều 41"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "Employers, schools, banks and foreign authorities are none of these bodies: the person asks.",
    "Since 2026-07-01 these bodies ask for information rather than for paper (Law 107/2025/QH15); "
      + "who may ask, and for what, is read as before.",
  ]

  package enum Body: String, Sendable, Codable, CaseIterable {
    /// Cơ quan tiến hành tố tụng.
    case procedural
    case state
    /// Tổ chức chính trị, tổ chức chính trị - xã hội.
    case political
    case other
  }

  package enum Purpose: String, Sendable, Codable, CaseIterable {
    case proceedings
    case personnel
    case enterpriseRegistration
    case enterpriseManagement
    case other
  }

  /// How a body is answered.
  package enum AnswerForm: String, Equatable, Sendable {
    /// A certificate on paper.
    case paper
    /// Information, signed (Law 107/2025/QH15).
    case data
  }

  package static func answerForm(on day: CivilDate) -> AnswerForm {
    day < Regime.law2025 ? .paper : .data
  }

  package enum Standing: Equatable, Sendable {
    case allowed(Citation)
    case refused(Refusal)
  }

  /// Each is one of Article 49.2: not entitled.
  package enum Refusal: String, Equatable, Sendable, CaseIterable {
    case noSuchBody
    case number2IsForProceedings
    case number1IsForStateBodies
    case purposeNotListed

    package var citation: Citation {
      switch self {
      case .noSuchBody, .purposeNotListed: Citation("Luật 28/2009/QH12", "Điều 7")
      case .number2IsForProceedings, .number1IsForStateBodies:
        Citation("Luật 28/2009/QH12", "Điều 41")
      }
    }
  }

  package static func standing(
    of body: Body, asking kind: CertificateKind, for purpose: Purpose
  ) -> Standing {
    switch (body, kind, purpose) {
    case (.other, _, _): .refused(.noSuchBody)
    case (.procedural, .number1, _): .refused(.number1IsForStateBodies)
    case (.state, .number2, _), (.political, .number2, _): .refused(.number2IsForProceedings)
    case (.procedural, .number2, .proceedings):
      .allowed(Citation("Luật 28/2009/QH12", "Điều 7 khoản 2"))
    case (.state, .number1, .personnel), (.state, .number1, .enterpriseRegistration),
      (.state, .number1, .enterpriseManagement), (.political, .number1, .personnel),
      (.political, .number1, .enterpriseRegistration),
      (.political, .number1, .enterpriseManagement):
      .allowed(Citation("Luật 28/2009/QH12", "Điều 7 khoản 3"))
    case (.procedural, .number2, _), (.state, .number1, _), (.political, .number1, _):
      .refused(.purposeNotListed)
    }
  }
}
