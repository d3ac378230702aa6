import Foundation
import Testing
import Vocabulary

@testable import Document

/// SoftHSM2 has one configuration a process, so these tests share one token, made once.
struct SoftToken: Sendable {
  let bench: SigningBench
  static let module = "/usr/lib/softhsm/libsofthsm2.so"
  static let pin = "12345678"

  /// Kept for the whole run: the module reads its folder as long as the process lives.
  static let shared = Result { try SoftToken() }

  init() throws {
    bench = try SigningBench()
    guard FileManager.default.fileExists(atPath: SoftToken.module) else {
      throw ToolMissing("\(SoftToken.module); type scripts/install-test-deps")
    }
    try FileManager.default.createDirectory(
      atPath: bench.path("tokens"), withIntermediateDirectories: true)
    let settings = try bench.write(
      "directories.tokendir = \(bench.path("tokens"))\nobjectstore.backend = file\n",
      "softhsm2.conf")
    setenv("SOFTHSM2_CONF", settings, 1)
    try Tool.run(
      "softhsm2-util", "--init-token", "--free", "--label", "lylich-test", "--so-pin", "87654321",
      "--pin", SoftToken.pin
    ).succeeded()
    try importKey(bench.authority.keyPath(.seal, of: SigningBench.agency.id), "seal", id: "01")
    let rsa = try bench.rsaFiles(bits: 2048)
    try importKey(rsa.key, "rsa", id: "02")
    _ = try secret(SoftToken.pin, "pin")
    try generateEC()
  }

  private func importKey(_ path: String, _ label: String, id: String) throws {
    try Tool.run(
      "softhsm2-util", "--import", path, "--token", "lylich-test", "--label", label, "--id", id,
      "--pin", SoftToken.pin
    ).succeeded()
  }

  /// A key that was born in the token and cannot leave it.
  private func generateEC() throws {
    try Tool.run(
      "pkcs11-tool", "--module", SoftToken.module, "--token-label", "lylich-test", "--login",
      "--pin", SoftToken.pin, "--keypairgen", "--key-type", "EC:prime256v1", "--label", "born",
      "--id", "03"
    ).succeeded()
  }

  func secret(_ text: String, _ name: String) throws -> String {
    let path = try bench.write(text + "\n", name)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return path
  }

  func signer(_ key: String, chain: String, pin: String = "pin") throws(Fault) -> Signer {
    try Signer.pkcs11(
      module: SoftToken.module, token: "lylich-test", key: key, pin: bench.path(pin), chain: chain)
  }

  var sealChain: String {
    bench.authority.chainPath(.seal, of: SigningBench.agency.id)
  }
}

@Suite("Keys in a hardware token (SoftHSM2)", .serialized)
struct HardwareKeyTests {
  @Test func `an EC key in the token seals a document that all accept`() async throws {
    let token = try SoftToken.shared.get()
    let signer = try token.signer("seal", chain: token.sealChain)
    #expect(signer.algorithm == .ecdsaP256)
    let bench = token.bench
    let first = try await bench.signed(TestPDF.bytes, "leader", .leader, try bench.timestamps())
    let pdf = try await bench.signed(first, "seal", signer, try bench.timestamps())
    try await Judges(bench: bench).allAccept(pdf, signatures: 2)
  }

  @Test func `an RSA key in the token signs a document that all accept`() async throws {
    let token = try SoftToken.shared.get()
    let signer = try token.signer("rsa", chain: token.bench.path("rsa2048.pem"))
    #expect(signer.algorithm == .rsaPKCS1)
    let bench = token.bench
    let pdf = try await bench.signed(TestPDF.bytes, "leader", signer, try bench.timestamps())
    try await Judges(bench: bench).allAccept(pdf, signatures: 1)
  }

  @Test func `a key is used from many tasks at once`() async throws {
    let token = try SoftToken.shared.get()
    let signer = try token.signer("seal", chain: token.sealChain)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask { _ = try signer.sign([UInt8(number)]) }
      }
      try await group.waitForAll()
    }
  }

  @Test func `another key than the certificate's is found when it is opened`() throws {
    let token = try SoftToken.shared.get()
    let fault = #expect(throws: Fault.self) { try token.signer("born", chain: token.sealChain) }
    #expect(fault?.cause.contains("does not fit the certificate") == true)
  }

  @Test func `a missing key, token or module is named`() throws {
    let token = try SoftToken.shared.get()
    let key = #expect(throws: Fault.self) { try token.signer("none", chain: token.sealChain) }
    #expect(key?.description.contains("key none") == true)
    let pin = token.bench.path("pin")
    let chain = token.sealChain
    let other = #expect(throws: Fault.self) {
      try Signer.pkcs11(
        module: SoftToken.module, token: "elsewhere", key: "seal", pin: pin, chain: chain)
    }
    #expect(other?.description.contains("token elsewhere") == true)
    let module = #expect(throws: Fault.self) {
      try Signer.pkcs11(
        module: "/no/such.so", token: "lylich-test", key: "seal", pin: pin, chain: chain)
    }
    #expect(module?.description.contains("/no/such.so") == true)
  }

  @Test func `a PIN that others may read is refused before the token is touched`() throws {
    let token = try SoftToken.shared.get()
    let path = try token.secret(SoftToken.pin, "open-pin")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let fault = #expect(throws: Fault.self) {
      try token.signer("seal", chain: token.sealChain, pin: "open-pin")
    }
    #expect(fault?.cause.contains("chmod 600") == true)
  }
}
