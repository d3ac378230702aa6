/// The short code by which a supplier's program names itself, such as `tand-ninh-kieu`: lower-case
/// ASCII letters, digits and hyphens, 3 to 40 characters.
package struct SupplierID: Hashable, Sendable, CustomStringConvertible {
  package let code: String

  package init?(_ code: String) {
    guard (3...40).contains(code.utf8.count) else { return nil }
    let isPlain = code.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isPlain else { return nil }
    self.code = code
  }

  package var description: String { code }
}

extension SupplierID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = SupplierID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a supplier")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
