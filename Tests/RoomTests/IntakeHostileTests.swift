import Foundation
import Intake
import Testing
import Vocabulary

/// Every field against everything that a hostile hand could put there.
@Suite("Intake: hostile input")
struct IntakeHostileTests {
  /// Every field, those of a table in its first row.
  static let names: [String] = FormField.allCases.filter(\.isTyped).map { field in
    FieldName(field, row: field.table == nil ? nil : 0).name
  }

  /// What makes a field be read at all.
  private func context(for name: String) -> [String: String] {
    switch name {
    case "request.purposeNote": ["request.purpose": "other"]
    case "request.deliveryAddress": ["request.delivery": "post"]
    case "spouse.birthDate", "spouse.paper": ["spouse.name": "Lê Thị Vợ"]
    case "convictions[0].judgmentNumber", "convictions[0].judgmentOn",
      "convictions[0].court", "convictions[0].offence", "convictions[0].penalty",
      "convictions[0].execution":
      [
        "convictions[0].court": "TAND", "convictions[0].offence": "Trộm cắp tài sản",
        "convictions[0].penalty": "Cảnh cáo",
      ]
    case "person.addressAbroad", "person.lastResidence":
      ["person.abode": "abroad", "person.addressAbroad": "Berlin, Đức"]
    case "applicant.name", "applicant.birthDate", "applicant.paper", "applicant.address",
      "applicant.relation", "proof.number", "proof.issuedOn", "proof.issuedBy":
      [
        "request.applicant": "authorised", "applicant.name": "Lê Thị Thay",
        "applicant.birthDate": "05/09/1990", "applicant.paper": "092190000017",
        "applicant.address": "Đường Nguyễn Huệ", "applicant.relation": "người được ủy quyền",
        "proof.number": "12/Ủy quyền", "proof.issuedOn": "05/09/2020",
        "proof.issuedBy": "Văn phòng công chứng số 1",
      ]
    default: [:]
    }
  }

  private func lacks(_ name: String, _ typed: String) -> [Lack] {
    IntakeFixture.lacks(context(for: name).merging([name: typed]) { $1 })
  }

  @Test(
    arguments: names,
    [
      "Văn\u{202E}A", "Văn\u{0}A", "A\u{200B}B", "A\u{1B}[31m", "A\u{E000}", "A\u{FFFD}",
      "A\u{E0041}", "Mаy", "A😀",
    ])
  func `no field takes a character that hides or imitates`(name: String, typed: String) {
    let lacks = lacks(name, typed)
    #expect(lacks.contains { $0.at.name == name })
    for lack in lacks { #expect(!"\(lack)".contains(typed)) }
  }

  @Test(arguments: names)
  func `no field takes a megabyte`(name: String) {
    let lacks = lacks(name, String(repeating: "A", count: 1 << 20))
    #expect(lacks.contains { $0.at.name == name })
    let blank = "1" + String(repeating: " ", count: 1 << 20) + "2"
    #expect(self.lacks(name, blank).contains { $0.at.name == name })
  }

  @Test(arguments: names)
  func `decomposed input reads as composed input does`(name: String) throws {
    var typed = IntakeFixture.fields[name] ?? ""
    if typed.isEmpty {
      typed = context(for: name)[name] ?? ""
      if name.hasPrefix("request.") { typed = "Đường Nguyễn Huệ, ấp Bờ Ổi" }
    }
    let decomposed = typed.decomposedStringWithCanonicalMapping
    let one = try IntakeFixture.declaration(context(for: name).merging([name: typed]) { $1 })
    let two = try IntakeFixture.declaration(context(for: name).merging([name: decomposed]) { $1 })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(one) == encoder.encode(two))
  }

  @Test(arguments: names)
  func `quotes and markup cannot leave their field`(name: String) {
    for typed in ["'; DROP TABLE cases; --", "<script>alert(1)</script>", "${jndi:ldap://a}"] {
      // Free text keeps them as they are: pages escape, statements bind. Nothing else takes them.
      let lacks = lacks(name, typed)
      guard lacks.isEmpty else {
        #expect(lacks.allSatisfy { $0.at.name == name })
        continue
      }
      let reading = IntakeFixture.reading(context(for: name).merging([name: typed]) { $1 })
      guard case .declaration = reading else {
        Issue.record("neither read nor lacking")
        return
      }
    }
  }

  @Test(arguments: UInt64(0)..<150)
  func `any form is read or lacks something, and says so in words`(seed: UInt64) {
    var dice = RoomDice(state: seed)
    let texts = [
      "", "yes", "other", "1", "0", "05/09/1990", "1990", "09/2004", "nay", "VN", "passport",
      "number2", "Nguyễn", "A\u{202E}", "999999999999999999999", "-", "@", "\u{301}", "post",
    ]
    var fields = IntakeFixture.fields
    for _ in 0..<Int.random(in: 1..<20, using: &dice) {
      let name = IntakeHostileTests.names.randomElement(using: &dice) ?? "oath"
      fields[name] = texts.randomElement(using: &dice) ?? ""
    }
    switch IntakeFixture.reading(fields) {
    case .declaration: break
    case .lacking(let lacks): #expect(!lacks.isEmpty)
    }
  }
}
