import NIOCore
import Testing
import Vocabulary

@testable import Portal

@Suite("Reading bodies")
struct ReaderTests {
  @Test func `a form is read in its order, with its escapes`() throws {
    let form = try TypedForm(urlEncoded: Array("a=1+2&b=%E1%BA%A0&a=3&c".utf8))
    #expect(form["a"] == "1 2" && form["b"] == "Ạ" && form["c"] == "")
    #expect(form.dictionary["a"] == "3")
  }

  @Test func `too many fields are refused`() {
    let many = Array(repeating: "a=1", count: 3_000).joined(separator: "&")
    #expect(throws: HTTPRefusal.bodyUnreadable) { try TypedForm(urlEncoded: Array(many.utf8)) }
  }

  /// However the network cuts it.
  @Test(arguments: [1, 2, 3, 7, 64, 1_000_000])
  func `an upload is the same in pieces of any size`(piece: Int) throws {
    let file = Array("%PDF-1.4\r\n--edg \r\n".utf8) + [0, 255, 13, 10, 45]
    let body = Array(HostileInputTests.upload(file, token: "t0ken").readableBytesView)
    var reader = MultipartReader(boundary: "edge", file: "file", fileLimit: 1_000)
    var rest = body[...]
    while !rest.isEmpty {
      try reader.take(rest.prefix(piece))
      rest = rest.dropFirst(piece)
    }
    let result = try reader.finished()
    #expect(result.file == file)
    #expect(result.fields["csrf"] == "t0ken")
  }

  @Test func `an upload that ends early, is too large or has no edge is refused`() throws {
    let body = Array(
      HostileInputTests.upload([UInt8](repeating: 65, count: 2_000), token: "t").readableBytesView)
    var small = MultipartReader(boundary: "edge", file: "file", fileLimit: 1_000)
    #expect(throws: HTTPRefusal.bodyTooLarge(limitBytes: 1_000)) { try small.take(body) }
    var short = MultipartReader(boundary: "edge", file: "file", fileLimit: 10_000)
    try short.take(body.dropLast(10))
    #expect(throws: HTTPRefusal.bodyUnreadable) { try short.finished() }
    var other = MultipartReader(boundary: "other", file: "file", fileLimit: 10_000)
    #expect(throws: HTTPRefusal.bodyUnreadable) {
      try other.take(body + body + body)
      _ = try other.finished()
    }
  }

  @Test(arguments: [
    ("multipart/form-data; boundary=abc", "abc"),
    ("multipart/form-data; boundary=\"a b\"", nil), ("multipart/form-data; boundary=\"ab\"", "ab"),
    ("text/plain; boundary=abc", nil), ("multipart/form-data", nil),
  ])
  func `a boundary is read or refused`(type: String, boundary: String?) {
    #expect(MultipartReader.boundary(in: type) == boundary)
  }

  @Test func `a bucket fills again with time`() throws {
    let limit = RateLimit()
    let bucket = RateLimit.Bucket(name: "test", burst: 2, perSecond: 0.5)
    let now = Sample.now
    try limit.take(bucket, key: "a", at: now)
    try limit.take(bucket, key: "a", at: now)
    #expect(throws: HTTPRefusal.tooManyRequests(retryAfterSeconds: 2)) {
      try limit.take(bucket, key: "a", at: now)
    }
    try limit.take(bucket, key: "b", at: now)
    try limit.take(bucket, key: "a", at: now.adding(seconds: 2))
  }

  @Test(arguments: [
    ("save", DraftAction.save), ("review", .review), ("add-residences", .add(.residences)),
    ("remove-convictions-2", .remove(.convictions, row: 2)), ("remove-x-1", .save), ("", .save),
    ("add-nothing", .save), ("review-1", .save),
  ])
  func `a button of the declaration is read`(typed: String, action: DraftAction) {
    #expect(DraftAction(typed) == action)
  }

  @Test func `what a template may name is what a page has`() throws {
    let link = Link(href: "/a", text: "A")
    #expect(link.child(named: "href") as? String == "/a")
    #expect(link.child(named: "nothing") == nil)
  }
}
