import Intake
import Testing
import Vocabulary

/// A complete form of an invented person, the rules of an invented day, and readings of both.
enum IntakeFixture {
  static let today = CivilDate(2026, 11, 21)

  static let rules = IntakeRules(
    purposes: [
      "employment": [.number1], "self": [.number1, .number2], "other": [.number1, .number2],
    ],
    feeGroups: ["standard", "student"], minimumAge: 16, maxCopies: 10,
    deliveries: [.electronic, .counter, .post])

  static let fields: [String: String] = [
    "person.name": "Nguyễn Văn Mẫu", "person.otherNames": "", "person.sex": "male",
    "person.birthDate": "05/09/1990", "person.birthPlace": "Phường Cái Khế, Thành phố Cần Thơ",
    "person.nationality": "VN", "person.ethnicity": "Kinh",
    "person.permanentResidence": "Số 1 đường 30 Tháng 4, phường Ninh Kiều, TP. Cần Thơ",
    "person.temporaryResidence": "", "person.paper.kind": "nationalID",
    "person.paper.number": "092090123456", "person.paper.issuedOn": "01/06/2021",
    "person.paper.issuedBy": "Cục Cảnh sát QLHC về TTXH", "person.phone": "0901234567",
    "person.email": "mau@vidu.vn", "father.name": "Nguyễn Văn Cha",
    "father.birthDate": "1960", "father.paper": "", "father.unknown": "",
    "mother.name": "Trần Thị Mẹ", "mother.birthDate": "02/1962", "mother.paper": "",
    "mother.unknown": "", "spouse.name": "", "spouse.birthDate": "", "spouse.paper": "",
    "residences[0].from": "09/2004", "residences[0].until": "06/2012",
    "residences[0].place": "Ấp 3, xã Tân Phú, huyện Cai Lậy, tỉnh Tiền Giang",
    "residences[0].kind": "permanent", "residences[0].occupation": "Học sinh, sinh viên",
    "residences[0].workplace": "", "residences[1].from": "06/2012", "residences[1].until": "nay",
    "residences[1].place": "Phường Ninh Kiều, TP. Cần Thơ", "residences[1].kind": "permanent",
    "residences[1].occupation": "Kỹ sư", "residences[1].workplace": "Công ty Ví Dụ",
    "ban.declared": "", "request.applicant": "self", "request.kind": "number1",
    "request.banConfirmation": "notRequested", "request.purpose": "employment",
    "request.purposeNote": "", "request.copies": "2", "request.delivery": "electronic",
    "request.deliveryAddress": "", "request.feeGroup": "standard", "oath": "yes",
  ]

  static let nobody = KnownFacts(identity: nil)

  static func identity(
    name: String = "NGUYỄN VĂN MẪU", number: String = "092090123456",
    birthDate: BirthDate = .day(CivilDate(1990, 9, 5))
  ) throws -> KnownFacts {
    KnownFacts(
      identity: VerifiedIdentity(
        nationalID: try NationalID(number), name: try PersonName(name), birthDate: birthDate))
  }

  /// The complete form with some fields typed otherwise.
  static func form(_ changes: [String: String] = [:]) -> DeclarationForm {
    DeclarationForm(fields.merging(changes) { $1 })
  }

  static func reading(
    _ changes: [String: String] = [:], rules: IntakeRules = rules, known: KnownFacts = nobody,
    today: CivilDate = today
  ) -> Reading {
    read(form(changes), rules: rules, known: known, today: today)
  }

  static func lacks(
    _ changes: [String: String] = [:], rules: IntakeRules = rules, known: KnownFacts = nobody
  ) -> [Lack] {
    switch reading(changes, rules: rules, known: known) {
    case .declaration: []
    case .lacking(let lacks): lacks
    }
  }

  static func declaration(
    _ changes: [String: String] = [:], rules: IntakeRules = rules, known: KnownFacts = nobody
  ) throws -> Declaration {
    guard case .declaration(let declaration, _) = reading(changes, rules: rules, known: known)
    else {
      throw Unexpected.lacking(lacks(changes, rules: rules, known: known))
    }
    return declaration
  }

  static func warnings(
    _ changes: [String: String] = [:], known: KnownFacts = nobody
  ) throws -> [Warning] {
    guard case .declaration(_, let warnings) = reading(changes, known: known) else {
      throw Unexpected.lacking(lacks(changes, known: known))
    }
    return warnings
  }

  static func lack(_ name: String, _ reason: Lack.Reason) throws -> Lack {
    Lack(at: try #require(FieldName(name)), reason)
  }

  enum Unexpected: Error {
    case lacking([Lack])
  }
}
