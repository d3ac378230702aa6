import CaseFile
import Document
import Foundation
package import Issuance
import Store
package import Vocabulary

/// What an officer scans or types into their program of codes.
package struct OfficerEnrolment: Equatable, Sendable {
  package let username: String
  /// The secret in groups of four letters.
  package let letters: String
  /// `otpauth://totp/…` as a QR code.
  package let code: QRModules

  package init(username: String, letters: String, code: QRModules) {
    self.username = username
    self.letters = letters
    self.code = code
  }
}

/// An officer who has enrolled, and their recovery codes, which are shown now and never again.
package struct EnrolledOfficer: Equatable, Sendable {
  package let officer: ActingOfficer
  package let recoveryCodes: [String]

  package init(officer: ActingOfficer, recoveryCodes: [String]) {
    self.officer = officer
    self.recoveryCodes = recoveryCodes
  }
}

extension Roster {
  static let recoveryCodeCount = 10
  static let passwordLength = 12

  /// The secret that waits for its first code; made at the first look.
  package func enrolment(of pending: PendingOfficer) async throws -> OfficerEnrolment {
    let id = pending.officer
    let fresh = try box.seal(surroundings.secretBytes(OneTimeCode.secretLength), of: id)
    let now = surroundings.now()
    let (row, factor) = try await database.write { transaction in
      let row = try Roster.row(of: pending, at: now, in: transaction)
      try OfficerFactors.begin(id, sealedSecret: fresh, in: transaction)
      return (row, try OfficerFactors.of(id, in: transaction))
    }
    guard let factor, factor.enrolledAt == nil else { throw Refused.credentialsWrong }
    let letters = Base32.encode(try box.open(factor.sealedSecret, of: id))
    let address =
      "otpauth://totp/LyLich:\(row.username)?secret=\(letters)&issuer=LyLich"
      + "&algorithm=SHA1&digits=6&period=30"
    return OfficerEnrolment(
      username: row.username, letters: Roster.grouped(letters),
      code: try QRMatrix.encode(address).modules)
  }

  /// The first code came: the factor is the officer's, and the sign-in is done.
  ///
  /// - Parameter passwords: typed twice, where the officer had a one-time password.
  package func enrol(
    _ pending: PendingOfficer, code typed: String, passwords: (String, String), from peer: String
  ) async throws -> EnrolledOfficer {
    let id = pending.officer
    let (row, factor) = try await database.read { connection in
      (try Officers.row(id, in: connection), try OfficerFactors.of(id, in: connection))
    }
    let now = surroundings.now()
    guard let row, pending.holds(of: row, at: now), let factor, factor.enrolledAt == nil else {
      throw Refused.credentialsWrong
    }
    try await mustBePatient(row.username, from: peer)
    let hash = try chosenPassword(of: row, passwords)
    let secret = try box.open(factor.sealedSecret, of: id)
    let verdict = OneTimeCode.judge(
      typed.filter { !$0.isWhitespace }, by: secret, at: now, after: factor.lastStep)
    let codes = newRecoveryCodes()
    let isRight = try await database.write { transaction in
      try mustBePatient(row.username, from: peer, at: now, in: transaction)
      guard case .right(let step) = verdict else {
        try noteFailure(of: row.username, from: peer, at: now, in: transaction)
        return false
      }
      _ = try Roster.row(of: pending, at: now, in: transaction)
      guard try OfficerFactors.enrol(id, step: step, at: now, in: transaction) else {
        throw Refused.stale
      }
      if let hash {
        try Officers.setPassword(of: id, hash: hash, oneTimeUntil: nil, in: transaction)
      }
      try keep(codes, of: id, in: transaction)
      try forgetFailures(of: row.username, in: transaction)
      for event in [HouseEvent.secondFactorEnrolled(id), .officerSignedIn(id)] {
        try Roster.note(event, of: row.agency, by: .officer(id), at: now, in: transaction)
      }
      return true
    }
    guard isRight else { throw Refused.officer(.codeWrong) }
    guard let officer = try await acting(id) else { throw Refused.credentialsWrong }
    return EnrolledOfficer(officer: officer, recoveryCodes: codes)
  }

  /// Ten new recovery codes; the old ones hold no longer.
  package func renewRecoveryCodes(of officer: ActingOfficer) async throws -> [String] {
    let codes = newRecoveryCodes()
    let now = surroundings.now()
    try await database.write { transaction in
      try keep(codes, of: officer.id, in: transaction)
      try Roster.note(
        .recoveryCodesRenewed(officer.id), of: officer.agency, by: .officer(officer.id), at: now,
        in: transaction)
    }
    return codes
  }

  package func recoveryCodesLeft(of officer: ActingOfficer) async throws -> Int {
    try await database.read { connection in
      try OfficerFactors.recoveryCodesLeft(of: officer.id, in: connection)
    }
  }

  /// Sessions were ended by their officer.
  package func noteSessionsEnded(_ count: Int, of officer: ActingOfficer) async throws {
    let now = surroundings.now()
    try await database.write { transaction in
      try Roster.note(
        .officerSessionsEnded(officer.id, count: count), of: officer.agency,
        by: .officer(officer.id), at: now, in: transaction)
    }
  }

  /// The officer, whom nobody resets until the transaction ends. Refused where it was done before.
  private static func row(
    of pending: PendingOfficer, at now: Instant, in transaction: Transaction
  ) throws -> OfficerRow {
    guard let row = try Officers.locked(pending.officer, in: transaction),
      pending.holds(of: row, at: now)
    else { throw Refused.credentialsWrong }
    return row
  }

  /// The hash of the password that the officer chose; nil where they have one already.
  private func chosenPassword(
    of row: OfficerRow, _ passwords: (String, String)
  ) throws -> String? {
    guard row.oneTimeUntil != nil else { return nil }
    guard passwords.0 == passwords.1 else { throw Refused.officer(.passwordsDiffer) }
    let isLong = passwords.0.count >= Roster.passwordLength
    guard isLong, passwords.0.lowercased() != row.username.lowercased(),
      try !PasswordHash(restoring: row.passwordHash).matches(passwords.0)
    else { throw Refused.officer(.passwordWeak) }
    return try PasswordHash(of: passwords.0, salt: surroundings.secretBytes(16)).text
  }

  /// Twelve letters and digits each, 60 bits: `k3jd-82hf-mq2a`.
  private func newRecoveryCodes() -> [String] {
    (0..<Roster.recoveryCodeCount).map { _ in
      Roster.grouped(String(surroundings.newToken(byteCount: 8).prefix(12)), by: "-")
    }
  }

  private func keep(
    _ codes: [String], of id: OfficerID, in transaction: Transaction
  ) throws {
    let hashes = codes.map { box.mark("recovery", "\(id) \($0.filter { $0 != "-" })") }
    try OfficerFactors.setRecoveryCodes(of: id, hashes: hashes, in: transaction)
  }

  static func grouped(_ text: String, by mark: String = " ") -> String {
    stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
      .joined(separator: mark)
  }
}
