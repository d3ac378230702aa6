import Vocabulary

/// The built part of an index: never changed, read where it lies.
final class BaseIndex: Sendable {
  private let file: MappedFile
  let head: IndexHead
  nonisolated(unsafe) let records: UnsafeBufferPointer<PackedRecord>
  /// Where each bucket's postings begin.
  nonisolated(unsafe) let offsets: UnsafeBufferPointer<UInt32>
  nonisolated(unsafe) let postings: UnsafeBufferPointer<UInt32>
  nonisolated(unsafe) let frequencies: Frequencies
  nonisolated(unsafe) private let idOffsets: UnsafeBufferPointer<UInt32>
  nonisolated(unsafe) private let ids: UnsafeBufferPointer<UInt8>
  // Unsafe and right: the memory is read-only, and `file` keeps it.

  init(_ path: String, keeping: IndexKeeping = .mapped) throws(Fault) {
    let doing = "opening the index"
    let file = try MappedFile(path, doing: doing, keeping: keeping)
    let head = try IndexHead(file, doing: doing)
    let small = Frequencies.smallCount
    let few = Frequencies.byteCount
    guard
      let records = file.values(PackedRecord.self, at: head.records, count: head.rows),
      let offsets = file.values(UInt32.self, at: head.offsets, count: head.buckets + 1),
      let postings = file.values(UInt32.self, at: head.entries, count: head.postings),
      let counts = file.values(
        UInt8.self, at: head.frequencies, count: head.nameCounts + 2 * small + 2 * few),
      let idOffsets = file.values(UInt32.self, at: head.idOffsets, count: head.rows + 1),
      let ids = file.values(UInt8.self, at: head.ids, count: head.idBytes)
    else { throw Fault(doing, cause: "the index is damaged; build it anew") }
    func part(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: counts[start..<(start + count)])
    }
    let names = head.nameCounts
    let size = IntegerLog.hundredths(UInt64(max(head.rows, 1)))
    frequencies = Frequencies(
      names: part(0, names), givens: part(names, small), surnames: part(names + small, small),
      years: part(names + 2 * small, few), size: size,
      shares: PlaceShares(part(names + 2 * small + few, few), size: size))
    self.file = file
    self.head = head
    self.records = records
    self.offsets = offsets
    self.postings = postings
    self.idOffsets = idOffsets
    self.ids = ids
  }

  deinit { frequencies.shares.end() }

  func id(_ row: Int) -> String {
    let start = Int(idOffsets[row])
    let end = Int(idOffsets[row + 1])
    guard start <= end, end <= ids.count else { return "" }
    return String(decoding: ids[start..<end], as: UTF8.self)
  }
}
