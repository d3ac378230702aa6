import Foundation
import Neighbours
import Outside
import Testing
import Vocabulary

@Suite("The virus scanner")
struct ScannerTests {
  /// What Peers/clamd.py and the simulation know as infected.
  static let signature = "LYLICH-THU-NGHIEM-VI-RUT-7F3A9C"

  private func file(_ bytes: Data, in folder: URL) throws -> URL {
    let file = folder.appendingPathComponent(UUID().uuidString)
    try bytes.write(to: file)
    return file
  }

  @Test func `the real clamd finds our sign in any file, and nothing in others`() async throws {
    try await withProgram("/usr/bin/python3", { [try peer("clamd"), $0.path] }) { clamd in
      let line = try await clamd.firstLine().split(separator: " ").map(String.init)
      try #require(line.count == 2 && line[0] == "ready")
      let scanner = VirusScanner(at: try ScannerAddress("unix:\(line[1])"), timeoutSeconds: 60)
      let folder = try temporaryFolder()
      let large = Data(repeating: 0x20, count: 10_000_000)
      #expect(try await scanner.scan(try file(Data("nothing".utf8), in: folder)) == .clean)
      #expect(try await scanner.scan(try file(large, in: folder)) == .clean)
      for around in [Data(), Data("%PDF-1.4\n".utf8), Data([0x89, 0x50, 0x4E, 0x47])] {
        let infected = around + Data(Self.signature.utf8) + around
        #expect(
          try await scanner.scan(try file(infected, in: folder))
            == .infected(threat: "Lylich.ThuNghiem.UNOFFICIAL"))
      }
      try FileManager.default.removeItem(at: folder)
    }
  }

  @Test func `the simulated one speaks the same, and its bad days are never a verdict`()
    async throws
  {
    try await withStreet { street in
      let address = try ScannerAddress("tcp:127.0.0.1:\(street.addresses.scannerPort)")
      let scanner = VirusScanner(at: address, timeoutSeconds: 2)
      let clean = try file(Data(repeating: 1, count: 300_000), in: street.folder)
      let infected = try file(Data("x\(Self.signature)y".utf8), in: street.folder)
      let control = street.addresses.scannerControl
      #expect(try await scanner.scan(clean) == .clean)
      #expect(try await scanner.scan(infected) == .infected(threat: "Lylich.ThuNghiem"))
      try await street.control(control, #"{"mode": "slow:0.2"}"#)
      #expect(try await scanner.scan(clean) == .clean)
      for mode in ["wrong", "error", "silent"] {
        try await street.control(control, #"{"mode": "\#(mode)"}"#)
        for file in [clean, infected] {
          await #expect(throws: Fault.self, "\(mode)") { try await scanner.scan(file) }
        }
      }
    }
  }

  @Test func `a scanner that is away is a fault to be tried again`() async throws {
    let folder = try temporaryFolder()
    let file = try file(Data("x".utf8), in: folder)
    for address in ["unix:\(folder.path)/none.ctl", "tcp:127.0.0.1:1"] {
      let scanner = VirusScanner(at: try ScannerAddress(address))
      do {
        _ = try await scanner.scan(file)
        Issue.record("a verdict came from nowhere")
      } catch {
        #expect(error.retry == .later)
      }
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test(arguments: ["", "clamd", "unix:relative.ctl", "tcp:127.0.0.1", "tcp:127.0.0.1:99999"])
  func `an address that is none is refused`(text: String) {
    #expect(throws: ScannerAddress.Malformed.notAnAddress) { try ScannerAddress(text) }
  }

  @Test func `papers do not travel in the clear beyond this machine`() {
    #expect(throws: ScannerAddress.Malformed.plainBeyondLoopback) {
      try ScannerAddress("tcp:scanner.example:3310")
    }
  }
}
