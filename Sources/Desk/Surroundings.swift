package import Vocabulary

/// The clock and the dice. They are arguments, so that a test can hold them still.
package struct Surroundings: Sendable {
  package let now: @Sendable () -> Instant
  /// That many bytes nobody can guess.
  package let secretBytes: @Sendable (_ count: Int) -> [UInt8]

  package init(
    now: @escaping @Sendable () -> Instant,
    secretBytes: @escaping @Sendable (_ count: Int) -> [UInt8]
  ) {
    self.now = now
    self.secretBytes = secretBytes
  }

  package func newID<Tag>() -> OpaqueID<Tag> {
    var generator = SystemRandomNumberGenerator()
    return OpaqueID(random: &generator)
  }

  /// A token for an address or a cookie: `byteCount` secret bytes in lower-case base32 (a–z, 2–7).
  package func newToken(byteCount: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var text: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in secretBytes(byteCount) {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[(buffer >> bits) & 31])
      }
    }
    if bits > 0 { text.append(alphabet[(buffer << (5 - bits)) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }
}
