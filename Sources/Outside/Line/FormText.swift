/// `application/x-www-form-urlencoded` as PHP's `urlencode` and VNPAY write it: letters, digits,
/// `-`, `_` and `.` stay, a space is `+`, every other byte of the UTF-8 is `%XX` in capitals.
///
/// Encoders disagree on `~ * ! ' ( )`; encoding them all is read alike by every decoder.
func formEncoded(_ text: String) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
    case 0x20: bytes.append(0x2B)
    default:
      bytes.append(0x25)
      bytes.append(hexCapitals[Int(byte >> 4)])
      bytes.append(hexCapitals[Int(byte & 15)])
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

func formBody(_ pairs: [(String, String)]) -> String {
  pairs.map { "\(formEncoded($0.0))=\(formEncoded($0.1))" }.joined(separator: "&")
}

/// The reverse; nil where a `%` is not followed by two hexadecimal digits or the bytes are not
/// UTF-8.
func formDecoded(_ text: some StringProtocol) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    switch byte {
    case 0x2B: bytes.append(0x20)
    case 0x25:
      guard let high = rest.popFirst().flatMap(hexValue),
        let low = rest.popFirst().flatMap(hexValue)
      else { return nil }
      bytes.append(high << 4 | low)
    default: bytes.append(byte)
    }
  }
  return String(validating: bytes, as: UTF8.self)
}

private let hexCapitals = Array("0123456789ABCDEF".utf8)

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
