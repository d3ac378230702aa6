import ArgumentParser
import AsyncHTTPClient
import Foundation
import Outside

struct Smoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Walk one application through a running demo, to a verified certificate.",
    discussion: """
      Acts as a citizen, three officers and a stranger over HTTP, with the accounts that the demo's
      front page lists. Leaves certificate.pdf, receipt.pdf, slip.pdf, qr.txt and trust.pem. Exit
      0 only if all of it verified.
      """)

  @Option(help: "Where the demo runs.")
  var url = "http://127.0.0.1:8080"

  @Option(help: "Where to leave the papers.")
  var out = "./smoke"

  func run() async throws {
    try await reporting {
      guard let base = URL(string: url), base.host != nil else {
        throw SmokeFailure("--url \(url) is not an address; for example http://127.0.0.1:8080")
      }
      let client = Line.makeClient()
      let start = Date()
      let run = SmokeRun(
        base: base, out: URL(fileURLWithPath: out, isDirectory: true), client: client)
      do {
        try await run.run()
      } catch {
        try await client.shutdown()
        throw error
      }
      try await client.shutdown()
      let tenths = Int(Date().timeIntervalSince(start) * 10)
      say("All of it verified, in \(tenths / 10).\(tenths % 10) s. Papers: \(out)")
    }
  }
}
