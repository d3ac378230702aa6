import SwiftASN1
import Vocabulary
import X509

/// The cryptographic half of an examination: container, certificate, timestamp.
enum SignatureCheck {
  static func report(
    on standing: StandingSignature, of pdf: [UInt8], trust: [ChainCertificate]
  ) async -> SignatureReport {
    var doubts = standing.doubts
    guard !doubts.contains(.gapIsNotContents), !doubts.contains(.byteRangeMalformed),
      let container = container(in: pdf[standing.contents]), let signedData = parsed(container)
    else {
      if !doubts.contains(.gapIsNotContents), !doubts.contains(.byteRangeMalformed) {
        doubts.insert(.containerMalformed)
      }
      return report(standing, leaf: nil, timestamp: nil, doubts: doubts)
    }
    var wrong = signedData.doubts(
      contentType: ObjectID.data,
      digest: { $0.digest(of: pdf, without: standing.contents, upTo: standing.end) },
      binding: .version2)
    // PAdES is detached: content inside the container would be another document.
    if signedData.content != nil { wrong.append(.contentTypeWrong) }
    let (timestamp, late) = await stamped(signedData, trust: trust)
    doubts.formUnion(late)
    if let leaf = signedData.leaf {
      if let time = timestamp?.at ?? standing.claimedAt {
        wrong += await TrustPath.doubts(
          of: leaf, with: signedData.certificates, trust: trust, at: time, purpose: .document)
      } else {
        doubts.insert(.timeMissing)
      }
    }
    doubts.formUnion(wrong.map { .signer($0) })
    return report(standing, leaf: signedData.leaf, timestamp: timestamp, doubts: doubts)
  }

  /// The timestamp over the signature, if there is one, and what is wrong with it.
  private static func stamped(
    _ signedData: SignedData, trust: [ChainCertificate]
  ) async -> (SignatureReport.Timestamp?, Set<SignatureDoubt>) {
    guard
      let attribute = signedData.signer.unsigned.first(where: {
        $0.type == ObjectID.timestampToken
      })
    else { return (nil, []) }
    guard let value = attribute.values.first,
      let token = TimestampToken(der: Array(value.encodedBytes))
    else { return (nil, [.timestampMalformed]) }
    let signature = signedData.signer.signature
    let doubts = await token.doubts(imprint: { $0.digest(of: signature) }, trust: trust)
    guard doubts.isEmpty, let authority = token.authority else {
      return (nil, Set(doubts.map { .timestamp($0) }))
    }
    return (SignatureReport.Timestamp(at: token.time, authority: authority), [])
  }

  /// The CMS inside `<` and `>`: hexadecimal digits alone, one DER value, then zeros.
  private static func container(in text: ArraySlice<UInt8>) -> [UInt8]? {
    let digits = text.dropFirst().dropLast()
    guard text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">"),
      digits.count % 2 == 0, digits.count >= 4
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var index = digits.startIndex
    while index < digits.endIndex {
      guard let high = hexValue(digits[index]), let low = hexValue(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
      index += 2
    }
    guard let count = lengthOfFirst(bytes), bytes[count...].allSatisfy({ $0 == 0 }) else {
      return nil
    }
    return Array(bytes[..<count])
  }

  /// The length of the DER value at the beginning, header included; nil if it does not fit.
  private static func lengthOfFirst(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 2, bytes[0] == 0x30 else { return nil }
    guard bytes[1] >= 0x80 else {
      let count = 2 + Int(bytes[1])
      return bytes.count >= count ? count : nil
    }
    let size = Int(bytes[1] & 0x7F)
    guard (1...3).contains(size), bytes.count >= 2 + size else { return nil }
    let length = bytes[2..<2 + size].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count >= 2 + size + length ? 2 + size + length : nil
  }

  private static func parsed(_ container: [UInt8]) -> SignedData? {
    do {
      return try SignedData(der: container)
    } catch {
      return nil
    }
  }

  private static func report(
    _ standing: StandingSignature, leaf: ChainCertificate?,
    timestamp: SignatureReport.Timestamp?, doubts: Set<SignatureDoubt>
  ) -> SignatureReport {
    SignatureReport(
      field: standing.field, signer: leaf.map { CertificateName($0.certificate.subject) },
      issuer: leaf.map { CertificateName($0.certificate.issuer) },
      serial: leaf.map { hexText($0.certificate.serialNumber.bytes) } ?? "",
      origin: leaf.map { KeyOrigin(of: $0) }, claimedAt: standing.claimedAt, timestamp: timestamp,
      coverage: standing.coverage, doubts: doubts)
  }
}
