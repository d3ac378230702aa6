import Crypto
import Foundation
package import Vocabulary

extension PublishedKeys {
  /// Reads what `json` writes, as a stranger would who fetched it.
  ///
  /// - Throws: `Fault` unless every key is P-256 with its agency.
  package static func read(_ json: [UInt8]) throws(Fault) -> [QRKey] {
    let doing = "reading published keys"
    let set: ReadSet
    do {
      set = try JSONDecoder().decode(ReadSet.self, from: Data(json))
    } catch {
      throw Fault(doing, cause: "they are not a JWK set")
    }
    var keys: [QRKey] = []
    for listed in set.keys {
      guard listed.kty == "EC", listed.crv == "P-256", let agency = AgencyID(listed.agency),
        let x = coordinate(listed.x), let y = coordinate(listed.y),
        let key = QRKey(agency: agency, x963: [4] + x + y)
      else { throw Fault(doing, cause: "key \(keys.count + 1) is not a P-256 key of an agency") }
      keys.append(key)
    }
    return keys
  }

  private struct ReadSet: Decodable {
    let keys: [Key]

    struct Key: Decodable {
      let kty: String
      let crv: String
      let x: String
      let y: String
      let agency: String
    }
  }

  private static func coordinate(_ text: String) -> [UInt8]? {
    let standard = text.replacingOccurrences(of: "-", with: "+")
      .replacingOccurrences(of: "_", with: "/")
    guard let data = Data(base64Encoded: standard + "="), data.count == 32 else { return nil }
    return Array(data)
  }
}
