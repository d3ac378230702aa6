package import Desk
package import Vocabulary

/// What the pages of sign-in and of an officer's own account ask of the desk.
package protocol OfficersDesk: Sendable {
  /// Throws `credentialsWrong`, which does not say what was wrong, or `tooManyTries`.
  func checkPassword(
    username: String, password: String, from peer: String
  ) async throws -> PendingOfficer
  /// A code of the second factor, or a recovery code.
  func signIn(
    _ pending: PendingOfficer, code: String, from peer: String
  ) async throws -> ActingOfficer
  func stepUp(_ officer: ActingOfficer, code: String, from peer: String) async throws
  func enrolment(of pending: PendingOfficer) async throws -> OfficerEnrolment
  func enrol(
    _ pending: PendingOfficer, code: String, passwords: (String, String), from peer: String
  ) async throws -> EnrolledOfficer
  func renewRecoveryCodes(of officer: ActingOfficer) async throws -> [String]
  func recoveryCodesLeft(of officer: ActingOfficer) async throws -> Int
  func noteSessionsEnded(_ count: Int, of officer: ActingOfficer) async throws
}
