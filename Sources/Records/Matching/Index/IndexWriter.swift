package import Vocabulary

/// Writes an index from entries that come a part at a time, in the order of their documents.
///
/// The folder is the writer's own until `finish`; what a crash leaves there is of no use.
package struct IndexWriter: ~Copyable {
  private let folder: String
  private let threads: Int
  private var file: DurableFile
  private var ids = IDList()
  private var head = IndexHead()
  private static let doing = "building the index"

  /// - Parameter folder: is there, and empty.
  package init(folder: String, threads: Int) throws(Fault) {
    // All that can fail comes first: a noncopyable value is made whole or not at all.
    var opened = try DurableFile("\(folder)/\(IndexFolder.base)", doing: IndexWriter.doing)
    try opened.write([UInt8](repeating: 0, count: IndexHead.size))
    file = opened
    self.folder = folder
    self.threads = max(1, min(threads, 8))
  }

  package var count: Int { head.rows }

  package mutating func add(_ entries: [RegisterEntry]) throws(Fault) {
    try file.write(entries.map(\.record))
    var bytes: [UInt8] = []
    var lengths: [UInt8] = []
    for entry in entries {
      let id = Array(entry.filed.description.utf8)
      bytes.append(contentsOf: id)
      lengths.append(UInt8(id.count))
      head.register = mixed(head.register, mixed(entry.record.summary, IDList.hash(id)))
    }
    ids.append(bytes, lengths, lines: [])
    head.rows += entries.count
    guard head.rows <= Posting.mostRows else {
      throw Fault(
        IndexWriter.doing, cause: "an index holds at most \(Posting.mostRows) entries")
    }
  }

  /// Files the entries under their keys and makes all of it durable. Returns the file's sum.
  package consuming func finish() throws(Fault) -> UInt64 {
    let path = "\(folder)/\(IndexFolder.base)"
    try file.pad()
    try IndexBuild(folder: folder, threads: threads).writeKeys(path, &file, &head)
    head.idBytes = ids.bytes.count
    try file.write(ids.offsets)
    try file.pad()
    try file.write(ids.bytes)
    try file.writeHead(head.bytes)
    try file.sync()
    file.end()
    try DurableFile.syncFolder(folder, doing: IndexWriter.doing)
    return try IndexFolder.sum(folder)
  }
}

extension IndexFolder {
  /// A sum over every byte of a built index: a damaged file must not answer "clear".
  package static func sum(_ folder: String) throws(Fault) -> UInt64 {
    let file = try MappedFile("\(folder)/\(base)", doing: "checking the index")
    let words = file.bytes.count / 8
    // Four chains at once: one would wait for itself.
    var sums = SIMD4<UInt64>(1, 2, 3, 4)
    for place in 0..<words / 4 {
      let four = file.bytes.loadUnaligned(fromByteOffset: place * 32, as: SIMD4<UInt64>.self)
      sums = (sums ^ four) &* SIMD4(repeating: 0x9FB2_1C65_1E98_DF25)
      sums ^= sums &>> SIMD4(repeating: 29)
    }
    var state = UInt64(file.bytes.count)
    for lane in 0..<4 { state = mixed(state, sums[lane]) }
    for byte in file.bytes[(words / 4 * 32)...] { state = mixed(state, UInt64(byte)) }
    return state
  }
}
