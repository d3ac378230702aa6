import Foundation
import Testing
import Vocabulary

@testable import Document

/// One issued document for the whole suite: leader and seal, both B-T.
struct IssuedDocument: Sendable {
  let bench: SigningBench
  let pdf: [UInt8]
  let trust: [ChainCertificate]
  /// The container of the last signature: no other signature covers it.
  let container: Range<Int>

  static let shared = Task { try await IssuedDocument() }

  init() async throws {
    bench = try SigningBench()
    pdf = try await bench.issued(timestamp: try bench.timestamps())
    trust = try bench.trust
    var file = try SignedFile(pdf)
    container = try file.signatures()[1].contents
  }

  func isAccepted(_ bytes: [UInt8]) async -> Bool {
    await PDFVerification.examine(bytes, trust: trust).isValid
  }

  /// The document with one bit changed outside the last container.
  func flipped(bit chosen: Int) -> [UInt8] {
    var place = chosen / 8
    if place >= container.lowerBound { place += container.count }
    var bytes = pdf
    bytes[place] ^= 1 << (chosen % 8)
    return bytes
  }

  var bitsOutside: Int { (pdf.count - container.count) * 8 }

  /// 200 bits, the same in every run.
  var someBits: [Int] {
    var dice = Dice(state: 200)
    return (0..<200).map { _ in Int.random(in: 0..<bitsOutside, using: &dice) }
  }
}

@Suite("One changed byte shows")
struct TamperingTests {
  @Test func `the document as issued is valid`() async throws {
    let issued = try await IssuedDocument.shared.value
    #expect(await issued.isAccepted(issued.pdf))
  }

  @Test func `after any of 200 random bit flips it is not valid`() async throws {
    let issued = try await IssuedDocument.shared.value
    for bit in issued.someBits {
      #expect(!(await issued.isAccepted(issued.flipped(bit: bit))), "bit \(bit)")
    }
  }

  @Test func `after a flip in any byte outside both containers it is not valid`() async throws {
    let issued = try await IssuedDocument.shared.value
    var file = try SignedFile(issued.pdf)
    let containers = try file.signatures().map(\.contents)
    for place in issued.pdf.indices where !containers.contains(where: { $0.contains(place) }) {
      var bytes = issued.pdf
      bytes[place] ^= 1 << UInt8(place % 8)
      #expect(!(await issued.isAccepted(bytes)), "byte \(place)")
    }
  }

  @Test func `after a flip in the brackets or the CMS of the last container it is not valid`()
    async throws
  {
    let issued = try await IssuedDocument.shared.value
    let brackets = [issued.container.lowerBound, issued.container.upperBound - 1]
    for place in brackets + (1...40).map({ issued.container.lowerBound + $0 }) {
      for bit in 0..<8 {
        var bytes = issued.pdf
        bytes[place] ^= 1 << UInt8(bit)
        // A digit in upper case is the same number.
        let isSameDigit = hexValue(bytes[place]) == hexValue(issued.pdf[place])
        if isSameDigit, hexValue(bytes[place]) != nil { continue }
        #expect(!(await issued.isAccepted(bytes)), "byte \(place), bit \(bit)")
      }
    }
  }

  @Test func `pyHanko accepts the document and none of the 200 changed ones`() async throws {
    let issued = try await IssuedDocument.shared.value
    let path = try issued.bench.write(issued.pdf, "issued.pdf")
    let bits = issued.someBits.map { bit -> String in
      var place = bit / 8
      if place >= issued.container.lowerBound { place += issued.container.count }
      return "\(place):\(bit % 8)"
    }
    let script = """
      import sys, io
      from pyhanko.pdf_utils.reader import PdfFileReader
      from pyhanko.sign.validation import validate_pdf_signature
      from pyhanko.keys import load_cert_from_pemder
      from pyhanko_certvalidator import ValidationContext
      root = load_cert_from_pemder(sys.argv[2])
      def accepted(data):
          try:
              reader = PdfFileReader(io.BytesIO(data))
              found = reader.embedded_signatures
              if len(found) != 2: return False
              for sig in found:
                  context = ValidationContext(trust_roots=[root], allow_fetching=False)
                  status = validate_pdf_signature(sig, context, context)
                  if not status.bottom_line: return False
              return True
          except Exception:
              return False
      data = open(sys.argv[1], 'rb').read()
      assert accepted(data), 'the document itself'
      wrong = []
      for item in sys.argv[3].split(','):
          place, bit = map(int, item.split(':'))
          changed = bytearray(data); changed[place] ^= 1 << bit
          if accepted(bytes(changed)): wrong.append(item)
      assert not wrong, wrong
      """
    let answer = try Tool.python(
      script, path, issued.bench.authority.rootPath, bits.joined(separator: ","))
    #expect(answer.status == 0, "\(answer.output.suffix(2000))")
  }

  @Test func `hostile bytes never stop the program, nor pass`() async throws {
    let issued = try await IssuedDocument.shared.value
    var dice = Dice(state: 77)
    for _ in 0..<1500 {
      let bytes = mutated(issued.pdf, &dice)
      guard bytes != issued.pdf else { continue }
      let report = await PDFVerification.examine(bytes, trust: issued.trust)
      if report.isValid {
        // Only the last container may differ, and only in the case of a digit.
        #expect(
          String(decoding: bytes, as: UTF8.self).lowercased()
            == String(decoding: issued.pdf, as: UTF8.self).lowercased()
            || report.signatures.count < 2)
      }
    }
  }

  /// Bytes changed, cut out, doubled, moved; numbers replaced by large ones.
  private func mutated(_ pdf: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = pdf
    for _ in 0..<Int.random(in: 1...4, using: &dice) {
      let from = Int.random(in: 0..<bytes.count, using: &dice)
      let to = min(bytes.count, from + Int.random(in: 1...40, using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[from] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(from..<to)
      case 2: bytes.insert(contentsOf: bytes[from..<to], at: to)
      case 3: bytes.replaceSubrange(from..<to, with: "[<<(".utf8)
      case 4: bytes.replaceSubrange(from..<to, with: "9999999999".utf8)
      default: bytes.removeLast(bytes.count - to)
      }
      if bytes.isEmpty { return [0] }
    }
    return bytes
  }
}
