import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("Form tokens and sessions")
struct FormTokenTests {
  @Test func `every post of ours is refused without the session's token`() async throws {
    let runner = try Runner()
    let posts = runner.portal.routes.filter { $0.method == .post }
    try await runner.run { citizen in
      try await citizen.signInAsCitizen()
      for route in posts where route.access != .officer && route.body != .readByHandler {
        for token in ["", "wrong", String(repeating: "a", count: 32)] {
          let page = try await citizen.post(DoorTests.path(of: route), [("csrf", token)])
          #expect(page.status == .forbidden, "\(route.path)")
        }
      }
    }
    try await runner.run { officer in
      try await officer.signInAsOfficer()
      for route in posts where route.access == .officer {
        let page = try await officer.post(DoorTests.path(of: route), [("csrf", "wrong")])
        #expect(page.status == .forbidden, "\(route.path)")
      }
    }
  }

  @Test func `another session's token does not fit`() async throws {
    try await Runner().run { visitor in
      let other = Visitor(client: visitor.client)
      try await other.signInAsCitizen()
      try await visitor.signInAsCitizen()
      let token = try await other.formToken(at: "/home")
      #expect(try await visitor.post("/drafts", [("csrf", token)]).status == .forbidden)
      #expect(try await visitor.post("/drafts", from: "/home").status == .seeOther)
    }
  }

  @Test(arguments: [
    ("Origin", "https://elsewhere.example"), ("Sec-Fetch-Site", "cross-site"),
    ("Sec-Fetch-Site", "same-site"), ("Origin", "null"),
  ])
  func `a post from another site is refused`(name: String, value: String) async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let token = try await visitor.formToken(at: "/home")
      let field = try #require(HTTPField.Name(name))
      let page = try await visitor.post("/drafts", [("csrf", token)], headers: [field: value])
      #expect(page.status == .forbidden)
    }
  }

  @Test func `signing in gives a new secret, and only its hash is stored`() async throws {
    let desk = SampleDesk()
    try await Runner(desk).run { visitor in
      try await visitor.get("/sign-in")
      let first = visitor.cookies["lylich"]
      try await visitor.post("/sign-in", from: "/sign-in")
      let second = visitor.cookies["lylich"]
      try await visitor.get("/sign-in/return?state=state-1&code=good")
      let third = try #require(visitor.cookies["lylich"])
      #expect(Set([first, second, third]).count == 3)
      #expect(!desk.storedHashes.contains(third) && desk.storedHashes.count == 1)
      #expect(try await visitor.get("/home").status == .ok)
      try await visitor.post("/sign-out", from: "/home")
      #expect(desk.storedHashes.isEmpty)
      #expect(try await visitor.get("/home").status == .seeOther)
    }
  }

  @Test func `an officer's secret changes with the password and again with the code`() async throws
  {
    let desk = SampleDesk()
    try await Runner(desk).run { visitor in
      try await visitor.get("/office/sign-in")
      let first = visitor.cookies["lylich"]
      try await visitor.typePassword("thuly")
      let second = visitor.cookies["lylich"]
      try await visitor.post(
        "/office/sign-in/code", [("code", SampleDesk.code)], from: "/office/sign-in/code")
      let third = try #require(visitor.cookies["lylich"])
      #expect(Set([first, second, third]).count == 3)
      #expect(desk.storedHashes.count == 1 && !desk.storedHashes.contains(third))
      // Who planted one of the earlier secrets is nobody.
      for planted in [first, second].compactMap({ $0 }) {
        let page = try await Visitor(client: visitor.client)
          .get("/office", headers: [.cookie: "lylich=\(planted)"])
        #expect(page.headers[.location] == "/office/sign-in")
      }
    }
  }

  @Test func `a return with another state or a wrong code signs nobody in`() async throws {
    try await Runner().run { visitor in
      try await visitor.post("/sign-in", from: "/sign-in")
      for query in ["state=other&code=good", "state=state-1&code=bad", "state=state-1", ""] {
        let page = try await visitor.get("/sign-in/return?\(query)")
        #expect(page.status == .badRequest, "\(query)")
      }
      #expect(try await visitor.get("/home").status == .seeOther)
    }
  }

  @Test func `a made-up cookie is a stranger's`() async throws {
    try await Runner().run { visitor in
      for cookie in ["s" + String(repeating: "a", count: 32), "x", "s'; DROP TABLE"] {
        let page = try await visitor.get("/home", headers: [.cookie: "lylich=\(cookie)"])
        #expect(page.headers[.location] == "/sign-in")
      }
    }
  }

  @Test func `on https the cookie is bound to the host and the transport`() async throws {
    try await Runner(SampleDesk(), origin: "https://lltp.example").run { visitor in
      let page = try await visitor.get("/sign-in")
      let cookie = try #require(page.headers[.setCookie])
      #expect(cookie.hasPrefix("__Host-lylich=v"))
      for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        #expect(cookie.contains(part))
      }
      #expect(page.headers[.transportSecurity] != nil)
    }
  }

  @Test func `a page without a form sets no cookie`() async throws {
    try await Runner().run { visitor in
      for path in ["/", "/about", "/trust", "/health", "/nowhere"] {
        let page = try await visitor.get(path)
        #expect(page.headers[.setCookie] == nil, "\(path)")
      }
    }
  }

  @Test func `wrong passwords are slowed down, right ones are not`() async throws {
    try await Runner().run { visitor in
      for _ in 0..<20 { try await Visitor(client: visitor.client).signInAsOfficer() }
      var last = HTTPResponse.Status.ok
      for _ in 0..<11 {
        last = try await visitor.post(
          "/office/sign-in", [("username", "thuly"), ("password", "wrong")],
          from: "/office/sign-in"
        ).status
      }
      #expect(last == .tooManyRequests)
    }
  }

  @Test func `guessing verification tokens is slowed down`() async throws {
    try await Runner().run { visitor in
      #expect(try await visitor.get("/v/none").status == .notFound)
      var last: TestResponse?
      for _ in 0..<60 { last = try await visitor.get("/v/none") }
      #expect(last?.status == .tooManyRequests)
      #expect(Int(last?.headers[.retryAfter] ?? "") ?? 0 > 0)
      #expect(try await visitor.get("/health").status == .ok)
    }
  }
}
