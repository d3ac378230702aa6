import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

/// Whole answers, headers included, against files that were looked at. `RECORD=1` writes them
/// anew and fails the run, so that the difference is read like code.
@Suite("Golden answers")
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  static let paths: [(name: String, path: String)] = [
    ("front", "/"), ("sign-in", "/sign-in"), ("missing", "/nowhere"),
    ("certificate", "/v/\(Sample.token)"), ("accounts", "/demo/accounts.json"),
    ("notification", "/payments/vnpay/ipn?vnp_TxnRef=LL1"), ("health", "/health"),
  ]

  @Test(arguments: paths)
  func `an answer is what it was`(name: String, path: String) async throws {
    try await Runner().run { visitor in
      try Self.compare(name, request: "GET \(path)", try await visitor.get(path))
    }
  }

  @Test func `a citizen's case is what it was`() async throws {
    try await Runner(SampleDesk(state: .issued)).run { visitor in
      try await visitor.signInAsCitizen()
      let path = "/cases/\(Sample.caseID)"
      try Self.compare("case", request: "GET \(path)", try await visitor.get(path))
    }
  }

  @Test func `an officer's look at a candidate is what it was`() async throws {
    try await Runner(SampleDesk(state: .inAssessment)).run { visitor in
      try await visitor.signInAsOfficer()
      let path = "/office/cases/\(Sample.caseID)/person"
      try Self.compare("person", request: "GET \(path)", try await visitor.get(path))
    }
  }

  static func compare(_ name: String, request: String, _ response: TestResponse) throws {
    let file = folder.appending(path: "\(name).http")
    let headers = response.headers.map { "\($0.name): \($0.value)" }.sorted()
      .joined(separator: "\n")
    let whole = stable(
      "\(request)\n\n\(response.status.code)\n\(headers)\n\n\(response.html)")
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try whole.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).http: read the difference")
      return
    }
    #expect(whole == (try String(contentsOf: file, encoding: .utf8)))
  }

  /// Secrets, traces and content hashes differ by run or by release.
  private static func stable(_ text: String) -> String {
    text.replacing(#/lylich=[vs][a-z2-7]{32}/#, with: "lylich=SECRET")
      .replacing(#/name="csrf" value="[a-z0-9]+"/#, with: "name=\"csrf\" value=\"TOKEN\"")
      .replacing(#/class="code">[a-z2-7]{16}/#, with: "class=\"code\">TRACE")
      .replacing(#/\/static\/[a-z0-9]+\//#, with: "/static/HASH/")
  }
}
