import Intake
import Testing
import Vocabulary

@Suite("Intake: a wish to have an issued certificate corrected")
struct IntakeCorrectionTests {
  private func reading(
    _ typed: [String: String], words: String = "", by asker: CorrectionAsker = .holder,
    kind: CertificateKind = .number1
  ) throws -> CorrectionReading {
    var declaration = try IntakeFixture.declaration()
    declaration.request.kind = kind
    return readCorrection(
      DeclarationForm(typed), words: words, by: asker, of: declaration,
      rules: IntakeFixture.rules, today: IntakeFixture.today)
  }

  private func declaration(_ typed: [String: String], words: String = "") throws -> Declaration? {
    guard case .declaration(let declaration) = try reading(typed, words: words) else { return nil }
    return declaration
  }

  private func lacks(_ typed: [String: String], words: String = "") throws -> [Lack] {
    guard case .lacking(let lacks) = try reading(typed, words: words) else { return [] }
    return lacks
  }

  @Test func `each line keeps what was printed and what is said to be right`() throws {
    let old = try IntakeFixture.declaration()
    let asked = try #require(
      try declaration(["person.name": "Nguyễn Thị Đúng", "person.birthPlace": "Hậu Giang"]))
    #expect(
      asked.disputes == [
        FieldDispute(
          field: .personName, registered: old.person.name.text, stated: "Nguyễn Thị Đúng",
          source: .certificate),
        FieldDispute(
          field: .personBirthPlace, registered: old.person.birthPlace, stated: "Hậu Giang",
          source: .certificate),
      ])
    #expect(asked.person.name.text == "Nguyễn Thị Đúng")
    let decided = asked.taking([.personName: .register, .personBirthPlace: .person])
    #expect(decided.person.name == old.person.name)
    #expect(decided.person.birthPlace == "Hậu Giang")
  }

  @Test func `birth day, sex and number are read as in the declaration`() throws {
    let asked = try #require(
      try declaration(["person.birthDate": "1/2/1991", "person.sex": "female"]))
    #expect(asked.person.birthDate.vietnamese == "01/02/1991" && asked.person.sex == .female)
    #expect(
      try lacks(["person.birthDate": "31/2/1991"]).map(\.at) == [
        FieldName(.personBirthDate)
      ])
    #expect(try lacks(["person.paper.number": "12"]).map(\.at) == [FieldName(.paperNumber)])
    #expect(try lacks(["person.sex": "x"]).map(\.at) == [FieldName(.personSex)])
  }

  @Test func `something must be wrong: a line, or words; hidden characters are named`() throws {
    let old = try IntakeFixture.declaration()
    #expect(try lacks([:]).map(\.at) == [FieldName(.convictions)])
    #expect(try lacks(["person.name": old.person.name.text]).count == 1)
    #expect(try declaration([:], words: "Bản án đã xóa")?.correction == "Bản án đã xóa")
    #expect(try lacks([:], words: "a\u{202E}b").map(\.at) == [FieldName(.convictions)])
  }

  @Test func `an officer says why, with lines or without, and reads every lack at once`()
    throws
  {
    guard
      case .lacking(let lacks) = try reading(["person.birthDate": "31/2/1991"], by: .officer),
      case .lacking(let silent) = try reading(["person.birthPlace": "Hậu Giang"], by: .officer),
      case .declaration(let named) = try reading(
        ["person.birthPlace": "Hậu Giang"], words: "Sai theo giấy cũ.", by: .officer)
    else {
      Issue.record("an officer gives a reason")
      return
    }
    #expect(lacks.map(\.at) == [FieldName(.personBirthDate), FieldName(.convictions)])
    #expect(silent.map(\.at) == [FieldName(.convictions)])
    #expect(named.disputes?.map(\.stated) == ["Hậu Giang"])
    #expect(named.correction == "Sai theo giấy cũ.")
  }

  @Test func `parents are printed on number 2 alone`() throws {
    #expect(try lacks(["father.name": "Nguyễn Văn Khác"]).count == 1)
    guard
      case .declaration(let asked) = try reading(
        ["father.name": "Nguyễn Văn Khác"], kind: .number2)
    else {
      Issue.record("the father is printed on number 2")
      return
    }
    #expect(asked.family.father?.name.text == "Nguyễn Văn Khác")
  }
}
