import Intake
import Testing
import Vocabulary

@Suite("Intake: the QR of a citizen card")
struct IntakeCardTests {
  private let good =
    "001090123456|012345678|NGUYỄN VĂN A|01011990|Nam|Phường Bến Nghé, Quận 1, "
    + "TP. Hồ Chí Minh|15042021"

  @Test func `seven fields fill the form`() throws {
    let card = try CardQR(good)
    #expect(card.birthDate == CivilDate(1990, 1, 1))
    #expect(card.issuedOn == CivilDate(2021, 4, 15))
    #expect(card.oldNumber == "012345678")
    #expect(card.fields[FieldName(.personSex)] == "male")
    #expect(card.fields[FieldName(.paperNumber)] == "001090123456")
    #expect(card.fields[FieldName(.personBirthDate)] == "01/01/1990")
  }

  @Test func `newer cards' extra fields are left unread`() throws {
    #expect(try CardQR(good + "|CHA|MẸ|\u{202E}|0123") == CardQR(good))
  }

  @Test func `an address with a bar in it is refused`() {
    #expect(throws: CardRefusal.issueDate) {
      try CardQR("079200000001||TRẦN THỊ BÍCH|29022000|Nữ|Số 1, Thôn A|B?|01072024")
    }
  }

  @Test func `a leap day is a day, 31 February is none`() throws {
    let card = try CardQR("079300000001||TRẦN THỊ BÍCH|29022000|Nữ|Thôn A|01072024")
    #expect(card.birthDate == CivilDate(2000, 2, 29))
    #expect(card.oldNumber == "")
    #expect(throws: CardRefusal.birthDate) {
      try CardQR("001090123456||A|31022000|Nam|X|01012020")
    }
  }

  @Test(
    arguments: [
      ("", CardRefusal.tooFewFields(1)),
      ("001090123456|A|01011990|Nam|X|15042021", .tooFewFields(6)),
      ("00109012345||A|01011990|Nam|X|15042021", .nationalID(.wrongLength(11))),
      ("00109012345x||A|01011990|Nam|X|15042021", .nationalID(.notADigit)),
      ("001090123456|1234|A|01011990|Nam|X|15042021", .oldNumber),
      ("001090123456|12345678x|A|01011990|Nam|X|15042021", .oldNumber),
      (
        "001090123456||A1|01011990|Nam|X|15042021",
        .name(.notInNames(codePoint: 0x31, position: 2))
      ),
      ("001090123456||A|1011990|Nam|X|15042021", .birthDate),
      ("001090123456||A|01011990|nam|X|15042021", .sex),
      (
        "001090123456||A|01011990|Nam|\u{202E}|15042021",
        .residence(.unsafe(.bidiControl, codePoint: 0x202E, position: 1))
      ),
      ("001090123456||A|01011990|Nam|X|32042021", .issueDate),
      (String(repeating: "|", count: 3000), .tooLong(limit: 2048)),
    ])
  func `what is no card is refused with its reason`(text: String, refusal: CardRefusal) {
    #expect(throws: refusal) { try CardQR(text) }
  }

  @Test func `sex may be written with a decomposed letter`() throws {
    let card = try CardQR("079300000001||BÍCH|29022000|Nu\u{31B}\u{303}|X|01072024")
    #expect(card.sex == .female)
  }
}
