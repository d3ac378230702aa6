import Foundation
import Testing
import Vocabulary

@testable import Document

/// What other programs say of our signatures.
struct Judges {
  let bench: SigningBench

  /// pyHanko's verdict with the demo's root alone trusted: its whole text.
  func pyhanko(_ pdf: [UInt8]) throws -> Tool {
    try Tool.pyhanko(
      "sign", "validate", "--trust-replace", "--trust", bench.authority.rootPath,
      "--no-revocation-check", "--pretty-print", try bench.write(pdf, "judged.pdf"))
  }

  /// pdfsig's verdict with an NSS database that trusts the demo's root.
  func pdfsig(_ pdf: [UInt8]) throws -> String {
    let database = bench.path("nss")
    if !FileManager.default.fileExists(atPath: database) {
      try FileManager.default.createDirectory(
        atPath: database, withIntermediateDirectories: true)
      try Tool.run("certutil", "-N", "-d", "sql:" + database, "--empty-password").succeeded()
      try Tool.run(
        "certutil", "-A", "-d", "sql:" + database, "-n", "root", "-t", "CT,C,C", "-i",
        bench.authority.rootPath
      ).succeeded()
    }
    return try Tool.run(
      "pdfsig", "-nssdir", "sql:" + database, try bench.write(pdf, "judged.pdf")
    ).succeeded()
  }

  func allAccept(_ pdf: [UInt8], signatures: Int) async throws {
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    #expect(report.verdict == .valid, "\(report.signatures.map(\.doubts))")
    #expect(report.signatures.count == signatures)
    let pyhanko = try pyhanko(pdf)
    #expect(pyhanko.status == 0, "\(pyhanko.output)")
    let valid = pyhanko.output.components(separatedBy: "The signature is judged VALID").count - 1
    #expect(valid == signatures, "\(pyhanko.output)")
    let pdfsig = try pdfsig(pdf)
    let right = pdfsig.components(separatedBy: "Signature is Valid.").count - 1
    #expect(right == signatures, "\(pdfsig)")
    let trusted = pdfsig.components(separatedBy: "Certificate is Trusted.").count - 1
    #expect(trusted == signatures, "\(pdfsig)")
  }
}

@Suite("PAdES signatures, as other programs see them")
struct PAdESTests {
  @Test func `B-B with a P-256 key file is accepted by pyHanko and pdfsig`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .leader)
    try await Judges(bench: bench).allAccept(pdf, signatures: 1)
  }

  @Test func `leader, then seal, both B-T, are accepted, and the first stays valid`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.issued(timestamp: try bench.timestamps())
    try await Judges(bench: bench).allAccept(pdf, signatures: 2)
    let report = await PDFVerification.examine(
      pdf, trust: try bench.trust, requiring: ["leader", "seal"])
    #expect(report.signatures.map(\.field) == ["leader", "seal"])
    #expect(report.signatures.map(\.level) == [.baselineT, .baselineT])
    #expect(report.signatures[0].signer?.commonName == "Nguyễn Thị Mẫu")
    #expect(report.signatures[0].signer?.title == "Giám đốc")
    #expect(report.signatures[1].signer?.organization == "Sở Tư pháp tỉnh Mẫu (DEMO)")
    #expect(report.signatures[1].coverage == .wholeFile)
    #expect(report.signatures[0].claimedAt == bench.now)
    #expect(report.signatures[0].origin == .demo)
  }

  @Test(arguments: [2048, 3072])
  func `an RSA key file is accepted, with a timestamp too`(bits: Int) async throws {
    let bench = try SigningBench()
    let signer = try bench.rsaSigner(bits: bits)
    let pdf = try await bench.signed(TestPDF.bytes, "leader", signer, try bench.timestamps())
    try await Judges(bench: bench).allAccept(pdf, signatures: 1)
  }

  @Test func `pyHanko calls both signatures of the issued document PAdES B-T`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.issued(timestamp: try bench.timestamps())
    let output = try Judges(bench: bench).pyhanko(pdf).output
    #expect(output.components(separatedBy: "timestamp token").count > 2, "\(output)")
  }

  @Test func `a certificate outside the trust is refused by all three`() async throws {
    let bench = try SigningBench()
    let other = try SigningBench()
    let pdf = try await other.signed(TestPDF.bytes, "leader", .leader)
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    #expect(report.signatures.first?.doubts == [.signer(.untrusted)])
    #expect(try Judges(bench: bench).pyhanko(pdf).status != 0)
    #expect(!(try Judges(bench: bench).pdfsig(pdf)).contains("Certificate is Trusted"))
  }
}
