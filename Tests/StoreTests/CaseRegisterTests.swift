import Testing
import Vocabulary

@testable import Store

@Suite("The register of cases is cut into volumes by the places of its cases alone")
struct CaseRegisterTests {
  private static let period = TestDatabase.now..<TestDatabase.now.adding(seconds: 1)

  @Test(arguments: TestEngine.allCases)
  func `each volume ends with its last case, and the last one with nothing after it`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let agency = TestDatabase.agency
      #expect(
        try await database.read { try Cases.wereLodged(at: agency, Self.period, in: $0) } == false)
      let ids = try await database.write { transaction in
        try (1...5).map { try TestRows.makeCase($0, in: transaction).text }.sorted()
      }
      #expect(try await database.read { try Cases.wereLodged(at: agency, Self.period, in: $0) })
      for size in 1...6 {
        var after: (lodgedAt: Instant, id: CaseID)?
        var ends: [String] = []
        while true {
          let key = after
          let end = try await database.read {
            try Cases.volumeEnd(at: agency, Self.period, after: key, size: size, in: $0)
          }
          guard let end else { break }
          ends.append(end.id.text)
          #expect(end.isFollowed == (end.id.text != ids.last))
          after = (end.lodgedAt, end.id)
        }
        let expected = ids.enumerated().filter { ($0.offset + 1) % size == 0 }.map(\.element)
        #expect(ends == expected)
      }
    }
  }
}
