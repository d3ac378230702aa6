import CaseFile
import Intake
import Law
import Testing
import Vocabulary

/// Form 04: another applies (Law 28/2009/QH12, Articles 45.3 and 46.2; Law 107/2025/QH15).
@Suite("Intake: applying for another")
struct IntakeRepresentativeTests {
  /// The mother of a child of ten, who has signed in.
  static let mother: [String: String] = [
    "request.applicant": "parentOfMinor", "request.feeGroup": "standard",
    "person.name": "Nguyễn Thị Con", "person.sex": "female", "person.birthDate": "01/02/2016",
    "person.paper.number": "092316000001", "person.paper.issuedOn": "01/06/2024",
    "applicant.address": "Số 1 đường 30 Tháng 4, TP. Cần Thơ", "applicant.relation": "mẹ",
    "proof.number": "12/2016", "proof.issuedOn": "05/02/2016",
    "proof.issuedBy": "UBND phường An Cư", "residences[0].from": "", "residences[0].until": "",
    "residences[0].place": "", "residences[0].kind": "", "residences[0].occupation": "",
    "residences[1].from": "", "residences[1].until": "", "residences[1].place": "",
    "residences[1].kind": "", "residences[1].occupation": "", "residences[1].workplace": "",
  ]

  /// For number 1 of an adult, as family or with an authority.
  static func adult(_ role: String) -> [String: String] {
    [
      "request.applicant": role, "applicant.address": "TP. Cần Thơ", "applicant.relation": "vợ",
      "proof.issuedOn": "05/02/2020", "proof.issuedBy": "Văn phòng công chứng số 1",
    ]
  }

  static func identity() throws -> KnownFacts {
    try IntakeFixture.identity(
      name: "Trần Thị Mẹ", number: "092190000017", birthDate: .day(CivilDate(1990, 3, 4)))
  }

  @Test func `a mother applies for her child, for either certificate`() throws {
    let known = try Self.identity()
    let declaration = try IntakeFixture.declaration(Self.mother, known: known)
    let representative = try #require(declaration.representative)
    #expect(declaration.person.name.text == "Nguyễn Thị Con")
    #expect(representative.name.text == "Trần Thị Mẹ")
    #expect(representative.paperNumber == "092190000017")
    #expect(representative.proof.kind == .familyTie)
    #expect(declaration.applicantName == representative.name)
    let own = Self.mother.merging(["request.kind": "number2", "request.purpose": "self"]) { $1 }
    #expect(try IntakeFixture.declaration(own, known: known).request.kind == .number2)
  }

  @Test func `sixteen is asked of who applies, not of the child`() throws {
    #expect(IntakeFixture.lacks(Self.mother, known: try Self.identity()) == [])
    let young = try IntakeFixture.identity(
      name: "Trần Thị Mẹ", number: "092311000017", birthDate: .day(CivilDate(2011, 3, 4)))
    #expect(
      IntakeFixture.lacks(Self.mother, known: young) == [
        try IntakeFixture.lack("applicant.birthDate", .tooYoung(minimumAge: 16))
      ])
  }

  @Test func `a parent or guardian acts until the eighteenth birthday`() throws {
    let known = try Self.identity()
    for role in ["parentOfMinor", "guardianOfMinor"] {
      #expect(
        IntakeFixture.lacks(Self.adult(role), known: known) == [
          try IntakeFixture.lack("request.applicant", .notAMinor(age: 18))
        ])
    }
    #expect(Minority.isMinor(.day(CivilDate(2008, 11, 22)), on: IntakeFixture.today))
    #expect(!Minority.isMinor(.day(CivilDate(2008, 11, 21)), on: IntakeFixture.today))
    #expect(!Minority.isMinor(.year(2008), on: IntakeFixture.today))
  }

  @Test func `number 2 is never delegated, and no paper is asked for in vain`() throws {
    for role in ["closeFamily", "authorised"] {
      let typed = [
        "request.applicant": role, "request.kind": "number2", "request.purpose": "self",
      ]
      #expect(
        IntakeFixture.lacks(typed, known: try Self.identity()) == [
          try IntakeFixture.lack("request.applicant", .number2OnlyForOneself)
        ])
    }
  }

  @Test func `family shows its tie for number 1, others their authority`() throws {
    let known = try Self.identity()
    let family = try IntakeFixture.declaration(Self.adult("closeFamily"), known: known)
    #expect(family.representative?.proof.kind == .familyTie)
    let other = try IntakeFixture.declaration(Self.adult("authorised"), known: known)
    #expect(other.representative?.proof.kind == .writtenAuthority)
  }

  @Test func `a paper that shows it is needed`() throws {
    let bare = ["request.applicant": "authorised"]
    #expect(
      IntakeFixture.lacks(bare, known: try Self.identity()).map(\.at.name) == [
        "applicant.address", "applicant.relation", "proof.issuedOn", "proof.issuedBy",
      ])
    #expect(
      IntakeFixture.lacks(bare).map(\.at.name) == [
        "applicant.name", "applicant.birthDate", "applicant.paper", "applicant.address",
        "applicant.relation", "proof.issuedOn", "proof.issuedBy",
      ])
  }

  @Test func `who applies is who has signed in`() throws {
    let typed = Self.adult("authorised").merging([
      "applicant.name": "Trần Thị Khác", "applicant.birthDate": "04/03/1991",
      "applicant.paper": "092190000018",
    ]) { $1 }
    let lacks = IntakeFixture.lacks(typed, known: try Self.identity())
    #expect(
      lacks.map(\.reason) == [.differsFromIdentity, .differsFromIdentity, .differsFromIdentity])
  }

  @Test func `the person is not the applicant again`() throws {
    let known = try IntakeFixture.identity()
    let lacks = IntakeFixture.lacks(Self.adult("authorised"), known: known)
    #expect(lacks.map(\.reason) == [.subjectIsApplicant])
  }

  @Test func `of another person nothing is prefilled`() throws {
    let identity = try #require(try Self.identity().identity)
    let facts = RegisterFacts(sex: .female, permanentResidence: "TP. Cần Thơ", fatherName: "A B")
    let prefill = Prefill.from(identity, register: .found(facts), as: .parentOfMinor)
    #expect(
      prefill.fields == [
        "request.applicant": "parentOfMinor", "applicant.name": "Trần Thị Mẹ",
        "applicant.birthDate": "04/03/1990", "applicant.paper": "092190000017",
        "applicant.address": "TP. Cần Thơ",
      ])
  }

  @Test func `a declaration of the time before is of who applies alone and lives here`() throws {
    let declaration = try IntakeFixture.declaration()
    let stored = String(decoding: JournalCodec.bytes(of: declaration), as: UTF8.self)
    #expect(!stored.contains("representative") && !stored.contains("abroad"))
    let read = try JournalCodec.value(Declaration.self, from: Array(stored.utf8))
    #expect(read == declaration && read.representative == nil && read.person.abroad == nil)
    let another = try IntakeFixture.declaration(Self.mother, known: try Self.identity())
    let bytes = JournalCodec.bytes(of: another)
    #expect(try JournalCodec.value(Declaration.self, from: bytes) == another)
  }
}
