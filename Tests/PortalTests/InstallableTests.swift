import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Portal

@Suite("What a phone installs")
struct InstallableTests {
  @Test func `the manifest names files that are there`() async throws {
    try await Runner().run { visitor in
      let answer = try await visitor.get("/manifest.webmanifest?lang=vi")
      #expect(answer.headers[.contentType]?.hasPrefix("application/manifest+json") == true)
      let manifest = try JSONSerialization.jsonObject(with: Data(answer.html.utf8))
      let members = try #require(manifest as? [String: Any])
      #expect(members["name"] as? String == "Lý lịch tư pháp")
      #expect(members["display"] as? String == "standalone")
      for icon in try #require(members["icons"] as? [[String: String]]) {
        let file = try await visitor.get(icon["src"] ?? "")
        #expect(file.status == .ok && file.headers[.contentType] == "image/png")
      }
    }
  }

  @Test func `the worker keeps the offline page and the look, and nothing of a person`()
    async throws
  {
    try await Runner().run { visitor in
      let worker = try await visitor.get("/worker.js")
      #expect(worker.headers[.contentType]?.hasPrefix("text/javascript") == true)
      #expect(worker.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
      let kept = try #require(worker.html.firstMatch(of: #/const kept = (\[.*\]);/#))
      let list = try JSONDecoder().decode([String].self, from: Data(kept.1.utf8))
      #expect(list.first == "/offline")
      #expect(list.dropFirst().allSatisfy { $0.hasPrefix("/static/") } && list.count == 4)
      for address in list { #expect(try await visitor.get(address).status == .ok) }
      // The one place where the worker stores is the loop over that list, without cookies.
      #expect(worker.html.components(separatedBy: "cache.put(").count == 2)
      #expect(worker.html.contains("credentials: \"omit\""))
    }
  }

  @Test func `the offline page says it in both languages`() async throws {
    try await Runner().run { visitor in
      let page = try await visitor.get("/offline").html
      #expect(page.contains("Không có kết nối mạng") && page.contains("You are offline"))
    }
  }

  @Test func `the language switch leads to the very same page`() async throws {
    try await Runner().run { visitor in
      let year = try await visitor.get("/calendar?year=2027&lang=vi").html
      #expect(year.contains("href=\"/calendar?year=2027&amp;lang=en\""))
      #expect(try await visitor.get("/nowhere").html.contains("href=\"/nowhere?lang=en\""))
      try await visitor.signInAsCitizen()
      let page = "http://127.0.0.1:8080/drafts/\(Sample.draftID)"
      let refused = try await visitor.post(
        "/drafts/\(Sample.draftID)", [("csrf", "no")], headers: [.referer: page])
      #expect(refused.status == .forbidden)
      #expect(refused.html.contains("href=\"/drafts/\(Sample.draftID)?lang=en\""))
      let elsewhere = try await visitor.post(
        "/drafts/\(Sample.draftID)", [("csrf", "no")], headers: [.referer: "https://evil.example/x"]
      )
      #expect(elsewhere.html.contains("href=\"/?lang=en\"") && !elsewhere.html.contains("evil"))
    }
  }
}
