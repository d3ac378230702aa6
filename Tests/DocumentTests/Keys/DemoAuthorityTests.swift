import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("A demo's keys")
struct DemoAuthorityTests {
  @Test func `OpenSSL follows every certificate to the root`() throws {
    let bench = try SigningBench()
    let root = bench.authority.rootPath
    for purpose in DemoAuthority.Purpose.allCases {
      let path = bench.authority.chainPath(purpose, of: SigningBench.agency.id)
      try Tool.run("openssl", "verify", "-x509_strict", "-CAfile", root, path).succeeded()
    }
    try Tool.run(
      "openssl", "verify", "-x509_strict", "-purpose", "timestampsign", "-CAfile", root,
      bench.authority.timestampChainPath
    ).succeeded()
  }

  @Test func `private keys are readable by their owner alone`() throws {
    let bench = try SigningBench()
    let authority = bench.authority
    var paths = DemoAuthority.Purpose.allCases.map {
      authority.keyPath($0, of: SigningBench.agency.id)
    }
    paths += [authority.timestampKeyPath, authority.folder + "/root.key.pem"]
    for path in paths {
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      #expect(facts[.posixPermissions] as? Int == 0o600)
      #expect(try KeyFile.secret(at: path).hasPrefix("-----BEGIN PRIVATE KEY-----"))
    }
  }

  @Test func `keys that exist are never made again`() throws {
    let bench = try SigningBench()
    let fault = #expect(throws: Fault.self) {
      try DemoAuthority.create(in: bench.authority.folder, agencies: [], at: bench.now)
    }
    #expect(fault?.cause.contains("keys are kept") == true)
  }

  @Test func `half of a folder left by a crash is made anew`() throws {
    let bench = try SigningBench()
    let folder = bench.path("later")
    try FileManager.default.createDirectory(
      atPath: folder + ".new/stp-mau", withIntermediateDirectories: true)
    let made = try DemoAuthority.create(
      in: folder, agencies: [SigningBench.agency], at: bench.now)
    _ = try made.signer(.leader, of: SigningBench.agency.id)
    #expect(!FileManager.default.fileExists(atPath: folder + ".new"))
  }

  @Test func `a demo takes demo keys alone, and a real server refuses them`() throws {
    let bench = try SigningBench()
    let demo = try bench.signer(.seal).origin
    #expect(demo == .demo)
    try KeyOrigin.demo.accept(demo, for: "the seal")
    #expect(throws: Fault.self) { try KeyOrigin.production.accept(demo, for: "the seal") }
    #expect(throws: Fault.self) { try KeyOrigin.demo.accept(.production, for: "the seal") }
    try KeyOrigin.production.accept(.production, for: "the seal")
  }

  @Test func `a certificate without the mark is a real one`() throws {
    let bench = try SigningBench()
    try Tool.run(
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", bench.path("k.pem"),
      "-subj", "/O=So Tu phap/CN=Con dau", "-days", "2", "-out", bench.path("c.pem")
    ).succeeded()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: bench.path("k.pem"))
    let signer = try Signer.file(key: bench.path("k.pem"), chain: bench.path("c.pem"))
    #expect(signer.origin == .production)
  }
}

@Suite("Keys in files")
struct SignerTests {
  @Test func `a key that others may read is refused, with the way out`() throws {
    let bench = try SigningBench()
    let path = bench.authority.keyPath(.leader, of: SigningBench.agency.id)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let fault = #expect(throws: Fault.self) { try bench.signer(.leader) }
    #expect(fault?.cause.contains("chmod 600") == true)
  }

  @Test func `a key and another's certificate do not go together`() throws {
    let bench = try SigningBench()
    let agency = SigningBench.agency.id
    let authority = bench.authority
    let fault = #expect(throws: Fault.self) {
      try Signer.file(
        key: authority.keyPath(.leader, of: agency), chain: authority.chainPath(.seal, of: agency))
    }
    #expect(fault?.cause.contains("not the key of the certificate") == true)
  }

  @Test func `RSA of 1024 bits is refused`() throws {
    let bench = try SigningBench()
    #expect(throws: Fault.self) { try bench.rsaSigner(bits: 1024) }
  }

  @Test func `missing files and nonsense are refused by name`() throws {
    let bench = try SigningBench()
    let chain = bench.authority.chainPath(.leader, of: SigningBench.agency.id)
    let missing = #expect(throws: Fault.self) {
      try Signer.file(key: "/no/such.pem", chain: chain)
    }
    #expect(missing?.doing.contains("/no/such.pem") == true)
    let nonsense = try bench.write("no key", "nonsense.pem")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: nonsense)
    #expect(throws: Fault.self) { try Signer.file(key: nonsense, chain: chain) }
    #expect(throws: Fault.self) { try Signer.file(key: nonsense, chain: nonsense) }
  }
}
