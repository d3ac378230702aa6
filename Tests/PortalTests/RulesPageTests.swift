@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("The pages of rules and of the calendar")
struct RulesPageTests {
  static let proposal = "/office/rules/proposals/\(SampleDesk.proposalID)"
  static let change = "/office/rules/tables/feeGroups/change"

  private func asAdministrator(
    _ desk: SampleDesk = SampleDesk(officer: Sample.administrator),
    _ act: @escaping @Sendable (Visitor) async throws -> Void
  ) async throws {
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      try await act(visitor)
    }
  }

  @Test func `an assessor is told that the role is missing, on every page of rules`() async throws {
    let runner = try Runner()
    let routes = runner.portal.ruleRoutes.filter { $0.method == .get }
    #expect(routes.count >= 6)
    try await runner.run { visitor in
      try await visitor.signInAsOfficer()
      for route in routes {
        let path = DoorTests.path(of: route).replacing(":table", with: "feeGroups")
        let page = try await visitor.get(path)
        #expect(page.status == .forbidden, "\(path)")
      }
    }
  }

  @Test func `an administrator reads tables, rows, proposals and history`() async throws {
    try await asAdministrator { visitor in
      for path in [
        "/office/rules", "/office/rules/history", "/office/rules/import", Self.proposal,
        "\(Self.change)?act=add", "\(Self.change)?act=end&row=standard@2025-07-01",
      ] {
        let page = try await visitor.get(path)
        #expect(page.status == .ok, "\(path)")
      }
      for table in ["feeGroups", "limits", "swaps", "names", "saturdays", "purposes"] {
        let page = try await visitor.get("/office/rules/tables/\(table)")
        #expect(page.status == .ok && !page.html.contains("[["), "\(table)")
      }
    }
  }

  @Test func `what no table, row or proposal bears is missing`() async throws {
    try await asAdministrator { visitor in
      for path in [
        "/office/rules/tables/nothing", "\(Self.change)?act=end&row=nobody@1999-01-01",
        "\(Self.change)?act=sell", "/office/rules/proposals/zzzzzzzzzzzzzzzzzzzzzzzzzz",
      ] {
        let page = try await visitor.get(path)
        #expect(page.status == .notFound, "\(path)")
      }
    }
  }

  @Test func `a preview keeps what was typed and shows what was and what becomes`() async throws {
    try await asAdministrator { visitor in
      let form = "\(Self.change)?act=replace&row=standard@2025-07-01"
      let fields = [
        ("act", "replace"), ("row", "standard@2025-07-01"), ("f.amount", "300000"),
        ("f.validFrom", "1/1/2027"), ("f.source", "TT <b>99</b>"), ("reason", "Mới"),
      ]
      let page = try await visitor.post(
        Self.change, fields + [("action", "preview")], from: form)
      #expect(page.status == .ok)
      #expect(page.html.contains("<del>200000</del>") && page.html.contains("<ins>300000</ins>"))
      #expect(page.html.contains("1000+") && page.html.contains("000.00.60.H26-261120-0007"))
      #expect(page.html.contains("value=\"01/01/2027\""))
      #expect(!page.html.contains("<b>99</b>"))
      let filed = try await visitor.post(
        Self.change, fields + [("action", "file")], from: form)
      #expect(filed.headers[.location] == Self.proposal)
    }
  }

  @Test func `a wrong sheet names its lines`() async throws {
    try await asAdministrator { visitor in
      let page = try await visitor.post(
        "/office/rules/import", [("pasted", "year"), ("action", "preview")],
        from: "/office/rules/import")
      #expect(page.status == .unprocessableContent && page.html.contains("Dòng 2"))
    }
  }

  @Test func `who only administers is led to the rules and sees no queue`() async throws {
    try await asAdministrator { visitor in
      let page = try await visitor.get("/office")
      #expect(page.headers[.location] == "/office/rules")
    }
  }

  @Test func `anyone may ask the calendar, in both languages`() async throws {
    try await Runner().run { visitor in
      let page = try await visitor.get(
        "/calendar?year=2026&received=10%2F02%2F2026&time=09:00&difficulty=ordinary")
      #expect(page.status == .ok)
      #expect(page.html.contains("Thứ Hai, 23/02/2026"))
      #expect(page.html.contains("Tết Nguyên đán"))
      let english = try await visitor.get("/calendar?year=2026&lang=en")
      #expect(english.html.contains("Lunar New Year"))
    }
  }

  @Test(arguments: [
    "received=nonsense", "received=31/02/2026", "received=10/02/2026&time=25:00",
    "received=10/02/2026&stopped=12/02/2026&resumed=11/02/2026",
  ])
  func `what cannot be reckoned is said`(query: String) async throws {
    try await Runner().run { visitor in
      let page = try await visitor.get("/calendar?\(query)")
      #expect(page.status == .ok && page.html.contains("Chưa tính được"))
    }
  }

  @Test(arguments: ["year=1800", "year=99999", "received=10/02/0026"])
  func `a year without rules is missing`(query: String) async throws {
    try await Runner().run { visitor in
      let page = try await visitor.get("/calendar?\(query)")
      #expect(page.status == .notFound)
    }
  }
}
