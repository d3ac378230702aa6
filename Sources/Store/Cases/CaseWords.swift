package import Vocabulary

/// Table `case_words`: what an agency finds its cases by. Words are those of the person's name
/// without marks (`SearchKey`), and identity numbers. Written in the transaction that writes the
/// case, and moved with it.
package enum CaseWords {
  /// More words than a name has.
  static let most = 24

  static func add(
    _ row: CaseRow, name: String, numbers: [String], in transaction: Transaction
  ) throws {
    let words = Set(name.split(separator: " ").map(String.init) + numbers).subtracting([""])
    let rows = words.sorted().prefix(most).map { word -> [SQLValue] in
      [row.agency.sqlValue, word.sqlValue, row.lodgedAt.sqlValue, row.id.sqlValue]
    }
    if !rows.isEmpty {
      _ = try transaction.run(
        """
        INSERT INTO case_words (agency, word, lodged_at, case_id)
        VALUES \(rows: rows)
            ON CONFLICT DO NOTHING
        """)
    }
    _ = try transaction.run(
      """
      INSERT INTO case_words (agency, word, lodged_at, case_id)
      SELECT \(row.agency), national_id, \(row.lodgedAt), \(row.id)
        FROM citizens
       WHERE id = \(row.citizen)
          ON CONFLICT DO NOTHING
      """)
  }

  /// A case that went to another agency is found there, and no longer here.
  package static func move(
    _ id: CaseID, from: AgencyID, to: AgencyID, numbers: [String], in transaction: Transaction
  ) throws {
    guard
      let row = try transaction.row(
        """
        SELECT cases.lodged_at AS lodged_at, cases.search_name AS name,
               citizens.national_id AS number
          FROM cases JOIN citizens ON citizens.id = cases.citizen
         WHERE cases.id = \(id)
        """)
    else { return }
    let words =
      try row.text("name").split(separator: " ").map(String.init) + [try row.text("number")]
      + numbers
    _ = try transaction.run(
      """
      UPDATE case_words SET agency = \(to)
       WHERE agency = \(from) AND word IN (\(list: words))
         AND lodged_at = \(try row.int64("lodged_at")) AND case_id = \(id)
      """)
  }
}

/// One page of what was found, the latest lodged first.
package struct FoundCases: Sendable {
  package let lines: [CaseQueue.Line]
  /// Where the next page begins; nil where everything was looked at.
  package let next: Place?

  package init(lines: [CaseQueue.Line], next: Place?) {
    self.lines = lines
    self.next = next
  }

  package struct Place: Equatable, Sendable {
    package let lodgedAt: Instant
    package let id: String

    package init(lodgedAt: Instant, id: String) {
      self.lodgedAt = lodgedAt
      self.id = id
    }
  }
}

extension CaseWords {
  /// So many cases of one word are looked at for one page. Where more bear it, the next page goes
  /// on from there: a search of two frequent words that seldom stand together stays quick.
  static let span = 10_000
  /// A word that so few cases bear is as good as any to begin with.
  private static let few = 500

  /// The cases of an agency that bear every one of the words, from a place on.
  package static func find(
    _ words: [String], of agency: AgencyID, after place: FoundCases.Place?, limit: Int,
    in connection: Connection
  ) throws(Fault) -> FoundCases {
    let words = Array(words.prefix(most))
    guard let first = try rarest(of: words, of: agency, in: connection) else {
      return FoundCases(lines: [], next: nil)
    }
    let start = place ?? FoundCases.Place(lodgedAt: .init(milliseconds: .max), id: "")
    let floor = try self.floor(of: first, below: start, of: agency, in: connection)
    let others = words.filter { $0 != first }
    let rows = try connection.rows(
      matches(first, others, from: start, to: floor, of: agency, limit: limit + 1))
    var lines: [CaseQueue.Line] = []
    for row in rows.prefix(limit) {
      lines.append((try CaseRow(restoring: row), try row.text("applicant")))
    }
    guard rows.count <= limit else {
      return FoundCases(
        lines: lines,
        next: lines.last.map { .init(lodgedAt: $0.row.lodgedAt, id: $0.row.id.text) })
    }
    return FoundCases(lines: lines, next: floor)
  }

  static func matches(
    _ first: String, _ others: [String], from start: FoundCases.Place, to floor: FoundCases.Place?,
    of agency: AgencyID, limit: Int
  ) -> SQL {
    var also: SQL = ""
    for word in others {
      // A value and not `EXISTS`: so both engines ask the index for each case, and no list is
      // read whole.
      also = """
        \(sql: also)
        AND (SELECT other.word FROM case_words AS other
              WHERE other.agency = \(agency) AND other.word = \(word)
                AND other.lodged_at = found.lodged_at AND other.case_id = found.case_id)
            IS NOT NULL
        """
    }
    if let floor {
      also = """
        \(sql: also)
        AND (found.lodged_at, found.case_id) >= (\(floor.lodgedAt), \(floor.id))
        """
    }
    return """
      SELECT cases.* FROM case_words AS found JOIN cases ON cases.id = found.case_id
       WHERE found.agency = \(agency) AND found.word = \(first)
         AND (found.lodged_at, found.case_id) < (\(start.lodgedAt), \(start.id)) \(sql: also)
       ORDER BY found.lodged_at DESC, found.case_id DESC
       LIMIT \(limit)
      """
  }

  /// The word that the fewest cases bear, as far as a short look tells: the given name stands last
  /// and is the rarer. Nil where a word is nobody's.
  private static func rarest(
    of words: [String], of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> String? {
    guard var best = words.last else { return nil }
    var isFew = false
    for word in words.reversed() {
      guard try has(word, more: 0, of: agency, in: connection) else { return nil }
      guard !isFew else { continue }
      if try !has(word, more: few, of: agency, in: connection) {
        (best, isFew) = (word, true)
      }
    }
    guard !isFew, words.count > 1 else { return best }
    for word in words.reversed()
    where try !has(word, more: span, of: agency, in: connection) {
      return word
    }
    return best
  }

  private static func has(
    _ word: String, more count: Int, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT 1 AS found FROM case_words
       WHERE agency = \(agency) AND word = \(word)
       ORDER BY lodged_at, case_id
       LIMIT 1 OFFSET \(count)
      """) != nil
  }

  /// The last case that is looked at for one page; nil where there are fewer.
  private static func floor(
    of word: String, below start: FoundCases.Place, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> FoundCases.Place? {
    let row = try connection.row(
      """
      SELECT lodged_at, case_id FROM case_words
       WHERE agency = \(agency) AND word = \(word)
         AND (lodged_at, case_id) < (\(start.lodgedAt), \(start.id))
       ORDER BY lodged_at DESC, case_id DESC
       LIMIT 1 OFFSET \(span)
      """)
    guard let row else { return nil }
    return FoundCases.Place(
      lodgedAt: Instant(milliseconds: try row.int64("lodged_at")), id: try row.text("case_id"))
  }
}
