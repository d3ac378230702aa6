import Records
import Vocabulary

/// The documents of a batch that get a row, in order, and whose they are.
struct FilingRows {
  private(set) var all: [NewDocument] = []
  /// The records that the batch begins: their numbers follow each other from this one on.
  let firstNew: Int64
  /// The row that begins each of them: mostly their only one, so a list each would be too much.
  private var beginnings: [Int] = []
  /// The later rows of those, and every row of the others.
  private var further: [RecordID: [Int]] = [:]
  /// Those begun here, by the names that their documents give, as far as it was asked for.
  private var byName: [String: [(record: RecordID, year: Int?)]] = [:]
  private var rowsByName = 0

  /// A document that gets a row.
  struct NewDocument {
    let incoming: IncomingDocument
    let record: RecordID
    let id: DocumentID
    let supersedes: DocumentID?
    let edition: Int
  }

  init(firstNew: Int64) {
    self.firstNew = firstNew
  }

  /// The number that the next record gets.
  var nextRecord: RecordID { RecordID(firstNew + Int64(beginnings.count)) }

  /// The records that the batch begins, in order.
  var begun: some Sequence<RecordID> {
    beginnings.indices.map { RecordID(firstNew + Int64($0)) }
  }

  func isBegunHere(_ record: RecordID) -> Bool { record.number >= firstNew }

  /// A row of a record that is there, or of `nextRecord`, which it begins.
  mutating func append(_ row: NewDocument) {
    if row.record == nextRecord {
      beginnings.append(all.count)
    } else {
      further[row.record, default: []].append(all.count)
    }
    all.append(row)
  }

  /// The rows of one record, in order; those of this batch alone.
  func of(_ record: RecordID) -> [NewDocument] {
    var places = further[record] ?? []
    if isBegunHere(record), record < nextRecord {
      places.insert(beginnings[Int(record.number - firstNew)], at: 0)
    }
    return places.map { all[$0] }
  }

  /// Whether the row is the only one of a record that it begins.
  func isAlone(_ row: NewDocument) -> Bool {
    isBegunHere(row.record) && further[row.record] == nil
  }

  /// Records begun here in which a document gives this name and, where both say one, this year of
  /// birth.
  mutating func begun(named name: String, bornIn year: Int?) -> [RecordID] {
    for row in all[rowsByName...] where isBegunHere(row.record) {
      let born = row.incoming.document.person.born?.year
      for key in row.incoming.searchNames { byName[key, default: []].append((row.record, born)) }
    }
    rowsByName = all.count
    return (byName[name] ?? []).filter { $0.year == nil || year == nil || $0.year == year }
      .map(\.record)
  }
}
