import CaseFile
import Store
package import Vocabulary

/// An officer whose password was right, and what must come next.
package struct PendingOfficer: Equatable, Sendable, Codable {
  package let officer: OfficerID
  package let agency: AgencyID
  package let next: Next
  /// Of the one-time password that was typed; nil where it was the officer's own. A reset hands out
  /// another, and who had the last gets no further.
  package let oneTimeUntil: Instant?

  package enum Next: String, Equatable, Sendable, Codable {
    /// The code of the second factor.
    case code
    /// There is no second factor yet.
    case enrolment
    /// Nor a password of their own: what was typed was handed out once.
    case enrolmentWithPassword
  }

  package init(
    officer: OfficerID, agency: AgencyID, next: Next, oneTimeUntil: Instant? = nil
  ) {
    self.officer = officer
    self.agency = agency
    self.next = next
    self.oneTimeUntil = oneTimeUntil
  }

  /// Whether what was typed is what the officer signs in with at this moment.
  func holds(of row: OfficerRow, at now: Instant) -> Bool {
    row.oneTimeUntil == oneTimeUntil && (oneTimeUntil.map { now < $0 } ?? true)
  }
}

/// What a code was entered for.
enum CodeUse: Sendable {
  case signIn
  /// Before an act that asks for a fresh one.
  case stepUp
}

extension Roster {
  /// A hash of no password, so that an unknown name takes as long as a wrong password.
  private static let nobody = PasswordHash(
    restoring: "scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$"
      + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")

  /// Whose password it is, or `credentialsWrong`, which does not say what was wrong.
  ///
  /// - Parameter peer: the address, for the count of failures alone.
  package func checkPassword(
    username: String, password: String, from peer: String
  ) async throws -> PendingOfficer {
    try await mustBePatient(username, from: peer)
    let (found, factor) = try await database.read { connection in
      let row = try Officers.row(username: username, in: connection)
      return (row, try row.flatMap { try OfficerFactors.of($0.id, in: connection) })
    }
    let kept = found.map { PasswordHash(restoring: $0.passwordHash) } ?? Roster.nobody
    let isRight = try kept.matches(password)
    let now = surroundings.now()
    let isInTime = found?.oneTimeUntil.map { now < $0 } ?? true
    let known = isRight && isInTime ? found : nil
    try await database.write { transaction in
      try mustBePatient(username, from: peer, at: now, in: transaction)
      guard known == nil else { return }
      try noteFailure(of: username, from: peer, at: now, in: transaction)
      try Roster.note(
        .officerSignInFailed, of: home, by: .system("portal"), at: now, in: transaction)
    }
    guard let officer = known else { throw Refused.credentialsWrong }
    let next: PendingOfficer.Next =
      if officer.oneTimeUntil != nil {
        .enrolmentWithPassword
      } else if factor?.enrolledAt == nil {
        .enrolment
      } else {
        .code
      }
    return PendingOfficer(
      officer: officer.id, agency: officer.agency, next: next, oneTimeUntil: officer.oneTimeUntil)
  }

  /// The second step of a sign-in: a code, or a recovery code.
  package func signIn(
    _ pending: PendingOfficer, code: String, from peer: String
  ) async throws -> ActingOfficer {
    try await take(code, of: pending.officer, for: .signIn, from: peer)
    guard let officer = try await acting(pending.officer) else { throw Refused.credentialsWrong }
    return officer
  }

  /// A fresh code of an officer who is signed in.
  package func stepUp(_ officer: ActingOfficer, code: String, from peer: String) async throws {
    try await take(code, of: officer.id, for: .stepUp, from: peer)
  }

  func acting(_ id: OfficerID) async throws -> ActingOfficer? {
    try await database.look(Officers.acting(id, on: surroundings.now().civilDate))
  }

  /// What became of a code, in the transaction that took it.
  private enum Taken: Sendable { case yes, used, wrong }

  private func take(
    _ typed: String, of id: OfficerID, for use: CodeUse, from peer: String
  ) async throws {
    let (row, factor) = try await database.read { connection in
      (try Officers.row(id, in: connection), try OfficerFactors.of(id, in: connection))
    }
    guard let row, let factor, factor.enrolledAt != nil else { throw Refused.credentialsWrong }
    try await mustBePatient(row.username, from: peer)
    let secret = try box.open(factor.sealedSecret, of: id)
    let code = typed.filter { !$0.isWhitespace && $0 != "-" }.lowercased()
    let now = surroundings.now()
    let isOneTime = code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let verdict = OneTimeCode.judge(code, by: secret, at: now, after: factor.lastStep)
    let taken = try await database.write { transaction -> Taken in
      try mustBePatient(row.username, from: peer, at: now, in: transaction)
      let taken =
        isOneTime
        ? try Roster.take(verdict, of: id, in: transaction)
        : try takeRecovery(code, of: row, at: now, in: transaction)
      switch taken {
      case .yes:
        try forgetFailures(of: row.username, in: transaction)
        let event: HouseEvent =
          switch use {
          case .signIn: .officerSignedIn(id)
          case .stepUp: .officerSteppedUp(id)
          }
        try Roster.note(event, of: row.agency, by: .officer(id), at: now, in: transaction)
      case .used: break
      case .wrong:
        try noteFailure(of: row.username, from: peer, at: now, in: transaction)
        try Roster.note(
          .officerCodeRefused(id), of: row.agency, by: .system("portal"), at: now,
          in: transaction)
      }
      return taken
    }
    switch taken {
    case .yes: return
    case .used: throw Refused.officer(.codeUsed)
    case .wrong: throw Refused.officer(.codeWrong)
    }
  }

  private static func take(
    _ verdict: OneTimeCode.Verdict, of id: OfficerID, in transaction: Transaction
  ) throws -> Taken {
    switch verdict {
    case .wrong: .wrong
    case .used: .used
    // Between the reading and now somebody may have entered it.
    case .right(let step): try OfficerFactors.take(id, step: step, in: transaction) ? .yes : .used
    }
  }

  private func takeRecovery(
    _ code: String, of row: OfficerRow, at now: Instant, in transaction: Transaction
  ) throws -> Taken {
    let hash = box.mark("recovery", "\(row.id) \(code)")
    guard try OfficerFactors.useRecoveryCode(hash, of: row.id, at: now, in: transaction) else {
      return .wrong
    }
    let left = try OfficerFactors.recoveryCodesLeft(of: row.id, in: transaction)
    try Roster.note(
      .recoveryCodeUsed(row.id, left: left), of: row.agency, by: .officer(row.id), at: now,
      in: transaction)
    return .yes
  }
}
