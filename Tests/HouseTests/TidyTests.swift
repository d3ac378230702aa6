import Foundation
import Testing

/// The sizes, import arrows and words of CONTRIBUTING.md, checked over the source.
@Suite("The house is tidy")
struct TidyTests {
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Read once for all tests.
  static let read = Result {
    try FileManager.default
      .contentsOfDirectory(atPath: project.appending(path: "Sources").path)
      .sorted()
      .flatMap { try SourceFile.all(below: "Sources/\($0)", of: project) }
  }

  let sources: [SourceFile]

  init() throws {
    sources = try Self.read.get()
  }

  /// A `try?` at the start of a statement that is right all the same: the path, and how many.
  static let discardsWithAReason: [String: Int] = [:]

  @Test func `there is something to check`() {
    #expect(sources.count > 20)
  }

  @Test func `files, functions and lines keep their size`() {
    expectNone(sources.flatMap(Checks.sizes))
  }

  @Test func `no forbidden word`() {
    expectNone(sources.flatMap(Checks.words))
  }

  @Test func `no error is discarded`() {
    expectNone(sources.flatMap { Checks.discards($0, allowed: Self.discardsWithAReason) })
  }

  @Test func `names say what a thing is`() {
    expectNone(sources.flatMap(Checks.names))
  }

  @Test func `imports point up the table only`() {
    expectNone(sources.flatMap(Imports.arrows))
  }

  @Test func `each C library has one door`() {
    expectNone(Imports.libraries(sources))
  }

  @Test func `only those who keep old facts read them back`() {
    expectNone(sources.flatMap(Checks.restoring))
  }

  @Test func `the output of a room cannot be decoded`() {
    expectNone(sources.flatMap(Checks.proofs))
  }

  private func expectNone(
    _ complaints: [Complaint], at place: SourceLocation = #_sourceLocation
  ) {
    for complaint in complaints {
      Issue.record(Comment(rawValue: complaint.description), sourceLocation: place)
    }
  }
}
