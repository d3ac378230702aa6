import Dispatch
import Foundation
package import Vocabulary

/// Builds an index from a register: rows are read and packed on all cores, then filed under their
/// keys by counting, so that the postings need no sorting.
package struct IndexBuild {
  package struct Outcome: Sendable {
    package var rows: Int
    package var postings: Int
    package var broken: [BrokenRow]
  }

  private let folder: String
  private let threads: Int
  /// Called with the rows read so far.
  private let progress: (Int) -> Void
  private let doing = "building the index"

  package init(folder: String, threads: Int, progress: @escaping (Int) -> Void = { _ in }) {
    self.folder = folder
    self.threads = max(1, min(threads, 8))
    self.progress = progress
  }

  /// The old index, if there is one, serves until the new one is whole.
  package func run(register path: String) throws(Fault) -> Outcome {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Fault(doing, cause: "the folder cannot be made")
    }
    let fresh = "\(folder)/\(IndexFolder.base).new"
    var file = try DurableFile(fresh, doing: doing)
    defer { file.end() }
    try file.write([UInt8](repeating: 0, count: IndexHead.size))
    var blocks = try RegisterBlocks(path, doing: doing)
    var ids = IDList()
    var head = IndexHead()
    var broken: [BrokenRow] = []
    while let parts = try blocks.next(threads) {
      let packed = IndexBuild.pack(parts)
      for part in packed {
        broken += part.broken
        try file.write(part.records)
        ids.append(part.ids, part.idLengths, lines: part.lines)
        head.rows += part.records.count
        for word in part.sums { head.register = mixed(head.register, word) }
      }
      guard head.rows <= Posting.mostRows else {
        throw Fault(doing, cause: "an index holds at most \(Posting.mostRows) entries")
      }
      progress(head.rows)
    }
    broken += ids.duplicates().map { BrokenRow(line: $0, column: 1, problem: .duplicateID) }
    try file.pad()
    try writeKeys(fresh, &file, &head)
    head.idBytes = ids.bytes.count
    try file.write(ids.offsets)
    try file.pad()
    try file.write(ids.bytes)
    try file.writeHead(head.bytes)
    try file.sync()
    try IndexFolder.replaceBase(folder, with: fresh, doing: doing)
    return Outcome(rows: head.rows, postings: head.postings, broken: broken.sorted())
  }

  // MARK: Reading

  private struct Packed: Sendable {
    var records: [PackedRecord] = []
    var ids: [UInt8] = []
    var idLengths: [UInt8] = []
    var lines: [UInt32] = []
    var broken: [BrokenRow] = []
    /// A hash a row of what was filed.
    var sums: [UInt64] = []
  }

  private static func pack(_ parts: [RegisterBlocks.Part]) -> [Packed] {
    var packed = [Packed](repeating: Packed(), count: parts.count)
    packed.withUnsafeMutableBufferPointer { results in
      // Each iteration writes one place of its own.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: parts.count) { index in
        results[index] = pack(parts[index])
      }
    }
    return packed
  }

  private static func pack(_ part: RegisterBlocks.Part) -> Packed {
    var result = Packed()
    part.bytes.withUnsafeBufferPointer { bytes in
      var rows = CommaSeparated(bytes, firstLine: part.firstLine)
      var reader = RowReader()
      reading: while true {
        switch rows.next() {
        case .end: break reading
        case .broken(let column):
          result.broken.append(BrokenRow(line: rows.line, column: column, problem: .quotes))
        case .row:
          guard let record = reader.record(rows) else { continue }
          let id = Array(rows.text(0).utf8)
          result.records.append(record)
          result.ids.append(contentsOf: id)
          result.idLengths.append(UInt8(id.count))
          result.lines.append(UInt32(clamping: rows.line))
          result.sums.append(mixed(record.summary, IDList.hash(id)))
        }
      }
      result.broken += reader.takeBroken()
    }
    return result
  }

  // MARK: Filing

  func writeKeys(
    _ path: String, _ file: inout DurableFile, _ head: inout IndexHead
  ) throws(Fault) {
    guard head.rows > 0 else {
      head.buckets = 1
      head.nameCounts = FrequencyCount.nameCount(entries: 0)
      try file.write([UInt32(0), 0])
      try file.pad()
      try file.write(FrequencyCount(entries: 0).bytes())
      try file.pad()
      return
    }
    let map = try MappedFile(path, doing: doing)
    guard let records = map.values(PackedRecord.self, at: head.records, count: head.rows) else {
      throw Fault(doing, cause: "the file changed while it was read")
    }
    let filing = Filing(records, threads: threads)
    head.buckets = filing.buckets
    try file.write(filing.offsets)
    try file.pad()
    head.postings = filing.postings.count
    try file.write(filing.postings)
    try file.pad()
    var counts = FrequencyCount(entries: head.rows)
    for record in records { counts.add(record) }
    head.nameCounts = FrequencyCount.nameCount(entries: head.rows)
    try file.write(counts.bytes())
    try file.pad()
  }
}

extension PackedRecord {
  /// A hash of what the record holds.
  var summary: UInt64 {
    var copy = self
    return withUnsafeBytes(of: &copy) { bytes in
      bytes.bindMemory(to: UInt64.self).reduce(0) { mixed($0, $1) }
    }
  }
}
