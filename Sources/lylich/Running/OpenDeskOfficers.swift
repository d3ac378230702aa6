import Desk
import Portal
import Vocabulary

// Each call goes to the roster as it is; hashing a password is long work.
extension OpenDesk {
  func checkPassword(
    username: String, password: String, from peer: String
  ) async throws -> PendingOfficer {
    try await awayFromLoops {
      try await desk.roster.checkPassword(username: username, password: password, from: peer)
    }
  }

  func signIn(
    _ pending: PendingOfficer, code: String, from peer: String
  ) async throws -> ActingOfficer {
    try await desk.roster.signIn(pending, code: code, from: peer)
  }

  func stepUp(_ officer: ActingOfficer, code: String, from peer: String) async throws {
    try await desk.roster.stepUp(officer, code: code, from: peer)
  }

  func enrolment(of pending: PendingOfficer) async throws -> OfficerEnrolment {
    try await desk.roster.enrolment(of: pending)
  }

  func enrol(
    _ pending: PendingOfficer, code: String, passwords: (String, String), from peer: String
  ) async throws -> EnrolledOfficer {
    try await awayFromLoops {
      try await desk.roster.enrol(pending, code: code, passwords: passwords, from: peer)
    }
  }

  func renewRecoveryCodes(of officer: ActingOfficer) async throws -> [String] {
    try await desk.roster.renewRecoveryCodes(of: officer)
  }

  func recoveryCodesLeft(of officer: ActingOfficer) async throws -> Int {
    try await desk.roster.recoveryCodesLeft(of: officer)
  }

  func noteSessionsEnded(_ count: Int, of officer: ActingOfficer) async throws {
    try await desk.roster.noteSessionsEnded(count, of: officer)
  }
}
