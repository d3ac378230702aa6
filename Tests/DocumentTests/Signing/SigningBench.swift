import Foundation
import Vocabulary

@testable import Document

/// A folder of its own for one test, with keys, an RSA pair and the other programs' tools.
final class SigningBench: Sendable {
  let folder: String
  let authority: DemoAuthority
  /// The real time, to the second: OpenSSL's certificates and timestamps carry it too.
  let now = Instant(milliseconds: Int64(Date.now.timeIntervalSince1970) * 1000)

  static let agency = DemoAgency(
    id: requiredAgency("stp-mau"), name: "Sở Tư pháp tỉnh Mẫu", leaderName: "Nguyễn Thị Mẫu",
    leaderTitle: "Giám đốc")

  init() throws {
    var template = Array(
      (FileManager.default.temporaryDirectory.path + "/lylich-signing-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw ToolMissing("a temporary folder") }
    folder = String(cString: made)
    authority = try DemoAuthority.create(
      in: folder + "/keys", agencies: [SigningBench.agency], at: now)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      FileHandle.standardError.write(Data("could not remove \(folder)\n".utf8))
    }
  }

  var trust: [ChainCertificate] {
    get throws { try authority.trust() }
  }

  func signer(_ purpose: DemoAuthority.Purpose) throws -> Signer {
    try authority.signer(purpose, of: SigningBench.agency.id)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func write(_ text: String, _ name: String) throws -> String { try write(Array(text.utf8), name) }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Leader, then seal: the document as it is issued.
  func issued(timestamp: TimestampSource? = nil) async throws -> [UInt8] {
    let first = try await signed(TestPDF.bytes, "leader", .leader, timestamp)
    return try await signed(first, "seal", .seal, timestamp)
  }

  func signed(
    _ pdf: [UInt8], _ field: String, _ purpose: DemoAuthority.Purpose,
    _ timestamp: TimestampSource? = nil
  ) async throws -> [UInt8] {
    try await signed(pdf, field, try signer(purpose), timestamp)
  }

  func signed(
    _ pdf: [UInt8], _ field: String, _ signer: Signer, _ timestamp: TimestampSource? = nil
  ) async throws -> [UInt8] {
    let prepared = try Signature.prepare(
      pdf, field: field, signerName: "Nguyễn Thị Mẫu", reason: "Cấp Phiếu lý lịch tư pháp",
      location: "Mẫu (Việt Nam)", signedAt: now)
    return try await prepared.complete(with: signer, timestamp: timestamp)
  }

  /// Debian's OpenSSL as a timestamp authority with the demo's key.
  func timestamps(nonce: UInt64 = 0xFEDC_BA98_7654_3210) throws -> TimestampSource {
    _ = try write(
      """
      [ tsa ]
      default_tsa = one
      [ one ]
      serial = \(path("serial"))
      default_policy = 1.2.3.4.1
      digests = sha256
      signer_digest = sha256
      accuracy = secs:1
      ess_cert_id_chain = no
      """, "ts.cnf")
    _ = try write("01", "serial")
    let paths = (
      query: path("query.tsq"), answer: path("answer.tsr"), settings: path("ts.cnf"),
      key: authority.timestampKeyPath, certificate: authority.timestampChainPath
    )
    return TimestampSource(trust: try trust, nonce: { nonce }) { request in
      try Data(request).write(to: URL(fileURLWithPath: paths.query))
      try Tool.run(
        "openssl", "ts", "-reply", "-config", paths.settings, "-queryfile", paths.query,
        "-inkey", paths.key, "-signer", paths.certificate, "-out", paths.answer
      ).succeeded()
      return Array(try Data(contentsOf: URL(fileURLWithPath: paths.answer)))
    }
  }

  /// A certificate of the demo's root for another key, made by OpenSSL.
  func certified(request: String, as name: String, days: Int = 30) throws -> String {
    let extensions = try write(
      "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n",
      "ext.cnf")
    try Tool.run(
      "openssl", "x509", "-req", "-in", request, "-CA", authority.rootPath, "-CAkey",
      authority.folder + "/root.key.pem", "-days", "\(days)", "-extfile", extensions,
      "-CAcreateserial", "-CAserial", path("ca.srl"), "-out", path(name)
    ).succeeded()
    return path(name)
  }

  /// A new RSA key in a file, with a certificate of the demo's root.
  func rsaSigner(bits: Int) throws -> Signer {
    let (key, chain) = try rsaFiles(bits: bits)
    return try Signer.file(key: key, chain: chain)
  }

  func rsaFiles(bits: Int) throws -> (key: String, chain: String) {
    let key = path("rsa\(bits).key.pem")
    try Tool.run(
      "openssl", "req", "-new", "-newkey", "rsa:\(bits)", "-nodes", "-keyout", key, "-subj",
      "/O=RSA (DEMO)/CN=RSA \(bits)", "-out", path("rsa.csr")
    ).succeeded()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
    return (key, try certified(request: path("rsa.csr"), as: "rsa\(bits).pem"))
  }
}

func requiredAgency(_ code: String) -> AgencyID {
  guard let agency = AgencyID(code) else { preconditionFailure("\(code) is no agency code") }
  return agency
}

/// A smallest PDF with a page, a font and some text, with a classic cross-reference table.
enum TestPDF {
  static let bytes = file(text: "Phieu ly lich tu phap - BAN MAU")

  static func file(text: String) -> [UInt8] {
    let content = "BT /F1 18 Tf 72 720 Td (\(text)) Tj ET"
    return assemble([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        + " /Resources << /Font << /F1 4 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Title (Mau) /Producer (test) >>",
    ])
  }

  static func assemble(_ objects: [String]) -> [UInt8] {
    // The second line tells programs that the file is binary (PDF/A-1 asks for it).
    var text = "%PDF-1.4\n%\u{E2}\u{E3}\u{CF}\u{D3}\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R"
    text += " /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\n"
    text += "startxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }
}
