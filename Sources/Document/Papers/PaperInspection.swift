package import Foundation
package import Vocabulary

/// What a paper was found to be.
package struct InspectedPaper: Equatable, Sendable {
  package let format: PaperFormat
  /// A PDF's pages; nil where they cannot be counted without drawing it, and for pictures.
  package let pages: Int?
  package let pixels: Pixels?

  package struct Pixels: Equatable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  package init(format: PaperFormat, pages: Int?, pixels: Pixels?) {
    self.format = format
    self.pages = pages
    self.pixels = pixels
  }
}

/// Looks through a paper from its first byte to its last, and draws nothing.
///
/// What is accepted is one file of one kind: every byte of a picture belongs to the picture, a PDF
/// begins and ends as one, and nothing in it runs. That it shows what it should, and that no
/// reader's fault can be reached by it, nobody can say from its bytes: therefore papers are also
/// scanned for viruses, and served so that a browser runs nothing in them.
package enum PaperInspection {
  /// - Throws: `PaperRefusal`; a `Fault` where the file cannot be read.
  package static func inspect(_ file: URL) throws -> InspectedPaper {
    let data: Data
    do {
      // Mapped: the bytes stay the file's and are not copied into memory.
      data = try Data(contentsOf: file, options: .alwaysMapped)
    } catch {
      throw Fault("inspecting a paper", cause: "its file cannot be read")
    }
    guard !data.isEmpty else { throw PaperRefusal.empty }
    return try data.withUnsafeBytes { bytes in try inspect(bytes) }
  }

  package static func inspect(
    _ bytes: UnsafeRawBufferPointer
  ) throws(PaperRefusal) -> InspectedPaper {
    let paper = PaperBytes(bytes)
    let found: InspectedPaper
    switch try format(of: paper) {
    case .pdf: found = try PDFPaper(paper).inspect()
    case .png: found = try PNGPaper(paper).inspect()
    case .jpeg: found = try JPEGPaper(paper).inspect()
    }
    try refuseSecondKind(in: paper, beside: found.format)
    return found
  }

  private static func format(of paper: PaperBytes) throws(PaperRefusal) -> PaperFormat {
    if paper.begins(with: PNGPaper.signature) { return .png }
    if paper.begins(with: JPEGPaper.signature) { return .jpeg }
    if paper.begins(with: Array("%PDF-".utf8)) { return .pdf }
    // Readers of PDF look for its head in the first kilobyte: something else stands before it.
    if paper.find("%PDF-", in: 0..<1024) != nil { throw .polyglot }
    throw .unknownFormat
  }

  /// Readers of ZIP find their file from its end, readers of PDF theirs in the first kilobyte.
  private static func refuseSecondKind(
    in paper: PaperBytes, beside format: PaperFormat
  ) throws(PaperRefusal) {
    let end = max(0, paper.count - 65_557)..<paper.count
    if paper.find("PK\u{05}\u{06}", in: end) != nil { throw .polyglot }
    if format != .pdf, paper.find("%PDF-", in: 0..<1024) != nil { throw .polyglot }
  }
}

/// The bytes of a paper, with every reading inside its bounds.
struct PaperBytes {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  subscript(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  /// Big-endian numbers; nil past the end.
  func number16(at index: Int) -> Int? {
    guard let high = self[index], let low = self[index + 1] else { return nil }
    return Int(high) << 8 | Int(low)
  }

  func number32(at index: Int) -> Int? {
    guard let high = number16(at: index), let low = number16(at: index + 2) else { return nil }
    return high << 16 | low
  }

  func begins(with sign: [UInt8]) -> Bool {
    bytes.count >= sign.count && sign.indices.allSatisfy { bytes[$0] == sign[$0] }
  }

  /// Whether the ASCII word stands at the index.
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= bytes.count,
      let base = bytes.baseAddress
    else { return false }
    return memcmp(base + index, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// Where the ASCII word first begins in the range.
  func find(_ word: StaticString, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<bytes.count)
    var place = range.lowerBound
    while let found = find(word.utf8Start.pointee, from: place),
      found + word.utf8CodeUnitCount <= range.upperBound
    {
      if has(word, at: found) { return found }
      place = found + 1
    }
    return nil
  }

  /// Where the byte next stands from the index on.
  func find(_ byte: UInt8, from index: Int) -> Int? {
    guard let base = bytes.baseAddress, index >= 0, index < bytes.count else { return nil }
    return memchr(base + index, Int32(byte), bytes.count - index)
      .map { UnsafeRawPointer($0) - base }
  }

  func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)])
  }
}
