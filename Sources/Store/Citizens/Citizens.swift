package import Vocabulary

package struct CitizenRow: Equatable, Sendable {
  package let id: CitizenID
  package let nationalID: NationalID
  package let name: PersonName
  package let birthDate: BirthDate

  init(restoring row: Row) throws(Fault) {
    guard let id = CitizenID(try row.text("id")),
      let birthDate = BirthDate(iso: try row.text("birth_date"))
    else { throw Fault("reading a citizen", cause: "a column holds an impossible value") }
    self.id = id
    self.birthDate = birthDate
    self.name = PersonName(restoring: try row.text("name"))
    do {
      self.nationalID = try NationalID(try row.text("national_id"))
    } catch {
      throw Fault("reading a citizen", cause: "a column holds an impossible value")
    }
  }
}

/// Table `citizens`: an opaque id for each identity number that has signed in.
package enum Citizens {
  package static func row(_ id: CitizenID) -> Lookup<CitizenRow?> {
    .row("SELECT * FROM citizens WHERE id = \(id)") { row throws(Fault) in
      try CitizenRow(restoring: row)
    }
  }

  package static func row(
    _ id: CitizenID, in connection: Connection
  ) throws(Fault) -> CitizenRow? {
    try connection.look(row(id))
  }

  /// The citizen with this identity number; the name and birth date are what the e-identity says
  /// now.
  package static func findOrMake(
    _ nationalID: NationalID, name: PersonName, birthDate: BirthDate, id: CitizenID,
    at now: Instant, in transaction: Transaction
  ) throws -> CitizenID {
    let rows = try transaction.returning(
      """
      INSERT INTO citizens (id, national_id, name, birth_date, created_at)
      VALUES (\(id), \(nationalID.digits), \(name.text), \(birthDate.iso), \(now))
      ON CONFLICT (national_id)
      DO UPDATE SET name = excluded.name, birth_date = excluded.birth_date
      RETURNING id
      """)
    guard let row = rows.first, let kept = CitizenID(try row.text("id")) else {
      throw Fault("keeping a citizen", cause: "the row has no id")
    }
    return kept
  }
}
