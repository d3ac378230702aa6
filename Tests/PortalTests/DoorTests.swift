import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Vocabulary

@testable import Portal

@Suite("The door")
struct DoorTests {
  /// The path of a route with something in its places.
  static func path(of route: Route) -> String {
    route.path.replacing(":id", with: "0123456789abcdefghjkmnpqrs")
      .replacing(":token", with: "none").replacing(":hash", with: "x")
      .replacing(":name", with: "x.css").replacing(":form", with: "05.pdf")
  }

  @Test func `every route answers with the strict headers`() async throws {
    let runner = try Runner()
    let routes = runner.portal.routes
    #expect(routes.count > 40)
    try await runner.run { visitor in
      for route in routes {
        let page = try await visitor.send(
          route.method, Self.path(of: route), headers: [:], body: nil)
        let policy = page.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'none'"), "\(route.path)")
        #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
        #expect(policy.contains("form-action 'self' https://identity.example"))
        #expect(!policy.contains("unsafe"))
        #expect(page.headers[.contentTypeOptions] == "nosniff")
        #expect(page.headers[.referrerPolicy] == "same-origin")
        #expect(page.headers[.cacheControl] != nil)
        #expect(page.status.code != 500, "\(route.method) \(route.path)")
      }
    }
  }

  @Test func `nobody who has not signed in sees what is a citizen's or an officer's`() async throws
  {
    let runner = try Runner()
    let routes = runner.portal.routes.filter { $0.access != .anyone }
    try await runner.run { visitor in
      for route in routes {
        let page =
          route.method == .post
          ? try await visitor.post(Self.path(of: route), [])
          : try await visitor.get(Self.path(of: route))
        #expect(page.status == .seeOther, "\(route.path)")
        #expect(page.headers[.location]?.hasSuffix("sign-in") == true)
      }
    }
  }

  @Test func `a citizen is no officer and an officer no citizen`() async throws {
    let runner = try Runner()
    let routes = runner.portal.routes
    try await runner.run { visitor in
      try await visitor.signInAsCitizen()
      for route in routes where route.access == .officer && route.method == .get {
        let page = try await visitor.get(Self.path(of: route))
        #expect(page.headers[.location] == "/office/sign-in", "\(route.path)")
      }
    }
    try await runner.run { visitor in
      try await visitor.signInAsOfficer()
      for route in routes where route.access == .citizen && route.method == .get {
        let page = try await visitor.get(Self.path(of: route))
        #expect(page.headers[.location] == "/sign-in", "\(route.path)")
      }
    }
  }

  @Test func `a path under another method is a 405 that names the methods`() async throws {
    try await Runner().run { visitor in
      let page = try await visitor.send(.delete, "/verify", headers: [:], body: nil)
      #expect(page.status == .methodNotAllowed)
      #expect(page.headers[.allow] == "GET, HEAD, POST")
      #expect(try await visitor.get("/sign-out").status == .methodNotAllowed)
    }
  }

  @Test func `a stranger's case and a missing one give the same page`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let paths = ["/cases/zzzzzzzzzzzzzzzzzzzzzzzzzz", "/cases/no-id-at-all"]
      let other = try await visitor.get(paths[0])
      let none = try await visitor.get(paths[1])
      #expect(other.status == .notFound && none.status == .notFound)
      let trace = #/[a-z2-7]{16}/#
      // But for the trace and for the address itself, to which the language switch leads.
      let (one, two) = (
        other.html.replacing(paths[0], with: "").replacing(trace, with: ""),
        none.html.replacing(paths[1], with: "").replacing(trace, with: "")
      )
      #expect(one == two)
    }
  }

  @Test func `personal pages are stored nowhere`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      for path in ["/home", "/cases/\(Sample.caseID)", "/drafts/\(Sample.draftID)"] {
        let page = try await visitor.get(path)
        #expect(page.headers[.cacheControl] == "no-store")
      }
    }
  }

  @Test func `a static file may be kept for ever under its own address only`() async throws {
    let runner = try Runner()
    let address = runner.portal.files.address(of: "style.css")
    try await runner.run { visitor in
      let file = try await visitor.get(address)
      #expect(file.status == .ok && file.body.readableBytes < 25_000)
      #expect(file.headers[.cacheControl]?.contains("immutable") == true)
      #expect(try await visitor.get("/static/old/style.css").status == .notFound)
      #expect(try await visitor.get("/static/..%2f..%2fetc/passwd").status == .notFound)
    }
  }

  @Test func `the first page is under 100 kB with all it loads`() async throws {
    let runner = try Runner()
    let files = ["style.css", "page.js", "icon.svg"].map { runner.portal.files.address(of: $0) }
    try await runner.run { visitor in
      var bytes = 0
      for path in ["/"] + files { bytes += try await visitor.get(path).body.readableBytes }
      #expect(bytes < 100_000)
    }
  }

  @Test func `a real installation shows no accounts and no stamp`() async throws {
    let desk = SampleDesk(demo: nil)
    try await Runner(desk, stage: .real).run { visitor in
      #expect(try await visitor.get("/demo/accounts.json").status == .notFound)
      let front = try await visitor.get("/").html
      #expect(!front.contains("BẢN MẪU") && !front.contains("tiepnhan"))
    }
  }
}
