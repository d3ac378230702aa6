import Testing

@testable import Records

@Suite("Rows that cannot be read")
struct MatchRowTests {
  @Test("are named by line and column, and the others are indexed")
  func register() throws {
    let fixture = try MatchFixture()
    let outcome = try fixture.build([
      MatchFixture.rows[0],
      "R5,too,few",
      "R6,Lê Văn A,Nam,31/13/1980,,,,,,,2000",
      "R7,\"Lê Văn B,Nam,1980,,,,,,,2000",
      ",Lê Văn C,Nam,1980,,,,,,,2000",
      "R8,Lê Văn D,X,1980,,,,,,,2000",
      MatchFixture.rows[1],
      MatchFixture.rows[1],
    ])
    #expect(
      outcome.broken == [
        BrokenRow(line: 3, column: 0, problem: .fieldCount),
        BrokenRow(line: 4, column: 4, problem: .birthDate),
        BrokenRow(line: 5, column: 2, problem: .quotes),
        BrokenRow(line: 6, column: 1, problem: .missingID),
        BrokenRow(line: 7, column: 3, problem: .sex),
        BrokenRow(line: 9, column: 1, problem: .duplicateID),
      ])
    // An entry with one bad field is kept without it: to drop it would be to miss a person.
    #expect(outcome.rows == 5)
  }

  @Test("of applicants get no answer, and the others do")
  func applicants() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let path = try fixture.write(
      "queries.csv",
      MatchFixture.queryHeading + MatchIndexTests.hung + "\n"
        + "Q2,Lê Văn A,Nam,1/1,,,,,,,\n" + MatchIndexTests.hung.replacing("Q1,", with: "Q3,")
        + "\n")
    var answered: [String] = []
    let broken = try MatchBatch(fixture.open(), threads: 2).answer(queries: path, listsAll: true) {
      answered.append($0.query)
    }
    #expect(answered == ["Q1", "Q3"])
    #expect(broken == [BrokenRow(line: 3, column: 4, problem: .birthDate)])
  }

  @Test("quotes, CRLF, a last line without end, and bad bytes")
  func bytes() throws {
    let fixture = try MatchFixture()
    let rows = [
      "\"R\"\"1\",\"Lê, Văn\",Nam,1980,,,,,,,2000\r",
      "R2,L\u{0}ê,Nam,1980,,,,,,,2000",
      "R3,Lê Văn A,nữ,1980,,,,,,,",
    ]
    let path = try fixture.write(
      "register.csv", MatchFixture.heading + rows.joined(separator: "\n"))
    let outcome = try IndexBuild(folder: fixture.index, threads: 1).run(register: path)
    #expect(outcome.broken == [BrokenRow(line: 3, column: 2, problem: .encoding)])
    let index = try fixture.open()
    #expect((0..<index.count).map(index.id) == ["R\"1", "R3"])
  }
}
