import Intake
import Testing
import Vocabulary

@Suite("Intake: reading the declaration")
struct IntakeReadingTests {
  @Test func `a complete form is a declaration without warnings`() throws {
    guard case .declaration(let read, let warnings) = IntakeFixture.reading() else {
      Issue.record("lacking: \(IntakeFixture.lacks())")
      return
    }
    #expect(warnings.isEmpty)
    #expect(read.person.name.text == "Nguyễn Văn Mẫu")
    #expect(read.person.birthDate == .day(CivilDate(1990, 9, 5)))
    #expect(read.family.father?.birthDate == .year(1960))
    #expect(read.family.mother?.birthDate == .month(year: 1962, month: 2))
    #expect(read.family.spouse == nil)
    #expect(read.residences.count == 2)
    #expect(read.residences[1].until == nil)
    #expect(read.request.copies == 2)
    #expect(read.request.banConfirmation == .notRequested)
  }

  @Test func `an empty form lacks everything that is needed, at once`() {
    guard
      case .lacking(let lacks) = read(
        DeclarationForm(), rules: IntakeFixture.rules, known: IntakeFixture.nobody,
        today: IntakeFixture.today)
    else {
      Issue.record("an empty form was read")
      return
    }
    let names = lacks.map(\.at.name)
    #expect(
      names == [
        "person.name", "person.sex", "person.birthDate", "person.birthPlace",
        "person.nationality", "person.permanentResidence", "person.paper.kind",
        "person.paper.number", "person.paper.issuedOn", "person.paper.issuedBy", "person.phone",
        "father.name", "mother.name", "request.kind", "request.banConfirmation",
        "request.purpose", "request.copies", "request.delivery", "request.feeGroup", "oath",
      ])
  }

  @Test(
    arguments: [
      "person.name", "person.birthDate", "person.birthPlace", "person.nationality",
      "person.ethnicity", "person.paper.number", "person.paper.issuedOn",
      "person.paper.issuedBy", "residences[0].from", "residences[1].place",
      "residences[0].occupation", "request.copies",
    ])
  func `a needed field left empty is missing`(name: String) throws {
    #expect(IntakeFixture.lacks([name: "  "]) == [try IntakeFixture.lack(name, .missing)])
  }

  @Test(
    arguments: [
      "person.sex", "person.paper.kind", "residences[0].kind", "request.kind",
      "request.banConfirmation", "request.purpose", "request.delivery", "request.feeGroup",
    ])
  func `a choice left open is not chosen`(name: String) throws {
    #expect(IntakeFixture.lacks([name: ""]) == [try IntakeFixture.lack(name, .notChosen)])
  }

  @Test(
    arguments: [
      "person.sex", "person.paper.kind", "residences[0].kind", "request.kind",
      "request.applicant", "request.banConfirmation", "request.delivery", "father.unknown",
      "oath",
    ])
  func `a choice that nobody offered is refused`(name: String) throws {
    #expect(IntakeFixture.lacks([name: "khac"]) == [try IntakeFixture.lack(name, .notAChoice)])
  }

  @Test(
    arguments: ["5/9/1990", "05-09-1990", "1990-09-05", "5.9.1990", " 05 / 09 / 1990 "])
  func `a day may be typed in several ways`(typed: String) throws {
    let read = try IntakeFixture.declaration(["person.birthDate": typed])
    #expect(read.person.birthDate == .day(CivilDate(1990, 9, 5)))
  }

  @Test func `a birth may be known by month or year alone`() throws {
    let month = try IntakeFixture.declaration(["person.birthDate": "9/1990"])
    #expect(month.person.birthDate == .month(year: 1990, month: 9))
    let year = try IntakeFixture.declaration([
      "person.birthDate": "1990", "residences[0].from": "01/2004",
    ])
    #expect(year.person.birthDate == .year(1990))
  }

  @Test(
    arguments: [
      ("person.birthDate", "năm 90", Lack.Reason.notADate(.birth)),
      ("person.birthDate", "5/9/90", .notADate(.birth)),
      ("person.birthDate", "05/09-1990", .notADate(.birth)),
      ("person.birthDate", "5/9/1990/1", .notADate(.birth)),
      ("person.birthDate", "99999999999999999999/1/1990", .notADate(.birth)),
      ("person.birthDate", "31/02/1990", .noSuchDay),
      ("person.birthDate", "29/02/1900", .noSuchDay),
      ("person.birthDate", "13/1990", .noSuchDay),
      ("person.birthDate", "22/11/2026", .dayInFuture),
      ("person.birthDate", "2100", .dayInFuture),
      ("person.birthDate", "9999", .noSuchDay),
      ("person.birthDate", "01/01/1800", .birthTooLongAgo(years: 170)),
      ("person.birthDate", "22/11/2010", .tooYoung(minimumAge: 16)),
      ("person.paper.issuedOn", "06/2021", .notADate(.day)),
      ("person.paper.issuedOn", "01/13/2021", .noSuchDay),
      ("person.paper.issuedOn", "22/11/2026", .dayInFuture),
      ("person.paper.issuedOn", "04/09/1990", .issuedBeforeBirth),
      ("father.birthDate", "1/1/2030", .dayInFuture),
      ("residences[0].from", "01/09/2004", .notADate(.month)),
      ("residences[0].from", "2004", .notADate(.month)),
      ("residences[0].from", "00/2004", .noSuchDay),
      ("residences[0].from", "08/1990", .beforeBirth),
      ("residences[1].until", "12/2026", .monthInFuture),
      ("residences[0].until", "08/2004", .endsBeforeStart),
    ])
  func `a date that cannot be is a lack with its reason`(
    name: String, typed: String, reason: Lack.Reason
  ) throws {
    #expect(
      IntakeFixture.lacks([name: typed]).contains(try IntakeFixture.lack(name, reason)))
  }

  @Test func `sixteen today is old enough, tomorrow is not`() {
    let history = [
      "residences[0].from": "11/2024", "residences[0].until": "nay",
      "residences[0].kind": "temporary", "residences[1].from": "11/2024",
      "person.paper.issuedOn": "01/12/2024", "person.paper.number": "092210123456",
    ]
    let old = history.merging(["person.birthDate": "21/11/2010"]) { $1 }
    #expect(IntakeFixture.lacks(old) == [])
    let young = history.merging(["person.birthDate": "22/11/2010"]) { $1 }
    #expect(IntakeFixture.lacks(young).map(\.reason) == [.tooYoung(minimumAge: 16)])
  }

  @Test func `of a birth known by year the youngest age counts`() {
    let lacks = IntakeFixture.lacks(["person.birthDate": "2010"])
    #expect(lacks.map(\.reason).contains(.tooYoung(minimumAge: 16)))
  }

  @Test func `without an age in the rules a child may be declared`() throws {
    var rules = IntakeFixture.rules
    rules.minimumAge = nil
    var fields = IntakeFixture.fields.filter { !$0.key.hasPrefix("residences") }
    fields["person.birthDate"] = "01/01/2015"
    fields["person.paper.number"] = "092215123456"
    let reading = read(
      DeclarationForm(fields), rules: rules, known: IntakeFixture.nobody,
      today: IntakeFixture.today)
    guard case .declaration(let child, _) = reading else {
      Issue.record("lacking")
      return
    }
    #expect(child.residences.isEmpty)
  }
}
