import Vocabulary

/// The first page of an index file.
struct IndexHead: Equatable {
  /// How names are read, what a record packs and which keys there are: an index made by another
  /// version must be built anew from the register.
  static let format: UInt64 = 5
  private static let magic: UInt64 = 0x3178_6469_6863_796C  // "lychidx1"

  var rows = 0
  var buckets = 0
  var postings = 0
  var nameCounts = 0
  var idBytes = 0
  /// Hash of the entries: which state of the register was searched.
  var register: UInt64 = 0

  static let size = 4096
  /// Where `register` stands among the words of `bytes`.
  static let registerWord = 7

  /// The parts of the file in order, each at a page.
  var records: Int { IndexHead.size }
  var offsets: Int { IndexHead.page(records + rows * MemoryLayout<PackedRecord>.stride) }
  var entries: Int { IndexHead.page(offsets + (buckets + 1) * 4) }
  var frequencies: Int { IndexHead.page(entries + postings * 4) }
  var idOffsets: Int {
    IndexHead.page(
      frequencies + nameCounts + 2 * Frequencies.smallCount + 2 * Frequencies.byteCount)
  }
  var ids: Int { IndexHead.page(idOffsets + (rows + 1) * 4) }
  var end: Int { ids + idBytes }

  private static func page(_ offset: Int) -> Int { (offset + 4095) / 4096 * 4096 }

  var bytes: [UInt8] {
    let words: [UInt64] = [
      IndexHead.magic, IndexHead.format, UInt64(rows), UInt64(buckets), UInt64(postings),
      UInt64(nameCounts), UInt64(idBytes), register,
    ]
    let sum = words.reduce(0) { mixed($0, $1) }
    return (words + [sum]).flatMap { word in (0..<8).map { UInt8(word >> UInt64(8 * $0) & 0xFF) } }
  }

  init() {}

  init(_ file: MappedFile, doing: String) throws(Fault) {
    guard let words = file.values(UInt64.self, at: 0, count: 9), words[0] == IndexHead.magic else {
      throw Fault(doing, cause: "the file is no index")
    }
    guard words[1] == IndexHead.format else {
      throw Fault(doing, cause: "the index is of another version; build it anew")
    }
    guard words[..<8].reduce(0, { mixed($0, $1) }) == words[8] else {
      throw Fault(doing, cause: "the index is damaged; build it anew")
    }
    rows = Int(clamping: words[2])
    buckets = Int(clamping: words[3])
    postings = Int(clamping: words[4])
    nameCounts = Int(clamping: words[5])
    idBytes = Int(clamping: words[6])
    register = words[IndexHead.registerWord]
    guard rows <= Posting.mostRows, buckets > 0, nameCounts > 0,
      nameCounts & (nameCounts - 1) == 0, end == file.bytes.count
    else { throw Fault(doing, cause: "the index is damaged; build it anew") }
  }
}

/// A row under a key: the row in 24 bits, eight bits of the key's hash above it, so that most
/// strangers of the same bucket are passed over unseen.
enum Posting {
  static let mostRows = 1 << 24

  @inline(__always)
  static func make(_ row: Int, _ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: row) | UInt32(truncatingIfNeeded: hash & 0xFF) << 24
  }

  @inline(__always)
  static func row(_ posting: UInt32) -> Int { Int(posting & 0xFF_FFFF) }

  @inline(__always)
  static func isOf(_ posting: UInt32, _ hash: UInt64) -> Bool {
    posting >> 24 == UInt32(truncatingIfNeeded: hash & 0xFF)
  }

  @inline(__always)
  static func bucket(_ hash: UInt64, of buckets: Int) -> Int {
    Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(buckets)).high)
  }
}
