import Law
import Records
import Vocabulary

/// Invented judgments for the measurement, the same for the same number. Nobody of these exists.
struct InventedRecord {
  let document: SupplierDocument

  init(number: Int) {
    var dice = Dice(state: UInt64(number))
    let pronounced = CivilDate(2012, 1, 1).adding(days: dice.below(4900))
    let court = "Tòa án nhân dân \(dice.pick(Self.places))"
    let judgment = "\(dice.below(900) + 1)/\(pronounced.year)/HS-ST"
    let offence = dice.pick(Self.offences)
    let months = 6 + dice.below(60)
    let effective = pronounced.adding(days: 30)
    self.document = SupplierDocument(
      kind: .firstInstanceJudgment, issuer: court, number: judgment, issuedOn: pronounced,
      effectiveOn: effective,
      receivedOn: effective.adding(days: dice.below(20) == 0 ? 15 + dice.below(60) : 3),
      person: Self.person(number, &dice),
      content: .judgment(
        JudgmentExtract(
          number: judgment, court: court, pronouncedOn: pronounced,
          offences: [
            ExtractedOffence(
              words: offence.words, code: .code2015, article: offence.article,
              clause: 1 + dice.below(2), gravity: .serious, fault: .intentional,
              committedOn: pronounced.adding(days: -60 - dice.below(300)))
          ],
          principal: ExtractedPrincipal(
            kind: .imprisonment, months: months, words: "\(months) tháng tù"),
          supplementary: [],
          obligations: [
            ExtractedObligation(kind: .courtFee, words: "200.000 đồng án phí hình sự sơ thẩm"),
            ExtractedObligation(
              kind: .compensation, words: "Bồi thường \(dice.below(90) + 1).000.000 đồng"),
          ])))
  }

  private static func person(_ number: Int, _ dice: inout Dice) -> DocumentPerson {
    let born = CivilDate(1955, 1, 1).adding(days: dice.below(16_000))
    let sex: Sex = dice.below(8) == 0 ? .female : .male
    let middle = sex == .male ? "Văn" : "Thị"
    let family = dice.pick(families)
    return DocumentPerson(
      name: "\(family) \(middle) \(dice.pick(middles)) \(dice.pick(givens))", born: .day(born),
      sex: sex, numbers: ["09\(sex == .male ? 0 : 1)" + padded(number, to: 9)],
      nationality: "VN", father: "\(family) Văn \(dice.pick(givens))",
      mother: "\(dice.pick(families)) Thị \(dice.pick(givens))",
      birthPlace: "Huyện \(dice.pick(places)), thành phố Cần Thơ",
      residences: ["\(number % 400 + 1) đường Mẫu, phường \(dice.pick(places)), Cần Thơ"])
  }

  /// The same facts as a row of a spreadsheet.
  var csvFields: [String] {
    guard case .judgment(let extract) = document.content else { return [] }
    let person = document.person
    let offence = extract.offences[0]
    return [
      document.kind.rawValue, document.issuer, document.number, document.issuedOn?.iso ?? "",
      document.effectiveOn?.iso ?? "", document.receivedOn.iso, person.name,
      person.born?.iso ?? "", person.sex?.rawValue ?? "", person.numbers[0], person.nationality,
      person.father, person.mother, person.birthPlace, person.residences[0], extract.court,
      offence.words, offence.code?.rawValue ?? "", String(offence.article ?? 0),
      String(offence.clause ?? 0), offence.gravity.rawValue, offence.fault.rawValue,
      offence.committedOn?.iso ?? "", extract.principal.kind?.rawValue ?? "",
      String(extract.principal.months ?? 0), extract.principal.words,
      extract.obligations?[0].words ?? "", extract.obligations?[1].words ?? "",
    ]
  }

  private static let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi"]
  private static let middles = ["Minh", "Hoài", "Thanh", "Quốc", "Hữu", "Ngọc", "Thế", "Kim"]
  private static let givens = [
    "An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hùng", "Khánh", "Long", "Mẫn", "Nam",
    "Phúc", "Quân", "Sơn", "Thắng", "Tuấn", "Việt", "Xuân", "Yến",
  ]
  private static let places = [
    "quận Ninh Kiều", "quận Cái Răng", "huyện Phong Điền", "huyện Cờ Đỏ", "quận Ô Môn",
    "huyện Vĩnh Thạnh", "quận Bình Thủy", "huyện Thới Lai",
  ]
  private static let offences: [(words: String, article: Int)] = [
    ("Trộm cắp tài sản", 173), ("Cố ý gây thương tích", 134), ("Đánh bạc", 321),
    ("Lừa đảo chiếm đoạt tài sản", 174), ("Gây rối trật tự công cộng", 318),
    ("Tàng trữ trái phép chất ma túy", 249),
  ]
}

/// A known series of chance (SplitMix64).
private struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
