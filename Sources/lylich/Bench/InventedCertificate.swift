import Desk
import Document
import Foundation
import Issuance
import Law
import Records
import Vocabulary

/// What the measurement issues: one invented person with one conviction.
enum InventedCertificate {
  static func statement(_ number: Int, issuedOn day: CivilDate) -> CertificateStatement {
    CertificateStatement(
      kind: .number1, number: "\(number)/STP-LLTP", issuedOn: day,
      identity: CertificateStatement.Identity(
        name: "NGUYỄN THỊ MẪU", sex: .female, birthDate: .day(CivilDate(1990, 9, 2)),
        birthPlace: "Phường Cái Khế, quận Ninh Kiều, thành phố Cần Thơ", nationality: "Việt Nam",
        ethnicity: "Kinh", paperKind: PaperKind.nationalID.rawValue, paperNumber: "092190000000",
        paperIssuedOn: CivilDate(2021, 5, 4), paperIssuedBy: "Cục Cảnh sát QLHC về TTXH",
        permanentResidence: "Số 1 đường Mẫu, phường An Cư, quận Ninh Kiều, thành phố Cần Thơ",
        temporaryResidence: ""),
      family: nil,
      criminalRecord: .judgments([
        Judgment(
          number: "1/2019/HS-ST", pronouncedOn: CivilDate(2019, 3, 12),
          court: "Tòa án nhân dân quận Ninh Kiều", offence: "Trộm cắp tài sản",
          provision: "Điều 173 khoản 1 Bộ luật Hình sự 2015", principalPenalty: "18 tháng tù",
          supplementaryPenalty: "Không", civilObligations: "Bồi thường 12.000.000 đồng",
          courtFees: "200.000 đồng", execution: "Đã chấp hành xong", clearance: .notCleared)
      ]),
      ban: .leftOut)
  }
}

/// The kinds of key that an agency may sign with.
enum KeyKind: String, CaseIterable {
  case p256
  case rsa2048
  case rsa3072

  var name: String {
    switch self {
    case .p256: "P-256"
    case .rsa2048: "RSA-2048"
    case .rsa3072: "RSA-3072"
    }
  }
}

/// The program's own press, with keys made for the measurement. It asks no timestamp server, as
/// the peer asks none.
enum InventedPress {
  static let profile = "stp-cantho-2023"

  static func make(signingWith kind: KeyKind, in folder: URL) throws -> Press {
    guard let profile = try Profiles.named(profile) else {
      throw Fault("preparing the measurement", cause: "there is no profile \(profile)")
    }
    let agency = DemoAgency(
      id: profile.agency, name: "Sở Tư pháp Mẫu", leaderName: "Trần Văn Mẫu",
      leaderTitle: "Giám đốc")
    let authority = try DemoAuthority.create(
      in: folder.appending(path: kind.rawValue).path, agencies: [agency], at: Instant.now)
    let (leader, seal) = try signers(kind, agency.id, authority)
    return Press(
      profile: profile, shelf: RuleShelf(book: try LawBook.bundled()),
      signers: Press.Signers(
        leader: leader, seal: seal, qr: try authority.signer(.qr, of: agency.id)),
      timestamp: nil, trust: try authority.trust() + [leader.chain[0], seal.chain[0]],
      baseURL: "https://lltp.example", stamp: nil)
  }

  private static func signers(
    _ kind: KeyKind, _ agency: AgencyID, _ authority: DemoAuthority
  ) throws(Fault) -> (leader: Signer, seal: Signer) {
    switch kind {
    case .p256:
      (try authority.signer(.leader, of: agency), try authority.signer(.seal, of: agency))
    case .rsa2048: try (rsa(2048, "leader", authority), rsa(2048, "seal", authority))
    case .rsa3072: try (rsa(3072, "leader", authority), rsa(3072, "seal", authority))
    }
  }

  /// Debian's OpenSSL makes the key and a certificate of its own, as the peer does.
  private static func rsa(
    _ bits: Int, _ name: String, _ authority: DemoAuthority
  ) throws(Fault) -> Signer {
    let key = "\(authority.folder)/\(name).rsa.key.pem"
    let chain = "\(authority.folder)/\(name).rsa.pem"
    _ = try Tool.output(
      of: "openssl",
      [
        "req", "-x509", "-newkey", "rsa:\(bits)", "-nodes", "-keyout", key, "-out", chain,
        "-days", "2", "-subj", "/O=Measurement (DEMO)/CN=\(name)", "-addext",
        "keyUsage=critical,digitalSignature,nonRepudiation",
      ], complaints: .dropped)
    guard chmod(key, 0o600) == 0 else {
      throw Fault("closing the key \(key)", cause: String(cString: strerror(errno)))
    }
    return try Signer.file(key: key, chain: chain)
  }
}
