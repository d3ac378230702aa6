import Crypto
package import Vocabulary

/// Why a QR's text is not a token of ours. Offline verification never says anything about
/// revocation.
package enum QRRefusal: Error, Equatable, Hashable, Sendable {
  /// Not `HTTP(S)://HOST/V/LINK#PAYLOAD`.
  case notOurs
  /// The payload is not a COSE_Sign1 in base32, or not in its one form.
  case malformed
  case algorithmWrong
  case keyUnknown
  case signatureWrong
  case claimMissing(label: Int)
  case claimUnknown
  case claimMalformed(label: Int)
  /// The key belongs to another agency than the token names.
  case agencyWrong
}

/// The text of a certificate's QR code: a link that any phone opens, and behind `#` a signed
/// payload that is checked without a network. What stands behind `#` is never sent to a server,
/// so no personal data enters a URL that is logged.
package struct QRToken: Equatable, Sendable {
  package let claims: QRClaims
  package let link: LinkToken

  private static let tag: UInt64 = 18
  private static let es256 = -7
  private static let path = "/V/"

  /// - Parameters:
  ///   - claims: what the certificate says.
  ///   - link: the certificate's link token; the signature binds it.
  ///   - base: scheme and authority of the portal, such as `https://lltp.cantho.example:8443`.
  ///   - signer: the agency's QR key, P-256.
  /// - Returns: the QR's text, upper case throughout.
  /// - Throws: `Fault` if the key is not P-256 or fails, or `base` has a path or odd characters.
  package static func sign(
    _ claims: QRClaims, link: LinkToken, base: String, signer: Signer
  ) throws(Fault) -> String {
    let prefix = base.uppercased()
    guard isBase(prefix) else {
      throw Fault(
        "writing a QR code",
        cause: "the portal's address \(base) must be http or https, a host and perhaps a port, "
          + "such as https://lltp.example:8443, without a path")
    }
    let key = try QRKey(of: signer, agency: claims.agency)
    let protected = CBOR.labelled([(1, .int(es256)), (4, .bytes(key.kid))]).encoded
    let payload = claims.cbor.encoded
    let signature: [UInt8]
    do {
      let der = try signer.sign(toBeSigned(protected, payload, link))
      signature = Array(try P256.Signing.ECDSASignature(derRepresentation: der).rawRepresentation)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault("signing a QR token", cause: "\(error)")
    }
    let cose = CBOR.tagged(
      tag, .array([.bytes(protected), .map([]), .bytes(payload), .bytes(signature)]))
    return prefix + path + link.text + "#" + Base32.encode(cose.encoded)
  }

  /// Checks a QR's text against the published keys; no network, so no revocation.
  ///
  /// - Parameters:
  ///   - text: what the reader of the code gave.
  ///   - keys: published keys; the token's `kid` picks one.
  package static func verify(_ text: String, keys: [QRKey]) throws(QRRefusal) -> QRToken {
    guard text.utf8.count <= 2000 else { throw .notOurs }
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let slash = parts[0].lastIndex(of: "/") else { throw .notOurs }
    let front = parts[0][...slash]
    guard front.hasSuffix(path), isBase(String(front.dropLast(path.count))),
      let link = LinkToken(String(parts[0][parts[0].index(after: slash)...])),
      parts[0].hasSuffix(link.text)
    else { throw .notOurs }
    guard let bytes = Base32.decode(parts[1]) else { throw .malformed }
    return QRToken(claims: try claims(in: bytes, link: link, keys: keys), link: link)
  }

  private static func claims(
    in bytes: [UInt8], link: LinkToken, keys: [QRKey]
  ) throws(QRRefusal) -> QRClaims {
    guard case .tagged(tag, .array(let parts)) = try decoded(bytes), parts.count == 4,
      case .bytes(let protected) = parts[0], parts[1] == .map([]),
      case .bytes(let payload) = parts[2], case .bytes(let signature) = parts[3]
    else { throw .malformed }
    let header = try decoded(protected)
    guard case .map(let entries) = header, entries.count == 2 else { throw .malformed }
    guard header[1]?.int == es256 else { throw .algorithmWrong }
    guard case .bytes(let kid) = header[4], let key = keys.first(where: { $0.kid == kid }) else {
      throw .keyUnknown
    }
    guard isSigned(toBeSigned(protected, payload, link), signature, by: key) else {
      throw .signatureWrong
    }
    let claims = try QRClaims(try decoded(payload))
    guard claims.agency == key.agency else { throw .agencyWrong }
    return claims
  }

  private static func decoded(_ bytes: [UInt8]) throws(QRRefusal) -> CBOR {
    do {
      return try CBOR(decoding: bytes)
    } catch {
      throw .malformed
    }
  }

  private static func isSigned(_ bytes: [UInt8], _ signature: [UInt8], by key: QRKey) -> Bool {
    do {
      let publicKey = try P256.Signing.PublicKey(x963Representation: key.x963)
      let signature = try P256.Signing.ECDSASignature(rawRepresentation: signature)
      return publicKey.isValidSignature(signature, for: bytes)
    } catch {
      return false
    }
  }

  /// Sig_structure (RFC 9052, 4.4). The link token is the external data, so that payload and link
  /// cannot be taken apart.
  private static func toBeSigned(
    _ protected: [UInt8], _ payload: [UInt8], _ link: LinkToken
  ) -> [UInt8] {
    CBOR.array([
      .text("Signature1"), .bytes(protected), .bytes(Array(link.text.utf8)), .bytes(payload),
    ]).encoded
  }

  /// `HTTP://` or `HTTPS://`, then a host and perhaps a port, in characters that a QR's
  /// alphanumeric mode has.
  private static func isBase(_ text: String) -> Bool {
    guard let scheme = ["HTTPS://", "HTTP://"].first(where: { text.hasPrefix($0) }) else {
      return false
    }
    let authority = text.dropFirst(scheme.count)
    return !authority.isEmpty && authority.utf8.count <= 200
      && authority.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
      }
  }
}
