import CaseFile
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("An officer signs in with a password and a code")
struct SigningInTests {
  @Test func `who has no second factor enrols, and gets ten recovery codes once`() async throws {
    try await RosterOffice.open { office in
      let id = try await office.hire("thuly", [.assessor])
      let pending = try await office.password("thuly")
      #expect(pending.next == .enrolment)
      let first = try await office.roster.enrolment(of: pending)
      // Looked at again it is the same: a page may be loaded twice.
      #expect(try await office.roster.enrolment(of: pending) == first)
      #expect(first.letters.filter { $0 != " " }.count == 32)
      let enrolled = try await office.roster.enrol(
        pending, code: office.code(of: id), passwords: ("", ""), from: RosterOffice.peer)
      #expect(Set(enrolled.recoveryCodes).count == 10)
      #expect(enrolled.officer.roles == [.assessor])
      #expect(try await office.password("thuly").next == .code)
      await #expect(throws: Refused.credentialsWrong) {
        try await office.roster.enrolment(of: pending)
      }
      let stored = try await office.database.read { connection in
        try connection.rows("SELECT hash FROM recovery_codes ORDER BY hash LIMIT 20")
          .map { try $0.text("hash") }
      }
      #expect(stored.count == 10 && stored.allSatisfy { $0.utf8.count == 64 })
    }
  }

  @Test func `a code is taken once, and a step later the next one`() async throws {
    try await RosterOffice.open { office in
      let id = try await office.hire("thuly", [.assessor])
      _ = try await office.enrol("thuly", id)
      let pending = try await office.password("thuly")
      let used = try await office.code(of: id)
      await #expect(throws: Refused.officer(.codeUsed)) {
        try await office.roster.signIn(pending, code: used, from: RosterOffice.peer)
      }
      office.wait(seconds: 30)
      let typed = try await office.code(of: id)
      let spaced = "\(typed.prefix(3)) \(typed.suffix(3))"
      #expect(
        try await office.roster.signIn(pending, code: spaced, from: RosterOffice.peer).id == id)
      for code in [typed, used] {
        await #expect(throws: Refused.officer(.codeUsed)) {
          try await office.roster.signIn(pending, code: code, from: RosterOffice.peer)
        }
      }
    }
  }

  @Test func `two browsers with one code: one gets in`() async throws {
    try await RosterOffice.open { office in
      let id = try await office.hire("thuly", [.assessor])
      _ = try await office.enrol("thuly", id)
      let pending = try await office.password("thuly")
      office.wait(seconds: 30)
      let code = try await office.code(of: id)
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            do {
              _ = try await office.roster.signIn(pending, code: code, from: RosterOffice.peer)
              return true
            } catch {
              return false
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 }.count == 1)
    }
  }

  @Test func `a recovery code serves once, and the journal counts what is left`() async throws {
    try await RosterOffice.open { office in
      let id = try await office.hire("thuly", [.assessor])
      let codes = try await office.enrol("thuly", id).recoveryCodes
      let pending = try await office.password("thuly")
      let first = codes[0].uppercased()
      #expect(
        try await office.roster.signIn(pending, code: first, from: RosterOffice.peer).id == id)
      await #expect(throws: Refused.officer(.codeWrong)) {
        try await office.roster.signIn(pending, code: first, from: RosterOffice.peer)
      }
      #expect(try await office.told().contains(.recoveryCodeUsed(id, left: 9)))
      let officer = try #require(try await office.acting(id))
      _ = try await office.roster.renewRecoveryCodes(of: officer)
      await #expect(throws: Refused.officer(.codeWrong)) {
        try await office.roster.signIn(pending, code: codes[1], from: RosterOffice.peer)
      }
      #expect(try await office.roster.recoveryCodesLeft(of: officer) == 10)
    }
  }

  @Test func `wrong passwords and wrong codes make one wait longer and longer`() async throws {
    try await RosterOffice.open { office in
      let id = try await office.hire("thuly", [.assessor])
      _ = try await office.enrol("thuly", id)
      let pending = try await office.password("thuly")
      for _ in 0..<5 {
        await #expect(throws: Refused.officer(.codeWrong)) {
          try await office.roster.signIn(pending, code: "000", from: RosterOffice.peer)
        }
      }
      // The right code, too, has to wait; and so has the password.
      office.wait(seconds: 10)
      let code = try await office.code(of: id, ahead: 1)
      await #expect(throws: Refused.tooManyTries(retryAfterSeconds: 5)) {
        try await office.roster.signIn(pending, code: code, from: RosterOffice.peer)
      }
      await #expect(throws: Refused.tooManyTries(retryAfterSeconds: 5)) {
        try await office.password("thuly")
      }
      office.wait(seconds: 5)
      await #expect(throws: Refused.credentialsWrong) {
        try await office.password("thuly", "wrong")
      }
      await #expect(throws: Refused.tooManyTries(retryAfterSeconds: 30)) {
        try await office.password("thuly")
      }
      office.wait(seconds: 30)
      _ = try await office.roster.signIn(
        pending, code: office.code(of: id), from: RosterOffice.peer)
      // It counts from the beginning again.
      await #expect(throws: Refused.credentialsWrong) {
        try await office.password("thuly", "wrong")
      }
      _ = try await office.password("thuly")
    }
  }

  /// What so many tries at once are refused with.
  private static func refusals(
    _ count: Int, _ attempt: @escaping @Sendable () async throws -> Void
  ) async -> [Refused] {
    await withTaskGroup(of: Refused?.self) { group in
      for _ in 0..<count {
        group.addTask {
          do {
            try await attempt()
            return nil
          } catch {
            return error as? Refused
          }
        }
      }
      return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `many wrong codes at once: five are judged, and the others have to wait`(
    engine: DeskDatabase
  ) async throws {
    try await RosterOffice.open(engine) { office in
      let id = try await office.hire("thuly", [.assessor])
      _ = try await office.enrol("thuly", id)
      let pending = try await office.password("thuly")
      let officer = try #require(try await office.acting(id))
      let said = await Self.refusals(24) {
        _ = try await office.roster.signIn(pending, code: "000", from: RosterOffice.peer)
      }
      #expect(said.count { $0 == .officer(.codeWrong) } == 5)
      #expect(said.count { $0 == .tooManyTries(retryAfterSeconds: 15) } == 19)
      office.wait(seconds: 15)
      let next = await Self.refusals(24) {
        try await office.roster.stepUp(officer, code: "000", from: RosterOffice.peer)
      }
      #expect(next.count { $0 == .officer(.codeWrong) } == 1)
      #expect(next.count { $0 == .tooManyTries(retryAfterSeconds: 30) } == 23)
      #expect(try await office.told().count { $0 == .officerCodeRefused(id) } == 6)
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `many passwords and first codes at once are counted in turn, too`(
    engine: DeskDatabase
  ) async throws {
    try await RosterOffice.open(engine) { office in
      _ = try await office.hire("thuly", [.assessor])
      let pending = try await office.password("thuly")
      let said = await Self.refusals(12) { _ = try await office.password("thuly", "wrong") }
      #expect(said.count { $0 == .credentialsWrong } == 5)
      #expect(said.count { $0 == .tooManyTries(retryAfterSeconds: 15) } == 7)
      office.wait(seconds: 15)
      await #expect(throws: Refused.credentialsWrong) {
        try await office.password("thuly", "wrong")
      }
      office.wait(seconds: 30)
      _ = try await office.roster.enrolment(of: pending)
      let next = await Self.refusals(12) {
        _ = try await office.roster.enrol(
          pending, code: "000", passwords: ("", ""), from: RosterOffice.peer)
      }
      #expect(next.count { $0 == .officer(.codeWrong) } == 1)
      #expect(next.count { $0 == .tooManyTries(retryAfterSeconds: 60) } == 11)
    }
  }

  @Test func `who is unknown is answered as who mistyped`() async throws {
    try await RosterOffice.open { office in
      _ = try await office.hire("thuly", [.assessor])
      for name in ["thuly", "nobody"] {
        await #expect(throws: Refused.credentialsWrong) {
          try await office.password(name, "wrong")
        }
      }
    }
  }
}
