import SwiftASN1

/// DER written from the inside out, as much of it as a timestamp token needs (X.690).
enum StampDER {
  static func wrap(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = []
    if content.count < 0x80 {
      length = [UInt8(content.count)]
    } else {
      var rest = content.count
      while rest > 0 {
        length.insert(UInt8(rest & 0xFF), at: 0)
        rest >>= 8
      }
      length.insert(0x80 | UInt8(length.count), at: 0)
    }
    return [tag] + length + content
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { wrap(0x30, Array(parts.joined())) }

  /// SET OF in DER order.
  static func set(_ parts: [[UInt8]]) -> [UInt8] { wrap(0x31, inOrder(parts)) }

  static func inOrder(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.sorted { $0.lexicographicallyPrecedes($1) }.joined())
  }

  static func octets(_ bytes: [UInt8]) -> [UInt8] { wrap(0x04, bytes) }

  static func context(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    wrap(0xA0 | number, content)
  }

  static func integer(_ number: UInt64) -> [UInt8] {
    var bytes = withUnsafeBytes(of: number.bigEndian) { Array($0.drop { $0 == 0 }) }
    if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: 0) }
    return wrap(0x02, bytes)
  }

  static func attribute(_ type: ASN1ObjectIdentifier, _ value: [UInt8]) throws -> [UInt8] {
    sequence(try oid(type), set([value]))
  }

  static func oid(_ identifier: ASN1ObjectIdentifier) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try serializer.serialize(identifier)
    return serializer.serializedBytes
  }
}
