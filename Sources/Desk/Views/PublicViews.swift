import Document
import Issuance
package import Vocabulary

/// What anyone who holds the paper may see: validity, number, day and a masked name.
package struct PublicCertificate: Equatable, Sendable {
  package var number: String
  package var kind: CertificateKind
  package var issuedOn: CivilDate
  package var agencyName: String
  /// `N***** V** A`.
  package var maskedName: String
  package var state: CertificateState
  package var level: String
  /// From when on it is not to be relied on; nil where it stands.
  package var revokedOn: CivilDate?
  /// The number of the certificate that took its place; nil where none did.
  package var replacedBy: String?
}

/// What a reader types from the paper, to be compared. Kept nowhere.
package struct TypedFromPaper: Equatable, Sendable {
  package var number: String
  package var name: String
  package var birthDate: String
  /// `none`, `has` or empty where the reader does not say. Number 2 is never compared.
  package var outcome: String

  package init(number: String, name: String, birthDate: String, outcome: String) {
    self.number = number
    self.name = name
    self.birthDate = birthDate
    self.outcome = outcome
  }
}

package struct Comparison: Equatable, Sendable {
  package var certificate: PublicCertificate
  package var number: Match
  package var name: Match
  package var birthDate: Match
  package var outcome: Match

  package enum Match: String, Equatable, Sendable, CaseIterable {
    case same
    case different
    case notTyped
    /// Number 2: its outcome is nobody's business but the holder's.
    case notCompared
  }
}
