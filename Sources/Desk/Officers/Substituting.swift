import CaseFile
import Store
package import Vocabulary

/// Who stands in for an officer on leave, as it is typed.
package struct SubstitutionWish: Equatable, Sendable {
  package let substitute: OfficerID
  package let role: Role
  package let from: CivilDate
  /// The last day.
  package let until: CivilDate

  package init(substitute: OfficerID, role: Role, from: CivilDate, until: CivilDate) {
    self.substitute = substitute
    self.role = role
    self.from = from
    self.until = until
  }
}

/// Who stands in for whom, as the officers of an agency see it.
package struct SubstitutionsView: Equatable, Sendable {
  package var lines: [Line]
  /// The reader's own roles in which somebody can stand in.
  package var roles: [Role]
  /// Who could.
  package var colleagues: [OfficerName]

  package struct Line: Equatable, Sendable {
    package var id: SubstitutionID
    package var role: Role
    package var from: CivilDate
    package var until: CivilDate
    package var reason: String
    package var principal: String
    package var substitute: String
    package var standing: Standing
    package var canEnd: Bool

    package init(
      id: SubstitutionID, role: Role, from: CivilDate, until: CivilDate, reason: String,
      principal: String, substitute: String, standing: Standing, canEnd: Bool
    ) {
      self.id = id
      self.role = role
      self.from = from
      self.until = until
      self.reason = reason
      self.principal = principal
      self.substitute = substitute
      self.standing = standing
      self.canEnd = canEnd
    }
  }

  package enum Standing: String, Equatable, Sendable, CaseIterable {
    case coming, now, past, ended
  }

  package init(lines: [Line], roles: [Role], colleagues: [OfficerName]) {
    self.lines = lines
    self.roles = roles
    self.colleagues = colleagues
  }
}

extension Roster {
  /// No leave is longer; a longer absence is a change of roles.
  static let longestLeaveDays = 90

  package func substitutions(for officer: ActingOfficer) async throws -> SubstitutionsView {
    let today = surroundings.now().civilDate
    let (rows, officers) = try await database.read { connection in
      (
        try Substitutions.newest(of: officer.agency, limit: 200, in: connection),
        try Officers.all(of: officer.agency, limit: 1_000, in: connection)
      )
    }
    let names = Dictionary(officers.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
    let mine = officers.first { $0.id == officer.id }?.profile.roles(on: today) ?? []
    return SubstitutionsView(
      lines: rows.map { row in
        let standing = row.standing(on: today)
        return SubstitutionsView.Line(
          id: row.id, role: row.role, from: row.from, until: row.until, reason: row.reason,
          principal: names[row.principal] ?? "–", substitute: names[row.substitute] ?? "–",
          standing: standing,
          canEnd: [.coming, .now].contains(standing) && Roster.mayEnd(row, officer))
      },
      roles: mine.filter(\.canBeSubstituted).sorted(),
      colleagues: officers.filter { other in
        other.id != officer.id && other.profile.standing == .serving
          && other.acting(on: today).handlesCases
      }.map { OfficerName($0) })
  }

  /// An officer names who stands in for them in one of their own roles.
  package func nameSubstitute(
    _ wish: SubstitutionWish, reason: String, by officer: ActingOfficer
  ) async throws -> SubstitutionID {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let id: SubstitutionID = surroundings.newID()
    let now = surroundings.now()
    try await database.write { transaction in
      try Roster.insert(
        wish, for: officer.id, as: id, reason: reason, by: officer, at: now, in: transaction)
    }
    return id
  }

  /// Ends a substitution before its last day: the one who was stood in for, the substitute, or an
  /// administrator. To take away needs no second person.
  package func endSubstitution(
    _ id: SubstitutionID, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await database.write { transaction in
      guard let row = try Substitutions.row(id, of: officer.agency, in: transaction),
        Roster.mayEnd(row, officer)
      else { throw Refused.notFound }
      guard try Substitutions.end(id, by: officer.id, at: now, in: transaction) else {
        throw Refused.officer(.decided)
      }
      try Roster.note(
        .substitutionEnded(id), of: officer.agency, by: .officer(officer.id), at: now,
        in: transaction)
    }
  }

  private static func mayEnd(_ row: SubstitutionRow, _ officer: ActingOfficer) -> Bool {
    row.principal == officer.id || row.substitute == officer.id
      || officer.roles.contains(.administrator)
  }

  /// Writes a substitution and its event, where it can be.
  static func insert(
    _ wish: SubstitutionWish, for principal: OfficerID, as id: SubstitutionID, reason: String,
    by officer: ActingOfficer, at now: Instant, in transaction: Transaction
  ) throws {
    try check(wish, for: principal, of: officer.agency, on: now.civilDate, in: transaction)
    try Substitutions.insert(
      SubstitutionRow(
        id: id, agency: officer.agency, principal: principal, substitute: wish.substitute,
        role: wish.role, from: wish.from, until: wish.until, reason: reason,
        namedBy: officer.id, namedAt: now), in: transaction)
    try note(
      .substituteNamed(
        id, principal: principal, substitute: wish.substitute, role: wish.role, from: wish.from,
        until: wish.until), of: officer.agency, by: .officer(officer.id), at: now,
      in: transaction)
  }

  static func check(
    _ wish: SubstitutionWish, for principal: OfficerID, of agency: AgencyID,
    on today: CivilDate, in connection: Connection
  ) throws {
    guard wish.from <= wish.until else { throw Refused.officer(.daysReversed) }
    guard wish.from >= today else { throw Refused.officer(.daysPast) }
    guard wish.until <= wish.from.adding(days: longestLeaveDays) else {
      throw Refused.officer(.tooLong)
    }
    // A role that is lent cannot be lent on: it must be the principal's own.
    guard let own = try Officers.row(principal, in: connection), own.agency == agency,
      wish.role.canBeSubstituted, own.profile.roles(on: wish.from).contains(wish.role)
    else { throw Refused.officer(.notYourRole) }
    guard let other = try Officers.row(wish.substitute, in: connection), other.agency == agency,
      other.id != principal, other.acting(on: wish.from).handlesCases,
      !other.profile.roles(on: wish.from).contains(wish.role)
    else { throw Refused.officer(.substituteUnfit) }
    let isTaken = try Substitutions.isAway(
      principal, as: wish.role, of: agency, from: wish.from, until: wish.until, in: connection)
    guard !isTaken else { throw Refused.officer(.overlapping) }
  }
}

extension SubstitutionRow {
  fileprivate func standing(on day: CivilDate) -> SubstitutionsView.Standing {
    if endedAt != nil { return .ended }
    if day > until { return .past }
    return day < from ? .coming : .now
  }
}
