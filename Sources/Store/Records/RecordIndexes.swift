import Records
import Vocabulary

/// What changes in the indexes by which records are found, and in what is asked about them.
///
/// Rows are written in the order of their keys: a page of an index is then touched once a batch
/// and not once a row.
struct IndexChanges {
  let agency: AgencyID
  /// Name and birth date of every touched record, as it is now.
  private(set) var lines: [RecordID: (name: String, born: String?)] = [:]
  /// The contradictions of every touched record that may have any.
  private(set) var questions: [RecordID: [Contradiction]] = [:]
  private var names: [NameKey] = []
  private var numbers: [(number: String, record: RecordID)] = []
  private var lostNames: Set<NameKey> = []
  private var lostNumbers: [(number: String, record: RecordID)] = []

  struct NameKey: Hashable {
    let name: String
    let birthYear: Int
    let record: RecordID
  }

  init(agency: AgencyID) {
    self.agency = agency
  }

  /// A record that one document begins: its fold says what the document says.
  mutating func begin(_ id: RecordID, with incoming: IncomingDocument) {
    let born = incoming.document.person.born
    lines[id] = (incoming.document.person.name, born?.iso)
    let year = born?.year ?? 0
    if incoming.searchNames.count == 1 {
      names.append(NameKey(name: incoming.searchNames[0], birthYear: year, record: id))
    } else {
      names += Set(incoming.searchNames).map { NameKey(name: $0, birthYear: year, record: id) }
    }
    let all = incoming.document.person.numbers
    if all.count == 1 {
      numbers.append((all[0], id))
    } else {
      numbers += Set(all).map { ($0, id) }
    }
  }

  mutating func turn(_ id: RecordID, from earlier: JudicialRecord?, to record: JudicialRecord) {
    lines[id] = (record.identity.name?.value ?? "", record.identity.born?.value.iso)
    questions[id] = record.contradictions
    let before = earlier.map { Set(Self.nameKeys(of: $0)) } ?? []
    let after = Set(Self.nameKeys(of: record))
    names += after.subtracting(before)
    lostNames.formUnion(before.subtracting(after))
    let oldNumbers = Set(earlier?.identity.numbers.map(\.value) ?? [])
    let newNumbers = Set(record.identity.numbers.map(\.value))
    numbers += newNumbers.subtracting(oldNumbers).map { ($0, id) }
    lostNumbers += oldNumbers.subtracting(newNumbers).map { ($0, id) }
  }

  static func nameKeys(of record: JudicialRecord) -> [NameKey] {
    let identity = record.identity
    let year = identity.born?.value.year ?? 0
    let all = (identity.name.map { [$0] } ?? []) + identity.otherNames
    return Set(all.map { SearchKey($0.value).text }).sorted()
      .map { NameKey(name: $0, birthYear: year, record: record.id) }
  }

  /// The row of a record that was there before.
  func writeLine(of id: RecordID, in transaction: Transaction) throws {
    guard let line = lines[id] else { return }
    try transaction.run(
      "UPDATE records SET name = \(line.name), born = \(line.born) WHERE id = \(id.number)")
  }

  func write(in transaction: Transaction) throws {
    for lost in lostNames {
      try transaction.run(
        """
        DELETE FROM record_names
         WHERE search_name = \(lost.name) AND birth_year = \(lost.birthYear)
           AND record = \(lost.record.number)
        """)
    }
    for (number, record) in lostNumbers {
      try transaction.run(
        """
        DELETE FROM record_numbers
         WHERE number = \(number) AND agency = \(agency) AND record = \(record.number)
        """)
    }
    var nameRows = BulkRows(
      table: "record_names", columns: ["search_name", "birth_year", "record"],
      rowCapacity: names.count)
    for key in names.sorted(by: { Self.precedes($0, $1) }) {
      nameRows.append(key.name.sqlValue, key.birthYear.sqlValue, key.record.number.sqlValue)
    }
    try transaction.insert(nameRows)
    var numberRows = BulkRows(
      table: "record_numbers", columns: ["number", "agency", "record"],
      rowCapacity: numbers.count)
    for (number, record) in numbers.sorted(by: { ($0.number, $0.record) < ($1.number, $1.record) })
    {
      numberRows.append(number.sqlValue, agency.sqlValue, record.number.sqlValue)
    }
    try transaction.insert(numberRows)
  }

  private static func precedes(_ left: NameKey, _ right: NameKey) -> Bool {
    (left.name, left.birthYear, left.record) < (right.name, right.birthYear, right.record)
  }
}
