package import Vocabulary

/// Adds the rows of a register's file to an index.
package struct RegisterAddition {
  private let index: MatchIndex

  /// Entries made durable together: each such batch is found once it is synced.
  private static let batch = 1024

  package init(_ index: MatchIndex) { self.index = index }

  package func run(register path: String) throws(Fault) -> (added: Int, broken: [BrokenRow]) {
    var blocks = try RegisterBlocks(path, doing: "adding to the index", blockSize: 1 << 18)
    var reader = RowReader()
    var known = index.addedIDs()
    var broken: [BrokenRow] = []
    var added = 0
    while let parts = try blocks.next(1) {
      for part in parts {
        var entries = read(part, &reader, &known, &broken)[...]
        added += entries.count
        while !entries.isEmpty {
          try index.add(Array(entries.prefix(RegisterAddition.batch)))
          entries = entries.dropFirst(RegisterAddition.batch)
        }
      }
    }
    return (added, (broken + reader.takeBroken()).sorted())
  }

  private func read(
    _ part: RegisterBlocks.Part, _ reader: inout RowReader, _ known: inout Set<String>,
    _ broken: inout [BrokenRow]
  ) -> [(record: PackedRecord, id: String)] {
    var entries: [(record: PackedRecord, id: String)] = []
    part.bytes.withUnsafeBufferPointer { bytes in
      var rows = CommaSeparated(bytes, firstLine: part.firstLine)
      reading: while true {
        switch rows.next() {
        case .end: break reading
        case .broken(let column):
          broken.append(BrokenRow(line: rows.line, column: column, problem: .quotes))
        case .row:
          guard let record = reader.record(rows) else { continue }
          let id = rows.text(0)
          if !known.insert(id).inserted {
            broken.append(BrokenRow(line: rows.line, column: 1, problem: .duplicateID))
            continue
          }
          entries.append((record, id))
        }
      }
    }
    return entries
  }
}

extension MatchIndex {
  /// Adds one row of a register, durably; it is found as soon as this returns.
  package func add(row: String) throws(Fault) {
    var text = row
    let entry: (PackedRecord, String)? = text.withUTF8 { bytes in
      var rows = CommaSeparated(bytes, firstLine: 1)
      var reader = RowReader()
      guard rows.next() == .row, let record = reader.record(rows) else { return nil }
      return (record, rows.text(0))
    }
    guard let entry else { throw Fault("adding to the index", cause: "the row cannot be read") }
    try add([(record: entry.0, id: entry.1)])
  }
}
