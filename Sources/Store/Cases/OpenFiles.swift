package import CaseFile
package import Vocabulary

/// How many open files lie on officers' desks, for sharing out fairly.
package enum OpenFiles {
  /// More than anybody has: counted no further.
  private static let most = 2_000

  package static func count(
    of officer: OfficerID, at agency: AgencyID, in states: [StateName], in connection: Connection
  ) throws(Fault) -> Int {
    var sum = 0
    for state in states {
      let row = try connection.row(
        """
        SELECT COUNT(*) AS files
          FROM (SELECT 1 AS one FROM cases
                 WHERE agency = \(agency) AND state = \(state.rawValue) AND assigned = \(officer)
                 LIMIT \(most)) AS files
        """)
      sum += try row?.int("files") ?? 0
    }
    return sum
  }
}
