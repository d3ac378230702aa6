import Foundation

@testable import Document

/// Small papers, made byte by byte.
enum PaperSamples {
  static let signature: [UInt8] = PNGPaper.signature

  static func png(width: Int = 2, height: Int = 2, extra: [UInt8] = []) -> [UInt8] {
    let size = number(width) + number(height) + [8, 2, 0, 0, 0]
    return signature + chunk("IHDR", size) + extra + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    let sum = body.withUnsafeBytes { Deflate.checksum(of: $0) }
    return number(content.count) + body + number(Int(sum))
  }

  static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Start, a comment, the frame, a scan with an escaped FF and a restart, the end.
  static func jpeg(width: Int = 3, height: Int = 4, comment: String = "x") -> [UInt8] {
    let frame: [UInt8] =
      [8] + number(height).suffix(2) + number(width).suffix(2) + [1, 1, 0x11, 0]
    return [0xFF, 0xD8] + segment(0xFE, Array(comment.utf8)) + segment(0xC0, frame)
      + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
      + [0xFF, 0xD9]
  }

  static func segment(_ mark: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, mark] + number(content.count + 2).suffix(2) + content
  }

  /// A PDF of one page. Its table of contents is not read by us, only that there is one.
  static func pdf(extra: String = "", trailer: String = "", after: String = "\n") -> [UInt8] {
    Array(
      """
      %PDF-1.5
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type/Page /Parent 2 0 R>> endobj
      \(extra)
      xref
      0 1
      0000000000 65535 f\u{20}
      trailer <</Size 4 /Root 1 0 R \(trailer)>>
      startxref
      9
      %%EOF
      """.utf8) + Array(after.utf8)
  }

  /// An object stream with what the text says in it, packed.
  static func packed(_ text: String, head: String = "/Type /ObjStm /N 1 /First 4") throws -> [UInt8]
  {
    let content = try Deflate.compress(Array(text.utf8), .fast)
    let object =
      "7 0 obj <<\(head) /Filter /FlateDecode /Length \(content.count)>> stream\r\n"
    let body = Array(object.utf8) + content + Array("\nendstream endobj\n".utf8)
    let pdf = pdf()
    let place = String(decoding: pdf, as: UTF8.self).range(of: "xref")?.lowerBound
    let split = place.map { String(decoding: pdf, as: UTF8.self)[..<$0].utf8.count } ?? 0
    return pdf[..<split] + body + pdf[split...]
  }
}
