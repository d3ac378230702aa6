package import Vocabulary

/// What an issuer brings to every certificate: its name, its law, who signs.
package struct IssuerForm: Equatable, Sendable, Codable {
  /// The codes of its forms, such as `06/2013/TT-LLTP` and `07/2013/TT-LLTP`.
  package var number1Form: String
  package var number2Form: String
  /// From the superior body to the issuing one, which is printed bold.
  package var agencyLines: [String]
  /// Before the day, such as `Cần Thơ`.
  package var place: String
  /// `Căn cứ …;`, a line each.
  package var legalBasis: [String]
  /// `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
  package var signatoryTitle: [String]
  package var signatoryName: String
  /// Who prepared the certificate; empty where the form is to name nobody.
  package var preparerName: String

  package init(
    number1Form: String, number2Form: String, agencyLines: [String], place: String,
    legalBasis: [String], signatoryTitle: [String], signatoryName: String,
    preparerName: String = ""
  ) {
    self.number1Form = number1Form
    self.number2Form = number2Form
    self.agencyLines = agencyLines
    self.place = place
    self.legalBasis = legalBasis
    self.signatoryTitle = signatoryTitle
    self.signatoryName = signatoryName
    self.preparerName = preparerName
  }

  package func formCode(of kind: CertificateKind) -> String {
    switch kind {
    case .number1: number1Form
    case .number2: number2Form
    }
  }
}
