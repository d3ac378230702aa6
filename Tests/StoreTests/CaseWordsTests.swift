import CaseFile
import Testing
import Vocabulary

@testable import Store

@Suite("A case is found by the words of a name and by identity numbers")
struct CaseWordsTests {
  @Test(arguments: TestEngine.allCases)
  func `every word must be borne, in any order, and the latest comes first`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let ids = try await Self.plant(
        ["Nguyễn Văn Nam", "Nguyễn Thị Nam", "Trần Văn Nam", "Đặng Văn Ước"], in: database)
      #expect(try await Self.find("nam nguyen", in: database) == [ids[1], ids[0]])
      #expect(try await Self.find("NGUYỄN VĂN NAM", in: database) == [ids[0]])
      #expect(try await Self.find("dang uoc", in: database) == [ids[3]])
      #expect(try await Self.find("nguyen uoc", in: database).isEmpty)
      #expect(try await Self.find("không có", in: database).isEmpty)
      #expect(try await Self.find("000000000002", in: database) == [ids[1]])
      #expect(try await Self.find("079190000003", in: database) == [ids[2]])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `another agency finds nothing, until the case is its own`(
    engine: TestEngine
  ) async throws {
    let other = try #require(AgencyID("ca-hanoi"))
    try await TestDatabase.with(engine) { database in
      let ids = try await Self.plant(["Nguyễn Văn Nam", "Trần Văn Nam"], in: database)
      try await database.write { transaction in
        try transaction.run(
          """
          INSERT INTO agencies (id, name, created_at)
          VALUES (\(other), 'Công an Mẫu', \(TestDatabase.now))
          """)
      }
      #expect(try await Self.find("nam", of: other, in: database).isEmpty)
      try await database.write { transaction in
        try CaseWords.move(
          ids[0], from: TestDatabase.agency, to: other, numbers: ["079190000001"],
          in: transaction)
      }
      #expect(try await Self.find("nam", of: other, in: database) == [ids[0]])
      #expect(try await Self.find("079190000001", of: other, in: database) == [ids[0]])
      #expect(try await Self.find("000000000001", of: other, in: database) == [ids[0]])
      #expect(try await Self.find("nam", in: database) == [ids[1]])
      #expect(try await Self.find("079190000001", in: database).isEmpty)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `pages follow each other without a gap`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let ids = try await Self.plant(
        (0..<23).map { $0 % 3 == 0 ? "Trần Văn Nam" : "Nguyễn Văn Nam" }, in: database)
      var found: [CaseID] = []
      var place: FoundCases.Place?
      repeat {
        let page = try await database.read { [place] connection in
          try CaseWords.find(
            ["van", "nguyen"], of: TestDatabase.agency, after: place, limit: 4, in: connection)
        }
        found += page.lines.map(\.row.id)
        place = page.next
      } while place != nil
      #expect(found == ids.enumerated().filter { $0.offset % 3 != 0 }.map(\.element).reversed())
    }
  }

  /// Cases lodged one after the other; the identity number declared for the n-th is 07919000000n.
  private static func plant(_ names: [String], in database: Database) async throws -> [CaseID] {
    try await database.write { transaction in
      var dice = TestDice(state: 5)
      return try names.enumerated().map { place, text in
        let number = padded(place + 1, to: 12)
        let citizen = CitizenID(random: &dice)
        let id = CaseID(random: &dice)
        try transaction.run(
          """
          INSERT INTO citizens (id, national_id, name, birth_date, created_at)
          VALUES (\(citizen), \(number), \(text), '1990-01-01', \(TestDatabase.now))
          """)
        let row = CaseRow(
          id: id, agency: TestDatabase.agency,
          number: CaseNumber(
            agencyCode: "H13", day: CivilDate(2026, 11, 21), sequence: place + 1),
          citizen: citizen, kind: .number1, state: .lodged, version: 1,
          lodgedAt: TestDatabase.now.adding(seconds: place), dueOn: nil)
        try Cases.insert(
          row, procedure: "1.001", applicant: text, searchName: SearchKey(text).text,
          sortName: SortKey(person: text).text,
          numbers: ["07919" + padded(place + 1, to: 7)], in: transaction)
        return id
      }
    }
  }

  private static func find(
    _ typed: String, of agency: AgencyID = TestDatabase.agency, in database: Database
  ) async throws -> [CaseID] {
    try await database.read { connection in
      try CaseWords.find(
        SearchKey(typed).words.map(String.init), of: agency, after: nil, limit: 9, in: connection
      ).lines.map(\.row.id)
    }
  }
}
