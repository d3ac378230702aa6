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

  @Test(arguments: ["Rules", "Expungement/Rules"])
  func `the rule book lists the files of its folders`(folder: String) throws {
    let place = Self.project.appending(path: "Sources/Law/\(folder)")
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
      .map { String($0.dropLast(".swift".count)) }
      .sorted()
    #expect(RuleBook.all.filter { $0.folder == folder }.map { $0.name }.sorted() == files)
  }

  @Test func `the general rules stand in alphabetical order`() {
    let names = RuleBook.general.map { $0.name }
    #expect(names == names.sorted())
  }

  @Test func `every reading of expungement belongs to a rule`() {
    let listed = Expungement.rules.flatMap { $0.readings }
    #expect(Set(listed) == Set(Reading.allCases))
  }

  @Test func `every rule cites its provision and says what it does`() {
    for rule in RuleBook.all {
      #expect(!rule.citations.isEmpty)
      #expect(rule.summary.hasSuffix("."))
    }
  }
}
