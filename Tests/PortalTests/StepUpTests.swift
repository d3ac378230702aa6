import CaseFile
@testable import Desk
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("A fresh code before what cannot be undone")
struct StepUpTests {
  private static let place = "/office/cases/\(Sample.caseID)/decision"

  @Test func `deciding, revoking and approving ask for one, and nothing else does`() throws {
    let asking = try Runner().portal.routes.filter { $0.proof == .freshCode }
    let paths = Set(asking.map { "\($0.method) \($0.path)" })
    #expect(
      paths.isSuperset(of: [
        "POST /office/cases/:id/decision", "POST /office/cases/:id/revocation/decision",
        "POST /office/rules/proposals/:id/decision",
        "POST /office/suppliers/proposals/:id/decision", "POST /office/account/recovery",
      ]))
    #expect(asking.allSatisfy { $0.access == .officer && $0.method == .post })
    let decisions = try Runner().portal.routes.filter {
      $0.path.contains("/decision") && $0.method == .post && !$0.path.contains("/person/")
    }
    #expect(decisions.allSatisfy { $0.proof == .freshCode })
  }

  @Test func `the sign-in's own code counts for ten minutes`() async throws {
    try await Runner(SampleDesk(state: .assessed, can: [.approve])).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.post(
        Self.place, [("verdict", "approve"), ("version", "4")], from: "/office")
      #expect(page.status == .seeOther)
    }
  }

  @Test func `afterwards the page asks, keeps what was typed, and goes on with it`() async throws {
    let desk = SampleDesk(state: .assessed, can: [.approve, .sendBack])
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      let before = visitor.cookies
      let formToken = try await visitor.formToken(at: "/office")
      desk.letCodesGrowOld()
      let typed = "Cần làm rõ \"ngày\" <xóa> & án tích,\nrồi trình lại."
      let asked = try await visitor.post(
        Self.place, [("verdict", "sendBack"), ("version", "4"), ("reason", typed)],
        from: "/office")
      #expect(asked.status == .forbidden && asked.html.contains("name=\"stepUpCode\""))
      #expect(asked.html.contains("action=\"\(Self.place)\""))
      #expect(asked.html.contains("Cần làm rõ &quot;ngày&quot; &lt;xóa&gt; &amp; án tích,"))
      let again = [("verdict", "sendBack"), ("version", "4"), ("reason", typed)]
      let wrong = try await visitor.post(
        Self.place,
        again + [
          ("csrf", formToken), ("stepUpCode", "000000"),
        ])
      #expect(wrong.status == .forbidden && wrong.html.contains("role=\"alert\""))
      #expect(visitor.cookies == before)
      let done = try await visitor.post(
        Self.place,
        again + [
          ("csrf", formToken), ("stepUpCode", SampleDesk.code),
        ])
      #expect(done.status == .seeOther)
      // Under a new secret; the old one is nobody's.
      #expect(visitor.cookies != before)
      #expect(desk.storedHashes.count == 1)
      #expect(try await visitor.get("/office").status == .ok)
    }
  }

  @Test func `an act that is refused leaves the officer signed in`() async throws {
    let desk = SampleDesk(state: .assessed, can: [.approve], refusal: Refused.notFound)
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      desk.letCodesGrowOld()
      let page = try await visitor.post(
        Self.place, [("verdict", "approve"), ("version", "4"), ("stepUpCode", SampleDesk.code)],
        from: "/office")
      #expect(page.status == .notFound)
      #expect(try await visitor.get("/office").status == .ok)
    }
  }

  @Test func `a session is ended from another, and all others at once`() async throws {
    let desk = SampleDesk()
    try await Runner(desk).run { here in
      let there = Visitor(client: here.client)
      let third = Visitor(client: here.client)
      for one in [here, there, third] { try await one.signInAsOfficer() }
      let page = try await here.get("/office/account").html
      #expect(page.matches(of: #/data-session="/#).count == 3)
      let mine = try #require(
        page.firstMatch(of: #/data-session="([0-9a-f]+)"><th scope="row">[^<]*<span/#)?.1)
      let names = page.matches(of: #/data-session="([0-9a-f]+)"/#).map { String($0.1) }
      let other = try #require(names.first { $0 != String(mine) })
      try await here.post("/office/account/sessions/\(other)", from: "/office/account")
      #expect(desk.storedHashes.count == 2)
      try await here.post("/office/account/sessions", from: "/office/account")
      #expect(desk.storedHashes.count == 1)
      #expect(try await here.get("/office").status == .ok)
      for gone in [there, third] {
        #expect(try await gone.get("/office").headers[.location] == "/office/sign-in")
      }
      let last = try await here.post(
        "/office/account/sessions/\(mine)", from: "/office/account")
      #expect(last.headers[.location] == "/office/sign-in")
      #expect(try await here.get("/office").headers[.location] == "/office/sign-in")
    }
  }

  @Test func `a right password alone opens nothing`() async throws {
    try await Runner().run { visitor in
      try await visitor.typePassword("thuly")
      #expect(try await visitor.get("/office").headers[.location] == "/office/sign-in")
      #expect(try await visitor.get("/office/sign-in/code").status == .ok)
      #expect(
        try await visitor.get("/office/sign-in/enrolment").headers[.location]
          == "/office/sign-in")
    }
    try await Runner().run { visitor in
      try await visitor.typePassword("moi")
      #expect(try await visitor.get("/office").headers[.location] == "/office/sign-in")
      #expect(
        try await visitor.get("/office/sign-in/code").headers[.location] == "/office/sign-in")
      let form = [("code", SampleDesk.code)]
      let page = try await visitor.post(
        "/office/sign-in/enrolment", form, from: "/office/sign-in/enrolment")
      #expect(page.html.contains("abcd-efgh-ijk9"))
      #expect(try await visitor.get("/office").status == .ok)
    }
  }

  @Test func `a device is told apart and an address is not told in full`() {
    let chrome =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
      + "Chrome/131.0.0.0 Safari/537.36"
    #expect(DeviceName.of(userAgent: chrome) == "Chrome, Windows")
    #expect(DeviceName.of(userAgent: "curl/8") == "–")
    #expect(DeviceName.place(ofPeer: "203.0.113.7") == "203.0.…")
    #expect(DeviceName.place(ofPeer: "2001:db8:1:2::3") == "2001:db8:…")
    #expect(DeviceName.place(ofPeer: "local") == "–")
  }
}
