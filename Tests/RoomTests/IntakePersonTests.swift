import Intake
import Testing
import Vocabulary

@Suite("Intake: reading the person and the family")
struct IntakePersonTests {
  @Test func `other names are parted by semicolons`() throws {
    let read = try IntakeFixture.declaration(["person.otherNames": "Tư Mẫu; Nguyễn Mẫu,"])
    #expect(read.person.otherNames.map(\.text) == ["Tư Mẫu", "Nguyễn Mẫu"])
  }

  @Test func `other names are names, and not too many`() throws {
    #expect(
      IntakeFixture.lacks(["person.otherNames": "A;B;C;D;E;F"]) == [
        try IntakeFixture.lack("person.otherNames", .tooManyOtherNames(6, limit: 5))
      ])
    #expect(
      IntakeFixture.lacks(["person.otherNames": "Tư 4"]) == [
        try IntakeFixture.lack(
          "person.otherNames", .name(.notInNames(codePoint: 0x34, position: 4)))
      ])
  }

  @Test func `nationality is a country's code`() throws {
    #expect(
      IntakeFixture.lacks(["person.nationality": "XX"]) == [
        try IntakeFixture.lack("person.nationality", .unknownCountry)
      ])
    let foreigner = try IntakeFixture.declaration([
      "person.nationality": "fr", "person.ethnicity": "", "person.paper.kind": "passport",
      "person.paper.number": "12ab 34567",
    ])
    #expect(foreigner.person.nationality == "FR")
    #expect(foreigner.person.paper.number == "12AB34567")
  }

  @Test func `one residence is enough, none is a lack`() throws {
    let temporary = try IntakeFixture.declaration([
      "person.permanentResidence": "", "person.temporaryResidence": "Phường Cái Răng",
    ])
    #expect(temporary.person.permanentResidence == "")
    #expect(
      IntakeFixture.lacks(["person.permanentResidence": ""]) == [
        try IntakeFixture.lack("person.permanentResidence", .noResidence)
      ])
  }

  @Test(
    arguments: [
      ("nationalID", "09209012345", Lack.Reason.nationalID(.wrongLength(11))),
      ("nationalID", "09209012345x", .nationalID(.notADigit)),
      ("nationalID", "000090123456", .nationalID(.noSuchPlace)),
      ("oldIdentityCard", "12345678", .oldIdentityCard(digits: 8)),
      ("oldIdentityCard", "12345678a", .oldIdentityCard(digits: 0)),
      ("passport", "ABCDEF", .passport), ("passport", "B123", .passport),
      ("passport", "B1234-567", .passport), ("passport", "B12345678901234", .passport),
    ])
  func `a number without its paper's structure is refused`(
    kind: String, number: String, reason: Lack.Reason
  ) throws {
    let lacks = IntakeFixture.lacks([
      "person.paper.kind": kind, "person.paper.number": number,
    ])
    #expect(lacks == [try IntakeFixture.lack("person.paper.number", reason)])
  }

  @Test(
    arguments: [
      ("nationalID", "092 090 123 456", "092090123456"),
      (
        "oldIdentityCard", "361 234 567",
        "361234567"
      ), ("passport", "b1234567", "B1234567"),
    ])
  func `spaces and small letters in numbers are forgiven`(
    kind: String, typed: String, number: String
  ) throws {
    let read = try IntakeFixture.declaration([
      "person.paper.kind": kind, "person.paper.number": typed,
    ])
    #expect(read.person.paper.number == number)
  }

  @Test func `a number whose structure disagrees is a warning`() throws {
    let reasons = try IntakeFixture.warnings(["person.paper.number": "092185123456"])
      .map(\.reason)
    #expect(reasons == [.numberDisagreesWithSex, .numberDisagreesWithBirthYear])
  }

  @Test(arguments: ["+84 901 234 567", "0901.234.567", "(028) 3822-9999", "+14155550123"])
  func `telephone numbers are written in many ways`(typed: String) throws {
    #expect(try !IntakeFixture.declaration(["person.phone": typed]).person.phone.contains(" "))
  }

  @Test(arguments: ["12345", "901234567", "+0123456789", "09012345678901", "không có", "+84"])
  func `what no telephone rings at is refused`(typed: String) throws {
    #expect(
      IntakeFixture.lacks(["person.phone": typed]) == [
        try IntakeFixture.lack("person.phone", .phone)
      ])
  }

  @Test(
    arguments: [
      "mau", "@vidu.vn", "mau@", "mau@vidu", "a@b@c.vn", "a b@vidu.vn", "a@vidu..vn",
      ".a@vidu.vn", "a@-vidu.vn", "a@vidu.1", "\"a\"@vidu.vn", "a@[127.0.0.1]",
      "a@vidu.vn,b@vidu.vn", "a@vidu.vn>", "<a@vidu.vn", "mẫu@vidu.vn",
      "a@vidu.vn\r\nBcc: b@vidu.vn", "a@vidu.vn%0aBcc:b@vidu.vn",
    ])
  func `what could reach nobody, or more than one, is no address`(typed: String) throws {
    #expect(
      IntakeFixture.lacks(["person.email": typed]) == [
        try IntakeFixture.lack("person.email", .email)
      ])
  }

  @Test func `one way to reach the person is enough, none is a lack`() throws {
    #expect(IntakeFixture.lacks(["person.phone": ""]) == [])
    #expect(IntakeFixture.lacks(["person.email": ""]) == [])
    #expect(
      IntakeFixture.lacks(["person.phone": "", "person.email": ""]) == [
        try IntakeFixture.lack("person.phone", .noContact)
      ])
  }

  @Test func `a parent is named or said to be unknown`() throws {
    #expect(
      IntakeFixture.lacks(["father.name": "", "father.birthDate": ""]) == [
        try IntakeFixture.lack("father.name", .nameOrUnknown)
      ])
    let read = try IntakeFixture.declaration([
      "father.name": "", "father.birthDate": "", "father.unknown": "yes",
    ])
    #expect(read.family.father == nil)
  }

  @Test func `a parent cannot be both named and unknown`() throws {
    #expect(
      IntakeFixture.lacks(["mother.unknown": "yes"]) == [
        try IntakeFixture.lack("mother.unknown", .namedAndUnknown)
      ])
  }

  @Test func `a relative with facts and no name is a lack`() throws {
    #expect(
      IntakeFixture.lacks(["spouse.birthDate": "1991"]) == [
        try IntakeFixture.lack("spouse.name", .relativeWithoutName)
      ])
  }

  @Test func `a parent who is not older is a warning`() throws {
    let warnings = try IntakeFixture.warnings(["father.birthDate": "1995"])
    #expect(warnings.map(\.reason) == [.parentNotOlder])
    #expect(warnings.map(\.at.name) == ["father.birthDate"])
  }
}
