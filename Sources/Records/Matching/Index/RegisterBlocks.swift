import Foundation
import Vocabulary

/// A file of rows, read in blocks that end with whole rows, so that a register larger than memory
/// can be read and several threads have work.
struct RegisterBlocks: ~Copyable {
  struct Part: Sendable {
    var bytes: [UInt8]
    var firstLine: Int
  }

  private let descriptor: Int32
  private let doing: String
  private var rest: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  private let blockSize: Int

  /// Longer rows are no rows.
  private static let longestRow = 1 << 20

  /// Checks the heading and stands behind it.
  init(
    _ path: String, doing: String, columns: [String] = RowReader.registerColumns,
    blockSize: Int = 4 << 20
  ) throws(Fault) {
    self.doing = doing
    self.blockSize = blockSize
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
    try fill()
    let end = rest.firstIndex(of: 0x0A) ?? rest.count
    var heading = String(decoding: rest[..<end], as: UTF8.self)
    if heading.hasPrefix("\u{FEFF}") { heading.removeFirst() }
    let found = heading.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    guard found == columns else {
      throw Fault(
        doing, cause: "line 1 must be: " + columns.joined(separator: ","))
    }
    rest.removeFirst(min(end + 1, rest.count))
    line = 2
  }

  deinit { close(descriptor) }

  /// Up to so many parts, or nil at the end.
  mutating func next(_ count: Int) throws(Fault) -> [Part]? {
    var parts: [Part] = []
    while parts.count < count, let part = try part() { parts.append(part) }
    return parts.isEmpty ? nil : parts
  }

  private mutating func part() throws(Fault) -> Part? {
    if !isAtEnd { try fill() }
    guard !rest.isEmpty else { return nil }
    var end = rest.count
    if !isAtEnd {
      guard let last = rest.lastIndex(of: 0x0A) else {
        throw Fault(doing, cause: "line \(line) does not end")
      }
      end = last + 1
    }
    let part = Part(bytes: Array(rest[..<end]), firstLine: line)
    line += part.bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    }
    rest.removeFirst(end)
    return part
  }

  private mutating func fill() throws(Fault) {
    let wanted = blockSize
    guard rest.count < wanted, !isAtEnd else { return }
    var block = [UInt8](repeating: 0, count: wanted)
    var got = 0
    while got < wanted {
      let count = block.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress! + got, wanted - got)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
      if count == 0 {
        isAtEnd = true
        break
      }
      got += count
    }
    rest.append(contentsOf: block[..<got])
  }
}

/// The keys of the rows, one after the other.
struct IDList {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets: [UInt32] = [0]
  private var lines: [UInt32] = []

  mutating func append(_ more: [UInt8], _ lengths: [UInt8], lines: [UInt32]) {
    self.lines.append(contentsOf: lines)
    var end = offsets[offsets.count - 1]
    for length in lengths {
      end += UInt32(length)
      offsets.append(end)
    }
    bytes.append(contentsOf: more)
  }

  static func hash(_ id: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in id { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mixed(key)
  }

  /// The lines of rows whose key an earlier row has.
  func duplicates() -> [Int] {
    var hashes: [(hash: UInt64, row: Int)] = []
    hashes.reserveCapacity(offsets.count)
    for row in 0..<(offsets.count - 1) {
      hashes.append((IDList.hash(bytes[Int(offsets[row])..<Int(offsets[row + 1])]), row))
    }
    hashes.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    return zip(hashes, hashes.dropFirst()).compactMap {
      $0.hash == $1.hash ? Int(lines[$1.row]) : nil
    }
  }
}
