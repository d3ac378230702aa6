/// A PDF file as the chain of its revisions, read without touching pages or fonts: only the
/// cross-reference tables, the trailers and the objects that are asked for.
///
/// The chain is held to a stricter order than ISO 32000-1, 7.5.6 asks for: every revision follows
/// the one before without a gap, its table and its objects stand inside it, and nothing follows
/// the last. What a forgiving reader might find elsewhere in the file is then impossible.
struct PDFRevisions {
  struct Place: Equatable {
    let offset: Int
    let generation: Int
    let isUsed: Bool
  }

  struct Revision {
    /// Where its bytes begin: the end of the revision before.
    var start: Int
    /// Where `xref` stands.
    let table: Int
    /// After `%%EOF` and the end of that line.
    let end: Int
    let places: [Int: Place]
    let trailer: PDFDictionary
  }

  static let revisionLimit = 32

  let bytes: [UInt8]
  /// Oldest first.
  let revisions: [Revision]
  /// Bytes of objects that may still be read: hostile files point many times at one big object.
  private var budget: Int

  init(_ bytes: [UInt8]) throws(PDFUnreadable) {
    guard bytes.count > 20, bytes.starts(with: Array("%PDF-1.".utf8)) else { throw .notAPDF }
    self.bytes = bytes
    self.budget = bytes.count * 4 + 1_000_000
    var chain: [Revision] = []
    var offset = try PDFRevisions.lastTable(in: bytes)
    while true {
      guard chain.count < PDFRevisions.revisionLimit else {
        throw .tooManyRevisions(limit: PDFRevisions.revisionLimit)
      }
      let revision = try PDFRevisions.revision(in: bytes, at: offset)
      chain.append(revision)
      guard let previous = revision.trailer["Prev"] else { break }
      guard case .integer(let earlier) = previous, earlier > 0, earlier < offset else {
        throw .revisionsOutOfOrder
      }
      offset = earlier
    }
    self.revisions = try PDFRevisions.inOrder(chain.reversed(), of: bytes)
  }

  var newest: Revision { revisions[revisions.count - 1] }

  /// The object as it stood when `revision` was the last one (nil: today); nil if it is free or
  /// was never defined.
  mutating func object(
    _ number: Int, asOf revision: Int? = nil
  ) throws(PDFUnreadable) -> PDFObject? {
    for index in stride(from: revision ?? revisions.count - 1, through: 0, by: -1) {
      guard let place = revisions[index].places[number] else { continue }
      guard place.isUsed else { return nil }
      return try object(number, at: place, in: revisions[index])
    }
    return nil
  }

  /// The object that a value refers to, or the value itself if it is direct.
  mutating func resolved(
    _ value: PDFValue?, asOf revision: Int? = nil
  ) throws(PDFUnreadable) -> PDFValue? {
    guard case .reference(let number, _) = value else { return value }
    guard let object = try object(number, asOf: revision) else { return nil }
    guard !object.isStream else { throw .objectMalformed(number) }
    // A reference to a reference is not allowed (ISO 32000-1, 7.3.10).
    if case .reference = object.value { throw .objectMalformed(number) }
    return object.value
  }

  /// The dictionary that a key of the trailer or of another dictionary refers to.
  mutating func required(
    _ value: PDFValue?, asOf revision: Int? = nil
  ) throws(PDFUnreadable) -> (number: Int, dictionary: PDFDictionary) {
    guard case .reference(let number, _) = value else { throw .objectMissing(0) }
    guard let object = try object(number, asOf: revision) else { throw .objectMissing(number) }
    guard let dictionary = object.dictionary else { throw .objectMalformed(number) }
    return (number, dictionary)
  }

  private mutating func object(
    _ number: Int, at place: Place, in revision: Revision
  ) throws(PDFUnreadable) -> PDFObject {
    var scanner = PDFScanner(bytes, at: place.offset, end: revision.table)
    defer { budget -= scanner.at - place.offset + 64 }
    guard budget > 0 else { throw .tooComplex }
    guard scanner.unsigned() == number, scanner.take(" "),
      scanner.unsigned() == place.generation, scanner.take(" "), scanner.take("obj")
    else { throw .objectMalformed(number) }
    let value = try scanner.value()
    scanner.skipBlanks()
    if case .dictionary = value, scanner.take("stream") {
      return PDFObject(
        number: number, generation: place.generation, value: value, isStream: true)
    }
    guard scanner.take("endobj") else { throw .objectMalformed(number) }
    return PDFObject(number: number, generation: place.generation, value: value, isStream: false)
  }
}

extension PDFRevisions {
  /// The offset that the last `startxref` names; the file must end right after its `%%EOF`.
  private static func lastTable(in bytes: [UInt8]) throws(PDFUnreadable) -> Int {
    let tail = max(0, bytes.count - 64)
    let word = Array("startxref".utf8)
    var index = bytes.count - word.count
    while index >= tail {
      if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) {
        var scanner = PDFScanner(bytes, at: index)
        guard let (table, end) = ending(&scanner), end == bytes.count else { throw .endMissing }
        return table
      }
      index -= 1
    }
    throw .endMissing
  }

  /// `startxref`, an offset, `%%EOF` and the end of that line: the offset and the place after.
  private static func ending(_ scanner: inout PDFScanner) -> (table: Int, end: Int)? {
    guard scanner.take("startxref") else { return nil }
    passBlanks(&scanner)
    guard let table = scanner.unsigned() else { return nil }
    passBlanks(&scanner)
    guard scanner.take("%%EOF") else { return nil }
    if !scanner.take("\r\n"), !scanner.take("\n") { _ = scanner.take("\r") }
    return (table, scanner.at)
  }

  private static func passBlanks(_ scanner: inout PDFScanner) {
    while let byte = scanner.peek, PDFScanner.isBlank(byte) { scanner.at += 1 }
  }

  private static func revision(
    in bytes: [UInt8], at offset: Int
  ) throws(PDFUnreadable) -> Revision {
    guard offset > 0, offset < bytes.count else { throw .crossReferenceMalformed(offset: offset) }
    var scanner = PDFScanner(bytes, at: offset)
    guard scanner.take("xref") else {
      if scanner.unsigned() != nil { throw .crossReferenceStream }
      throw .crossReferenceMalformed(offset: offset)
    }
    let places = try places(&scanner)
    scanner.skipBlanks()
    let trailer = try scanner.dictionary()
    guard trailer["XRefStm"] == nil else { throw .crossReferenceStream }
    guard trailer["Encrypt"] == nil else { throw .encrypted }
    passBlanks(&scanner)
    guard let (table, end) = ending(&scanner), table == offset else {
      throw .crossReferenceMalformed(offset: offset)
    }
    return Revision(start: 0, table: offset, end: end, places: places, trailer: trailer)
  }

  private static func places(
    _ scanner: inout PDFScanner
  ) throws(PDFUnreadable) -> [Int: Place] {
    var places: [Int: Place] = [:]
    while true {
      passBlanks(&scanner)
      if scanner.take("trailer") { return places }
      let offset = scanner.at
      guard let first = scanner.unsigned(), scanner.take(" "), let count = scanner.unsigned() else {
        throw .crossReferenceMalformed(offset: offset)
      }
      passBlanks(&scanner)
      guard count <= (scanner.end - scanner.at) / 20, first <= 8_388_607 else {
        throw .crossReferenceMalformed(offset: offset)
      }
      places.reserveCapacity(places.count + count)
      for number in first..<first + count {
        let known = places.updateValue(try place(&scanner), forKey: number)
        guard known == nil else { throw .crossReferenceMalformed(offset: offset) }
      }
    }
  }

  /// One entry of exactly twenty bytes: ten digits, five digits, `n` or `f`, the end of the line.
  private static func place(_ scanner: inout PDFScanner) throws(PDFUnreadable) -> Place {
    let start = scanner.at
    guard let offset = scanner.unsigned(), scanner.at == start + 10, scanner.take(" "),
      let generation = scanner.unsigned(), scanner.at == start + 16, scanner.take(" ")
    else { throw .crossReferenceMalformed(offset: start) }
    let isUsed: Bool
    if scanner.take("n") {
      isUsed = true
    } else if scanner.take("f") {
      isUsed = false
    } else {
      throw .crossReferenceMalformed(offset: start)
    }
    guard scanner.take(" \n") || scanner.take("\r\n") || scanner.take(" \r") else {
      throw .crossReferenceMalformed(offset: start)
    }
    return Place(offset: offset, generation: generation, isUsed: isUsed)
  }

  /// Each revision begins where the one before ends, and its objects stand before its table.
  private static func inOrder(
    _ chain: [Revision], of bytes: [UInt8]
  ) throws(PDFUnreadable) -> [Revision] {
    var ordered: [Revision] = []
    var start = 0
    for var revision in chain {
      guard revision.table >= start else { throw .revisionsOutOfOrder }
      for (number, place) in revision.places where place.isUsed {
        guard place.offset >= start, place.offset < revision.table else {
          throw .objectMalformed(number)
        }
      }
      revision.start = start
      start = revision.end
      ordered.append(revision)
    }
    guard start == bytes.count else { throw .endMissing }
    return ordered
  }
}
