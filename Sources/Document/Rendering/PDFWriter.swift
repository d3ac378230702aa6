import Vocabulary

/// A PDF file in the making: numbered objects, then the classic cross-reference table
/// (ISO 32000-1, 7.5). Nothing is put into object streams, so that a signature can be appended
/// by a plain incremental update, and PDF/A-1 (which is PDF 1.4) allows none.
struct PDFWriter: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where object 1, 2, … begins; 0 for a number that is given but not yet written.
  private var offsets: [Int] = []

  init() {
    bytes.append(ascii: "%PDF-1.4\n")
    // ISO 19005-1, 6.1.2: a comment of at least four bytes above 127.
    bytes.append(contentsOf: [0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func newNumber() -> Int {
    offsets.append(0)
    return offsets.count
  }

  /// Writes object `number`; `body` writes what stands between `obj` and `endobj`.
  mutating func object(_ number: Int, _ body: (inout [UInt8]) -> Void) {
    offsets[number - 1] = bytes.count
    bytes.append(integer: number)
    bytes.append(ascii: " 0 obj\n")
    body(&bytes)
    bytes.append(ascii: "\nendobj\n")
  }

  @discardableResult
  mutating func object(_ body: (inout [UInt8]) -> Void) -> Int {
    let number = newNumber()
    object(number, body)
    return number
  }

  /// A stream object. `entries` are those of its dictionary besides `/Length`.
  mutating func stream(_ number: Int, _ entries: String, _ content: [UInt8]) {
    object(number) { out in
      out.append(ascii: "<< ")
      out.append(text: entries)
      out.append(ascii: " /Length ")
      out.append(integer: content.count)
      out.append(ascii: " >>\nstream\n")
      out.append(contentsOf: content)
      out.append(ascii: "\nendstream")
    }
  }

  @discardableResult
  mutating func stream(_ entries: String, _ content: [UInt8]) -> Int {
    let number = newNumber()
    stream(number, entries, content)
    return number
  }

  /// The table and the trailer. `identifier` is both halves of `/ID`: the file is new.
  mutating func finish(root: Int, info: Int, identifier: [UInt8]) {
    let table = bytes.count
    bytes.append(ascii: "xref\n0 ")
    bytes.append(integer: offsets.count + 1)
    bytes.append(ascii: "\n0000000000 65535 f \n")
    for offset in offsets {
      precondition(offset > 0, "every number that was given is written")
      bytes.append(text: padded(offset, to: 10))
      bytes.append(ascii: " 00000 n \n")
    }
    bytes.append(ascii: "trailer\n<< /Size ")
    bytes.append(integer: offsets.count + 1)
    bytes.append(ascii: " /Root ")
    bytes.append(reference: root)
    bytes.append(ascii: " /Info ")
    bytes.append(reference: info)
    bytes.append(ascii: " /ID [")
    for _ in 0..<2 {
      bytes.append(0x3C)
      for byte in identifier { bytes.append(contentsOf: hexPair(byte)) }
      bytes.append(0x3E)
    }
    bytes.append(ascii: "] >>\nstartxref\n")
    bytes.append(integer: table)
    bytes.append(ascii: "\n%%EOF\n")
  }
}

private func hexPair(_ byte: UInt8) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}
