package import Vocabulary

/// What the national population register holds of one person.
///
/// Shown to that person only. Residence history is not among it: the register does not provide it.
package struct PopulationPerson: Equatable, Sendable {
  package let nationalID: NationalID
  package let name: PersonName
  package let sex: Sex
  package let birthDate: BirthDate
  /// Where the birth was registered (NoiDangKyKhaiSinh).
  package let birthPlace: String?
  /// ISO 3166-1 alpha-2.
  package let nationality: String
  /// Nil for a foreigner.
  package let ethnicity: String?
  package let permanentResidence: String?
  /// Where the person lives now, if elsewhere (NoiOHienTai).
  package let currentResidence: String?
  package let father: RegisteredRelative?
  package let mother: RegisteredRelative?
  package let spouse: RegisteredRelative?
  /// Nine-digit identity cards (CMND) of former days, and twelve-digit ones.
  package let oldNumbers: [String]
}

/// A relative as the register names him or her.
package struct RegisteredRelative: Equatable, Sendable {
  package let name: PersonName
  package let nationalID: NationalID?
}

package enum PopulationFound: Equatable, Sendable {
  case found(PopulationPerson)
  /// No person has this number, name and day of birth together.
  case notFound
}

/// The answer about anyone but the signed-in person. It carries no data.
package enum PopulationMatch: String, Equatable, Sendable {
  case matches
  case toBeConfirmed
}
