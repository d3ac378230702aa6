@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("Pages of the accountant and of the till")
struct MoneyPageTests {
  private static func accountant(refusal: (any Error)? = nil) -> SampleDesk {
    SampleDesk(refusal: refusal, officer: Sample.accountant)
  }

  @Test func `every difference is named, as text, and an open one can be settled`() async throws {
    try await Runner(Self.accountant()).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office/money?day=2026-11-21")
      #expect(page.status == .ok)
      for kind in SettlementDifference.allCases {
        #expect(page.html.contains("data-difference=\"\(kind.rawValue)\""))
      }
      #expect(page.html.contains("LL&lt;b&gt;1&lt;/b&gt;"))
      #expect(!page.html.contains("Nguyễn Thị Mẫu"), "nothing of an applicant")
    }
  }

  @Test func `a reason that comes too late is given back, to its own difference or by itself`()
    async throws
  {
    try await Runner(Self.accountant(refusal: Refused.stale)).run { visitor in
      try await visitor.signInAsOfficer()
      let kind = SettlementDifference.allCases[1].rawValue
      for (reference, isLost) in [("LL<b>1</b>", false), ("LL9", true)] {
        let page = try await visitor.post(
          "/office/money/differences",
          [
            ("day", "2026-11-21"), ("number", "4"), ("digest", String(repeating: "b", count: 64)),
            ("kind", kind), ("flow", "payment"), ("reference", reference),
            ("reason", "Ngân hàng <chậm>"),
          ], from: "/office/money?day=2026-11-21")
        #expect(page.status == .conflict)
        let pieces = page.html.components(separatedBy: "Ngân hàng &lt;chậm&gt;")
        #expect(pieces.count == 2, "once")
        #expect(page.html.contains("id=\"lost-reason\"") == isLost)
        let own = try #require(pieces[0].components(separatedBy: "data-difference=").last)
        #expect(own.hasPrefix("\"\(kind)\"") != isLost)
      }
      let page = try await visitor.get("/office/money?day=2026-11-21")
      let digest = String(repeating: "a", count: 64)
      #expect(page.html.contains("name=\"digest\" value=\"\(digest)\""))
    }
  }

  @Test func `a day that lacks its settlement is named, with what came of the last try`()
    async throws
  {
    try await Runner(Self.accountant()).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office/money?day=2026-11-21")
      for name in SettlementFailure.allCases.map(\.rawValue) + ["untried"] {
        #expect(page.html.contains("data-lacking=\"\(name)\""))
      }
      #expect(page.html.contains("href=\"/office/money?day=2026-11-12\""))
      #expect(page.html.contains("data-latest"))
    }
  }

  @Test func `a file that cannot be believed changes nothing and says so`() async throws {
    try await Runner(Self.accountant(refusal: Refused.settlementUnusable)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.post(
        "/office/money/settlement", [("day", "2026-11-21")], from: "/office/money")
      #expect(page.status == .unprocessableContent)
    }
  }

  @Test func `the table is text for a spreadsheet, and only an accountant's`() async throws {
    try await Runner(Self.accountant()).run { visitor in
      try await visitor.signInAsOfficer()
      let table = try await visitor.get("/office/money/table.csv?from=2026-11-21&to=2026-11-21")
      #expect(table.html == "\u{FEFF}\"'@SUM(A1)\",\"200000\"\r\n")
    }
    try await Runner(SampleDesk()).run { visitor in
      try await visitor.signInAsOfficer()
      let table = try await visitor.get("/office/money/table.csv?from=2026-11-21&to=2026-11-21")
      #expect(table.status == .forbidden)
      #expect(try await visitor.get("/office/money").status == .forbidden)
    }
  }

  @Test func `a number that is no case's is said on the till's page`() async throws {
    try await Runner(SampleDesk()).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.post(
        "/office/till", [("number", "none"), ("channel", "counter")], from: "/office/till")
      #expect(page.html.contains("value=\"none\""))
      let wrong = try await visitor.post(
        "/office/till/closing",
        [("day", "2026-11-21"), ("channel", "counter"), ("counted", "=1+1")],
        from: "/office/till")
      #expect(wrong.status == .unprocessableContent)
    }
  }
}
