import Crypto
import Foundation

/// Signing by VNPAY 2.1.0: HMAC-SHA512, hexadecimal. Pure: no network, no settings.
///
/// Sources: VNPAY's merchant documentation, "Thanh toán PAY" and "Truy vấn, hoàn tiền".
package enum VNPaySignature {
  /// Lower-case hexadecimal.
  package static func sign(_ text: String, secret: String) -> String {
    let code = HMAC<SHA512>.authenticationCode(
      for: Data(text.utf8), using: SymmetricKey(data: Data(secret.utf8)))
    return code.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// In constant time; upper-case hexadecimal is as good.
  package static func isGenuine(_ hash: String, of text: String, secret: String) -> Bool {
    guard hash.utf8.count == 128 else { return false }
    return sameBytes(hash.lowercased(), sign(text, secret: secret))
  }

  /// The text that a payment address signs, which is its query too: parameters with a value,
  /// sorted by name in byte order, form-encoded, joined by `&`.
  package static func query(_ parameters: [(name: String, value: String)]) -> String {
    let filled = parameters.filter { !$0.value.isEmpty && !hashNames.contains($0.name) }
    let sorted = filled.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return formBody(sorted.map { ($0.name, $0.value) })
  }

  /// Checks a query exactly as it arrived.
  ///
  /// The encoders of the world disagree on `~ * ! ' ( )`, so nothing is decoded and encoded again:
  /// the raw pairs without the two hash parameters are sorted by name and joined.
  /// - Returns: the decoded parameters, or nil where the hash is missing, given twice or wrong,
  ///   a name is given twice, or a value cannot be decoded.
  package static func verified(rawQuery: String, secret: String) -> [String: String]? {
    guard rawQuery.utf8.count <= 8192 else { return nil }
    var pairs: [(name: Substring, raw: Substring)] = []
    var values: [String: String] = [:]
    var hash: String?
    for raw in rawQuery.split(separator: "&", omittingEmptySubsequences: false) {
      guard let split = raw.firstIndex(of: "="), split > raw.startIndex else { return nil }
      let name = raw[..<split]
      guard let value = formDecoded(raw[raw.index(after: split)...]), isPlainName(name),
        values.updateValue(value, forKey: String(name)) == nil
      else { return nil }
      if name == "vnp_SecureHash" { hash = value }
      if !hashNames.contains(String(name)) { pairs.append((name, raw)) }
    }
    guard let hash else { return nil }
    pairs.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let text = pairs.map { String($0.raw) }.joined(separator: "&")
    guard isGenuine(hash, of: text, secret: secret) else { return nil }
    for name in hashNames { values[name] = nil }
    return values
  }

  /// Names are written plainly; an encoded one could be another name in disguise.
  private static func isPlainName(_ name: Substring) -> Bool {
    name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
  }

  private static let hashNames: Set<String> = ["vnp_SecureHash", "vnp_SecureHashType"]
}
