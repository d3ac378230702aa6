import Foundation
import Neighbours
import Outside
import Testing

/// The whole way of a timestamp, asked for and checked by openssl.
@Suite("Timestamps: the simulated authority")
struct TimestampTests {
  /// A root, an authority's key and certificate, a text and a request for it.
  static let prepare = #"""
    set -e; cd "$1"
    printf 'extendedKeyUsage=critical,timeStamping\n' > ext
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
      -subj '/CN=root' -keyout root.key -out root.pem
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=tsa' \
      -keyout tsa.key -out tsa.csr
    openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 \
      -extfile ext -out tsa.pem
    cat tsa.pem root.pem > chain.pem
    echo 'một văn bản' > text
    openssl ts -query -data text -sha256 -cert -out request.tsq
    """#

  static let verify = #"""
    cd "$1" && openssl ts -verify -data text -in reply.tsr -CAfile root.pem
    """#

  func shell(_ script: String, in folder: URL) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script, "bash", folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    _ = try await eventually("the end of openssl") { process.isRunning ? nil : true }
    return process.terminationStatus
  }

  @Test func `openssl accepts the token, and rejects it when the neighbour lies`() async throws {
    let folder = try temporaryFolder()
    try #require(await shell(Self.prepare, in: folder) == 0, "openssl could not prepare")
    try await withStreet {
      $0.timestampKey = folder.appendingPathComponent("tsa.key").path
      $0.timestampChain = folder.appendingPathComponent("chain.pem").path
      $0.clock = realNow
    } body: { street in
      let client = TimestampClient(
        endpoint: try Endpoint(street.addresses.timestamp), line: street.line)
      let request = try Data(contentsOf: folder.appendingPathComponent("request.tsq"))
      let reply = folder.appendingPathComponent("reply.tsr")
      try await client.answer(to: request).write(to: reply)
      let accepted = try await shell(Self.verify, in: folder)
      #expect(accepted == 0)
      try await street.control(street.addresses.timestamp, #"{"mode":"wrong"}"#)
      try await client.answer(to: request).write(to: reply)
      let spoilt = try await shell(Self.verify, in: folder)
      #expect(spoilt != 0)
    }
    try FileManager.default.removeItem(at: folder)
  }
}
