import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("A paper is one file of one kind, whole, and nothing in it runs")
struct PaperInspectionTests {
  private func inspect(_ bytes: [UInt8]) throws(PaperRefusal) -> InspectedPaper {
    var outcome: Result<InspectedPaper, PaperRefusal>?
    bytes.withUnsafeBytes { raw in
      do throws(PaperRefusal) {
        outcome = .success(try PaperInspection.inspect(raw))
      } catch {
        outcome = .failure(error)
      }
    }
    guard let outcome else { preconditionFailure("every inspection has an outcome") }
    return try outcome.get()
  }

  @Test func `each of the three kinds is told by its content`() throws {
    #expect(
      try inspect(PaperSamples.png())
        == InspectedPaper(format: .png, pages: nil, pixels: .init(width: 2, height: 2)))
    #expect(
      try inspect(PaperSamples.jpeg())
        == InspectedPaper(format: .jpeg, pages: nil, pixels: .init(width: 3, height: 4)))
    #expect(
      try inspect(PaperSamples.pdf()) == InspectedPaper(format: .pdf, pages: 1, pixels: nil))
  }

  @Test(arguments: ["", "hello", "GIF89a", "PK\u{03}\u{04}", "<svg xmlns='x'/>", "<html>", "MZ"])
  func `anything else is none of them`(text: String) {
    #expect(throws: PaperRefusal.unknownFormat) { try inspect(Array(text.utf8)) }
  }

  @Test func `a file cut anywhere is never accepted`() {
    for whole in [PaperSamples.png(), PaperSamples.jpeg(), PaperSamples.pdf(after: "")] {
      for length in 0..<whole.count {
        #expect(throws: PaperRefusal.self) { try inspect(Array(whole[..<length])) }
      }
    }
    #expect(throws: PaperRefusal.truncated) { try inspect(PaperSamples.jpeg().dropLast()) }
    #expect(throws: PaperRefusal.truncated) { try inspect(PaperSamples.png().dropLast(20)) }
    #expect(throws: PaperRefusal.truncated) { try inspect(PaperSamples.pdf().dropLast(8)) }
  }

  @Test func `a changed byte of a PNG is damage`() {
    var bytes = PaperSamples.png()
    bytes[20] ^= 1
    #expect(throws: PaperRefusal.damaged) { try inspect(bytes) }
  }

  @Test func `no chance bytes crash the inspection`() {
    var seed: UInt64 = 7
    for whole in [PaperSamples.png(), PaperSamples.jpeg(), PaperSamples.pdf()] {
      for _ in 0..<2000 {
        var bytes = whole
        for _ in 0..<3 {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 20)
        }
        _ = try? inspect(bytes)
      }
    }
  }

  @Test func `what hangs behind a picture, or begins before it, makes it two files`() {
    let zip = Array("PK\u{05}\u{06}".utf8) + [UInt8](repeating: 0, count: 18)
    for bytes in [
      PaperSamples.png() + Array("tail".utf8), PaperSamples.jpeg() + Array("%PDF-1.4".utf8),
      PaperSamples.jpeg() + zip, PaperSamples.pdf() + Array("<script>".utf8),
      PaperSamples.pdf(extra: "% PK\u{05}\u{06}"), PaperSamples.jpeg(comment: "%PDF-1.4 "),
      PaperSamples.png(extra: PaperSamples.chunk("tEXt", Array("%PDF-1.4".utf8))),
      Array("<html>".utf8) + PaperSamples.pdf(),
    ] {
      #expect(throws: PaperRefusal.polyglot) { try inspect(bytes) }
    }
  }

  @Test func `a phone's second picture and a camera's zeros are no second kind`() throws {
    let photo = PaperSamples.jpeg(width: 4000, height: 3000)
    #expect(
      try inspect(photo + PaperSamples.jpeg()).pixels == .init(width: 4000, height: 3000))
    #expect(try inspect(photo + [0, 0, 0]).format == .jpeg)
    #expect(throws: PaperRefusal.truncated) { try inspect(photo + PaperSamples.jpeg().dropLast()) }
  }

  @Test func `a picture of too many dots is refused before anyone draws it`() throws {
    for (width, height) in [(60_000, 60_000), (16_385, 1), (8000, 6251)] {
      #expect(throws: PaperRefusal.pictureTooLarge) {
        try inspect(PaperSamples.png(width: width, height: height))
      }
    }
    #expect(throws: PaperRefusal.pictureTooLarge) {
      try inspect(PaperSamples.jpeg(width: 65_535, height: 65_535))
    }
    #expect(throws: PaperRefusal.damaged) { try inspect(PaperSamples.png(width: 0)) }
    #expect(try inspect(PaperSamples.png(width: 8000, height: 6250)).format == .png)
  }

  @Test(arguments: [
    "/S /JavaScript /JS (app.alert(1))", "/S /Launch /F (cmd.exe)", "/J#61vaScript",
    "/S/SubmitForm", "/S /ImportData", "/Type /EmbeddedFile", "/EmbeddedFiles 9 0 R", "/XFA 5 0 R",
    "/Subtype /RichMedia", "/S /GoToE", "/S /Rendition",
  ])
  func `a PDF in which something runs is refused, openly or in a packed stream`(
    text: String
  ) throws {
    #expect(throws: PaperRefusal.active) {
      try inspect(PaperSamples.pdf(extra: "9 0 obj <<\(text)>> endobj"))
    }
    // In the middle of what looks like a picture's data.
    #expect(throws: PaperRefusal.active) {
      try inspect(PaperSamples.pdf(extra: "9 0 obj <<>> stream\n\(text) endstream endobj"))
    }
    for head in ["/Type /ObjStm /N 1 /First 4", "/Type /Obj#53tm", "/N 1 /First 4"] {
      #expect(throws: PaperRefusal.active) {
        try inspect(try PaperSamples.packed("9 0 <<\(text)>>", head: head))
      }
    }
  }

  @Test func `what only sounds alike is let pass`() throws {
    let text = "/Type /Annot /Subtype /Link /A <</S /URI /URI (https://example.vn)>> /AAA /JSX"
    #expect(try inspect(PaperSamples.pdf(extra: "9 0 obj <<\(text)>> endobj")).format == .pdf)
    #expect(try inspect(try PaperSamples.packed("9 0 <<\(text)>>")).format == .pdf)
    #expect(try inspect(try PaperSamples.packed("9 0 <</Type /Page>>")).pages == 2)
  }

  @Test func `a packed stream that cannot be unpacked is refused, not skipped`() throws {
    for head in [
      "/Type /ObjStm /First 4 /DecodeParms <</Predictor 12>>",
      "/Type /ObjStm /First 4 /Filter /LZWDecode",
    ] {
      let object = "9 0 obj <<\(head) /Filter /FlateDecode>> stream\nnot zlib endstream endobj"
      #expect(throws: PaperRefusal.damaged) { try inspect(PaperSamples.pdf(extra: object)) }
    }
  }

  @Test func `a packed stream that unpacks without end is refused`() throws {
    let bomb = try PaperSamples.packed(String(repeating: " ", count: 70_000_000))
    #expect(bomb.count < 400_000)
    #expect(throws: PaperRefusal.damaged) { try inspect(bomb) }
  }

  @Test func `a PDF behind a password is refused`() {
    #expect(throws: PaperRefusal.encrypted) {
      try inspect(PaperSamples.pdf(trailer: "/Encrypt 5 0 R"))
    }
    #expect(throws: PaperRefusal.encrypted) {
      try inspect(PaperSamples.pdf(trailer: "/Encrypt <</Filter /Standard>>"))
    }
  }

  @Test func `what other people's programs write is accepted, and what qpdf locks is not`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lylich-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let plain = folder.appending(path: "plain.pdf")
    let ours = try RenderingSample.certificate(
      RenderingSample.statement(.number1, judgments: 1), by: RenderingSample.justice2023)
    try Data(ours).write(to: plain)
    #expect(try PaperInspection.inspect(plain).format == .pdf)
    let packed = folder.appending(path: "packed.pdf")
    try Tool.run("qpdf", "--object-streams=generate", plain.path, packed.path).succeeded()
    let found = try PaperInspection.inspect(packed)
    #expect(found.format == .pdf && found.pages != nil)
    let locked = folder.appending(path: "locked.pdf")
    try Tool.run(
      "qpdf", "--encrypt", "a", "b", "256", "--", plain.path, locked.path
    ).succeeded()
    #expect(throws: PaperRefusal.encrypted) { try PaperInspection.inspect(locked) }
    try FileManager.default.removeItem(at: folder)
  }
}
