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

  /// Where a volume of the register ends: its last case's place, and whether another case follows.
  /// Nil where fewer cases than `size` are left. Only the index of the lodgings is read.
  package static func volumeEnd(
    at agency: AgencyID, _ period: Range<Instant>, after: (lodgedAt: Instant, id: CaseID)?,
    size: Int, in connection: Connection
  ) throws(Fault) -> (lodgedAt: Instant, id: CaseID, isFollowed: Bool)? {
    let places = try connection.rows(
      places(at: agency, period, after: after, skipping: size - 1, limit: 2))
    guard let last = places.first else { return nil }
    guard let id = CaseID(try last.text("id")) else {
      throw Fault("reading the register", cause: "a column holds an impossible value")
    }
    return (try last.instant("lodged_at"), id, places.count > 1)
  }

  /// Whether any case was lodged in a period.
  package static func wereLodged(
    at agency: AgencyID, _ period: Range<Instant>, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(places(at: agency, period, after: nil, skipping: 0, limit: 1)) != nil
  }

  static func places(
    at agency: AgencyID, _ period: Range<Instant>, after: (lodgedAt: Instant, id: CaseID)?,
    skipping: Int, limit: Int
  ) -> SQL {
    """
    SELECT lodged_at, id FROM cases
     WHERE agency = \(agency) AND lodged_at < \(period.upperBound)
       AND (lodged_at, id) > (\(after?.lodgedAt ?? period.lowerBound), \(after?.id.text ?? ""))
     ORDER BY lodged_at, id
     LIMIT \(limit) OFFSET \(skipping)
    """
  }
}
