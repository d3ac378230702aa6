import Crypto
import Foundation
import Records
import Store
import Vocabulary

/// Reads a file of documents, one a line, and checks them, a part at a time: while one part is
/// being written to the database, the next is read, its lines on every core but the writer's.
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
  func next() async throws -> Part? {
    var lines: [Line] = []
    lines.reserveCapacity(Self.batch)
    let before = line
    while lines.count < Self.batch {
      guard let bytes = try nextLine() else { break }
      line += 1
      if line > linesToSkip { lines.append(Line(number: line, bytes: bytes)) }
    }
    guard line > before else { return nil }
    return await Self.part(of: lines, until: line, today: today)
  }

  private struct Line: Sendable {
    let number: Int
    let bytes: [UInt8]
  }

  /// Lines are read beside each other in a few stretches; what was read stays in their order.
  private static func part(of lines: [Line], until last: Int, today: CivilDate) async -> Part {
    let count = max(1, min(ProcessInfo.processInfo.activeProcessorCount - 1, 8))
    let length = max(1, (lines.count + count - 1) / count)
    return await withTaskGroup(of: (Int, Part).self) { group in
      for start in stride(from: 0, to: lines.count, by: length) {
        let stretch = lines[start..<min(start + length, lines.count)]
        group.addTask { (start, part(of: stretch, today: today)) }
      }
      var read: [(start: Int, part: Part)] = []
      for await stretch in group { read.append(stretch) }
      var whole = Part(lastLine: last)
      for stretch in read.sorted(by: { $0.start < $1.start }) {
        whole.documents += stretch.part.documents
        whole.refused += stretch.part.refused
      }
      return whole
    }
  }

  private static func part(of lines: ArraySlice<Line>, today: CivilDate) -> Part {
    var part = Part()
    part.documents.reserveCapacity(lines.count)
    for line in lines where line.bytes.contains(where: { $0 > 0x20 }) {
      let read = Result { () throws(DocumentRefusal) in
        try DocumentReader.read(line.bytes, today: today)
      }
      switch read {
      case .success(let document):
        part.documents.append(
          IncomingDocument(document, bytes: line.bytes, line: line.number))
      case .failure(let refusal):
        part.refused.append(
          LeftOutLine(line: line.number, field: refusal.field, reason: refusal.reason.words))
      }
    }
    return part
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
