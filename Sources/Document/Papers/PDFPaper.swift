import Vocabulary

/// A PDF, looked through for what must not be in it. Nothing of it is run or drawn.
///
/// Names decide: `/JavaScript`, `/Launch` and their like are looked for in every byte, so that no
/// false table of contents hides them, with `#xx` written out, and in object streams, which are
/// unpacked within bounds. An object stream that cannot be unpacked is refused, not skipped.
struct PDFPaper {
  private let paper: PaperBytes

  init(_ paper: PaperBytes) {
    self.paper = paper
  }

  /// Unpacked object streams hold names and numbers of a paper of at most 10 MB.
  private static let unpackedBytes = 64 * 1024 * 1024

  /// What runs, or carries something else along (ISO 32000-1: 12.6.4, 7.11.4, 13, 12.7.8).
  private static let active: Set<String> = [
    "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "RichMedia", "EmbeddedFile",
    "EmbeddedFiles", "XFA", "Rendition", "RichMediaExecute",
  ]

  private struct Findings {
    var pages = 0
    var isTypeBefore = false
    var unpacked = 0
  }

  func inspect() throws(PaperRefusal) -> InspectedPaper {
    try checkEnd()
    var findings = Findings()
    try look(at: paper, &findings)
    try openObjectStreams(&findings)
    return InspectedPaper(
      format: .pdf, pages: findings.pages > 0 ? findings.pages : nil, pixels: nil)
  }

  /// `startxref`, a number, `%%EOF`, and behind it white space at most.
  private func checkEnd() throws(PaperRefusal) {
    let tail = max(0, paper.count - 2048)..<paper.count
    guard let mark = last("%%EOF", in: tail) else { throw .truncated }
    let rest = paper.part(mark + 5..<paper.count)
    guard rest.allSatisfy({ [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }) else {
      throw .polyglot
    }
    guard let pointer = last("startxref", in: tail), pointer < mark else { throw .truncated }
    let digits = paper.part(pointer + 9..<mark).filter { (0x30...0x39).contains($0) }
    guard let place = Int(String(decoding: digits, as: UTF8.self)), place < pointer else {
      throw .damaged
    }
  }

  private func last(_ word: StaticString, in range: Range<Int>) -> Int? {
    var found: Int?
    var from = range.lowerBound
    while let next = paper.find(word, in: from..<range.upperBound) {
      found = next
      from = next + 1
    }
    return found
  }

  /// Reads every name there is, and says no at the first that must not be.
  private func look(
    at bytes: PaperBytes, _ findings: inout Findings
  ) throws(PaperRefusal) {
    var place = 0
    while let slash = bytes.find(0x2F, from: place) {
      let (name, end) = PDFPaper.name(in: bytes, at: slash + 1)
      if PDFPaper.active.contains(name) { throw .active }
      // Only a trailer or a reference stream has it; in a picture's data it would be chance.
      if name == "Encrypt", PDFPaper.isReference(in: bytes, at: end) { throw .encrypted }
      if name == "Page", findings.isTypeBefore { findings.pages += 1 }
      findings.isTypeBefore = name == "Type"
      place = end
    }
  }

  /// A name behind its slash, `#xx` written out; at most so long as those we look for.
  private static func name(in bytes: PaperBytes, at start: Int) -> (name: String, end: Int) {
    var letters: [UInt8] = []
    var place = start
    while let byte = bytes[place], letters.count < 24 {
      if byte == 0x23, let high = hexDigit(bytes[place + 1]), let low = hexDigit(bytes[place + 2]) {
        letters.append(high << 4 | low)
        place += 3
      } else if byte > 0x20, byte < 0x7F, !"()<>[]{}/%".utf8.contains(byte) {
        letters.append(byte)
        place += 1
      } else {
        break
      }
    }
    return (String(decoding: letters, as: UTF8.self), place)
  }

  private static func hexDigit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case let digit? where (0x30...0x39).contains(digit): digit - 0x30
    case let digit? where (0x41...0x46).contains(digit): digit - 0x37
    case let digit? where (0x61...0x66).contains(digit): digit - 0x57
    default: nil
    }
  }

  /// `12 0 R`, or a dictionary in place.
  private static func isReference(in bytes: PaperBytes, at place: Int) -> Bool {
    var place = place
    while let byte = bytes[place], byte <= 0x20 { place += 1 }
    guard let byte = bytes[place] else { return false }
    return (0x30...0x39).contains(byte) || byte == 0x3C
  }

  /// Streams whose dictionary says that objects are packed in them: `/ObjStm`, or `/First`, which
  /// only they have and which every reader needs.
  private func openObjectStreams(_ findings: inout Findings) throws(PaperRefusal) {
    var place = 0
    while let word = paper.find("stream", in: place..<paper.count) {
      place = word + 6
      guard !paper.has("endstream", at: word - 3) else { continue }
      let names = names(before: word)
      guard names.contains("ObjStm") || names.contains("First") else { continue }
      guard names.contains("FlateDecode") || names.contains("Fl") || !names.contains("Filter")
      else { throw .damaged }
      guard !names.contains("DecodeParms"), !names.contains("Crypt") else { throw .damaged }
      var start = place
      if paper[start] == 0x0D { start += 1 }
      if paper[start] == 0x0A { start += 1 }
      guard let end = paper.find("endstream", in: start..<paper.count) else { throw .truncated }
      try open(start..<end, isPacked: names.contains("Filter"), &findings)
      place = end + 9
    }
  }

  private func open(
    _ range: Range<Int>, isPacked: Bool, _ findings: inout Findings
  ) throws(PaperRefusal) {
    // What is not packed was looked at with the whole.
    guard isPacked else { return }
    let room = PDFPaper.unpackedBytes - findings.unpacked
    guard let unpacked = Deflate.expand(paper.part(range), upTo: room) else { throw .damaged }
    findings.unpacked += unpacked.count
    var refusal: PaperRefusal?
    unpacked.withUnsafeBytes { bytes in
      do throws(PaperRefusal) {
        try look(at: PaperBytes(bytes), &findings)
      } catch {
        refusal = error
      }
    }
    if let refusal { throw refusal }
  }

  /// The names of the dictionary that ends before `word`: those since the object began.
  private func names(before word: Int) -> Set<String> {
    let begin = last(" obj", in: max(0, word - 4096)..<word) ?? max(0, word - 4096)
    let head = PaperBytes(paper.part(begin..<word))
    var names: Set<String> = []
    var place = 0
    while let slash = head.find(0x2F, from: place) {
      let (name, end) = PDFPaper.name(in: head, at: slash + 1)
      names.insert(name)
      place = end
    }
    return names
  }
}
