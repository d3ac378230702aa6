import Testing

/// A check that cannot fail proves nothing: each one is shown something bad and something good.
@Suite("The checks of the house can fail")
struct ChecksTests {
  private func file(_ text: String, at path: String = "Sources/Law/Fees.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test(arguments: [
    "  print(\"x\")", "let a = try! b()", "let a = b as! C", "fatalError(\"no\")",
    "// TODO later", "let a = 1  // FIXME", "let now = Date()", "let now = Date.now",
    "public struct Fee {}", "do { try a() } catch {}", "let a = \"\\(try! b())\"",
  ])
  func `a forbidden word is seen`(line: String) {
    #expect(Checks.words(file(line)).count == 1)
  }

  @Test(arguments: [
    "// We never print( here, nor try! anything.", "let a = \"print(\"", "let a = #\"try!\"#",
    "/* as! C */ let a = 1", "let a = \"\"\"\n  fatalError(\n  \"\"\"", "let a = reprint(b)",
    "let a = Date(timeIntervalSince1970: 0)", "package struct Fee {}", "let a = b as? C",
  ])
  func `a forbidden word in a sentence is no offence`(line: String) {
    #expect(Checks.words(file(line)) == [])
  }

  @Test func `the clock may be read at the edge, and hot values may be public`() {
    #expect(Checks.words(file("let now = Date()", at: "Sources/lylich/Serve.swift")) == [])
    #expect(Checks.words(file("public struct A {}", at: "Sources/Vocabulary/A.swift")) == [])
  }

  @Test func `a long file, a long line and a long function are seen, with their place`() {
    let body = Array(repeating: "    a()", count: 79).joined(separator: "\n")
    let long = file("struct S {\n  func f() {\n\(body)\n  }\n}")
    #expect(Checks.sizes(long).map(\.line) == [2])
    #expect(Checks.sizes(file(String(repeating: "a\n", count: 401))).count == 1)
    #expect(Checks.sizes(file(String(repeating: "ạ", count: 101))).count == 1)
  }

  @Test func `what is within the sizes is left alone`() {
    let body = Array(repeating: "    a()", count: 78).joined(separator: "\n")
    #expect(Checks.sizes(file("struct S {\n  func f() {\n\(body)\n  }\n}")) == [])
    #expect(Checks.sizes(file(String(repeating: "a\n", count: 400))) == [])
    #expect(Checks.sizes(file(String(repeating: "ạ", count: 100))) == [])
  }

  @Test func `a requirement without a body is no function`() {
    let text = "protocol P {\n  func a()\n  func b() throws -> Int\n}\nstruct S {\n}"
    #expect(Checks.functions(in: file(text)).isEmpty)
  }

  @Test func `a discarded error is seen, one that is looked at is not`() {
    #expect(Checks.discards(file("  try? remove(a)")).count == 1)
    #expect(Checks.discards(file("  _ = try? remove(a)")).count == 1)
    #expect(Checks.discards(file("  guard let b = try? read(a) else { return nil }")) == [])
    let listed = ["Sources/Law/Fees.swift": 1]
    #expect(Checks.discards(file("  try? remove(a)"), allowed: listed) == [])
    #expect(Checks.discards(file("  try? a()\n  try? b()"), allowed: listed).count == 2)
  }

  @Test func `names that say nothing are seen`() {
    #expect(Checks.names(file("package struct CaseManager {}")).count == 1)
    #expect(Checks.names(file("let a = 1", at: "Sources/Law/Utils/A.swift")).count == 1)
    #expect(Checks.names(file("package struct Case {}")) == [])
  }

  @Test func `an arrow that points down the table is seen`() {
    #expect(Imports.arrows(file("import Store")).count == 1)
    #expect(Imports.arrows(file("package import Portal")).count == 1)
    #expect(Imports.arrows(file("import struct Desk.Desk")).count == 1)
    #expect(Imports.arrows(file("import FoundationNetworking")).count == 1)
    #expect(Imports.arrows(file("import A", at: "Sources/Misc/A.swift")).count == 1)
    #expect(Imports.arrows(file("import Foundation\npackage import Vocabulary")) == [])
  }

  @Test func `a second door to a C library is seen`() {
    let one = file("import CZlib", at: "Sources/Document/Deflate.swift")
    let two = file("internal import CZlib", at: "Sources/Document/Inflate.swift")
    #expect(Imports.libraries([one]) == [])
    #expect(Imports.libraries([one, two]).count == 1)
  }

  @Test func `reading old facts back elsewhere is seen`() {
    let line = "let a = try Accepted(restoring: row)"
    #expect(Checks.restoring(file(line, at: "Sources/Portal/A.swift")).count == 1)
    #expect(Checks.restoring(file(line, at: "Sources/Store/A.swift")) == [])
    #expect(Checks.restoring(file(line, at: "Sources/Desk/A.swift")).count == 1)
    let name = "let a = PersonName(restoring: text)"
    #expect(Checks.restoring(file(name, at: "Sources/Desk/A.swift")) == [])
    #expect(Checks.restoring(file(name, at: "Sources/Portal/A.swift")).count == 1)
  }

  @Test func `an output that can be decoded is seen`() {
    #expect(Checks.proofs(file("package struct Accepted: Sendable, Codable {")).count == 1)
    #expect(Checks.proofs(file("extension Issued: Decodable {")).count == 1)
    #expect(Checks.proofs(file("package struct Accepted: Equatable, Sendable {")) == [])
  }
}
