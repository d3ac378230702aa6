package import Records
package import Vocabulary

/// What one certificate states, exactly the contents of Articles 42 and 43 of Law 28/2009/QH12:
/// nothing that the kind does not print is in here.
package struct CertificateStatement: Equatable, Sendable, Codable {
  package var kind: CertificateKind
  /// Certificate number, such as `123/STP-LLTP`.
  package var number: String
  package var issuedOn: CivilDate
  package var identity: Identity
  /// Number 2 only (Article 43.1): father, mother, spouse; empty text where unknown or none.
  package var family: FamilyNames?
  package var criminalRecord: CriminalRecordSection
  package var ban: BanSection

  package struct Identity: Equatable, Sendable, Codable {
    package var name: String
    package var sex: Sex
    package var birthDate: BirthDate
    package var birthPlace: String
    /// ISO 3166-1 alpha-2, such as `VN`; printed as the country's name.
    package var nationality: String
    package var ethnicity: String
    package var paperKind: String
    package var paperNumber: String
    package var paperIssuedOn: CivilDate?
    package var paperIssuedBy: String
    package var permanentResidence: String
    package var temporaryResidence: String

    package init(
      name: String, sex: Sex, birthDate: BirthDate, birthPlace: String, nationality: String,
      ethnicity: String, paperKind: String, paperNumber: String, paperIssuedOn: CivilDate?,
      paperIssuedBy: String, permanentResidence: String, temporaryResidence: String
    ) {
      self.name = name
      self.sex = sex
      self.birthDate = birthDate
      self.birthPlace = birthPlace
      self.nationality = nationality
      self.ethnicity = ethnicity
      self.paperKind = paperKind
      self.paperNumber = paperNumber
      self.paperIssuedOn = paperIssuedOn
      self.paperIssuedBy = paperIssuedBy
      self.permanentResidence = permanentResidence
      self.temporaryResidence = temporaryResidence
    }
  }

  package struct FamilyNames: Equatable, Sendable, Codable {
    package var father: String
    package var mother: String
    package var spouse: String

    package init(father: String, mother: String, spouse: String) {
      self.father = father
      self.mother = mother
      self.spouse = spouse
    }
  }

  package enum CriminalRecordSection: Equatable, Sendable, Codable {
    /// Không có án tích.
    case none
    /// Number 1: Có án tích, the judgments not yet cleared. Number 2: every judgment, in order.
    case judgments([Judgment])
  }

  package enum BanSection: Equatable, Sendable, Codable {
    /// Number 1 where confirmation was not asked for: the section is left out.
    case leftOut
    case notBanned
    case banned(Ban)
  }

  package init(
    kind: CertificateKind, number: String, issuedOn: CivilDate, identity: Identity,
    family: FamilyNames?, criminalRecord: CriminalRecordSection, ban: BanSection
  ) {
    self.kind = kind
    self.number = number
    self.issuedOn = issuedOn
    self.identity = identity
    self.family = family
    self.criminalRecord = criminalRecord
    self.ban = ban
  }
}
