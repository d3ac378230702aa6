/// Bytes in lower-case hexadecimal digits, two each.
package func hex(_ bytes: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    for (place, byte) in bytes.enumerated() {
      text[place * 2] = digit(byte >> 4)
      text[place * 2 + 1] = digit(byte & 15)
    }
    return bytes.count * 2
  }
}

private func digit(_ nibble: UInt8) -> UInt8 {
  nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
}
