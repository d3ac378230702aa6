import Document
import Foundation
import Issuance
import Testing
import Vocabulary

@Suite("Rendering: hard texts")
struct HardTextTests {
  private func certificate(named name: String) throws -> [UInt8] {
    try RenderingSample.certificate(
      RenderingSample.statement(.number1, name: name, judgments: 0),
      by: RenderingSample.police2026)
  }

  @Test func `a name in NFD comes out in NFC, and the file is the same`() throws {
    let name = "Nguyễn Thị Ước"
    let decomposed = name.decomposedStringWithCanonicalMapping
    #expect(Array(decomposed.utf8) != Array(name.utf8))
    let pdf = try certificate(named: decomposed)
    #expect(pdf == (try certificate(named: name)))
    let text = try Workbench.text(of: pdf)
    #expect(text.utf8.containsSequence(Array("NGUYỄN THỊ ƯỚC".utf8)))
  }

  @Test(arguments: [
    "Κώστας Παπαδόπουλος", "Ǆorđe Ḫatti", "M̃aria J̌ones", "Øyvind Þór Ðỗ", "Sofia Griffin",
  ])
  func `letters outside the usual set get a subset of their own`(name: String) throws {
    let bench = try Workbench()
    let pdf = try certificate(named: name)
    let file = try bench.write(pdf)
    let text = try Workbench.text(of: pdf, options: ["-raw"])
    let printed = name.uppercased().precomposedStringWithCanonicalMapping
    // pdftotext sees a gap after a letter whose mark is a glyph of its own.
    #expect(text.filter { $0 != " " }.contains(printed.filter { $0 != " " }))
    let verdict = try Workbench.run(preflight, [file])
    #expect(verdict.ok, "\(verdict.text)")
    try bench.remove()
  }

  @Test func `a letter that the font lacks is refused by its code point`() throws {
    do {
      _ = try certificate(named: "王 An")
      Issue.record("no box is ever printed in place of a letter")
    } catch let fault as Fault {
      #expect(fault.cause.contains("U+738B"))
    }
  }

  @Test func `very long names and addresses wrap and are whole`() throws {
    let name = Array(repeating: "Nguyễn", count: 16).joined(separator: " ")
    let word = String(repeating: "Đặng", count: 60)
    let statement = RenderingSample.statement(
      .number1, name: name, judgments: 0, residence: word)
    let pdf = try RenderingSample.certificate(statement, by: RenderingSample.justice2023)
    let text = try Workbench.text(of: pdf, options: ["-raw"])
    #expect(text.contains(name.uppercased().precomposedStringWithCanonicalMapping))
    #expect(text.filter { !$0.isWhitespace }.contains(word))
  }

  @Test func `a row higher than a page breaks and loses nothing`() throws {
    let words = (1...1500).map { "từ\($0)" }
    let tall = Paragraph(words.joined(separator: " "), size: 11)
    let sheet = Sheet(
      title: "Bảng", subject: "Bảng", author: "Sở Tư pháp",
      blocks: [
        .table(
          Block.Table(
            widths: [1, 3], head: [Paragraph("Số"), Paragraph("Nội dung")],
            rows: [[[Paragraph("1")], [tall]], [[Paragraph("2")], [Paragraph("hết")]]])),
        .box(Block.Box(lines: [tall])),
      ], footer: .init(text: "Bảng"))
    let pdf = try Renderer().render(sheet, at: RenderingSample.moment)
    let text = try Workbench.text(of: pdf, options: ["-raw"])
    for word in ["từ1", "từ750", "từ1500"] {
      #expect(text.components(separatedBy: "\(word) ").count >= 3, "\(word)")
    }
    #expect(text.contains("hết"))
  }

  @Test func `a missing font is a fault that names the Debian package`() {
    do {
      _ = try Renderer(fontsIn: "/nonexistent")
      Issue.record("there are no fonts there")
    } catch {
      #expect(error.cause.contains("fonts-croscore"))
    }
  }
}

extension Sequence where Element == UInt8 {
  fileprivate func containsSequence(_ wanted: [UInt8]) -> Bool {
    let bytes = Array(self)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
