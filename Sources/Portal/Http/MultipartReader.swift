import Foundation
/// Reads `multipart/form-data` as it arrives (RFC 7578): one file, kept in memory up to a limit or
/// handed on in pieces, and the small fields beside it. Everything is bounded: parts, heads, fields
/// and the file.
struct MultipartReader: Sendable {
  struct Result: Sendable {
    /// Nil where no part has the wanted name, or the browser sent it empty.
    var file: [UInt8]?
    var fields: TypedForm
    /// What the browser calls the file; empty where it says nothing.
    var fileName = ""
    /// How much of the file came, kept or handed on.
    var fileBytes = 0
  }

  /// What becomes of the file.
  enum Keeping: Sendable {
    case inMemory
    /// `takeFile` is asked after each `take`.
    case inPieces
  }

  static let partLimit = 16
  static let headBytes = 4 * 1024
  static let fieldBytes = 16 * 1024

  private let fence: [UInt8]
  private let wanted: String
  private let fileLimit: Int
  private let keeping: Keeping
  private var fresh: [UInt8] = []
  private var fileParts = 0
  private var buffer: [UInt8] = Array("\r\n".utf8)
  private var place = Place.preamble
  private var parts = 0
  private var name = ""
  private var content: [UInt8] = []
  private var result = Result(file: nil, fields: .empty)

  private enum Place {
    case preamble
    case afterFence
    case head
    case content
    case end
  }

  init(
    boundary: String, file wanted: String, fileLimit: Int, keeping: Keeping = .inMemory
  ) {
    self.fence = Array("\r\n--\(boundary)".utf8)
    self.wanted = wanted
    self.fileLimit = fileLimit
    self.keeping = keeping
  }

  /// The boundary of a `Content-Type`; nil if it is of another type or has none that is allowed.
  static func boundary(in contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let mark = contentType.range(of: "boundary=")
    else { return nil }
    let rest = contentType[mark.upperBound...]
    let text =
      rest.first == "\"" ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { $0 != ";" }
    let allowed = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 }
    guard (1...70).contains(text.utf8.count), allowed else { return nil }
    return String(text)
  }

  mutating func take(_ bytes: some Collection<UInt8>) throws(HTTPRefusal) {
    buffer.append(contentsOf: bytes)
    while try step() {}
  }

  /// What has come of the file since this was last asked.
  mutating func takeFile() -> [UInt8] {
    defer { fresh = [] }
    return fresh
  }

  func finished() throws(HTTPRefusal) -> Result {
    guard place == .end else { throw .bodyUnreadable }
    return result
  }

  /// One move; false when more bytes are needed.
  private mutating func step() throws(HTTPRefusal) -> Bool {
    switch place {
    case .preamble: return try skipToFence()
    case .afterFence: return try readFenceEnd()
    case .head: return try readHead()
    case .content: return try readContent()
    case .end:
      buffer.removeAll()
      return false
    }
  }

  private mutating func skipToFence() throws(HTTPRefusal) -> Bool {
    guard let found = firstIndex(of: fence) else {
      guard buffer.count <= MultipartReader.headBytes else { throw .bodyUnreadable }
      return false
    }
    buffer.removeFirst(found + fence.count)
    place = .afterFence
    return true
  }

  private mutating func readFenceEnd() throws(HTTPRefusal) -> Bool {
    guard buffer.count >= 2 else { return false }
    if buffer.starts(with: Array("--".utf8)) {
      place = .end
      return true
    }
    guard buffer.starts(with: Array("\r\n".utf8)) else { throw .bodyUnreadable }
    buffer.removeFirst(2)
    parts += 1
    guard parts <= MultipartReader.partLimit else { throw .bodyUnreadable }
    place = .head
    return true
  }

  private mutating func readHead() throws(HTTPRefusal) -> Bool {
    guard let end = firstIndex(of: Array("\r\n\r\n".utf8)) else {
      guard buffer.count <= MultipartReader.headBytes else { throw .bodyUnreadable }
      return false
    }
    guard end <= MultipartReader.headBytes,
      let head = String(validating: buffer[..<end], as: UTF8.self),
      let found = MultipartReader.name(in: head)
    else { throw .bodyUnreadable }
    name = found
    if name == wanted {
      fileParts += 1
      guard fileParts == 1 || keeping == .inMemory else { throw .bodyUnreadable }
      result.fileName = MultipartReader.parameter(" filename=\"", in: head) ?? ""
    }
    content = []
    buffer.removeFirst(end + 4)
    place = .content
    return true
  }

  private mutating func readContent() throws(HTTPRefusal) -> Bool {
    guard let end = firstIndex(of: fence) else {
      // What could still be the beginning of a fence stays.
      let safe = max(0, buffer.count - fence.count + 1)
      try keep(buffer[..<safe])
      buffer.removeFirst(safe)
      return false
    }
    try keep(buffer[..<end])
    buffer.removeFirst(end + fence.count)
    try closePart()
    place = .afterFence
    return true
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) throws(HTTPRefusal) {
    if name == wanted, keeping == .inPieces {
      result.fileBytes += bytes.count
      guard result.fileBytes <= fileLimit else { throw .bodyTooLarge(limitBytes: fileLimit) }
      fresh += bytes
      return
    }
    let limit = name == wanted ? fileLimit : MultipartReader.fieldBytes
    guard content.count + bytes.count <= limit else { throw .bodyTooLarge(limitBytes: limit) }
    content.append(contentsOf: bytes)
  }

  private mutating func closePart() throws(HTTPRefusal) {
    defer { content = [] }
    if name == wanted {
      if keeping == .inMemory { result.fileBytes = content.count }
      if result.file == nil, !content.isEmpty { result.file = content }
      return
    }
    guard let text = String(validating: content, as: UTF8.self) else { throw .bodyUnreadable }
    result.fields = TypedForm(pairs: result.fields.pairs + [(name, text)])
  }

  private func firstIndex(of sign: [UInt8]) -> Int? {
    guard buffer.count >= sign.count else { return nil }
    return buffer.withUnsafeBufferPointer { bytes in
      var at = 0
      let last = bytes.count - sign.count
      while at <= last {
        if bytes[at] == sign[0], (1..<sign.count).allSatisfy({ bytes[at + $0] == sign[$0] }) {
          return at
        }
        at += 1
      }
      return nil
    }
  }

  /// The `name` of a part's `Content-Disposition`.
  private static func name(in head: String) -> String? { parameter(" name=\"", in: head) }

  private static func parameter(_ begin: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n") {
      guard line.lowercased().hasPrefix("content-disposition:"),
        let mark = line.range(of: begin)
      else { continue }
      return String(line[mark.upperBound...].prefix { $0 != "\"" })
    }
    return nil
  }
}
