package import Vocabulary

/// Table `avoided_applications`: how often somebody saw that no certificate was needed. Counts by
/// month, purpose and kind; nothing of anybody.
package enum AvoidedApplications {
  package static func count(
    agency: AgencyID, month: YearMonth, purpose: String, kind: CertificateKind,
    in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO avoided_applications (agency, month, purpose, kind, times)
      VALUES (\(agency), \(month.iso), \(purpose), \(kind.rawValue), 1)
      ON CONFLICT (agency, month, purpose, kind)
      DO UPDATE SET times = avoided_applications.times + 1
      """)
  }

  /// The counts of an agency from a month on, the latest month first.
  package static func rows(
    agency: AgencyID, since month: YearMonth, limit: Int, in connection: Connection
  ) throws(Fault) -> [AvoidedRow] {
    try connection.rows(
      """
      SELECT month, purpose, kind, times FROM avoided_applications
       WHERE agency = \(agency) AND month >= \(month.iso)
       ORDER BY month DESC, times DESC, purpose, kind
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try AvoidedRow(restoring: row) }
  }
}

package struct AvoidedRow: Equatable, Sendable {
  /// `2026-11`.
  package let month: String
  package let purpose: String
  package let kind: CertificateKind
  package let times: Int

  init(restoring row: Row) throws(Fault) {
    guard let kind = CertificateKind(rawValue: try row.text("kind")) else {
      throw Fault("reading a count", cause: "a column holds an impossible value")
    }
    self.month = try row.text("month")
    self.purpose = try row.text("purpose")
    self.kind = kind
    self.times = try row.int("times")
  }
}
