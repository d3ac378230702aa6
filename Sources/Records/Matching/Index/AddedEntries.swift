/// The entries added since the index was built, in memory: each key's rows in a chain.
struct AddedEntries {
  private(set) var records: [PackedRecord] = []
  private(set) var ids: [String] = []
  private var heads = [UInt32](repeating: none, count: 1 << 12)
  private var nexts: [UInt32] = []
  private var postings: [UInt32] = []
  private var keys = KeyList()

  private static let none = UInt32.max

  var isEmpty: Bool { records.isEmpty }

  mutating func add(_ record: PackedRecord, _ id: String) {
    let row = records.count
    records.append(record)
    ids.append(id)
    if postings.count > heads.count { grow() }
    file(record, row)
  }

  private mutating func file(_ record: PackedRecord, _ row: Int) {
    keys.file(record)
    for hash in keys.hashes {
      let bucket = Posting.bucket(hash, of: heads.count)
      nexts.append(heads[bucket])
      heads[bucket] = UInt32(postings.count)
      postings.append(Posting.make(row, hash))
    }
  }

  private mutating func grow() {
    heads = [UInt32](repeating: AddedEntries.none, count: heads.count * 8)
    nexts.removeAll(keepingCapacity: true)
    postings.removeAll(keepingCapacity: true)
    for (row, record) in records.enumerated() { file(record, row) }
  }

  func visit(_ hash: UInt64, _ body: (Int) -> Void) {
    var next = heads[Posting.bucket(hash, of: heads.count)]
    while next != AddedEntries.none {
      if Posting.isOf(postings[Int(next)], hash) { body(Posting.row(postings[Int(next)])) }
      next = nexts[Int(next)]
    }
  }
}
