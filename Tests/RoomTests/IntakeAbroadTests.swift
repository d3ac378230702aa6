import Intake
import Law
import Testing
import Vocabulary

/// Law 28/2009/QH12, Articles 7.1, 44 and 45.2: who lives abroad, and foreigners.
@Suite("Intake: lives abroad, and foreigners")
struct IntakeAbroadTests {
  static let berlin = ["person.abode": "abroad", "person.addressAbroad": "Berlin, Đức"]

  static func finding(_ changes: [String: String]) throws -> Competence.Finding {
    let person = try IntakeFixture.declaration(changes).person
    let residence = Competence.Residence(person, map: .from, places: try PlaceDirectory.load())
    return Competence.find(try #require(residence))
  }

  @Test func `abroad, the last residence before leaving decides`() throws {
    let typed = Self.berlin.merging([
      "person.permanentResidence": "", "person.lastResidence": "Quận 1, TP. Hồ Chí Minh",
    ]) { $1 }
    let finding = try Self.finding(typed)
    #expect(finding.agency == .province(PlaceKey(.from, "79")))
    #expect(finding.reason == .residenceBeforeLeaving)
  }

  @Test func `a province that was merged away is where it went`() throws {
    let typed = Self.berlin.merging([
      "person.permanentResidence": "", "person.lastResidence": "huyện Cai Lậy, tỉnh Tiền Giang",
    ]) { $1 }
    #expect(try Self.finding(typed).agency == .province(PlaceKey(.from, "82")))
  }

  @Test func `without any residence the national centre is competent, and it is said`() throws {
    let typed = Self.berlin.merging(["person.permanentResidence": ""]) { $1 }
    let finding = try Self.finding(typed)
    #expect(finding.agency == .nationalCentre && finding.reason == .noResidence)
    #expect(try IntakeFixture.warnings(typed).map(\.reason) == [.lastResidenceUnknown])
  }

  @Test func `without a permanent residence the temporary one decides`() throws {
    let finding = try Self.finding([
      "person.permanentResidence": "", "person.temporaryResidence": "Thành phố Hà Nội",
    ])
    #expect(finding.agency == .province(PlaceKey(.from, "01")))
    #expect(finding.reason == .temporaryResidence)
  }

  @Test func `abroad the address there is needed`() throws {
    #expect(
      IntakeFixture.lacks(["person.abode": "abroad"]) == [
        try IntakeFixture.lack("person.addressAbroad", .missing)
      ])
    #expect(
      IntakeFixture.lacks(["person.abode": "moon"]) == [
        try IntakeFixture.lack("person.abode", .notAChoice)
      ])
  }

  @Test func `a foreigner here belongs where he lives`() throws {
    let finding = try Self.finding(["person.nationality": "FR", "person.ethnicity": ""])
    #expect(finding.agency == .province(PlaceKey(.from, "92")))
  }

  @Test func `a foreigner who left goes to the national centre`() throws {
    let typed = Self.berlin.merging([
      "person.nationality": "DE", "person.ethnicity": "", "person.permanentResidence": "",
      "person.lastResidence": "Khách sạn Mẫu, Hà Nội",
    ]) { $1 }
    let finding = try Self.finding(typed)
    #expect(finding.agency == .nationalCentre && finding.reason == .foreignerLeft)
  }

  @Test func `a foreigner who never lived here may not ask`() throws {
    let typed = Self.berlin.merging(["person.nationality": "DE", "person.ethnicity": ""]) { $1 }
    #expect(
      IntakeFixture.lacks(typed) == [
        try IntakeFixture.lack("person.lastResidence", .neverLivedHere)
      ])
  }

  @Test func `a purpose for which nobody may demand it is warned of, for number 1`() throws {
    var rules = IntakeFixture.rules
    rules.purposesWithoutBasis = ["employment"]
    guard case .declaration(_, let warnings) = IntakeFixture.reading(rules: rules) else {
      Issue.record("the form lacks something")
      return
    }
    #expect(warnings.map(\.reason) == [.demandWithoutBasis])
  }
}
