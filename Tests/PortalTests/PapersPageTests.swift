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

@Suite("Pages of attached papers")
struct PapersPageTests {
  static let draft = "/drafts/\(Sample.draftID)/papers"

  private func form(
    token: String, name: String = "x.png", bytes: [UInt8] = [1], boundary: String = "grenze"
  ) -> ByteBuffer {
    var body = "--\(boundary)\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n"
    body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nfeeGroup\r\n"
    body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\""
    body += "\r\nContent-Type: image/png\r\n\r\n"
    return ByteBuffer(bytes: Array(body.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8))
  }

  @Test func `a hostile name is text and nothing else, on every page that shows it`() async throws {
    try await Runner(SampleDesk(state: .lodged)).run { visitor in
      try await visitor.signInAsCitizen()
      for path in [Self.draft, "/cases/\(Sample.caseID)", "/cases/\(Sample.caseID)/papers"] {
        let page = try await visitor.get(path)
        #expect(page.status == .ok)
        #expect(page.html.contains("&lt;script&gt;alert(1)&lt;/script&gt;.jpg"), "\(path)")
        #expect(!page.html.contains("<script>alert") && !page.html.contains("\"onerror="))
      }
    }
  }

  @Test func `only a clean paper has an address, and only a draft's can be taken off`() async throws
  {
    try await Runner(SampleDesk(state: .lodged)).run { visitor in
      try await visitor.signInAsCitizen()
      let draft = try await visitor.get(Self.draft)
      let lodged = try await visitor.get("/cases/\(Sample.caseID)/papers")
      for paper in Sample.papers {
        let isLinked = draft.html.contains("href=\"/papers/\(paper.id)\"")
        #expect(isLinked == (paper.standing == .clean))
        #expect(draft.html.contains("/papers/\(paper.id)/removal"))
        #expect(!lodged.html.contains("/papers/\(paper.id)/removal"))
        let answer = try await visitor.get("/papers/\(paper.id)")
        #expect(answer.status == (paper.standing == .clean ? .ok : .notFound))
      }
    }
  }

  @Test func `a paper is served so that a browser runs nothing in it`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let picture = try await visitor.get("/papers/\(Sample.papers[0].id)")
      #expect(picture.headers[.contentType] == "image/jpeg")
      #expect(picture.headers[.contentDisposition] == "inline; filename=\"giay-to.jpg\"")
      #expect(picture.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(picture.headers[.contentTypeOptions] == "nosniff")
      #expect(picture.headers[.cacheControl] == "no-store")
      #expect(picture.html == "invented")
      let pdf = try await visitor.get("/papers/\(Sample.papers[3].id)")
      #expect(pdf.headers[.contentType] == "application/pdf")
      #expect(pdf.headers[.contentDisposition] == "attachment; filename=\"giay-to.pdf\"")
    }
  }

  @Test func `what the desk refuses stands on the page in words`() async throws {
    let runner = try Runner()
    let words = runner.portal.library.words(in: .vietnamese)
    try await runner.run { visitor in
      try await visitor.signInAsCitizen()
      let token = try await visitor.formToken(at: Self.draft)
      for refusal in PaperRefusal.allCases {
        let page = try await visitor.send(
          .post, Self.draft, headers: [.contentType: "multipart/form-data; boundary=grenze"],
          bytes: form(token: token, name: refusal.rawValue))
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(words["refused.paper", refusal.rawValue]), "\(refusal)")
      }
    }
  }

  @Test func `a paper above the bound is read to its end and answered in words`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let token = try await visitor.formToken(at: Self.draft)
      let large = [UInt8](repeating: 7, count: PaperBounds.paperBytes + 1)
      let page = try await visitor.send(
        .post, Self.draft, headers: [.contentType: "multipart/form-data; boundary=grenze"],
        bytes: form(token: token, bytes: large))
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("10 MB"))
    }
  }

  @Test func `without the session's token nothing is attached`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let page = try await visitor.send(
        .post, Self.draft, headers: [.contentType: "multipart/form-data; boundary=grenze"],
        bytes: form(token: "none"))
      #expect(page.status == .forbidden)
    }
  }

  @Test(arguments: [1, 7, 64, 5000])
  func `a file handed on in pieces is the file, however the bytes come`(step: Int) throws {
    let content = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let body = Array(form(token: "t", name: "a b.png", bytes: content).readableBytesView)
    var reader = MultipartReader(
      boundary: "grenze", file: "file", fileLimit: 5000, keeping: .inPieces)
    var got: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: step) {
      try reader.take(body[start..<min(start + step, body.count)])
      got += reader.takeFile()
    }
    let result = try reader.finished()
    #expect(got == content && result.fileBytes == 4000 && result.file == nil)
    #expect(result.fileName == "a b.png" && result.fields["purpose"] == "feeGroup")
  }

  @Test(arguments: [
    ("../../etc/passwd", "passwd"), ("C:\\Ảnh\\thẻ.png", "thẻ.png"),
    ("a\u{202E}gpj.exe", "agpj.exe"), ("a\u{0}b\nc", "abc"), ("", ""), ("/", ""),
    ("  nhiều   dấu cách ", "nhiều dấu cách"),
  ])
  func `a file's name is shown without what is not seen`(typed: String, shown: String) {
    #expect(PaperName(typed).text == shown)
    #expect(PaperName(String(repeating: "ế", count: 500)).text.count == 120)
  }
}
