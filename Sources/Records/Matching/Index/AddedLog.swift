import Foundation
import Vocabulary

/// Entries added since the index was built, one after the other in a file. An entry counts once it
/// is whole and synced; what a crash left half-written at the end is cut off by the next addition.
final class AddedLog {
  private let path: String
  private let doing = "adding to the index"
  private var descriptor: Int32 = -1
  /// Up to here the file is whole.
  private(set) var end = 0

  private static let magic: UInt32 = 0x6C78_6469  // "idxl"
  private static let headSize = 16

  init(_ folder: String) { path = "\(folder)/\(IndexFolder.log)" }

  deinit { if descriptor >= 0 { close(descriptor) } }

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

  /// Appends and syncs: the entries survive a crash once this returns.
  func append(_ entries: [(record: PackedRecord, id: String)]) throws(Fault) {
    guard !entries.isEmpty else { return }
    if descriptor < 0 {
      descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
    }
    // A half-written entry of a crash would hide what comes after it.
    guard ftruncate(descriptor, off_t(end)) == 0 else {
      throw Fault(doing, cause: MappedFile.reason)
    }
    let bytes = entries.flatMap { AddedLog.bytes($0.record, $0.id) }
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + done, bytes.count - done, off_t(end + done))
      }
      guard written > 0 else {
        if errno == EINTR { continue }
        throw Fault(doing, cause: MappedFile.reason)
      }
      done += written
    }
    guard fdatasync(descriptor) == 0 else { throw Fault(doing, cause: MappedFile.reason) }
    end += bytes.count
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
