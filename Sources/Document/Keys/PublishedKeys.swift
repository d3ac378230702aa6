import Crypto
import Foundation
package import Vocabulary
import X509

/// The public key that checks an agency's QR tokens.
package struct QRKey: Equatable, Sendable {
  package let agency: AgencyID
  /// 04, x, y: 65 bytes (X9.63, uncompressed).
  package let x963: [UInt8]

  /// - Throws: `Fault` unless the signer's key is P-256.
  package init(of signer: Signer, agency: AgencyID) throws(Fault) {
    guard let key = P256.Signing.PublicKey(signer.leaf.certificate.publicKey) else {
      throw Fault("publishing the QR key of \(agency)", cause: "it is not a P-256 key")
    }
    self.agency = agency
    x963 = Array(key.x963Representation)
  }

  /// A published key taken up again; nil unless the bytes are a point of P-256.
  package init?(agency: AgencyID, x963: [UInt8]) {
    do {
      _ = try P256.Signing.PublicKey(x963Representation: x963)
    } catch {
      return nil
    }
    self.agency = agency
    self.x963 = x963
  }

  /// What a token names its key by: the first eight bytes of the SHA-256 of `x963`.
  package var kid: [UInt8] { Array(SHA256.hash(data: x963).prefix(8)) }
}

/// What the portal publishes for those who verify QR tokens offline.
package enum PublishedKeys {
  /// A JWK set (RFC 7517) with, for each key, the COSE `kid` in base64url and in hexadecimal, the
  /// agency's code and the key as PEM. The same keys give the same bytes.
  package static func json(_ keys: [QRKey]) throws(Fault) -> [UInt8] {
    let doing = "publishing the QR keys"
    do {
      let set = KeySet(keys: try keys.map { try KeySet.Key($0) })
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return Array(try encoder.encode(set))
    } catch {
      throw Fault(doing, cause: "\(error)")
    }
  }

  private struct KeySet: Encodable {
    let keys: [Key]

    struct Key: Encodable {
      let kty = "EC"
      let crv = "P-256"
      let alg = "ES256"
      let use = "sig"
      let kid: String
      let kidHex: String
      let x: String
      let y: String
      let agency: String
      let pem: String

      init(_ key: QRKey) throws {
        kid = base64url(key.kid)
        kidHex = hexText(key.kid)
        x = base64url(Array(key.x963[1..<33]))
        y = base64url(Array(key.x963[33..<65]))
        agency = key.agency.code
        pem = try P256.Signing.PublicKey(x963Representation: key.x963).pemRepresentation
      }
    }
  }

  private static func base64url(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }
}
