import Desk
import Vocabulary
import Words

/// What an examined file is, in words.
struct VerifiedPage: Page {
  static let template = "verified"
  let chrome: Chrome
  let verdict: Notice
  let registered: [SummaryRow]
  let isRegistered: Bool
  let revoked: Notice?
  let signatures: [SignatureRow]
  let digest: String

  init(_ file: ExaminedFile, in visit: Visit) {
    let words = visit.words
    self.chrome = visit.chrome(words["verified.title"], path: "/verify")
    let member = VerifiedPage.member(file)
    self.verdict = Notice(
      member == "issued" ? .good : file.verdict == .valid ? .attention : .bad,
      title: words["verdict.\(member)", "title"], text: words["verdict.\(member)", "text"])
    self.registered = file.registered.map { certificateRows($0, in: visit) } ?? []
    self.isRegistered = file.registered != nil
    self.revoked = file.registered.flatMap {
      $0.state == .revoked ? revokedNotice($0, in: visit) : nil
    }
    self.signatures = file.signatures.map { SignatureRow($0, in: visit) }
    self.digest = file.digest
  }

  private static func member(_ file: ExaminedFile) -> String {
    guard file.verdict == .valid else { return file.verdict.rawValue }
    return file.registered == nil ? "foreign" : "issued"
  }
}

/// One signature of an examined file.
struct SignatureRow: Sendable {
  let signer: String
  let standing: Tag
  let rows: [SummaryRow]

  init(_ signed: ExaminedFile.Signed, in visit: Visit) {
    let words = visit.words
    self.signer = signed.signer
    self.standing = Tag(
      words["signature", signed.standing.rawValue], signed.standing == .right ? .good : .bad)
    self.rows = [
      SummaryRow(label: words["verified.issuer"], value: signed.issuer),
      SummaryRow(
        label: words["verified.at"], value: signed.at?.vietnamese ?? words["verified.noTime"]),
      SummaryRow(
        label: words["verified.timestamp"],
        value: signed.timestampAuthority ?? words["verified.noTimestamp"]),
      SummaryRow(
        label: words["verified.coverage"], value: words["coverage", signed.coverage.rawValue]),
    ]
  }
}

/// What anyone may know of a certificate, as a list.
func certificateRows(_ certificate: PublicCertificate, in visit: Visit) -> [SummaryRow] {
  let words = visit.words
  return [
    SummaryRow(label: words["certificate.number"], value: certificate.number),
    SummaryRow(
      label: words["certificate.kind"], value: words["kind", certificate.kind.rawValue]),
    SummaryRow(label: words["certificate.issuedOn"], value: certificate.issuedOn.vietnamese),
    SummaryRow(label: words["certificate.agency"], value: certificate.agencyName),
    SummaryRow(label: words["certificate.maskedName"], value: certificate.maskedName),
  ]
    + (certificate.revokedOn.map {
      [SummaryRow(label: words["certificate.revokedOn"], value: $0.vietnamese)]
    } ?? [])
    + (certificate.replacedBy.map {
      [SummaryRow(label: words["certificate.replacedBy"], value: $0)]
    } ?? [])
}

func revokedNotice(_ certificate: PublicCertificate, in visit: Visit) -> Notice {
  guard let successor = certificate.replacedBy else {
    return Notice(
      .bad, title: visit.words["certificate.revoked.title"],
      text: visit.words["certificate.revoked.text"])
  }
  return Notice(
    .bad, title: visit.words["certificate.replaced.title"],
    text: "\(visit.words["certificate.replaced.text"]) \(successor).")
}

extension VerifiedPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "verdict": verdict
    case "registered": registered
    case "isRegistered": isRegistered
    case "revoked": revoked
    case "signatures": signatures
    case "digest": digest
    default: nil
    }
  }
}

extension SignatureRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "signer": signer
    case "standing": standing
    case "rows": rows
    default: nil
    }
  }
}
