import Crypto
import SwiftASN1
package import Vocabulary

/// A request for a timestamp (RFC 3161, 2.4.1): the hash of what is to be stamped, and a number
/// that makes an old answer useless.
package struct TimestampRequest: Equatable, Sendable {
  /// SHA-256 of what is stamped.
  package let imprint: [UInt8]
  package let nonce: UInt64

  package init(imprint: [UInt8], nonce: UInt64) {
    self.imprint = imprint
    self.nonce = nonce
  }

  /// The body of the HTTP request, `application/timestamp-query`. Asks for the authority's
  /// certificates, so that the token can be checked without looking for them.
  package var der: [UInt8] {
    TLV.sequence(
      TLV.integer(1),
      TLV.sequence(TLV.sequence(TLV.oid(ObjectID.sha256), TLV.null), TLV.octets(imprint)),
      TLV.integer(nonce), TLV.yes)
  }
}

/// Where timestamps come from. The network is the caller's.
package struct TimestampSource: Sendable {
  /// Carries a TimeStampReq to the server and its TimeStampResp back (both DER).
  package let exchange: @Sendable ([UInt8]) async throws -> [UInt8]
  /// Roots that may vouch for the timestamp authority.
  package let trust: [ChainCertificate]
  /// A fresh random number for each request.
  package let nonce: @Sendable () -> UInt64

  package init(
    trust: [ChainCertificate], nonce: @escaping @Sendable () -> UInt64,
    exchange: @escaping @Sendable ([UInt8]) async throws -> [UInt8]
  ) {
    self.trust = trust
    self.nonce = nonce
    self.exchange = exchange
  }

  /// A checked token over `bytes`.
  func token(for bytes: [UInt8]) async throws(Fault) -> [UInt8] {
    let request = TimestampRequest(imprint: Array(SHA256.hash(data: bytes)), nonce: nonce())
    let answer: [UInt8]
    do {
      answer = try await exchange(request.der)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault("asking for a timestamp", cause: "\(error)", retry: .later)
    }
    return try await TimestampResponse.token(in: answer, to: request, trust: trust)
  }
}

/// An answer of a timestamp server (RFC 3161, 2.4.2).
package enum TimestampResponse {
  /// The token, if the server granted it and everything about it is right: what was stamped, the
  /// nonce, the signature, and a certificate that is for timestamps only and leads to `trust`.
  ///
  /// - Throws: `Fault` saying what is wrong; `.later` where the server said no or sent nonsense.
  package static func token(
    in answer: [UInt8], to request: TimestampRequest, trust: [ChainCertificate]
  ) async throws(Fault) -> [UInt8] {
    let bytes = try granted(answer)
    guard let token = TimestampToken(der: bytes) else {
      throw Fault(doing, cause: "the token is malformed", retry: .later)
    }
    guard token.nonceDER == TLV.integer(request.nonce) else {
      throw Fault(doing, cause: "the token answers another request (nonce)", retry: .later)
    }
    let doubts = await token.doubts(imprint: { _ in request.imprint }, trust: trust)
    guard doubts.isEmpty else {
      let list = doubts.map { "\($0)" }.joined(separator: ", ")
      throw Fault(doing, cause: "the token is not acceptable: \(list)", retry: .later)
    }
    return bytes
  }

  private static let doing = "reading the timestamp server's answer"

  private static func granted(_ answer: [UInt8]) throws(Fault) -> [UInt8] {
    let parts: [ASN1Node]
    let status: Int
    do {
      parts = try children(of: try DER.parse(answer))
      status = try Int(derEncoded: try children(of: parts.first).first ?? parts[0])
    } catch {
      throw Fault(doing, cause: "it is not a TimeStampResp", retry: .later)
    }
    guard status == 0 || status == 1 else {
      throw Fault(doing, cause: "the server refused (status \(status))", retry: .later)
    }
    guard parts.count == 2 else { throw Fault(doing, cause: "it has no token", retry: .later) }
    return Array(parts[1].encodedBytes)
  }
}
