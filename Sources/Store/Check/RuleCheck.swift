import CaseFile
import Foundation
import Vocabulary

/// Whether the changes of the rules are those that the journal tells: whoever turns a row of
/// `rule_proposals` or `rule_decisions` turns the rules of every new case.
package enum RuleCheck {
  private static let page = 500

  /// What the journal tells of one proposal.
  private struct Told {
    var digest: String?
    /// The number of an approved change, nil of a declined one; empty until it is decided.
    var decisions: [Int?] = []
  }

  package static func run(on database: Database) async throws -> Invariant {
    try await database.read { connection in
      var told = try told(in: connection)
      var invariant = Invariant("every change of the rules is the one that the journal tells")
      for row in try stored(in: connection) {
        let id = try row.text("id")
        let digest = RuleProposals.digest(Array(try row.text("changes").utf8))
        let isDecided = try row.textOrNil("decided_by") != nil
        let decisions: [Int?] = isDecided ? [try row.intOrNil("number")] : []
        let story = told.removeValue(forKey: id)
        invariant.expect(
          story?.digest == digest && story?.decisions == decisions, "proposal \(id)")
      }
      // Told, and not there any more.
      for id in told.keys.sorted() { invariant.expect(false, "proposal \(id)") }
      return invariant
    }
  }

  private static func stored(in connection: Connection) throws(Fault) -> [Row] {
    try connection.rows(
      """
      SELECT rule_proposals.id AS id, rule_proposals.changes AS changes,
             rule_decisions.decided_by AS decided_by, rule_decisions.number AS number
        FROM rule_proposals
        LEFT JOIN rule_decisions ON rule_decisions.proposal = rule_proposals.id
       ORDER BY rule_proposals.id
       LIMIT 100000
      """)
  }

  /// Goes over the events of the house, a page at a time.
  private static func told(in connection: Connection) throws -> [String: Told] {
    var told: [String: Told] = [:]
    var last: Int64 = 0
    while true {
      let rows = try connection.rows(
        """
        SELECT id, body FROM events
         WHERE case_id IS NULL AND id > \(last)
         ORDER BY id
         LIMIT \(page)
        """)
      for row in rows {
        last = try row.int64("id")
        let body = Data(try row.bytes("body"))
        guard body.range(of: mark) != nil else { continue }
        try read(JournalCodec.value(HouseEntry.self, from: Array(body)).event, into: &told)
      }
      guard rows.count == page else { return told }
    }
  }

  private static let mark = Data("ruleChange".utf8)

  private static func read(_ event: HouseEvent, into told: inout [String: Told]) {
    switch event {
    case .ruleChangeProposed(let id, let digest): told[id.text, default: Told()].digest = digest
    case .ruleChangeApproved(let id, let number):
      told[id.text, default: Told()].decisions.append(number)
    case .ruleChangeDeclined(let id): told[id.text, default: Told()].decisions.append(nil)
    case .officerCodeRefused, .secondFactorEnrolled, .recoveryCodeUsed, .recoveryCodesRenewed,
      .officerSteppedUp, .officerSessionsEnded, .officerInstalled, .officerChangeProposed,
      .officerChangeApproved, .officerChangeDeclined, .substituteNamed, .substitutionEnded,
      .noticeAnnounced, .noticeWithdrawn:
      return
    case .installed, .officerSignedIn, .officerSignInFailed, .draftSaved, .draftPurged,
      .payloadPurged, .caseLookedAt, .casesSearched, .registerTaken, .money, .bodyRequest,
      .strayMoneyReported, .clearancesListed, .recordDocumentsFiled, .recordLookedAt,
      .registerSearched, .recordQuestionAnswered, .supplierProposed,
      .supplierApproved, .supplierDeclined, .supplyReceived, .paperAdded, .paperRemoved,
      .paperScanned, .paperLookedAt,
      .recordMoveProposed, .recordMoveConfirmed, .recordMoveDeclined, .recordPairDeclined:
      return
    }
  }
}
