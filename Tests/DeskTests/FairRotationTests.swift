import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("Work is shared out to who is there and has the least")
struct FairRotationTests {
  private static let today = CivilDate(2026, 11, 21)

  /// Who gets so many files, one after the other, by their usernames.
  private static func turns(
    _ count: Int, in office: RosterOffice, on day: CivilDate,
    _ share: FairRotation.Share = .assessment
  ) async throws -> [String] {
    try await office.database.read { connection in
      var rotation = try FairRotation(
        of: share, at: RosterOffice.agency, on: day, in: connection)
      return (0..<count).compactMap { _ in
        guard let holder = rotation.next else { return nil }
        rotation.give(to: holder.id)
        return holder.username
      }
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `in turn, and one of another role gets none`(engine: DeskDatabase) async throws {
    try await RosterOffice.open(engine) { office in
      for name in ["anh", "binh", "chi"] { _ = try await office.hire(name, [.assessor]) }
      _ = try await office.hire("dung", [.intake])
      #expect(
        try await Self.turns(7, in: office, on: Self.today)
          == ["anh", "binh", "chi", "anh", "binh", "chi", "anh"])
      #expect(try await Self.turns(2, in: office, on: Self.today, .acceptance) == ["dung", "dung"])
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `who is on leave is passed over, on those days and no others`(
    engine: DeskDatabase
  ) async throws {
    try await RosterOffice.open(engine) { office in
      let away = try await office.hire("anh", [.assessor])
      for name in ["binh", "chi"] { _ = try await office.hire(name, [.assessor]) }
      let substitute = try await office.hire("dung", [.leader])
      let acting = try #require(try await office.acting(away))
      let leave = try await office.roster.nameSubstitute(
        SubstitutionWish(
          substitute: substitute, role: .assessor, from: Self.today.adding(days: 1),
          until: Self.today.adding(days: 2)), reason: "Nghỉ phép", by: acting)
      for days in [0, 3] {
        #expect(
          try await Self.turns(3, in: office, on: Self.today.adding(days: days))
            == ["anh", "binh", "chi"], "day \(days)")
      }
      for days in [1, 2] {
        #expect(
          try await Self.turns(3, in: office, on: Self.today.adding(days: days))
            == ["binh", "chi", "binh"], "day \(days)")
      }
      // Back earlier: the next turn is theirs again.
      try await office.roster.endSubstitution(leave, by: acting)
      #expect(
        try await Self.turns(1, in: office, on: Self.today.adding(days: 1)) == ["anh"])
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `where everybody is away nobody gets it`(engine: DeskDatabase) async throws {
    try await RosterOffice.open(engine) { office in
      let only = try await office.hire("anh", [.assessor])
      let leader = try await office.hire("binh", [.leader])
      let acting = try #require(try await office.acting(only))
      _ = try await office.roster.nameSubstitute(
        SubstitutionWish(
          substitute: leader, role: .assessor, from: Self.today, until: Self.today),
        reason: "Nghỉ phép", by: acting)
      #expect(try await Self.turns(1, in: office, on: Self.today).isEmpty)
    }
  }
}
