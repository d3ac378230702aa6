import Crypto
import Vocabulary

/// Examines signed PDFs, hostile ones too: who signed what, and whether one byte changed.
package enum PDFVerification {
  package static let sizeLimitBytes = 32_000_000

  /// - Parameters:
  ///   - pdf: the file; nothing of it is kept.
  ///   - trust: the roots that may vouch for signers and timestamp authorities.
  ///   - fields: signature fields that must be there, such as `leader` and `seal`: a file cut back
  ///     to an earlier revision is complete in itself.
  /// - Returns: a report; it never throws, and takes time and memory in proportion to the size.
  package static func examine(
    _ pdf: [UInt8], trust: [ChainCertificate], requiring fields: [String] = [],
    sizeLimitBytes: Int = sizeLimitBytes
  ) async -> VerificationReport {
    let digest = hexText(Array(SHA256.hash(data: pdf)))
    guard pdf.count <= sizeLimitBytes else {
      return unreadable(.tooLarge(limitBytes: sizeLimitBytes), digest)
    }
    var signatures: [SignatureReport] = []
    var doubts: [FileDoubt] = []
    do throws(PDFUnreadable) {
      var file = try SignedFile(pdf)
      doubts = try file.removedFields().map { .signatureRemoved(field: $0) }
      for signature in try file.signatures() {
        signatures.append(
          await SignatureCheck.report(on: signature, of: pdf, trust: trust))
      }
    } catch {
      return unreadable(error, digest)
    }
    return VerificationReport(
      digest: digest,
      verdict: verdict(
        on: signatures, size: pdf.count, requiring: fields, already: doubts),
      signatures: signatures)
  }

  private static func verdict(
    on signatures: [SignatureReport], size: Int, requiring fields: [String],
    already known: [FileDoubt]
  ) -> VerificationReport.Verdict {
    var doubts = known
    for signature in signatures where !signature.doubts.isEmpty {
      doubts.append(.signature(field: signature.field))
    }
    for field in fields where !signatures.contains(where: { $0.field == field }) {
      doubts.append(.fieldMissing(field))
    }
    guard let last = signatures.last else {
      return doubts.isEmpty ? .unsigned : .notValid(doubts)
    }
    switch last.coverage {
    case .wholeFile: break
    case .earlierRevision(let bytes):
      doubts.append(.bytesAfterLastSignature(count: size - bytes))
    case .neither: break
    }
    return doubts.isEmpty ? .valid : .notValid(doubts)
  }

  private static func unreadable(_ reason: PDFUnreadable, _ digest: String) -> VerificationReport {
    VerificationReport(digest: digest, verdict: .notValid([.unreadable(reason)]), signatures: [])
  }
}
