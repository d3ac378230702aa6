import Store
package import Vocabulary

/// The officers of an agency as an administrator sees them: never what they work on.
package struct OfficersView: Equatable, Sendable {
  package var officers: [OfficerView]
  /// The newest first, decided or not.
  package var proposals: [OfficerChangeView]

  package init(officers: [OfficerView], proposals: [OfficerChangeView]) {
    self.officers = officers
    self.proposals = proposals
  }
}

package struct OfficerView: Equatable, Sendable {
  package var id: OfficerID
  package var username: String
  package var profile: OfficerProfile
  /// The roles of today.
  package var roles: Set<Role>
  package var factor: Factor

  package enum Factor: String, Equatable, Sendable, CaseIterable {
    case enrolled
    /// The first sign-in, or one after a reset, is waited for.
    case awaited
  }

  package init(
    id: OfficerID, username: String, profile: OfficerProfile, roles: Set<Role>, factor: Factor
  ) {
    self.id = id
    self.username = username
    self.profile = profile
    self.roles = roles
    self.factor = factor
  }
}

/// One officer, and what was ever changed.
package struct OfficerPageView: Equatable, Sendable {
  package var officer: OfficerView
  package var history: [OfficerChangeView]
  /// Who could stand in.
  package var colleagues: [OfficerName]

  package init(
    officer: OfficerView, history: [OfficerChangeView], colleagues: [OfficerName]
  ) {
    self.officer = officer
    self.history = history
    self.colleagues = colleagues
  }
}

package struct OfficerChangeView: Equatable, Sendable {
  package var id: OfficerChangeID
  package var change: OfficerChange
  /// Of whom; of a new one the name that is proposed.
  package var name: String
  /// What holds now; nil for somebody new.
  package var current: OfficerProfile?
  /// Who would stand in, where that is proposed.
  package var substitute: String?
  package var reason: String
  package var proposer: String
  package var proposedAt: Instant
  package var outcome: Outcome

  package enum Outcome: Equatable, Sendable {
    case waiting(Standing)
    case approved(by: String, at: Instant, reason: String)
    case declined(by: String, at: Instant, reason: String)
  }

  package enum Standing: String, Equatable, Sendable, CaseIterable {
    case mayDecide
    /// It is their own: another must.
    case own
    /// It is about them: another must.
    case aboutThem
  }

  package init(
    id: OfficerChangeID, change: OfficerChange, name: String, current: OfficerProfile?,
    substitute: String?, reason: String, proposer: String, proposedAt: Instant, outcome: Outcome
  ) {
    self.id = id
    self.change = change
    self.name = name
    self.current = current
    self.substitute = substitute
    self.reason = reason
    self.proposer = proposer
    self.proposedAt = proposedAt
    self.outcome = outcome
  }
}

extension Roster {
  package func officers(for reader: ActingOfficer) async throws -> OfficersView {
    try mustAdminister(reader)
    let today = surroundings.now().civilDate
    return try await database.read { connection in
      OfficersView(
        officers: try Officers.all(of: reader.agency, limit: 1_000, in: connection)
          .map { try OfficerView($0, on: today, in: connection) },
        proposals: try OfficerChanges.newest(of: reader.agency, limit: 100, in: connection)
          .map { try OfficerChangeView($0, for: reader, in: connection) })
    }
  }

  package func officer(_ id: OfficerID, for reader: ActingOfficer) async throws -> OfficerPageView {
    try mustAdminister(reader)
    let today = surroundings.now().civilDate
    return try await database.read { connection in
      guard let row = try Officers.name(of: id, in: connection), row.agency == reader.agency else {
        throw Refused.notFound
      }
      return OfficerPageView(
        officer: try OfficerView(row, on: today, in: connection),
        history: try OfficerChanges.history(of: id, limit: 100, in: connection)
          .map { try OfficerChangeView($0, for: reader, in: connection) },
        colleagues: try Officers.all(of: reader.agency, limit: 1_000, in: connection)
          .filter {
            $0.id != id && $0.profile.standing == .serving && $0.acting(on: today).handlesCases
          }.map { OfficerName($0) })
    }
  }

  package func officerChange(
    _ id: OfficerChangeID, for reader: ActingOfficer
  ) async throws -> OfficerChangeView {
    try mustAdminister(reader)
    return try await database.read { connection in
      guard let row = try OfficerChanges.row(id, of: reader.agency, in: connection) else {
        throw Refused.notFound
      }
      return try OfficerChangeView(row, for: reader, in: connection)
    }
  }
}

extension OfficerView {
  fileprivate init(_ row: OfficerRow, on day: CivilDate, in connection: Connection) throws {
    let factor = try OfficerFactors.of(row.id, in: connection)
    self.init(
      id: row.id, username: row.username, profile: row.profile,
      roles: row.profile.roles(on: day),
      factor: factor?.enrolledAt == nil || row.oneTimeUntil != nil ? .awaited : .enrolled)
  }
}

extension OfficerChangeView {
  fileprivate init(
    _ row: OfficerChangeRow, for reader: ActingOfficer, in connection: Connection
  ) throws {
    func name(of id: OfficerID) throws -> String {
      try Officers.name(of: id, in: connection)?.name ?? "–"
    }
    let known = try Officers.name(of: row.officer, in: connection)
    var subject = known?.name ?? "–"
    var substitute: String?
    switch row.change {
    case .admit(_, let profile): subject = profile.name
    case .substitute(let other, _, _, _): substitute = try name(of: other)
    case .become, .resetFactor: break
    }
    let outcome: Outcome
    if let decision = row.decision {
      let by = try name(of: decision.by)
      outcome =
        decision.number == nil
        ? .declined(by: by, at: decision.at, reason: decision.reason)
        : .approved(by: by, at: decision.at, reason: decision.reason)
    } else if row.proposedBy == reader.id {
      outcome = .waiting(.own)
    } else {
      outcome = .waiting(row.officer == reader.id ? .aboutThem : .mayDecide)
    }
    self.init(
      id: row.id, change: row.change, name: subject, current: known?.profile,
      substitute: substitute, reason: row.reason, proposer: try name(of: row.proposedBy),
      proposedAt: row.proposedAt, outcome: outcome)
  }
}
