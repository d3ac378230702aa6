import CaseFile
import Crypto
import Store
package import Vocabulary

/// What became of a proposal, with what must be handed over in person.
package enum DecidedOfficerChange: Equatable, Sendable {
  case done
  /// The officer's user name, and the password with which they sign in once.
  case handOver(username: String, password: String)
}

extension Roster {
  static let oneTimeSeconds = 7 * 24 * 3600

  /// One administrator proposes, with a reason. Nothing changes until another approves.
  ///
  /// - Parameter officer: nil for somebody new.
  package func propose(
    _ change: OfficerChange, of officer: OfficerID?, reason: String, by proposer: ActingOfficer
  ) async throws -> OfficerChangeID {
    try mustAdminister(proposer)
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    let row = OfficerChangeRow(
      id: surroundings.newID(), agency: proposer.agency,
      officer: officer ?? surroundings.newID(), change: change, reason: reason,
      proposedBy: proposer.id, proposedAt: now)
    let digest = hex(Array(SHA256.hash(data: OfficerChanges.bytes(of: change))))
    try await database.write { transaction in
      try Roster.check(row, on: now.civilDate, in: transaction)
      try OfficerChanges.propose(row, in: transaction)
      try Roster.note(
        .officerChangeProposed(row.id, officer: row.officer, digest: digest), of: row.agency,
        by: .officer(proposer.id), at: now, in: transaction)
    }
    return row.id
  }

  /// Another administrator, who is not the officer it is about, decides. What is approved holds
  /// from the next page on, in every process.
  package func decide(
    _ id: OfficerChangeID, _ verdict: SupplierVerdict, reason: String, by decider: ActingOfficer
  ) async throws -> DecidedOfficerChange {
    try mustAdminister(decider)
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    let password = Roster.grouped(
      String(surroundings.newToken(byteCount: 10).prefix(16)), by: "-")
    let hash = try PasswordHash(of: password, salt: surroundings.secretBytes(16)).text
    let substitution: SubstitutionID = surroundings.newID()
    do {
      return try await database.write { transaction in
        guard let row = try OfficerChanges.row(id, of: decider.agency, in: transaction) else {
          throw Refused.notFound
        }
        guard row.decision == nil else { throw Refused.officer(.decided) }
        switch verdict {
        case .decline:
          try settle(row, number: nil, reason, by: decider, at: now, in: transaction)
          return .done
        case .approve:
          try mustBeAnother(decider, than: row)
          try Roster.check(row, on: now.civilDate, in: transaction)
          let number = try OfficerChanges.latest(in: transaction) + 1
          try settle(row, number: number, reason, by: decider, at: now, in: transaction)
          let username = try apply(
            row, substitution, oneTimeHash: hash, by: decider, at: now, in: transaction)
          return username.map { .handOver(username: $0, password: password) } ?? .done
        }
      }
    } catch let conflict as DatabaseConflict where conflict.table == "officers" {
      throw Refused.officer(.usernameTaken)
    } catch is DatabaseConflict {
      // Two people decided at once: the first one holds.
      throw Refused.stale
    }
  }

  /// The schema holds that two people did it; one who takes a proposal back declines nothing. And
  /// nobody decides about themselves, be it that nothing changes.
  private func mustBeAnother(
    _ decider: ActingOfficer, than row: OfficerChangeRow
  ) throws(Refused) {
    guard row.proposedBy != decider.id else { throw .officer(.samePerson) }
    guard row.officer != decider.id else { throw .officer(.aboutYourself) }
  }

  private func settle(
    _ row: OfficerChangeRow, number: Int?, _ reason: String, by decider: ActingOfficer,
    at now: Instant, in transaction: Transaction
  ) throws {
    try mustBeAnother(decider, than: row)
    try OfficerChanges.decide(
      row, SecondDecision(number: number, reason: reason, by: decider.id, at: now),
      in: transaction)
    let event: HouseEvent =
      if let number {
        .officerChangeApproved(row.id, officer: row.officer, number: number)
      } else {
        .officerChangeDeclined(row.id, officer: row.officer)
      }
    try Roster.note(event, of: row.agency, by: .officer(decider.id), at: now, in: transaction)
  }

  /// Returns the user name of who needs a one-time password; nil where nobody does.
  private func apply(
    _ row: OfficerChangeRow, _ substitution: SubstitutionID, oneTimeHash: String,
    by decider: ActingOfficer, at now: Instant, in transaction: Transaction
  ) throws -> String? {
    let id = row.officer
    let until = now.adding(seconds: Roster.oneTimeSeconds)
    switch row.change {
    case .admit(let username, let profile):
      try Officers.insert(
        OfficerRow(
          id: id, agency: row.agency, username: username, profile: profile,
          passwordHash: oneTimeHash, oneTimeUntil: until), at: now, in: transaction)
      return username
    case .become(let profile):
      try Officers.update(id, to: profile, in: transaction)
      try endSessions(of: id, row.agency, by: decider, at: now, in: transaction)
      return nil
    case .resetFactor:
      try OfficerFactors.forget(id, in: transaction)
      try Officers.setPassword(
        of: id, hash: oneTimeHash, oneTimeUntil: until, in: transaction)
      try endSessions(of: id, row.agency, by: decider, at: now, in: transaction)
      return try Officers.row(id, in: transaction)?.username
    case .substitute(let substitute, let role, let from, let until):
      try Roster.insert(
        SubstitutionWish(substitute: substitute, role: role, from: from, until: until),
        for: id, as: substitution, reason: row.reason, by: decider, at: now, in: transaction)
      return nil
    }
  }

  private func endSessions(
    of id: OfficerID, _ agency: AgencyID, by decider: ActingOfficer, at now: Instant,
    in transaction: Transaction
  ) throws {
    let count = try Sessions.closeAll(of: id.text, kind: .officer, in: transaction)
    guard count > 0 else { return }
    try Roster.note(
      .officerSessionsEnded(id, count: count), of: agency, by: .officer(decider.id), at: now,
      in: transaction)
  }

  /// Whether a change can be: asked when it is proposed and when it is approved.
  private static func check(
    _ row: OfficerChangeRow, on today: CivilDate, in connection: Connection
  ) throws {
    let known = try Officers.name(of: row.officer, in: connection)
    if let known, known.agency != row.agency { throw Refused.notFound }
    switch row.change {
    case .admit(let username, let profile):
      try check(profile)
      let isWellFormed =
        (3...32).contains(username.utf8.count)
        && username.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
        }
      guard isWellFormed else { throw Refused.officer(.usernameMalformed) }
      guard try !Officers.isTaken(username, in: connection) else {
        throw Refused.officer(.usernameTaken)
      }
    case .become(let profile):
      guard let known else { throw Refused.notFound }
      try check(profile)
      guard profile != known.profile else { throw Refused.officer(.unchanged) }
      try checkAdministrators(after: profile, of: row, on: today, in: connection)
    case .resetFactor:
      guard let known, known.profile.standing == .serving else { throw Refused.notFound }
    case .substitute(let substitute, let role, let from, let until):
      try check(
        SubstitutionWish(substitute: substitute, role: role, from: from, until: until),
        for: row.officer, of: row.agency, on: today, in: connection)
    }
  }

  private static func check(_ profile: OfficerProfile) throws(Refused) {
    guard !profile.name.isEmpty, !profile.title.isEmpty else { throw .officer(.nameMissing) }
    let roles = Set(profile.grants.map(\.role))
    guard !roles.isEmpty || profile.standing == .left else { throw .officer(.rolesMissing) }
    guard roles.count == 1 || !roles.contains(where: \.standsAlone) else {
      throw .officer(.rolesTogether)
    }
    for grant in profile.grants {
      if let from = grant.from, let until = grant.until, until < from {
        throw .officer(.daysReversed)
      }
    }
  }

  /// Two who can go on changing must remain, with no last day.
  private static func checkAdministrators(
    after profile: OfficerProfile, of row: OfficerChangeRow, on today: CivilDate,
    in connection: Connection
  ) throws {
    let others = try Officers.all(of: row.agency, limit: 5_000, in: connection)
      .filter { $0.id != row.officer }.map(\.profile)
    let before = try Officers.name(of: row.officer, in: connection)?.profile
    guard before?.isLastingAdministrator(on: today) == true else { return }
    let count = (others + [profile]).filter { $0.isLastingAdministrator(on: today) }.count
    guard count >= 2 else { throw Refused.officer(.tooFewAdministrators) }
  }

  func mustAdminister(_ officer: ActingOfficer) throws(Refused) {
    guard officer.roles.contains(.administrator) else { throw .roleMissing(.administrator) }
  }
}

extension OfficerProfile {
  package func isLastingAdministrator(on day: CivilDate) -> Bool {
    standing == .serving
      && grants.contains { $0.role == .administrator && $0.holds(on: day) && $0.until == nil }
  }
}
