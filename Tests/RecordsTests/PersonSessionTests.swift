import Testing
import Vocabulary

@testable import Records

@Suite("Looking for a person")
struct PersonSessionTests {
  /// More of one name than a look by hand compares, and one of another.
  private func register() throws -> (MatchFixture, MatchIndex) {
    let fixture = try MatchFixture()
    var rows = (0..<6000).map { place in
      "R\(place),Nguyễn Văn Hùng,Nam,\(1 + place % 28)/\(1 + place % 12)/\(1950 + place % 50),"
        + "Gia Lai,\(230_000_000 + place),,,,,2001"
    }
    rows.append("S,Ksor Y Blim,Nam,07/02/1969,Gia Lai,230987654,,,,,1999")
    try fixture.build(rows)
    return (fixture, try fixture.open())
  }

  @Test func `of a common name without a year a look by hand leaves entries out, and says so`()
    throws
  {
    let (fixture, index) = try register()
    var session = PersonSession(index)
    let person = SoughtPerson(names: ["Nguyễn Văn Hùng"])
    let looked = session.find(person, isByHand: true)
    #expect(looked.isCut)
    #expect(looked.compared < 6000)
    #expect(looked.isFull)
    #expect(looked.documents.allSatisfy { $0.levels.name == .same })
    // What decides compares all of them.
    let found = session.find(person)
    #expect(!found.isCut)
    #expect(found.compared >= 6000)
    withExtendedLifetime(fixture) {}
  }

  @Test func `a number finds its entry though the name alone is cut`() throws {
    let (fixture, index) = try register()
    var session = PersonSession(index)
    let found = session.find(
      SoughtPerson(names: ["Nguyễn Văn Hùng"], numbers: ["230005999"]), isByHand: true)
    #expect(found.isCut)
    #expect(found.documents.first?.id == "R5999")
    withExtendedLifetime(fixture) {}
  }

  @Test func `of a rare name, and of one with a year, nothing is left out`() throws {
    let (fixture, index) = try register()
    var session = PersonSession(index)
    let rare = session.find(SoughtPerson(names: ["Ksor Y Blim"]), isByHand: true)
    #expect(!rare.isCut)
    #expect(rare.documents.first?.id == "S")
    let person = SoughtPerson(names: ["Nguyễn Văn Hùng"], born: .year(1975))
    #expect(session.find(person, isByHand: true) == session.find(person))
    withExtendedLifetime(fixture) {}
  }

  @Test func `where a document was filed is read as it was written, or not at all`() throws {
    let place = FilingPlace(DocumentID(71), in: RecordID(9))
    #expect(FilingPlace(text: place.description) == place)
    for text in ["", "71", "71/", "/9", "71/9/1", "071/9", "71/0", "71 /9", "x/9", "R71"] {
      #expect(FilingPlace(text: text) == nil)
    }
  }
}
