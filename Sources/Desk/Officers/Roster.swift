import CaseFile
package import Store
package import Vocabulary

/// Who the officers are: their sign-in, their second factors, what they may do and for whom.
package struct Roster: Sendable {
  package let database: Database
  /// The agency that this portal serves.
  package let home: AgencyID
  package let surroundings: Surroundings
  package let box: SecretBox

  package init(
    database: Database, home: AgencyID, surroundings: Surroundings, box: SecretBox
  ) {
    self.database = database
    self.home = home
    self.surroundings = surroundings
    self.box = box
  }

  static func note(
    _ event: HouseEvent, of agency: AgencyID, by actor: Actor, at now: Instant,
    in transaction: Transaction
  ) throws {
    try Journal.append(
      HouseEntry(event: event, caseID: nil, seq: nil, agency: agency, actor: actor, at: now),
      in: transaction)
  }
}

extension Desk {
  /// The officer of a session, with the roles of today; nil once they left.
  package func officer(_ id: OfficerID) async throws -> ActingOfficer? {
    try await roster.acting(id)
  }
}
