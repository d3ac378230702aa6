import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing
import Vocabulary

@testable import Portal

@Suite("Hostile input")
struct HostileInputTests {
  static let script = "\"><script>alert(1)</script>{{chrome.formToken}}[[nav.home]]'"

  @Test func `what is typed stands in the page as text`() async throws {
    try await Runner().run { visitor in
      let page = try await visitor.post(
        "/v/\(Sample.token)", [("name", Self.script), ("number", Self.script)],
        from: "/v/\(Sample.token)")
      #expect(page.status == .ok)
      #expect(!page.html.contains("<script>alert"))
      #expect(page.html.contains("&lt;script&gt;alert(1)"))
      #expect(page.html.contains("{{chrome.formToken}}"), "typed marks stay as typed")
    }
  }

  @Test func `a stale draft gives everything typed back, escaped`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let page = try await visitor.post(
        "/drafts/\(Sample.draftID)",
        [("version", "1"), ("action", "save"), ("father.name", Self.script)],
        from: "/drafts/\(Sample.draftID)")
      #expect(page.status == .conflict)
      #expect(!page.html.contains("<script>alert"))
      #expect(page.html.contains("&lt;script&gt;alert(1)"))
    }
  }

  @Test func `hidden characters in "this is not me" are named, and what was typed stays`()
    async throws
  {
    try await Runner(SampleDesk(state: .handedOver)).run { visitor in
      try await visitor.signInAsCitizen()
      let place = "/cases/\(Sample.caseID)"
      let page = try await visitor.post(
        "\(place)/dispute", [("words", "Khi đó tôi \u{202E}ở Mẫu <b>")], from: place)
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("id=\"dispute-words-error\""))
      #expect(page.html.contains("Khi đó tôi") && page.html.contains("ở Mẫu &lt;b&gt;"))
      #expect(page.html.contains("<details id=\"dispute\" open>"))
    }
  }

  @Test func `whoever says too often that none is needed is thanked and not counted`()
    async throws
  {
    let desk = SampleDesk()
    try await Runner(desk).run { visitor in
      for _ in 0..<12 {
        let page = try await visitor.post(
          "/need", [("purpose", "employment"), ("kind", "number1")],
          from: "/need?purpose=employment&kind=number1")
        #expect(page.status == .seeOther)
      }
    }
    #expect(desk.avoidedTimes.withLock { $0 } == 5)
  }

  @Test func `an officer's refused finding keeps every row`() async throws {
    let desk = SampleDesk(state: .inAssessment, can: [.assess], refusal: Refused.waitingForAnswers)
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      let place = "/office/cases/\(Sample.caseID)"
      let typed = [
        ("judgments[0].number", "99/2016/HSST"), ("judgments[0].pronouncedOn", "1/2/2016"),
        ("grounds", "Công văn 7"), ("version", "4"),
      ]
      let refused = try await visitor.post("\(place)/assessment", typed, from: place)
      #expect(refused.status == .unprocessableContent)
      #expect(refused.html.contains("99/2016/HSST") && refused.html.contains("Công văn 7"))
      let added = try await visitor.post(
        "\(place)/assessment", typed + [("action", "add-judgment")], from: place)
      #expect(added.status == .ok)
      #expect(added.html.contains("judgments[1].number") && added.html.contains("99/2016/HSST"))
      let unreadable = try await visitor.post(
        "\(place)/assessment", [("judgments[0].number", "1"), ("judgments[0].pronouncedOn", "x")],
        from: place)
      #expect(unreadable.status == .unprocessableContent)
    }
  }

  @Test func `a body beyond its bound is not read`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let token = try await visitor.formToken(at: "/home")
      let page = try await visitor.post(
        "/drafts", [("csrf", token), ("filler", String(repeating: "x", count: 70_000))])
      #expect(page.status == .contentTooLarge)
    }
  }

  @Test(arguments: ["a=%zz", "a=%f0%28%8c%28", "a=%"])
  func `a malformed form is refused in words`(body: String) async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let page = try await visitor.send(
        .post, "/drafts", headers: [.contentType: "application/x-www-form-urlencoded"],
        body: body)
      #expect(page.status == .badRequest)
    }
  }

  @Test func `a fault shows a trace and no cause`() async throws {
    let desk = SampleDesk(refusal: nil)
    try await Runner(desk).run { visitor in
      let page = try await visitor.get("/nowhere/at/all")
      #expect(page.status == .notFound)
      #expect(page.html.firstMatch(of: #/[a-z2-7]{16}/#) != nil)
    }
  }

  static func upload(_ file: [UInt8], token: String, boundary: String = "edge") -> ByteBuffer {
    var bytes = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n".utf8)
    bytes += Array("\(token)\r\n--\(boundary)\r\n".utf8)
    bytes += Array(
      "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n".utf8)
    bytes += file + Array("\r\n--\(boundary)--\r\n".utf8)
    return ByteBuffer(bytes: bytes)
  }

  @Test func `a dropped PDF is examined, anything else refused in words`() async throws {
    try await Runner().run { visitor in
      let token = try await visitor.formToken(at: "/verify")
      func drop(_ file: [UInt8], _ token: String) async throws -> TestResponse {
        let cookie = visitor.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return try await visitor.client.execute(
          uri: "/verify", method: .post,
          headers: [.contentType: "multipart/form-data; boundary=edge", .cookie: cookie],
          body: Self.upload(file, token: token))
      }
      let good = try await drop(Array("%PDF-1.4 …".utf8), token)
      #expect(good.status == .ok && good.html.contains("0007/STP-LLTP"))
      #expect(try await drop(Array("MZ".utf8), token).status == .unprocessableContent)
      #expect(try await drop([], token).status == .unprocessableContent)
      #expect(try await drop(Array("%PDF-1.4".utf8), "wrong").status == .forbidden)
      let huge = Array("%PDF-1.4".utf8) + [UInt8](repeating: 0x20, count: 13_000_000)
      #expect(try await drop(huge, token).status == .contentTooLarge)
    }
  }
}
