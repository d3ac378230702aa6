import Foundation
import Law
import Testing
import Vocabulary

@Suite("docs/LAW.md says what the program does")
struct LawDocumentTests {
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the committed document is the generated one`() throws {
    let text = try LawDocument.markdown(profiles: Profiles.load())
    let file = Self.project.appending(path: "docs/LAW.md")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("docs/LAW.md was rewritten: review it like code")
      return
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(committed == text, "RECORD=1 swift test --filter LawDocumentTests rewrites it")
  }

  @Test func `the rule book lists the files of Law slash Rules, in order`() throws {
    let folder = Self.project.appending(path: "Sources/Law/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { String($0.dropLast(".swift".count)) }
      .sorted()
    #expect(RuleBook.all.map { $0.name } == files)
  }

  @Test func `every rule cites its provision and says what it does`() {
    for rule in RuleBook.all {
      #expect(!rule.citations.isEmpty)
      #expect(rule.summary.hasSuffix("."))
    }
  }
}
