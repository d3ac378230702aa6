import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("The pages of suppliers, and the door of their programs")
struct SupplierPageTests {
  static let proposal = "/office/suppliers/proposals/\(SampleDesk.supplierProposalID)"
  static let change = "/office/suppliers/change"

  private func asAdministrator(
    _ act: @escaping @Sendable (Visitor) async throws -> Void
  ) async throws {
    try await Runner(SampleDesk(officer: Sample.administrator)).run { visitor in
      try await visitor.signInAsOfficer()
      try await act(visitor)
    }
  }

  @Test func `an administrator sees suppliers, the form and the proposal`() async throws {
    try await asAdministrator { visitor in
      for path in [
        "/office/suppliers", Self.change, "\(Self.change)?supplier=tand-mau", Self.proposal,
      ] {
        let page = try await visitor.get(path)
        #expect(page.status == .ok && !page.html.contains("[["), "\(path)")
      }
      #expect(try await visitor.get("\(Self.change)?supplier=nobody").status == .notFound)
    }
  }

  @Test func `every field that is wrong is named at once, and what was typed stays`() async throws {
    try await asAdministrator { visitor in
      let page = try await visitor.post(
        Self.change,
        [
          ("id", "X"), ("issuers", "\n"), ("key", "<b>no key</b>"), ("reason", "Vì"),
          ("kind.prisonRelease", "yes"), ("act", "grant"),
        ], from: Self.change)
      #expect(page.status == .unprocessableContent)
      for id in ["id", "issuers", "supplier", "key"] {
        #expect(page.html.contains("href=\"#\(id)\""), "\(id)")
      }
      #expect(page.html.contains("&lt;b&gt;no key"))
      #expect(page.html.contains("name=\"kind.prisonRelease\" value=\"yes\" checked"))
    }
  }

  @Test func `who proposed does not decide`() async throws {
    try await asAdministrator { visitor in
      let page = try await visitor.post(
        "\(Self.proposal)/decision", [("verdict", "approve"), ("reason", "Đúng")],
        from: Self.proposal)
      #expect(page.status == .unprocessableContent)
    }
  }

  @Test func `the navigation shows each officer the doors that open`() async throws {
    try await asAdministrator { visitor in
      let page = try await visitor.get("/office/suppliers").html
      #expect(page.contains("href=\"/office/rules\"") && !page.contains("href=\"/office/records\""))
    }
    try await Runner().run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office").html
      #expect(page.contains("href=\"/office/records\""))
      #expect(!page.contains("href=\"/office/suppliers\""))
    }
    let leader = ActingOfficer(
      id: Sample.officer.id, agency: Sample.officer.agency, roles: [.leader],
      name: "Mẫu", title: "Mẫu")
    try await Runner(SampleDesk(officer: leader)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office").html
      #expect(!page.contains("href=\"/office/records\""))
    }
  }

  private static let zeros = Data(repeating: 0, count: 64).base64EncodedString()

  private static func headers(
    signature: String? = nil, type: String = "application/x-ndjson", name: String = "TA-1"
  ) throws -> HTTPFields {
    let supplier = try #require(HTTPField.Name("Lylich-Supplier"))
    let message = try #require(HTTPField.Name("Lylich-Message"))
    let signed = try #require(HTTPField.Name("Lylich-Signature"))
    var headers = HTTPFields()
    headers[.contentType] = type
    headers[supplier] = "tand-mau"
    headers[message] = name
    headers[signed] = signature ?? Self.zeros
    return headers
  }

  private static func send(
    _ body: String, _ headers: HTTPFields, _ visitor: Visitor
  ) async throws -> TestResponse {
    try await visitor.send(
      .post, "/supply/messages", headers: headers, body: body)
  }

  @Test func `the status says whether all, some or none were kept`() async throws {
    try await Runner().run { visitor in
      let all = try await Self.send("{}", try Self.headers(), visitor)
      #expect(all.status == .ok && all.html.contains("\"outcome\":\"kept\""))
      let some = try await Self.send("{}\n{}", try Self.headers(), visitor)
      #expect(some.status.code == 207)
      let none = try await Self.send("\n{}", try Self.headers(), visitor)
      #expect(none.status == .unprocessableContent)
      #expect(none.headers[.contentType] == "application/json; charset=utf-8")
    }
  }

  @Test func `a message without its headers, or of another type, is refused as JSON`() async throws
  {
    try await Runner().run { visitor in
      let signature = try await Self.send("{}", try Self.headers(signature: "AAAA"), visitor)
      #expect(signature.status == .badRequest && signature.html.contains("Lylich-Signature"))
      let type = try await Self.send("{}", try Self.headers(type: "text/html"), visitor)
      #expect(type.status == .unsupportedMediaType)
      let name = try await Self.send("{}", try Self.headers(name: "a b"), visitor)
      #expect(name.status == .badRequest && name.html.hasPrefix("{\"error\":\"header\""))
    }
  }

  @Test func `wrong signatures from one address are soon told to wait`() async throws {
    try await Runner().run { visitor in
      let wrong = try Self.headers(signature: Data(repeating: 1, count: 64).base64EncodedString())
      for _ in 0..<20 {
        #expect(try await Self.send("{}", wrong, visitor).status == .unauthorized)
      }
      let page = try await Self.send("{}", wrong, visitor)
      #expect(page.status == .tooManyRequests && page.headers[.retryAfter] != nil)
    }
  }
}

@Suite("A fact that stays on one case")
struct FactStandingTests {
  @Test func `the assessor reads why, which field, and where to enter the paper`() async throws {
    try await Runner(SampleDesk(state: .inAssessment, can: [.assess])).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office/cases/\(Sample.caseID)").html
      #expect(page.contains("Chỉ dùng trong hồ sơ này"))
      #expect(page.contains("Dài quá 60 ký tự."))
      #expect(page.contains("href=\"/office/records/documents\">"))
    }
  }
}
