import Vocabulary

/// Which fields stand in which section of the declaration, in the order of the statutory form.
struct DraftSections {
  let key: String
  let fields: [FormField]
  let table: FormTable?

  static let all: [DraftSections] = [
    DraftSections(
      key: "request",
      fields: [
        .requestApplicant, .requestKind, .requestBanConfirmation, .requestPurpose,
        .requestPurposeNote, .requestCopies, .requestFeeGroup, .requestDelivery,
        .requestDeliveryAddress,
      ], table: nil),
    DraftSections(
      key: "applicant",
      fields: [
        .applicantName, .applicantBirthDate, .applicantPaper, .applicantAddress,
        .applicantRelation, .proofNumber, .proofIssuedOn, .proofIssuedBy,
      ], table: nil),
    DraftSections(
      key: "person",
      fields: [
        .personName, .personOtherNames, .personSex, .personBirthDate, .personBirthPlace,
        .personNationality, .personEthnicity, .personPermanentResidence,
        .personTemporaryResidence, .personAbode, .personAddressAbroad, .personLastResidence,
      ], table: nil),
    DraftSections(
      key: "paper", fields: [.paperKind, .paperNumber, .paperIssuedOn, .paperIssuedBy],
      table: nil),
    DraftSections(key: "contact", fields: [.personPhone, .personEmail], table: nil),
    DraftSections(
      key: "father", fields: [.fatherName, .fatherBirthDate, .fatherPaper, .fatherUnknown],
      table: nil),
    DraftSections(
      key: "mother", fields: [.motherName, .motherBirthDate, .motherPaper, .motherUnknown],
      table: nil),
    DraftSections(
      key: "spouse", fields: [.spouseName, .spouseBirthDate, .spousePaper], table: nil),
    DraftSections(key: "residences", fields: [], table: .residences),
    DraftSections(key: "convictions", fields: [], table: .convictions),
    DraftSections(key: "ban", fields: [.banDeclared], table: nil),
    DraftSections(key: "oath", fields: [.oath], table: nil),
  ]
}

extension FormField {
  /// How a field is filled in on the page.
  enum Look {
    case text, area, select, radios, tick
  }

  var look: Look {
    switch self {
    case .personSex, .personAbode, .requestApplicant, .requestKind, .requestBanConfirmation,
      .requestDelivery,
      .residenceKind:
      .radios
    case .personNationality, .paperKind, .requestPurpose, .requestFeeGroup:
      .select
    case .banDeclared, .convictionPenalty, .convictionExecution:
      .area
    case .fatherUnknown, .motherUnknown, .oath:
      .tick
    case .personName, .personOtherNames, .personBirthDate, .personBirthPlace, .personEthnicity,
      .personPermanentResidence, .personTemporaryResidence, .personAddressAbroad,
      .personLastResidence, .applicantName, .applicantBirthDate, .applicantPaper,
      .applicantAddress, .applicantRelation, .proofNumber, .proofIssuedOn, .proofIssuedBy,
      .paperNumber, .paperIssuedOn,
      .paperIssuedBy, .fatherName, .fatherBirthDate, .fatherPaper, .motherName,
      .motherBirthDate, .motherPaper, .spouseName, .spouseBirthDate, .spousePaper, .personPhone,
      .personEmail, .residences, .residenceFrom, .residenceUntil, .residencePlace,
      .residenceOccupation, .residenceWorkplace, .convictions, .convictionJudgmentNumber,
      .convictionJudgmentOn, .convictionCourt, .convictionOffence, .requestPurposeNote,
      .requestCopies, .requestDeliveryAddress, .papers:
      .text
    }
  }

  /// Fields whose width says how much is expected.
  var width: String {
    if isDay { return "w-s" }
    return characterLimit <= 60 ? "w-m" : "w-l"
  }

  private var isDay: Bool { FormField.days.contains(self) }

  private static let days: Set<FormField> = [
    .personBirthDate, .paperIssuedOn, .fatherBirthDate, .motherBirthDate, .spouseBirthDate,
    .convictionJudgmentOn, .residenceFrom, .residenceUntil, .requestCopies, .applicantBirthDate,
    .proofIssuedOn,
  ]

  var inputMode: String? { FormField.inputModes[self] }

  private static let inputModes: [FormField: String] = [
    .paperNumber: "numeric", .requestCopies: "numeric", .personPhone: "tel",
    .personEmail: "email",
  ]

  /// WCAG 1.3.5: what a browser may fill in for its owner.
  var autocomplete: String? { FormField.autocompletes[self] }

  private static let autocompletes: [FormField: String] = [
    .personName: "name", .personPhone: "tel", .personEmail: "email", .personBirthDate: "bday",
    .requestDeliveryAddress: "street-address",
  ]

  /// The member of the family `hint` under the label; nil where the label says it all.
  var hintKey: String? { FormField.hintKeys[self] }

  static let hintKeys: [FormField: String] = [
    .personOtherNames: "otherNames", .personBirthDate: "birthDate",
    .fatherBirthDate: "birthDate", .motherBirthDate: "birthDate", .spouseBirthDate: "birthDate",
    .personBirthPlace: "birthPlace", .paperIssuedOn: "day", .convictionJudgmentOn: "day",
    .residenceFrom: "month", .residenceUntil: "until", .residenceOccupation: "occupation",
    .personPhone: "contact", .requestKind: "kind", .requestPurposeNote: "purposeNote",
    .requestDeliveryAddress: "deliveryAddress", .requestApplicant: "applicant",
    .personAddressAbroad: "abroad", .personLastResidence: "lastResidence",
    .residencePlace: "residencePlace", .applicantRelation: "relation", .proofIssuedOn: "day",
    .proofNumber: "proof",
  ]
}
