import Law
package import Records
package import Vocabulary

/// One thing that the nightly walk found about one conviction of a record.
package struct ClearanceRow: Equatable, Sendable {
  package let record: RecordID
  /// The judgment, by its extract's document.
  package let conviction: String
  package let found: Found
  /// The day of the walk that found it first.
  package let notedOn: CivilDate

  package enum Found: Hashable, Sendable {
    /// Cleared by law from that day, though nobody applied.
    case cleared(from: CivilDate)
    /// What is lacking to say so, and who owes it: a part of the judgment, or a gap's name.
    case lacking(String, holder: String)
  }

  package init(record: RecordID, conviction: String, found: Found, notedOn: CivilDate) {
    self.record = record
    self.conviction = conviction
    self.found = found
    self.notedOn = notedOn
  }

  init(restoring row: Row) throws(Fault) {
    guard let noted = CivilDate(iso: try row.text("noted_on")) else {
      throw Fault("reading a clearance", cause: "a column holds an impossible value")
    }
    self.record = RecordID(try row.int64("record"))
    self.conviction = try row.text("conviction")
    self.notedOn = noted
    if let day = try row.textOrNil("cleared_from").flatMap({ CivilDate(iso: $0) }) {
      self.found = .cleared(from: day)
    } else {
      self.found = .lacking(try row.text("lack"), holder: try row.text("holder"))
    }
  }

  var lack: String {
    switch found {
    case .cleared: ""
    case .lacking(let lack, _): lack
    }
  }
}

/// Which rows a page shows.
package enum ClearanceKind: String, Sendable, CaseIterable {
  case cleared, lacking
}

/// A place in a list of clearances.
package struct ClearanceKey: Equatable, Sendable {
  package let record: RecordID
  package let conviction: String
  package let lack: String

  package init(record: RecordID, conviction: String, lack: String) {
    self.record = record
    self.conviction = conviction
    self.lack = lack
  }

  package init(_ row: ClearanceRow) {
    self.init(record: row.record, conviction: row.conviction, lack: row.lack)
  }
}

/// Table `clearances`.
package enum Clearances {
  /// Puts what a walk found of some records in the place of what stood there. What was found
  /// before keeps the day on which it was found first, and a record of which the same was found is
  /// not written. Returns how many are newly cleared.
  package static func replace(
    _ rows: [ClearanceRow], of records: [RecordID], agency: AgencyID, in transaction: Transaction
  ) throws -> Int {
    guard !records.isEmpty else { return 0 }
    let before = try transaction.rows(
      """
      SELECT * FROM clearances
       WHERE agency = \(agency) AND record IN (\(list: records.map(\.number)))
       ORDER BY record, conviction, lack
       LIMIT 100000
      """
    ).map { row throws(Fault) in try ClearanceRow(restoring: row) }
    let stood = Dictionary(grouping: before, by: \.record)
    let found = Dictionary(grouping: rows, by: \.record)
    let changed = records.filter { record in
      let same = (stood[record] ?? []).count == (found[record] ?? []).count
      return !same || (found[record] ?? []).contains { old(of: $0, stood) == nil }
    }
    guard !changed.isEmpty else { return 0 }
    try transaction.run(
      """
      DELETE FROM clearances
       WHERE agency = \(agency) AND record IN (\(list: changed.map(\.number)))
      """)
    var newly = 0
    for row in changed.flatMap({ found[$0] ?? [] }) {
      let old = old(of: row, stood)
      if old == nil, case .cleared = row.found { newly += 1 }
      try insert(row, notedOn: old?.notedOn ?? row.notedOn, agency: agency, in: transaction)
    }
    return newly
  }

  /// The same finding, as an earlier walk noted it.
  private static func old(
    of row: ClearanceRow, _ stood: [RecordID: [ClearanceRow]]
  ) -> ClearanceRow? {
    stood[row.record]?.first { $0.conviction == row.conviction && $0.found == row.found }
  }

  private static func insert(
    _ row: ClearanceRow, notedOn: CivilDate, agency: AgencyID, in transaction: Transaction
  ) throws {
    var from: CivilDate?
    var holder = ""
    switch row.found {
    case .cleared(let day): from = day
    case .lacking(_, let owing): holder = owing
    }
    try transaction.run(
      """
      INSERT INTO clearances (agency, record, conviction, lack, holder, cleared_from, noted_on)
      VALUES (\(agency), \(row.record.number), \(row.conviction), \(row.lack), \(holder),
              \(from), \(notedOn))
      """)
  }

  /// One page, in the order of records.
  package static func page(
    _ kind: ClearanceKind, of agency: AgencyID, after key: ClearanceKey?, limit: Int,
    in connection: Connection
  ) throws(Fault) -> [ClearanceRow] {
    let place = (key?.record.number ?? 0, key?.conviction ?? "", key?.lack ?? "")
    let rows =
      switch kind {
      case .cleared:
        try connection.rows(
          """
          SELECT * FROM clearances
           WHERE agency = \(agency) AND lack = ''
             AND (record, conviction, lack) > (\(place.0), \(place.1), \(place.2))
           ORDER BY record, conviction, lack
           LIMIT \(limit)
          """)
      case .lacking:
        try connection.rows(
          """
          SELECT * FROM clearances
           WHERE agency = \(agency) AND lack <> ''
             AND (record, conviction, lack) > (\(place.0), \(place.1), \(place.2))
           ORDER BY record, conviction, lack
           LIMIT \(limit)
          """)
      }
    return try rows.map { row throws(Fault) in try ClearanceRow(restoring: row) }
  }
}
