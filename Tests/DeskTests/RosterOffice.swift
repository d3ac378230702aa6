import CaseFile
import Store
import Synchronization
import Vocabulary

@testable import Desk

/// An agency with officers on a database of its own, whose clock the test moves.
final class RosterOffice: Sendable {
  static let agency = DeskDatabase.agency
  static let start = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0)
  static let password = "mot mat khau that dai"
  static let peer = "192.0.2.7"

  let database: Database
  let roster: Roster
  private let clock: Clock

  private init(_ database: Database, _ box: SecretBox) {
    let clock = Clock()
    self.clock = clock
    self.database = database
    self.roster = Roster(
      database: database, home: Self.agency,
      surroundings: Surroundings(
        now: { clock.now.withLock { $0 } },
        secretBytes: { count in
          var generator = SystemRandomNumberGenerator()
          return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }), box: box)
  }

  private final class Clock: Sendable {
    let now = Mutex(RosterOffice.start)
  }

  static func open(
    _ engine: DeskDatabase = .sqlite, _ body: @Sendable (RosterOffice) async throws -> Void
  ) async throws {
    guard let box = SecretBox(key: Array(repeating: 3, count: 32)) else {
      preconditionFailure("32 bytes are a key")
    }
    try await engine.with { try await body(RosterOffice($0, box)) }
  }

  var now: Instant { clock.now.withLock { $0 } }

  func wait(seconds: Int) {
    clock.now.withLock { $0 = $0.adding(seconds: seconds) }
  }

  /// Lets an officer in, without a second factor; the roles hold always.
  func hire(_ username: String, _ roles: Set<Role>) async throws -> OfficerID {
    let id: OfficerID = roster.surroundings.newID()
    let hash = try PasswordHash(of: Self.password, salt: Array(repeating: 1, count: 16)).text
    try await database.write { transaction in
      try Officers.insert(
        OfficerRow(
          id: id, agency: Self.agency, username: username, name: "Người \(username)",
          title: "Chuyên viên", roles: roles, passwordHash: hash), at: Self.start,
        in: transaction)
    }
    return id
  }

  /// Who they are at this moment.
  func acting(_ id: OfficerID) async throws -> ActingOfficer? { try await roster.acting(id) }

  /// The code of an officer's telephone, so many steps from now.
  func code(of id: OfficerID, ahead: Int64 = 0) async throws -> String {
    let factor = try await database.read { try OfficerFactors.of(id, in: $0) }
    guard let factor else { return "" }
    let secret = try roster.box.open(factor.sealedSecret, of: id)
    return OneTimeCode.code(of: secret, step: OneTimeCode.step(at: now) + ahead)
  }

  func enrol(_ username: String, _ id: OfficerID) async throws -> EnrolledOfficer {
    let pending = try await password(username)
    _ = try await roster.enrolment(of: pending)
    return try await roster.enrol(
      pending, code: code(of: id), passwords: ("", ""), from: Self.peer)
  }

  func password(_ username: String, _ typed: String = password) async throws -> PendingOfficer {
    try await roster.checkPassword(username: username, password: typed, from: Self.peer)
  }

  /// The events of the house that the journal holds, in order.
  func told() async throws -> [HouseEvent] {
    try await entries().map(\.event)
  }

  func entries() async throws -> [HouseEntry] {
    try await database.read { connection in
      try connection.rows("SELECT body FROM events ORDER BY id LIMIT 10000").map { row in
        try JournalCodec.value(HouseEntry.self, from: try row.bytes("body"))
      }
    }
  }
}
