import Neighbours
import Vocabulary

/// A person who applies in the measurement. Nobody of these exists.
struct InventedApplicant: Sendable {
  let nationalID: NationalID
  let name: String
  let sex: Sex
  let birthDate: CivilDate
  let birthPlace: String
  let residence: String
  let father: String
  let mother: String
  let email: String

  /// The person of that number, from 1 to a million; the same number gives the same person.
  init(number: Int) throws {
    var dice = SplitMix(state: 0x4C4C_5450 &+ UInt64(number))
    func one(_ choices: [String]) -> String {
      choices[Int.random(in: 0..<choices.count, using: &dice)]
    }
    let isMale = Int.random(in: 0..<2, using: &dice) == 0
    let born = CivilDate(1960, 1, 1).adding(days: Int.random(in: 0..<16_400, using: &dice))
    let family = one(Self.families)
    let century = born.year < 2000 ? 0 : 2
    // Two provinces in turn, so that a million numbers are a million people.
    self.nationalID = try NationalID(
      "09\(number % 2 == 0 ? 2 : 4)\(century + (isMale ? 0 : 1))\(padded(born.year % 100, to: 2))"
        + padded(number % 1_000_000, to: 6))
    self.sex = isMale ? .male : .female
    self.birthDate = born
    self.name = "\(family) \(one(isMale ? Self.men : Self.women)) \(one(Self.given))"
    self.birthPlace = "\(one(Self.places)), thành phố Cần Thơ"
    self.residence =
      "\(Int.random(in: 1...400, using: &dice)) đường Mẫu, \(one(Self.places)), thành phố Cần Thơ"
    self.father = "\(family) Văn \(one(Self.given))"
    self.mother = "\(one(Self.families)) Thị \(one(Self.given))"
    self.email = "nguoi-\(number)@lylich.example"
  }

  /// As the neighbours know this person.
  var member: CastMember {
    CastMember(
      ordinary: nationalID, name: name, sex: sex, birthDate: .day(birthDate),
      birthPlace: birthPlace, residence: residence, father: father, mother: mother)
  }

  /// What is typed into the declaration beside what the page holds already.
  var typed: [FormPair] {
    [
      FormPair("request.applicant", "self"), FormPair("request.kind", "number1"),
      FormPair("request.banConfirmation", "notRequested"),
      FormPair("request.purpose", "employment"), FormPair("request.purposeNote", ""),
      FormPair("request.copies", "1"), FormPair("request.feeGroup", "standard"),
      FormPair("request.delivery", "electronic"), FormPair("request.deliveryAddress", ""),
      FormPair("person.name", name), FormPair("person.otherNames", ""),
      FormPair("person.birthDate", birthDate.vietnamese),
      FormPair("person.temporaryResidence", ""), FormPair("person.abode", "vietnam"),
      FormPair("person.addressAbroad", ""), FormPair("person.lastResidence", ""),
      FormPair("person.paper.kind", "nationalID"),
      FormPair("person.paper.number", nationalID.digits),
      FormPair("person.paper.issuedOn", "12/04/2021"),
      FormPair(
        "person.paper.issuedBy", "Cục Cảnh sát quản lý hành chính về trật tự xã hội"),
      FormPair("person.phone", "0900000001"), FormPair("person.email", email),
      FormPair("father.birthDate", ""), FormPair("father.paper", ""),
      FormPair("mother.birthDate", ""), FormPair("mother.paper", ""),
      FormPair("spouse.name", ""), FormPair("spouse.birthDate", ""),
      FormPair("spouse.paper", ""),
      FormPair("residences[0].from", "\(padded(birthDate.month, to: 2))/\(birthDate.year + 14)"),
      FormPair("residences[0].until", ""), FormPair("residences[0].place", residence),
      FormPair("residences[0].kind", "permanent"), FormPair("residences[0].occupation", "Kế toán"),
      FormPair("residences[0].workplace", "Công ty Mẫu"), FormPair("ban.declared", ""),
      FormPair("oath", "yes"),
    ]
  }

  private static let families = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
  ]
  private static let men = ["Văn", "Hữu", "Minh", "Quốc", "Đức", "Thanh", "Công", "Hoàng"]
  private static let women = ["Thị", "Ngọc", "Thị Kim", "Thanh", "Thị Hồng", "Bích", "Thị Mỹ"]
  private static let given = [
    "An", "Bình", "Cường", "Dung", "Đạt", "Giang", "Hải", "Hạnh", "Hùng", "Hương", "Khánh", "Lan",
    "Long", "Mai", "Nam", "Nga", "Phúc", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Thắng", "Trang",
    "Tuấn", "Vân", "Việt", "Xuân", "Yến",
  ]
  private static let places = [
    "quận Ninh Kiều", "quận Cái Răng", "huyện Phong Điền", "huyện Cờ Đỏ", "quận Ô Môn",
    "huyện Vĩnh Thạnh", "quận Bình Thủy", "huyện Thới Lai",
  ]
}
