import CaseFile
import Vocabulary

/// Whether the register of bodies' requests is what the journal tells.
package enum BodyCheck {
  private static let page = 200

  package static func run(on database: Database) async throws -> Invariant {
    var invariant = Invariant("every body's request stands as its journal tells, by two people")
    var last = ""
    while true {
      let after = last
      let rows = try await database.read { connection in
        try connection.rows(
          """
          SELECT * FROM body_requests
           WHERE id > \(after)
           ORDER BY id
           LIMIT \(page)
          """
        ).map { row in
          let request = try BodyRequestRow(restoring: row)
          return (request, try BodyRequests.story(of: request.id, in: connection).map(\.entry))
        }
      }
      for (row, story) in rows {
        invariant.expect(isTold(row, by: story), row.id.text)
        last = row.id.text
      }
      guard rows.count == page else { return invariant }
    }
  }

  private static func isTold(_ row: BodyRequestRow, by story: [HouseEntry]) -> Bool {
    var state: BodyRequestRow.State?
    var finder: OfficerID?
    var decider: OfficerID?
    for entry in story {
      guard case .bodyRequest(let event) = entry.event, event.request == row.id,
        case .officer(let officer) = entry.actor
      else { return false }
      switch event {
      case .received: state = .received
      case .refused: (state, decider) = (.refused, officer)
      case .found: (state, finder) = (.found, officer)
      case .sentBack:
        guard officer != finder else { return false }
        state = .received
      case .answered:
        guard officer != finder, state == .found else { return false }
        (state, decider) = (.answered, officer)
      case .letterCame, .looked: continue
      }
    }
    return state == row.state && finder == row.foundBy && decider == row.decidedBy
  }
}
