import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import Vocabulary
import Words

@testable import Portal

@Suite("Pages on which a correction is asked for or opened")
struct CorrectionPageTests {
  static let asked = "/cases/\(Sample.caseID)/correction"
  static let opened = "/office/cases/\(Sample.caseID)/correction"
  private static let kind = "multipart/form-data; boundary=grenze"

  private func form(
    token: String, _ fields: [(String, String)], file: (name: String, bytes: [UInt8])? = nil
  ) -> ByteBuffer {
    var body: [UInt8] = []
    for (name, text) in [("csrf", token)] + fields {
      body += Array(
        "--grenze\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n".utf8)
    }
    if let file {
      let head = "Content-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\""
      body += Array("--grenze\r\n\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    return ByteBuffer(bytes: body + Array("--grenze--\r\n".utf8))
  }

  private func visitor(
    _ path: String, _ act: @escaping @Sendable (Visitor, String) async throws -> Void
  ) async throws {
    try await Runner(SampleDesk(state: .issued)).run { visitor in
      if path == Self.opened {
        try await visitor.signInAsOfficer()
      } else {
        try await visitor.signInAsCitizen()
      }
      try await act(visitor, try await visitor.formToken(at: path))
    }
  }

  private func post(_ path: String, _ bytes: ByteBuffer, by visitor: Visitor) async throws
    -> TestResponse
  {
    try await visitor.send(.post, path, headers: [.contentType: Self.kind], bytes: bytes)
  }

  @Test(arguments: [asked, opened])
  func `without the session's token nothing is opened, whatever the encoding`(
    path: String
  ) async throws {
    try await visitor(path) { visitor, _ in
      for token in ["", "wrong", String(repeating: "a", count: 32)] {
        #expect(try await visitor.post(path, [("csrf", token)]).status == .forbidden)
        let page = try await post(
          path, form(token: token, [("words", "x")], file: ("x.png", [1])), by: visitor)
        #expect(page.status == .forbidden)
      }
    }
  }

  @Test(arguments: [asked, opened])
  func `what was typed comes back as text, beside every lack`(path: String) async throws {
    let hostile = HostileInputTests.script
    try await visitor(path) { visitor, token in
      let page = try await post(
        path,
        form(
          token: token,
          [
            ("ground", "wrongContent"), ("person.birthPlace", hostile),
            ("person.birthDate", "31/2/1990"), ("words", ""),
          ]), by: visitor)
      #expect(page.status == .unprocessableContent)
      #expect(!page.html.contains("<script>alert") && page.html.contains("&lt;script&gt;alert(1)"))
      #expect(page.html.contains("{{chrome.formToken}}"), "typed marks stay as typed")
      #expect(page.html.contains("id=\"person-birthDate-error\""))
      #expect(page.html.contains("id=\"words-error\""))
    }
  }

  @Test func `an officer who chose no ground is told, and loses nothing`() async throws {
    try await visitor(Self.opened) { visitor, token in
      let page = try await post(
        Self.opened, form(token: token, [("words", "Sai nơi sinh.")]), by: visitor)
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("id=\"ground-error\"") && page.html.contains("Sai nơi sinh."))
    }
  }

  @Test(arguments: [asked, opened])
  func `a paper that cannot be taken is named at its field; one may be left out`(
    path: String
  ) async throws {
    let typed = [("ground", "wrongContent"), ("words", "Sai nơi sinh.")]
    try await visitor(path) { visitor, token in
      let refused = try await post(
        path, form(token: token, typed, file: ("damaged", [1])), by: visitor)
      #expect(refused.status == .unprocessableContent)
      #expect(refused.html.contains("id=\"file-error\"") && refused.html.contains("Sai nơi sinh."))
      let large = [UInt8](repeating: 1, count: PaperBounds.paperBytes + 1)
      let tooLarge = try await post(
        path, form(token: token, typed, file: ("x.png", large)), by: visitor)
      #expect(tooLarge.html.contains("10 MB") && tooLarge.html.contains("id=\"file-error\""))
      for file in [("x.png", [UInt8(1)]), ("", [])] {
        let page = try await post(path, form(token: token, typed, file: file), by: visitor)
        #expect(page.status == .seeOther)
      }
    }
  }

  @Test func `where none can be corrected the certificate's page is shown instead`() async throws {
    try await Runner(SampleDesk(state: .handedOver)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get(Self.opened)
      #expect(page.headers[.location] == "/office/cases/\(Sample.caseID)/revocation")
    }
  }
}
