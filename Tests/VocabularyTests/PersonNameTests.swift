import Foundation
import Testing

@testable import Vocabulary

@Suite("A person's name")
struct PersonNameTests {
  @Test(
    arguments: [
      "Nguyễn Văn A", "ĐẶNG THỊ ƯỚC", "H'Hen Niê", "Tôn Nữ Thị Ninh", "Jean-Luc O'Neill Jr.",
      "Þórður Guðmundsson", "Łukasz Żółć", "Y", "Çağla Şimşek",
    ])
  func `a name on papers is kept as typed`(typed: String) throws {
    #expect(try PersonName(typed).text == typed)
  }

  @Test(
    arguments: [
      ("đặng văn ước", "ĐẶNG VĂN ƯỚC"), ("Nguyễn Thị Ỷ", "NGUYỄN THỊ Ỷ"), ("hoà", "HOÀ"),
      ("Trần Quỳnh Như", "TRẦN QUỲNH NHƯ"), ("quỵ ỡ ẵ", "QUỴ Ỡ Ẵ"), ("weiß", "WEISS"),
    ])
  func `capitals are Vietnamese`(typed: String, upper: String) throws {
    #expect(try PersonName(typed).upper.utf8.elementsEqual(upper.utf8))
  }

  @Test func `spaces are folded and apostrophes made plain`() throws {
    #expect(try PersonName("  Nguyễn\t Văn  A ").text == "Nguyễn Văn A")
    #expect(try PersonName("H’Hen Niê") == PersonName("H'Hen Niê"))
  }

  @Test func `composed and decomposed input give one name`() throws {
    let name = "Nguyễn Đặng Thị Ướt"
    let other = try PersonName(name.decomposedStringWithCanonicalMapping)
    #expect(try PersonName(name).text.utf8.elementsEqual(other.text.utf8))
  }

  @Test func `a name is the same in capitals, and another is not`() throws {
    let name = try PersonName("Đỗ Thị Hoà")
    #expect(try name.isSame(as: PersonName("ĐỖ THỊ HOÀ")))
    let spaced = "ĐỖ  THỊ HOÀ ".decomposedStringWithCanonicalMapping
    #expect(name.isSame(as: PersonName(restoring: spaced)))
    #expect(try !name.isSame(as: PersonName("Đỗ Thị Hòa")))
    #expect(try !name.isSame(as: PersonName("Do Thi Hoa")))
  }

  @Test func `the parts are the first, the middle and the last word`() throws {
    let name = try PersonName("Nguyễn Thị Minh Khai")
    #expect(name.familyName == "Nguyễn")
    #expect(name.middleName == "Thị Minh")
    #expect(name.givenName == "Khai")
    #expect(try PersonName("Y").middleName == "")
  }

  @Test func `empty, blank and letterless are no names`() {
    #expect(throws: PersonName.Malformed.empty) { try PersonName("") }
    #expect(throws: PersonName.Malformed.empty) { try PersonName(" \t ") }
    #expect(throws: PersonName.Malformed.noLetter) { try PersonName("- .'") }
  }

  @Test(arguments: ["Nguyễn 4", "A/B", "<b>", "A;B", "A,B", "a@b", "A_B", "A\"B", "A&B", "A|B"])
  func `digits and signs are not in names`(typed: String) {
    let refusal = #expect(throws: PersonName.Malformed.self) { try PersonName(typed) }
    guard case .notInNames = refusal else {
      Issue.record("refused for another reason")
      return
    }
  }

  @Test func `a Cyrillic letter in a Latin name is named with its place`() {
    #expect(
      throws: PersonName.Malformed.text(
        .mixedScripts(.latin, .cyrillic, codePoint: 0x430, position: 13))
    ) {
      try PersonName("Nguyễn Văn Hаi")
    }
  }

  @Test func `a capital that only looks like Đ is refused`() {
    // U+0189 is African; U+0110 is Vietnamese.
    #expect(
      throws: PersonName.Malformed.text(
        .mixedScripts(.latin, .other, codePoint: 0x189, position: 1))
    ) {
      try PersonName("\u{189}ặng")
    }
  }

  @Test(arguments: ["Иван Петров", "阮文安", "ｎｇｕｙｅｎ", "𝐍𝐠𝐮𝐲𝐞𝐧", "ﬁ"])
  func `other scripts and Latin look-alikes are refused`(typed: String) {
    let refusal = #expect(throws: PersonName.Malformed.self) { try PersonName(typed) }
    guard case .text(.foreignLetter) = refusal else {
      Issue.record("refused for another reason")
      return
    }
  }

  @Test func `a hundred characters fit, one more does not`() throws {
    let hundred = String(repeating: "ễ", count: 100)
    #expect(try PersonName(hundred.decomposedStringWithCanonicalMapping).text.count == 100)
    #expect(throws: PersonName.Malformed.text(.tooLong(characters: 101, limit: 100))) {
      try PersonName(hundred + "n")
    }
  }

  @Test func `a decoder takes no name that the door refuses`() throws {
    let good = try JSONDecoder().decode([PersonName].self, from: Data(#"["Lê Lợi"]"#.utf8))
    #expect(good.map(\.text) == ["Lê Lợi"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PersonName].self, from: Data(#"["L\u202ee"]"#.utf8))
    }
  }

  @Test func `a description shows nothing`() throws {
    #expect(try "\(PersonName("Lê Lợi"))" == "•")
  }
}
