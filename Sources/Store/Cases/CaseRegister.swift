package import Vocabulary

extension Cases {
  /// The cases of an agency that were lodged in a period, in the order of their lodging.
  ///
  /// - Parameter after: the last case that was read; nil at the beginning.
  package static func lodged(
    at agency: AgencyID, _ period: Range<Instant>, after: (lodgedAt: Instant, id: CaseID)?,
    limit: Int, in connection: Connection
  ) throws(Fault) -> [CaseRow] {
    let from = after?.lodgedAt ?? period.lowerBound
    let id = after?.id.text ?? ""
    return try connection.rows(
      """
      SELECT * FROM cases
       WHERE agency = \(agency) AND lodged_at < \(period.upperBound)
         AND (lodged_at, id) > (\(from), \(id))
       ORDER BY lodged_at, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try CaseRow(restoring: row) }
  }
}
