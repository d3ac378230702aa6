/// A field of the statutory declaration, by its stable name: in pages, in drafts, in lacks.
///
/// `[]` stands for the row, counted from 0: `residences[0].from`.
///
/// | name | what is typed |
/// |---|---|
/// | `person.name` | full name |
/// | `person.otherNames` | other names, parted by `;` |
/// | `person.sex` | `male`, `female` |
/// | `person.birthDate` | day (`d/m/yyyy`, `dd-mm-yyyy`, `yyyy-mm-dd`), `mm/yyyy` or `yyyy` |
/// | `person.birthPlace` | commune, district, province; or country |
/// | `person.nationality` | ISO 3166-1 alpha-2 code, `VN` |
/// | `person.ethnicity` | ethnic group; for Vietnamese nationals |
/// | `person.permanentResidence`, `person.temporaryResidence` | address; one of the two |
/// | `person.abode` | `vietnam` (also when empty), `abroad` |
/// | `person.addressAbroad` | for who lives abroad: where |
/// | `person.lastResidence` | for who lives abroad: the last address in the country |
/// | `person.paper.kind` | `nationalID`, `oldIdentityCard`, `passport` |
/// | `person.paper.number`, `.issuedOn`, `.issuedBy` | number, day, authority |
/// | `person.phone`, `person.email` | at least one of the two |
/// | `father.name`, `.birthDate`, `.paper`, `.unknown` | `.unknown` is a tick: `yes` |
/// | `mother.name`, `.birthDate`, `.paper`, `.unknown` | as the father's |
/// | `spouse.name`, `.birthDate`, `.paper` | empty where there is none |
/// | `residences[].from`, `residences[].until` | `mm/yyyy`; `until` empty or `nay`: to this day |
/// | `residences[].place`, `.kind` | address; `permanent`, `temporary`, `abroad` |
/// | `residences[].occupation`, `.workplace` | work, military service too; workplace optional |
/// | `convictions[].judgmentNumber`, `.judgmentOn` | optional |
/// | `convictions[].court`, `.offence`, `.penalty` | needed in a row that has anything |
/// | `convictions[].execution` | how it was carried out; optional |
/// | `ban.declared` | a ban after a bankruptcy, in words; optional |
/// | `request.applicant` | `self` (also when empty), or a role of `ApplicantRole` |
/// | `applicant.name`, `.birthDate`, `.paper` | who applies for another; empty: the e-identity |
/// | `applicant.address`, `.relation` | address; what they are to the person, in words |
/// | `proof.number`, `.issuedOn`, `.issuedBy` | the paper that shows the tie or the authority |
/// | `request.kind` | `number1`, `number2` |
/// | `request.banConfirmation` | `requested`, `notRequested`; for number 1 |
/// | `request.purpose`, `request.purposeNote` | code of the catalogue; words where it wants them |
/// | `request.copies` | a whole number |
/// | `request.delivery`, `request.deliveryAddress` | `electronic`, `counter`, `post`; for post |
/// | `request.feeGroup` | code of the fee table |
/// | `oath` | a tick: `yes` |
///
/// `residences`, `convictions` and `papers` are no typed fields: a lack of a whole table, or of an
/// attached paper, stands there.
///
/// Source: forms 03/2013/TT-LLTP, 03/2024/LLTP, 01/2025/LLTP; for another 04/2013/TT-LLTP.
package enum FormField: String, Sendable, Codable, CaseIterable {
  case personName = "person.name"
  case personOtherNames = "person.otherNames"
  case personSex = "person.sex"
  case personBirthDate = "person.birthDate"
  case personBirthPlace = "person.birthPlace"
  case personNationality = "person.nationality"
  case personEthnicity = "person.ethnicity"
  case personPermanentResidence = "person.permanentResidence"
  case personTemporaryResidence = "person.temporaryResidence"
  case personAbode = "person.abode"
  case personAddressAbroad = "person.addressAbroad"
  case personLastResidence = "person.lastResidence"
  case paperKind = "person.paper.kind"
  case paperNumber = "person.paper.number"
  case paperIssuedOn = "person.paper.issuedOn"
  case paperIssuedBy = "person.paper.issuedBy"
  case fatherName = "father.name"
  case fatherBirthDate = "father.birthDate"
  case fatherPaper = "father.paper"
  case fatherUnknown = "father.unknown"
  case motherName = "mother.name"
  case motherBirthDate = "mother.birthDate"
  case motherPaper = "mother.paper"
  case motherUnknown = "mother.unknown"
  case spouseName = "spouse.name"
  case spouseBirthDate = "spouse.birthDate"
  case spousePaper = "spouse.paper"
  case personPhone = "person.phone"
  case personEmail = "person.email"
  case residences = "residences"
  case residenceFrom = "residences[].from"
  case residenceUntil = "residences[].until"
  case residencePlace = "residences[].place"
  case residenceKind = "residences[].kind"
  case residenceOccupation = "residences[].occupation"
  case residenceWorkplace = "residences[].workplace"
  case convictions = "convictions"
  case convictionJudgmentNumber = "convictions[].judgmentNumber"
  case convictionJudgmentOn = "convictions[].judgmentOn"
  case convictionCourt = "convictions[].court"
  case convictionOffence = "convictions[].offence"
  case convictionPenalty = "convictions[].penalty"
  case convictionExecution = "convictions[].execution"
  case banDeclared = "ban.declared"
  case requestApplicant = "request.applicant"
  case applicantName = "applicant.name"
  case applicantBirthDate = "applicant.birthDate"
  case applicantPaper = "applicant.paper"
  case applicantAddress = "applicant.address"
  case applicantRelation = "applicant.relation"
  case proofNumber = "proof.number"
  case proofIssuedOn = "proof.issuedOn"
  case proofIssuedBy = "proof.issuedBy"
  case requestKind = "request.kind"
  case requestBanConfirmation = "request.banConfirmation"
  case requestPurpose = "request.purpose"
  case requestPurposeNote = "request.purposeNote"
  case requestCopies = "request.copies"
  case requestDelivery = "request.delivery"
  case requestDeliveryAddress = "request.deliveryAddress"
  case requestFeeGroup = "request.feeGroup"
  case oath = "oath"
  case papers = "papers"
}

/// A table of the form: rows of the same fields.
package enum FormTable: String, Sendable, Codable, CaseIterable {
  case residences
  case convictions

  /// The most rows a declaration may have. Sixty residences are more than one a year for most;
  /// the bounds exist so that a hostile form has an end.
  package var rowLimit: Int {
    switch self {
    case .residences: 60
    case .convictions: 30
    }
  }

  /// The columns, in the form's order.
  package var columns: [FormField] { FormField.allCases.filter { $0.table == self } }

  /// Where a lack of the whole table stands.
  package var field: FormField {
    switch self {
    case .residences: .residences
    case .convictions: .convictions
    }
  }
}

extension FormField {
  /// The table whose column this is; nil for a field that the form has once.
  package var table: FormTable? {
    guard let bracket = rawValue.brackets else { return nil }
    return FormTable(rawValue: String(rawValue[..<bracket]))
  }

  /// Whether something is typed here; false for the names of whole tables and of attachments.
  package var isTyped: Bool { ![.residences, .convictions, .papers].contains(self) }

  /// The longest text the field takes, in characters, after folding of white space.
  package var characterLimit: Int {
    switch self {
    case .personName, .fatherName, .motherName, .spouseName, .applicantName: 100
    case .personBirthPlace, .personPermanentResidence, .personTemporaryResidence,
      .personAddressAbroad, .personLastResidence, .applicantAddress, .residencePlace,
      .requestDeliveryAddress:
      300
    case .personOtherNames, .residenceOccupation, .residenceWorkplace, .convictionCourt,
      .paperIssuedBy, .proofIssuedBy:
      200
    case .convictionOffence, .convictionPenalty, .convictionExecution, .banDeclared,
      .requestPurposeNote:
      500
    case .personEmail: 254
    case .convictionJudgmentNumber, .personEthnicity, .applicantRelation, .proofNumber: 60
    case .paperNumber, .fatherPaper, .motherPaper, .spousePaper, .personPhone, .applicantPaper: 30
    case .personAbode, .applicantBirthDate, .proofIssuedOn, .personSex, .personBirthDate,
      .personNationality, .paperKind, .paperIssuedOn,
      .fatherBirthDate, .fatherUnknown, .motherBirthDate, .motherUnknown, .spouseBirthDate,
      .residences, .residenceFrom, .residenceUntil, .residenceKind, .convictions,
      .convictionJudgmentOn, .requestApplicant, .requestKind, .requestBanConfirmation,
      .requestPurpose, .requestCopies, .requestDelivery, .requestFeeGroup, .oath, .papers:
      60
    }
  }

  package var limit: TextLimit { TextLimit(characters: characterLimit) }
}

/// One field of one filled form: the field, and in a table its row from 0.
package struct FieldName: Hashable, Sendable {
  package let field: FormField
  package let row: Int?

  package init(_ field: FormField, row: Int? = nil) {
    precondition((field.table != nil) == (row != nil), "a row belongs to a table's column")
    self.field = field
    self.row = row
  }

  /// Nil unless the text names a field exactly as `name` writes it; rows have no leading zeros.
  package init?(_ name: String) {
    guard name.utf8.count <= 60 else { return nil }
    guard let open = name.brackets, let close = name.utf8.firstIndex(of: UInt8(ascii: "]")) else {
      guard let field = FormField(rawValue: name), field.table == nil else { return nil }
      self.init(field)
      return
    }
    guard open < close else { return nil }
    let digits = name[name.index(after: open)..<close]
    guard let row = Int(digits), row >= 0, String(row) == digits else { return nil }
    let pattern = "\(name[..<open])[]\(name[name.index(after: close)...])"
    guard let field = FormField(rawValue: pattern), field.table != nil else { return nil }
    self.init(field, row: row)
  }

  /// `person.name`, `residences[3].from`.
  package var name: String {
    guard let row, let brackets = field.rawValue.brackets else {
      return field.rawValue
    }
    let (before, after) = (field.rawValue[..<brackets], field.rawValue[brackets...].dropFirst(2))
    return "\(before)[\(row)]\(after)"
  }
}

extension FieldName: CustomStringConvertible {
  package var description: String { name }
}

extension String {
  /// Where the empty brackets of a column's name begin.
  fileprivate var brackets: String.Index? { utf8.firstIndex(of: UInt8(ascii: "[")) }
}
