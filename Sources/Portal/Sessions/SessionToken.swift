import Crypto
import Vocabulary

/// The secret in a visitor's cookie. The store sees only its hash.
///
/// A token that begins with `v` belongs to a visitor of whom nothing is stored: it only binds the
/// form tokens to the browser, so that a page with a form costs no row. One that begins with `s`
/// has a row.
struct SessionToken: Equatable, Sendable {
  let text: String

  /// 160 random bits after the mark.
  static func fresh(_ kind: Kind) -> SessionToken {
    SessionToken(text: kind.rawValue + random(byteCount: 20))
  }

  enum Kind: String {
    case visitor = "v"
    case stored = "s"
  }

  private init(text: String) {
    self.text = text
  }

  /// Nil unless the cookie holds what `fresh` writes: a mark and 32 letters or digits.
  init?(cookie: String) {
    guard cookie.utf8.count == 33, let mark = cookie.first, Kind(rawValue: String(mark)) != nil,
      cookie.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x32...0x37).contains($0)
      })
    else { return nil }
    self.text = cookie
  }

  var kind: Kind { text.first == "s" ? .stored : .visitor }

  /// Lower-case hex SHA-256: what is stored.
  var hash: String {
    hex(Array(SHA256.hash(data: Array(text.utf8))))
  }

  /// A name of a session that may stand in a page.
  static func listedName(ofHash hash: String) -> String {
    let digest = SHA256.hash(data: Array("listed name of \(hash)".utf8))
    return hex(Array(digest.prefix(10)))
  }

  /// The form token of a visitor without a row: it follows from the secret and does not tell it.
  var visitorFormToken: String {
    let digest = SHA256.hash(data: Array("form token of \(text)".utf8))
    return hex(Array(digest.prefix(20)))
  }

  /// `byteCount` random bytes in lower-case base32 (a–z, 2–7).
  static func random(byteCount: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    var bits: UInt64 = 0
    var letters: [UInt8] = []
    for place in 0..<byteCount * 8 / 5 {
      // A number is a call to the kernel, and enough for twelve letters.
      if place % 12 == 0 { bits = generator.next() }
      letters.append(base32Alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

private let base32Alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

/// Compares two secrets in a time that depends only on their lengths.
func equalInConstantTime(_ left: String, _ right: String) -> Bool {
  let (left, right) = (Array(left.utf8), Array(right.utf8))
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for (one, other) in zip(left, right) { difference |= one ^ other }
  return difference == 0
}
