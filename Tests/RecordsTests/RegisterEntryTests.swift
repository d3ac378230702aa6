import Testing
import Vocabulary

@testable import Records

@Suite("What a document says of its person is all in the index")
struct RegisterEntryTests {
  private func entries(_ person: DocumentPerson) -> [PackedRecord] {
    let document = SupplierDocument(
      kind: .identityNotice, issuer: "Công an Mẫu", number: "1/TB",
      issuedOn: CivilDate(2020, 1, 2), receivedOn: CivilDate(2020, 1, 3), person: person,
      content: .identity)
    return RegisterEntry.of([(FilingPlace(DocumentID(7), in: RecordID(3)), document)]).map(\.record)
  }

  @Test func `each name stands with each number`() {
    let found = entries(
      DocumentPerson(
        name: "Trần Thị Bông", otherNames: ["Trần Thị Hoa"],
        numbers: ["361234567", "092171000009"]))
    #expect(found.count == 4)
    #expect(Set(found.map(\.paper)) == [361_234_567, 92_171_000_009])
    #expect(Set(found.map(\.ownCore)).count == 2)
  }

  @Test func `many names and numbers are each there, not in every pair`() {
    let names = (0..<20).map { "Trần Thị \(["An", "Bình", "Chi", "Dung"][$0 % 4]) \($0)" }
    let numbers = (0..<20).map { "09217100\(1000 + $0)" }
    let found = entries(
      DocumentPerson(name: "Trần Thị Bông", otherNames: names, numbers: numbers))
    #expect(found.count <= 41)
    #expect(Set(found.map(\.paper)).count == 20)
  }

  @Test func `further residences stand by themselves`() {
    let found = entries(
      DocumentPerson(
        name: "Trần Thị Bông",
        residences: [
          "12 đường Mẫu, phường An Hội, quận Ninh Kiều, thành phố Cần Thơ",
          "xã Tân Phú, huyện Thới Bình, tỉnh Cà Mau",
        ]))
    #expect(found.count == 2)
    #expect(Set(found.map(\.residenceWard)).count == 2)
    #expect(found.allSatisfy { $0.residencePlace != 0 })
  }

  @Test func `a house and a street do not hide the ward`() {
    let places = [
      "12 đường Mẫu, phường An Hội, quận Ninh Kiều, thành phố Cần Thơ",
      "Phường An Hội, Quận Ninh Kiều, Cần Thơ, Việt Nam",
    ].map { entries(DocumentPerson(name: "Bông", birthPlace: $0))[0] }
    #expect(places[0].birthWard != 0)
    #expect(places[0].birthWard == places[1].birthWard)
  }

  @Test func `since July 2025 a ward stands in its province`() {
    let place = entries(DocumentPerson(name: "Bông", birthPlace: "phường Ninh Kiều, Cần Thơ"))[0]
    #expect(place.birthWard != 0 && place.birthPlace != 0)
  }

  @Test func `a month of birth counts as its year, an impossible year as none`() {
    let month = entries(DocumentPerson(name: "Bông", born: .month(year: 1971, month: 4)))[0]
    #expect(month.year == UInt8(1971 - PackedRecord.yearBase + 1) && month.month == 0)
    let far = entries(DocumentPerson(name: "Bông", born: .year(1850)))[0]
    #expect(far.year == 0)
  }

  @Test func `an applicant is asked for with every number, new beside old`() {
    var reader = PersonReader()
    let asked = reader.applicants(
      of: SoughtPerson(
        names: ["Trần Thị Bông", "Trần Thị Hoa"],
        numbers: ["092171000009", "361234567", "B1234567"]))
    #expect(asked.count == 4)
    #expect(asked.allSatisfy { $0.record.paper == 92_171_000_009 })
    #expect(Set(asked.map(\.oldPaper)) == [361_234_567, 1_234_567])
  }

  @Test func `who is asked for by a number alone has no name`() {
    var reader = PersonReader()
    let asked = reader.applicants(of: SoughtPerson(names: [], numbers: ["361234567"]))
    #expect(asked.count == 1 && asked[0].record.ownCore == 0)
    #expect(asked[0].oldPaper == 361_234_567)
  }
}
