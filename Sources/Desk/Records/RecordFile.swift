import Crypto
import Foundation
import Records
import Store
import Vocabulary

/// Reads a file of documents, one a line, and checks them, a part at a time: while one part is
/// being written to the database, the next is read on another core.
actor RecordFile {
  private let handle: FileHandle
  private let today: CivilDate
  private let shape: RecordImport.Shape
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var line = 0

  /// So many documents are filed together: enough that a page of an index is written once for
  /// many of them, few enough that memory stays small.
  static let batch = 20_000
  private static let chunk = 1 << 20
  /// What a file that holds no documents is a fault of.
  static let readingFault = "reading the file"

  /// - Parameter skipping: how many lines an earlier import has done.
  init(path: String, shape: RecordImport.Shape, today: CivilDate, skipping lines: Int) throws(Fault)
  {
    self.handle = try RecordFile.open(path)
    self.shape = shape
    self.today = today
    self.linesToSkip = lines
  }

  private var linesToSkip: Int

  /// A part of the file.
  struct Part: Sendable {
    var documents: [IncomingDocument] = []
    var refused: [LeftOutLine] = []
    /// The number of the last line of the part.
    var lastLine = 0
  }

  /// The next part; nil at the end.
  func next() throws -> Part? {
    var part = Part()
    part.documents.reserveCapacity(Self.batch)
    while part.documents.count + part.refused.count < Self.batch {
      guard let bytes = try nextLine() else { break }
      line += 1
      part.lastLine = line
      if line > linesToSkip { take(bytes, into: &part) }
    }
    return part.lastLine == 0 ? nil : part
  }

  private func take(_ bytes: [UInt8], into part: inout Part) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    let read = Result { () throws(DocumentRefusal) in
      try DocumentReader.read(bytes, today: today)
    }
    switch read {
    case .success(let document):
      part.documents.append(IncomingDocument(document, bytes: bytes, line: line))
    case .failure(let refusal):
      part.refused.append(
        LeftOutLine(line: line, field: refusal.field, reason: refusal.reason.words))
    }
  }

  /// Where the unread part of `rest` begins.
  private var at = 0

  private func nextLine() throws -> [UInt8]? {
    while true {
      if shape == .lines, let end = newline(from: at) {
        defer { at = end + 1 }
        return trimmed(at..<end)
      }
      if isAtEnd {
        guard at < rest.count else { return nil }
        defer { at = rest.count }
        return trimmed(at..<rest.count)
      }
      try readOn()
    }
  }

  private func newline(from start: Int) -> Int? {
    rest.withUnsafeBytes { bytes -> Int? in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func trimmed(_ range: Range<Int>) -> [UInt8] {
    let end = range.upperBound > range.lowerBound && rest[range.upperBound - 1] == 0x0D ? 1 : 0
    return Array(rest[range.lowerBound..<range.upperBound - end])
  }

  private func readOn() throws {
    rest.removeFirst(at)
    at = 0
    // A line without an end is refused by its length; it must not fill the memory first.
    guard rest.count <= DocumentReader.mostBytes * 2 else {
      throw Fault(Self.readingFault, cause: "line \(line + 1) is longer than a document may be")
    }
    let data = try handle.read(upToCount: Self.chunk) ?? Data()
    isAtEnd = data.isEmpty
    rest.append(contentsOf: data)
  }

  private static func open(_ path: String) throws(Fault) -> FileHandle {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Fault("opening the file \(path)", cause: "there is none, or it may not be read")
    }
    return handle
  }

  /// Lower-case hex SHA-256 of the file: its name among imports.
  static func digest(path: String) throws -> String {
    let handle = try open(path)
    var digest = SHA256()
    while let data = try handle.read(upToCount: chunk), !data.isEmpty { digest.update(data: data) }
    return digest.finalize().map { padded16($0) }.joined()
  }

  private static func padded16(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
