import Crypto
package import Document
import Foundation
package import Issuance
package import Law
import Outside
package import Vocabulary

/// Makes an agency's papers: renders, prepares, signs, seals, examines.
package struct Press: Sendable {
  package let profile: IssuerProfile
  let shelf: RuleShelf
  package let signers: Signers
  /// Nil: B-B, and the pages say so.
  package let timestamp: TimestampSource?
  package let trust: [ChainCertificate]
  /// Where the QR's link leads: scheme, host and port.
  package let baseURL: String
  /// Printed over every page of a demo's papers; nil for real ones.
  package let stamp: String?

  /// Separate keys: the leader answers for the content, the seal for the agency, and the QR key
  /// signs nothing but QR codes.
  package struct Signers: Sendable {
    package let leader: Signer
    package let seal: Signer
    package let qr: Signer

    package init(leader: Signer, seal: Signer, qr: Signer) {
      self.leader = leader
      self.seal = seal
      self.qr = qr
    }
  }

  package init(
    profile: IssuerProfile, shelf: RuleShelf, signers: Signers, timestamp: TimestampSource?,
    trust: [ChainCertificate], baseURL: String, stamp: String?
  ) {
    self.profile = profile
    self.shelf = shelf
    self.signers = signers
    self.timestamp = timestamp
    self.trust = trust
    self.baseURL = baseURL
    self.stamp = stamp
  }

  /// The certificate before any signature, with its QR.
  package func render(
    _ statement: CertificateStatement, link: LinkToken, at now: Instant
  ) throws -> [UInt8] {
    let claims = QRClaims(of: statement, agency: profile.agency, link: link)
    let text = try QRToken.sign(claims, link: link, base: baseURL, signer: signers.qr)
    return try render(statement, qr: text, stamp: stamp, at: now)
  }

  /// The exact bytes that a step will sign. The same input gives the same bytes.
  package func prepare(
    _ pdf: [UInt8], for step: SigningStep, at now: Instant
  ) throws -> [UInt8] {
    let rules = try shelf.rules(of: profile.id, on: now.civilDate)
    return try Signature.prepare(
      pdf, field: step.rawValue, signerName: signerName(of: step),
      reason: reason(of: step), location: rules.names.place.vi, signedAt: now
    ).bytes
  }

  /// Signs prepared bytes. Signing them again after a crash gives the same document but for the
  /// signature's own container.
  package func sign(_ prepared: [UInt8], as step: SigningStep) async throws -> [UInt8] {
    try await PreparedSignature(resuming: prepared)
      .complete(with: signer(of: step), timestamp: timestamp)
  }

  /// Looks at a finished certificate as a stranger would. Returns `B-T` or `B-B`.
  package func examine(_ pdf: [UInt8]) async throws -> String {
    let report = await PDFVerification.examine(
      pdf, trust: trust, requiring: SigningStep.allCases.map(\.rawValue))
    guard report.isValid else {
      throw Fault("examining a new certificate", cause: "\(report.verdict)", retry: .never)
    }
    let isStamped = report.signatures.allSatisfy { $0.level == .baselineT }
    return isStamped ? "B-T" : "B-B"
  }

  private func signer(of step: SigningStep) -> Signer {
    switch step {
    case .leader: signers.leader
    case .seal: signers.seal
    }
  }

  /// The name in the signer's certificate: what is printed under the signature.
  func signerName(of step: SigningStep) -> String {
    signer(of: step).chain.first.map { CertificateName(subjectOf: $0.certificate).commonName }
      ?? ""
  }

  /// Read by PDF programs beside the signature, so in the document's own language.
  private func reason(of step: SigningStep) -> String {
    switch step {
    case .leader: "Ký Phiếu lý lịch tư pháp"
    case .seal: "Đóng dấu cơ quan"
    }
  }
}
