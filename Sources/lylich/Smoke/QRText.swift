/// The text of a certificate's QR, from the document's own alternative text (`/Alt`), which screen
/// readers read and which needs no camera.
enum QRText {
  static func inPDF(_ pdf: [UInt8]) -> String? {
    let marks = [Array("(HTTP://".utf8), Array("(HTTPS://".utf8), Array(" HTTP://".utf8), Array(" HTTPS://".utf8)]
    for mark in marks {
      guard let start = position(of: mark, in: pdf) else { continue }
      let text = pdf[(start + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") }
      return String(decoding: text, as: UTF8.self)
    }
    return nil
  }

  private static func position(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return (0...(bytes.count - needle.count)).first { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
