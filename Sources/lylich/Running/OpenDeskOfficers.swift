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

  func officers(for reader: ActingOfficer) async throws -> OfficersView {
    try await desk.roster.officers(for: reader)
  }

  func officer(_ id: OfficerID, for reader: ActingOfficer) async throws -> OfficerPageView {
    try await desk.roster.officer(id, for: reader)
  }

  func officerChange(
    _ id: OfficerChangeID, for reader: ActingOfficer
  ) async throws -> OfficerChangeView {
    try await desk.roster.officerChange(id, for: reader)
  }

  func propose(
    _ change: OfficerChange, of officer: OfficerID?, reason: String, by proposer: ActingOfficer
  ) async throws -> OfficerChangeID {
    try await desk.roster.propose(change, of: officer, reason: reason, by: proposer)
  }

  func decide(
    _ id: OfficerChangeID, _ verdict: SupplierVerdict, reason: String, by decider: ActingOfficer
  ) async throws -> DecidedOfficerChange {
    try await awayFromLoops {
      try await desk.roster.decide(id, verdict, reason: reason, by: decider)
    }
  }

  func notices(for officer: ActingOfficer) async throws -> [NoticeView] {
    try await desk.roster.notices(for: officer)
  }

  func announce(
    vietnamese: String, english: String, from: Instant, until: Instant,
    by officer: ActingOfficer
  ) async throws {
    try await desk.roster.announce(
      vietnamese: vietnamese, english: english, from: from, until: until, by: officer)
    try await desk.roster.refresh(desk.noticeBoard)
  }

  func withdrawNotice(_ id: NoticeID, by officer: ActingOfficer) async throws {
    try await desk.roster.withdrawNotice(id, by: officer)
    try await desk.roster.refresh(desk.noticeBoard)
  }

  func notices(at now: Instant) -> [NoticeView] { desk.noticeBoard.shown(at: now) }

  func openForReason(
    _ id: CaseID, _ reason: LookReason, words: String, by officer: ActingOfficer
  ) async throws {
    try await desk.openForReason(id, reason, words: words, by: officer)
  }

  func substitutions(for officer: ActingOfficer) async throws -> SubstitutionsView {
    try await desk.roster.substitutions(for: officer)
  }

  func nameSubstitute(
    _ wish: SubstitutionWish, reason: String, by officer: ActingOfficer
  ) async throws -> SubstitutionID {
    try await desk.roster.nameSubstitute(wish, reason: reason, by: officer)
  }

  func endSubstitution(_ id: SubstitutionID, by officer: ActingOfficer) async throws {
    try await desk.roster.endSubstitution(id, by: officer)
  }

  func journal(_ wish: JournalWish, for officer: ActingOfficer) async throws -> JournalView {
    try await desk.roster.journal(wish, for: officer)
  }
}
