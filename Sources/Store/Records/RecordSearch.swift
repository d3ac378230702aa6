package import Records
package import Vocabulary

/// Tables `record_names` and `record_numbers`: how a record is found.
package enum RecordSearch {
  /// The record in which this identity number stands, old or new; the first, where courts gave it
  /// to several persons.
  package static func record(
    number: String, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> RecordID? {
    try records(number: number, of: agency, in: connection).first
  }

  /// Every record in which this identity number stands.
  package static func records(
    number: String, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [RecordID] {
    try connection.rows(
      """
      SELECT record FROM record_numbers
       WHERE number = \(IdentityNumbers.plain(number)) AND agency = \(agency)
       ORDER BY record
       LIMIT 50
      """
    ).map { row throws(Fault) in RecordID(try row.int64("record")) }
  }

  /// Records in which a name begins with the typed words, with or without marks.
  ///
  /// - Parameter birthYear: nil for any. A record whose birth year nobody knows is found by every
  ///   year: it may be the person.
  package static func records(
    name: String, birthYear: Int?, of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [RecordLine] {
    let key = SearchKey(name).text
    guard !key.isEmpty else { return [] }
    let years = birthYear.map { [$0, 0] }
    let rows: [Row]
    if let years {
      rows = try connection.rows(
        """
        SELECT DISTINCT id, name, born
          FROM record_names JOIN records ON records.id = record
         WHERE search_name >= \(key) AND search_name < \(key + "~")
           AND birth_year IN (\(list: years)) AND agency = \(agency)
         ORDER BY id
         LIMIT \(limit)
        """)
    } else {
      rows = try connection.rows(
        """
        SELECT DISTINCT id, name, born
          FROM record_names JOIN records ON records.id = record
         WHERE search_name >= \(key) AND search_name < \(key + "~") AND agency = \(agency)
         ORDER BY id
         LIMIT \(limit)
        """)
    }
    return try rows.map { row throws(Fault) in try line(row) }
  }

  package static func line(
    _ id: RecordID, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> RecordLine? {
    try connection.row(
      "SELECT id, name, born FROM records WHERE id = \(id.number) AND agency = \(agency)"
    ).map { row throws(Fault) in try line(row) }
  }

  /// The lines of these records; those of other agencies are left out.
  package static func lines(
    _ ids: [RecordID], of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [RecordID: RecordLine] {
    var lines: [RecordID: RecordLine] = [:]
    for part in JudicialRecords.slices(of: ids) {
      let rows = try connection.rows(
        """
        SELECT id, name, born FROM records
         WHERE id IN (\(list: part.map(\.number))) AND agency = \(agency)
         ORDER BY id
         LIMIT \(part.count)
        """)
      for row in rows {
        let line = try line(row)
        lines[line.id] = line
      }
    }
    return lines
  }

  private static func line(_ row: Row) throws(Fault) -> RecordLine {
    RecordLine(
      id: RecordID(try row.int64("id")), name: try row.text("name"),
      born: try row.textOrNil("born").flatMap { BirthDate(iso: $0) })
  }
}
