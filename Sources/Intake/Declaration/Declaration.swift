package import Vocabulary

/// The statutory declaration (tờ khai yêu cầu cấp Phiếu lý lịch tư pháp), every field of the form.
///
/// It is what the citizen stated, already parsed. That it is true is for Assessment to find out.
/// Source: forms 03/2013/TT-LLTP, 03/2024/LLTP, 01/2025/LLTP (docs/FORMS.md).
package struct Declaration: Equatable, Sendable, Codable {
  /// Whom the certificate is about.
  package var person: DeclaredPerson
  package var family: Family
  /// Oldest first, by month, since the age of 14.
  package var residences: [Residence]
  /// What the person says of convictions; empty when none are declared.
  package var convictions: [DeclaredConviction]
  /// What the person says of a ban after a bankruptcy; empty when none is declared.
  package var declaredBan: String
  package var request: CertificateRequest
  /// Who applies for the person; nil where the person applies, as in every declaration that is
  /// older than this field.
  package var representative: Representative?
  /// Where the person says that a register is wrong; nil for nowhere, as in every declaration that
  /// is older than this field.
  package var disputes: [FieldDispute]?
  /// What is wrong with the certificate that the case is to correct, in words beside the disputed
  /// fields; nil in every application.
  package var correction: String?

  package init(
    person: DeclaredPerson, family: Family, residences: [Residence],
    convictions: [DeclaredConviction], declaredBan: String, request: CertificateRequest,
    representative: Representative? = nil, disputes: [FieldDispute] = []
  ) {
    self.disputes = disputes.isEmpty ? nil : disputes
    self.person = person
    self.family = family
    self.residences = residences
    self.convictions = convictions
    self.declaredBan = declaredBan
    self.request = request
    self.representative = representative
  }
}

/// Fields 1 to 10 and 14 of the form.
package struct DeclaredPerson: Equatable, Sendable, Codable {
  package var name: PersonName
  package var otherNames: [PersonName]
  package var sex: Sex
  package var birthDate: BirthDate
  package var birthPlace: String
  /// ISO 3166-1 alpha-2, `VN` for Vietnamese.
  package var nationality: String
  /// Dân tộc, as on the population register, such as `Kinh`; empty for a foreigner.
  package var ethnicity: String
  package var permanentResidence: String
  package var temporaryResidence: String
  package var paper: IdentityPaper
  /// How to reach who applies.
  package var phone: String
  package var email: String
  /// Nil for who lives in the country, as everybody did in declarations older than this field.
  package var abroad: LifeAbroad?

  package init(
    name: PersonName, otherNames: [PersonName], sex: Sex, birthDate: BirthDate,
    birthPlace: String, nationality: String, ethnicity: String, permanentResidence: String,
    temporaryResidence: String, paper: IdentityPaper, phone: String, email: String,
    abroad: LifeAbroad? = nil
  ) {
    self.name = name
    self.otherNames = otherNames
    self.sex = sex
    self.birthDate = birthDate
    self.birthPlace = birthPlace
    self.nationality = nationality
    self.ethnicity = ethnicity
    self.permanentResidence = permanentResidence
    self.temporaryResidence = temporaryResidence
    self.paper = paper
    self.phone = phone
    self.email = email
    self.abroad = abroad
  }
}

/// Of a person who lives in another country.
package struct LifeAbroad: Equatable, Sendable, Codable {
  package var address: String
  /// The last address in the country before leaving; empty where there was none.
  package var lastResidence: String

  package init(address: String, lastResidence: String) {
    self.address = address
    self.lastResidence = lastResidence
  }
}

/// Field 10: the paper that shows who the person is.
package struct IdentityPaper: Equatable, Sendable, Codable {
  package var kind: Kind
  package var number: String
  package var issuedOn: CivilDate?
  package var issuedBy: String

  package typealias Kind = PaperKind

  package init(kind: Kind, number: String, issuedOn: CivilDate?, issuedBy: String) {
    self.kind = kind
    self.number = number
    self.issuedOn = issuedOn
    self.issuedBy = issuedBy
  }
}

/// Fields 11 to 13.
package struct Family: Equatable, Sendable, Codable {
  package var father: Relative?
  package var mother: Relative?
  package var spouse: Relative?

  package init(father: Relative?, mother: Relative?, spouse: Relative?) {
    self.father = father
    self.mother = mother
    self.spouse = spouse
  }
}

package struct Relative: Equatable, Sendable, Codable {
  package var name: PersonName
  package var birthDate: BirthDate?
  /// An identity number if the person knows it; empty otherwise.
  package var paperNumber: String

  package init(name: PersonName, birthDate: BirthDate?, paperNumber: String) {
    self.name = name
    self.birthDate = birthDate
    self.paperNumber = paperNumber
  }
}

/// One line of the residence history: from month to month, where, and doing what.
package struct Residence: Equatable, Sendable, Codable {
  package var from: YearMonth
  /// Nil for the residence that still lasts.
  package var until: YearMonth?
  package var place: String
  package var kind: Kind
  package var occupation: String
  package var workplace: String

  package typealias Kind = ResidenceKind

  package init(
    from: YearMonth, until: YearMonth?, place: String, kind: Kind, occupation: String,
    workplace: String
  ) {
    self.from = from
    self.until = until
    self.place = place
    self.kind = kind
    self.occupation = occupation
    self.workplace = workplace
  }
}

/// What the person says of one conviction.
package struct DeclaredConviction: Equatable, Sendable, Codable {
  package var judgmentNumber: String
  package var judgmentOn: CivilDate?
  package var court: String
  package var offence: String
  package var penalty: String
  package var execution: String

  package init(
    judgmentNumber: String, judgmentOn: CivilDate?, court: String, offence: String,
    penalty: String, execution: String
  ) {
    self.judgmentNumber = judgmentNumber
    self.judgmentOn = judgmentOn
    self.court = court
    self.offence = offence
    self.penalty = penalty
    self.execution = execution
  }
}

/// What is asked for, why, and how the result is to reach the person.
package struct CertificateRequest: Equatable, Sendable, Codable {
  package var kind: CertificateKind
  /// Whether number 1 is to state bans on office and enterprises. Number 2 always states them.
  package var banConfirmation: BanConfirmation
  /// A code of the purpose catalogue (`Law/Resources/national/purposes.json`).
  package var purpose: String
  /// Free words where the purpose is "other"; empty otherwise.
  package var purposeNote: String
  package var copies: Int
  package var delivery: Delivery
  /// Where the post brings the result; empty for the other ways.
  package var deliveryAddress: String
  package var feeGroup: String

  package typealias BanConfirmation = Vocabulary.BanConfirmation
  package typealias Delivery = DeliveryWay

  package init(
    kind: CertificateKind, banConfirmation: BanConfirmation, purpose: String,
    purposeNote: String, copies: Int, delivery: Delivery, deliveryAddress: String = "",
    feeGroup: String
  ) {
    self.kind = kind
    self.banConfirmation = banConfirmation
    self.purpose = purpose
    self.purposeNote = purposeNote
    self.copies = copies
    self.delivery = delivery
    self.deliveryAddress = deliveryAddress
    self.feeGroup = feeGroup
  }
}
