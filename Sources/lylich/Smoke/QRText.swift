/// The text of a certificate's QR, from the document's own alternative text (`/Alt`), which screen
/// readers read and which needs no camera.
enum QRText {
  /// The first alternative text that is an address, written as PDF writes text: UTF-16 in
  /// hexadecimal after a byte order mark.
  static func inPDF(_ pdf: [UInt8]) -> String? {
    let mark = Array("/Alt <FEFF".utf8)
    var from = 0
    while let start = position(of: mark, in: pdf, from: from) {
      let digits = pdf[(start + mark.count)...].prefix { $0 != UInt8(ascii: ">") }
      let text = ascii(ofUTF16Hex: String(decoding: digits, as: UTF8.self))
      if let text, text.hasPrefix("HTTP") { return text }
      from = start + mark.count
    }
    return nil
  }

  private static func ascii(ofUTF16Hex digits: String) -> String? {
    guard let bytes = decoded(hex: digits), bytes.count % 2 == 0 else { return nil }
    var text: [UInt8] = []
    for index in stride(from: 0, to: bytes.count, by: 2) {
      guard bytes[index] == 0 else { return nil }
      text.append(bytes[index + 1])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func position(of needle: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count - from >= needle.count else { return nil }
    return (from...(bytes.count - needle.count)).first { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
