import Foundation
import Vocabulary

/// Entries added since the index was built, one after the other in a file. An entry counts once it
/// is whole and synced; what a crash left half-written at the end is cut off by the next addition.
///
/// The file begins with the hash of the register that was built: additions to another one, which a
/// crash left beside a new index, are not believed.
final class AddedLog {
  private let folder: String
  private let base: UInt64
  private let doing = "adding to the index"
  /// Up to here the file is whole.
  private(set) var end = 0

  private static let magic: UInt32 = 0x6C78_6469  // "idxl"
  private static let headSize = 16
  private static let startMagic: UInt64 = 0x3267_6F6C_6863_796C  // "lychlog2"
  private static let startSize = 24

  /// - Parameter base: the hash of the register that the index was built from.
  init(_ folder: String, base: UInt64) {
    self.folder = folder
    self.base = base
  }

  private var path: String { "\(folder)/\(IndexFolder.log)" }

  /// Reads the entries after those already read.
  func read(_ add: (PackedRecord, String) -> Void) throws(Fault) {
    let input = open(path, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else {
      if errno == ENOENT { return }
      throw Fault("reading what was added", cause: MappedFile.reason)
    }
    defer { close(input) }
    var status = stat()
    guard fstat(input, &status) == 0 else {
      throw Fault("reading what was added", cause: MappedFile.reason)
    }
    let size = Int(status.st_size)
    if end == 0 {
      var start = [UInt8](repeating: 0, count: AddedLog.startSize)
      let got = start.withUnsafeMutableBytes { pread(input, $0.baseAddress, $0.count, 0) }
      guard got == start.count, start == startBytes else { return }
      end = start.count
    }
    guard size > end else { return }
    var bytes = [UInt8](repeating: 0, count: size - end)
    let got = bytes.withUnsafeMutableBytes { pread(input, $0.baseAddress, $0.count, off_t(end)) }
    var position = 0
    while let entry = AddedLog.entry(in: bytes[..<max(0, got)], at: position) {
      add(entry.record, entry.id)
      position += entry.size
    }
    end += position
  }

  /// Appends and syncs: the entries survive a crash once this returns. What other processes added
  /// meanwhile is handed to `others` first.
  func append(
    _ entries: [(record: PackedRecord, id: String)], others: (PackedRecord, String) -> Void
  ) throws(Fault) {
    guard !entries.isEmpty else { return }
    let lock = try IndexFolder.lock(folder, doing: doing)
    defer { close(lock) }
    guard IndexFolder.register(of: folder) == base else {
      throw Fault(doing, cause: "the index was built anew; open it again")
    }
    try read(others)
    let output = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
    defer { close(output) }
    var status = stat()
    // A shorter file is another one: the same register was built anew.
    guard fstat(output, &status) == 0, Int(status.st_size) >= end else {
      throw Fault(doing, cause: "the index was built anew; open it again")
    }
    // A half-written entry of a crash would hide what comes after it.
    guard ftruncate(output, off_t(end)) == 0 else {
      throw Fault(doing, cause: MappedFile.reason)
    }
    let bytes =
      (end == 0 ? startBytes : []) + entries.flatMap { AddedLog.bytes($0.record, $0.id) }
    let isNew = end == 0
    try write(bytes, to: output)
    if isNew { try DurableFile.syncFolder(folder, doing: doing) }
  }

  private func write(_ bytes: [UInt8], to output: Int32) throws(Fault) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(output, $0.baseAddress! + done, bytes.count - done, off_t(end + done))
      }
      guard written > 0 else {
        if errno == EINTR { continue }
        throw Fault(doing, cause: MappedFile.reason)
      }
      done += written
    }
    guard fdatasync(output) == 0 else { throw Fault(doing, cause: MappedFile.reason) }
    end += bytes.count
  }

  private var startBytes: [UInt8] {
    let words = [AddedLog.startMagic, base, mixed(AddedLog.startMagic, base)]
    return words.flatMap { word in (0..<8).map { UInt8(word >> UInt64(8 * $0) & 0xFF) } }
  }

  // MARK: Bytes: magic, length of the key, checksum, record, key.

  private static func bytes(_ record: PackedRecord, _ id: String) -> [UInt8] {
    var record = record
    let body = withUnsafeBytes(of: &record) { Array($0) } + Array(id.utf8)
    var head: [UInt8] = []
    head += (0..<4).map { UInt8(magic >> UInt32(8 * $0) & 0xFF) }
    let count = UInt32(id.utf8.count)
    head += (0..<4).map { UInt8(count >> UInt32(8 * $0) & 0xFF) }
    let sum = checksum(body[...])
    head += (0..<8).map { UInt8(sum >> UInt64(8 * $0) & 0xFF) }
    return head + body
  }

  private static func entry(
    in bytes: ArraySlice<UInt8>, at position: Int
  ) -> (record: PackedRecord, id: String, size: Int)? {
    let stride = MemoryLayout<PackedRecord>.stride
    guard position + headSize + stride <= bytes.count else { return nil }
    func word(_ offset: Int, _ count: Int) -> UInt64 {
      (0..<count).reduce(0) { $0 | UInt64(bytes[position + offset + $1]) << UInt64(8 * $1) }
    }
    let count = Int(word(4, 4))
    let size = headSize + stride + count
    guard word(0, 4) == UInt64(magic), count <= RowReader.longestID,
      position + size <= bytes.count
    else { return nil }
    let body = bytes[(position + headSize)..<(position + size)]
    guard checksum(body) == word(8, 8) else { return nil }
    let record = body.withUnsafeBytes { $0.loadUnaligned(as: PackedRecord.self) }
    return (record, String(decoding: body.dropFirst(stride), as: UTF8.self), size)
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var state: UInt64 = UInt64(bytes.count)
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index % 8 == 7 {
        state = mixed(state, word)
        word = 0
      }
    }
    return mixed(state, word)
  }
}
