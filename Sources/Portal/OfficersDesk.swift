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

  // For administrators.
  func officers(for reader: ActingOfficer) async throws -> OfficersView
  func officer(_ id: OfficerID, for reader: ActingOfficer) async throws -> OfficerPageView
  func officerChange(
    _ id: OfficerChangeID, for reader: ActingOfficer
  ) async throws -> OfficerChangeView
  /// - Parameter officer: nil for somebody new.
  func propose(
    _ change: OfficerChange, of officer: OfficerID?, reason: String, by proposer: ActingOfficer
  ) async throws -> OfficerChangeID
  func decide(
    _ id: OfficerChangeID, _ verdict: SupplierVerdict, reason: String, by decider: ActingOfficer
  ) async throws -> DecidedOfficerChange
  func notices(for officer: ActingOfficer) async throws -> [NoticeView]
  func announce(
    vietnamese: String, english: String, from: Instant, until: Instant,
    by officer: ActingOfficer
  ) async throws
  func withdrawNotice(_ id: NoticeID, by officer: ActingOfficer) async throws

  /// Why an officer opens a file that is not their work.
  func openForReason(
    _ id: CaseID, _ reason: LookReason, words: String, by officer: ActingOfficer
  ) async throws

  // Leave.
  func substitutions(for officer: ActingOfficer) async throws -> SubstitutionsView
  func nameSubstitute(
    _ wish: SubstitutionWish, reason: String, by officer: ActingOfficer
  ) async throws -> SubstitutionID
  func endSubstitution(_ id: SubstitutionID, by officer: ActingOfficer) async throws

  // For auditors.
  func journal(
    _ wish: JournalWish, for officer: ActingOfficer
  ) async throws -> JournalView

  // For every page.
  /// What is announced at this moment.
  func notices(at now: Instant) -> [NoticeView]
}
