import Crypto
import SwiftASN1
import Vocabulary

/// A timestamp token (RFC 3161, 2.4.2) taken apart.
struct TimestampToken: Sendable {
  let time: Instant
  let authority: CertificateName?
  let nonceDER: [UInt8]?
  private let imprintAlgorithm: ASN1ObjectIdentifier
  private let imprint: [UInt8]
  private let signedData: SignedData

  /// Nil unless the bytes are a token.
  init?(der: [UInt8]) {
    do {
      let signedData = try SignedData(der: der)
      guard let content = signedData.content else { return nil }
      let fields = try children(of: try DER.parse(content))
      guard fields.count >= 5, try Int(derEncoded: fields[0]) == 1 else { return nil }
      let stamped = try children(of: fields[2])
      guard stamped.count == 2 else { return nil }
      imprintAlgorithm = try algorithm(stamped[0])
      imprint = Array(try ASN1OctetString(derEncoded: stamped[1]).bytes)
      time = Instant(try GeneralizedTime(derEncoded: fields[4]))
      nonceDER = fields.dropFirst(5).first { $0.identifier == .integer }
        .map { Array($0.encodedBytes) }
      authority = signedData.leaf.map { CertificateName(subjectOf: $0.certificate) }
      self.signedData = signedData
    } catch {
      return nil
    }
  }

  /// - Parameter imprint: the digest of what must have been stamped, by hash function.
  func doubts(
    imprint expected: (DigestAlgorithm) -> [UInt8], trust: [ChainCertificate]
  ) async -> [SignerDoubt] {
    guard let hash = DigestAlgorithm(imprintAlgorithm) else { return [.algorithmNotAccepted] }
    guard imprint == expected(hash) else { return [.digestMismatch] }
    let content = signedData.content ?? []
    let doubts = signedData.doubts(
      contentType: ObjectID.timestampInfo, digest: { $0.digest(of: content) }, binding: .any)
    guard doubts.isEmpty, let leaf = signedData.leaf else { return doubts }
    return await TrustPath.doubts(
      of: leaf, with: signedData.certificates, trust: trust, at: time, purpose: .timestamp)
  }
}

extension Instant {
  /// Seconds and milliseconds of a GeneralizedTime, which is UTC in DER.
  init(_ time: GeneralizedTime) {
    let day = CivilDate(time.year, time.month, time.day)
    let seconds = day.dayNumber * 86_400 + time.hours * 3600 + time.minutes * 60 + time.seconds
    self.init(milliseconds: Int64(seconds) * 1000 + Int64(time.fractionalSeconds * 1000))
  }
}
