import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("Changes after and around a signature")
struct ShadowTests {
  /// An incremental update that replaces or adds objects, as an attacker would write it.
  private func updated(
    _ pdf: [UInt8], _ objects: [(Int, String)], root: String = "1 0 R", free: [Int] = []
  ) throws -> [UInt8] {
    let file = try PDFRevisions(pdf)
    var text = ""
    var table = "xref\n"
    for (number, object) in objects {
      let digits = String(pdf.count + text.utf8.count)
      table += "\(number) 1\n"
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(number) 0 obj\n\(object)\nendobj\n"
    }
    for number in free { table += "\(number) 1\n0000000000 00001 f \n" }
    let place = pdf.count + text.utf8.count
    let id = "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]"
    text += table + "trailer\n<< /Size 40 /Root \(root) /Info 6 0 R \(id) "
    text += "/Prev \(file.newest.table) >>\nstartxref\n\(place)\n%%EOF\n"
    return pdf + text.utf8
  }

  private func doubts(
    _ pdf: [UInt8], _ bench: SigningBench
  ) async throws -> VerificationReport.Verdict {
    await PDFVerification.examine(pdf, trust: try bench.trust).verdict
  }

  private let page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 20 0 R"
    + " /Resources << /Font << /F1 4 0 R >> >> /Annots [8 0 R] >>"

  @Test func `another page content after the signature is found`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .leader)
    let shadow = try updated(pdf, [(3, page), (20, "<< /Length 0 >>\nstream\n\nendstream")])
    let report = await PDFVerification.examine(shadow, trust: try bench.trust)
    #expect(report.signatures[0].doubts == [.changedAfterwards(object: 3)])
    #expect(report.signatures[0].coverage == .earlierRevision(bytes: pdf.count))
    #expect(
      report.verdict
        == .notValid([
          .signature(field: "leader"), .bytesAfterLastSignature(count: shadow.count - pdf.count),
        ]))
  }

  /// The seal signs it all, so only the leader's signature tells.
  @Test func `a change between the two signatures is found`() async throws {
    let bench = try SigningBench()
    let first = try await bench.signed(TestPDF.bytes, "leader", .leader)
    let content = "BT /F1 18 Tf 72 720 Td (Co an tich) Tj ET"
    let replaced = "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    let between = try updated(first, [(5, replaced)])
    let sealed = try await bench.signed(between, "seal", .seal)
    let report = await PDFVerification.examine(sealed, trust: try bench.trust)
    #expect(report.signatures[0].doubts == [.changedAfterwards(object: 5)])
    #expect(report.signatures[1].doubts == [])
    #expect(report.verdict == .notValid([.signature(field: "leader")]))
  }

  @Test(arguments: [
    // A visible annotation that nobody signed.
    (30, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] >>"),
    // The catalogue with another page tree.
    (1, "<< /Type /Catalog /Pages 30 0 R /AcroForm 9 0 R >>"),
    // The catalogue with an action.
    (1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R /OpenAction 30 0 R >>"),
    // Another font.
    (4, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"),
    // The form asks readers to draw fields anew.
    (9, "<< /Fields [8 0 R] /SigFlags 3 /NeedAppearances true >>"),
    // The signed field with an appearance and a place.
    (8, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (leader) /V 7 0 R /Rect [0 0 9 9] >>"),
    // The signature's empty appearance, filled.
    (10, "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 1 >>\nstream\nn\nendstream"),
    // The page, turned.
    (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Rotate 180 >>"),
  ])
  func `one object too many after the signature is found`(
    number: Int, object: String
  ) async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .leader)
    // The numbers above are those that the update really uses.
    #expect(String(decoding: pdf, as: UTF8.self).contains("/AcroForm 9 0 R"))
    let shadow = try updated(pdf, [(number, object)])
    let sealed = try await sealedIfPossible(shadow, bench)
    let report = await PDFVerification.examine(sealed, trust: try bench.trust)
    #expect(!report.isValid)
    #expect(
      report.signatures.first { $0.field == "leader" }?.doubts.isEmpty != true)
  }

  /// The worst case: the second signer signs what the attacker prepared.
  private func sealedIfPossible(_ pdf: [UInt8], _ bench: SigningBench) async throws -> [UInt8] {
    do {
      return try await bench.signed(pdf, "seal", .seal)
    } catch is PDFUnreadable {
      return pdf
    }
  }

  @Test func `a signature that a later revision hides is named`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .leader)
    let hidden = try updated(pdf, [(9, "<< /Fields [] /SigFlags 3 >>")])
    let sealed = try await bench.signed(hidden, "seal", .seal)
    #expect(try await doubts(sealed, bench) == .notValid([.signatureRemoved(field: "leader")]))
  }

  @Test func `another root, or a freed object, is found`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .leader)
    let catalog = "<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R >>"
    let otherRoot = try updated(pdf, [(30, catalog)], root: "30 0 R")
    #expect(!(await PDFVerification.examine(otherRoot, trust: try bench.trust)).isValid)
    let freed = try updated(pdf, [], free: [5])
    let report = await PDFVerification.examine(freed, trust: try bench.trust)
    #expect(report.signatures[0].doubts == [.changedAfterwards(object: 5)])
  }

  @Test func `bytes after the end, one line feed even, are refused`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .leader)
    for tail: [UInt8] in [[0x0A], [0x20], Array("%PDF".utf8), Array("\n%%EOF\n".utf8)] {
      #expect(
        try await doubts(pdf + tail, bench) == .notValid([.unreadable(.endMissing)]))
    }
  }

  @Test func `a file cut back to the leader's signature lacks the seal`() async throws {
    let bench = try SigningBench()
    let first = try await bench.signed(TestPDF.bytes, "leader", .leader)
    let report = await PDFVerification.examine(
      first, trust: try bench.trust, requiring: ["leader", "seal"])
    #expect(report.verdict == .notValid([.fieldMissing("seal")]))
  }

  @Test func `a file that nobody signed is unsigned`() async throws {
    let bench = try SigningBench()
    #expect(try await doubts(TestPDF.bytes, bench) == .unsigned)
    let prepared = try Signature.prepare(
      TestPDF.bytes, field: "leader", signerName: "", reason: "", location: "",
      signedAt: bench.now)
    let report = await PDFVerification.examine(prepared.bytes, trust: try bench.trust)
    #expect(report.signatures[0].doubts == [.containerMalformed])
  }

  /// Replaces text of the same length in the last revision and signs again, so that only the
  /// structure is wrong.
  private func resigned(
    _ bench: SigningBench, replacing old: String, with new: String
  ) async throws -> [UInt8] {
    precondition(old.utf8.count == new.utf8.count, "the places must stay")
    let prepared = try Signature.prepare(
      TestPDF.bytes, field: "leader", signerName: "", reason: "", location: "",
      signedAt: bench.now)
    var bytes = prepared.bytes
    let place = try #require(bytes.firstRange(of: Array(old.utf8)))
    bytes.replaceSubrange(place, with: new.utf8)
    return try await PreparedSignature(bytes: bytes, contents: prepared.contents)
      .complete(with: try bench.signer(.leader), timestamp: nil)
  }

  @Test func `a gap wider than the container is found`() async throws {
    let bench = try SigningBench()
    let prepared = try Signature.prepare(
      TestPDF.bytes, field: "leader", signerName: "", reason: "", location: "",
      signedAt: bench.now)
    let before = prepared.contents.lowerBound
    let pdf = try await resigned(
      bench, replacing: "/ByteRange [0 \(before) ", with: "/ByteRange [0 \(before - 1) ")
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    #expect(report.signatures[0].doubts.contains(.gapIsNotContents))
    let late = try await resigned(bench, replacing: "/ByteRange [0 ", with: "/ByteRange [1 ")
    let second = await PDFVerification.examine(late, trust: try bench.trust)
    #expect(second.signatures[0].doubts.contains(.byteRangeMalformed))
  }

  @Test func `a key that stands twice is refused`() async throws {
    let bench = try SigningBench()
    let twice = try await resigned(
      bench, replacing: "/Filter /Adobe.PPKLite", with: "/Con#74ents <00112233>")
    #expect(
      try await doubts(twice, bench) == .notValid([.unreadable(.duplicateKey("Contents"))]))
  }

  @Test func `another format than PAdES is not taken for it`() async throws {
    let bench = try SigningBench()
    let pdf = try await resigned(
      bench, replacing: "/SubFilter /ETSI.CAdES.detached",
      with: "/SubFilter /adbe.pkcs7.detached")
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    #expect(report.signatures[0].doubts == [.formatUnknown])
  }

  @Test func `a certificate that had not begun or was over is found`() async throws {
    let bench = try SigningBench()
    for (years, doubt) in [(-1, SignerDoubt.notYetValid), (7, .expired)] {
      let prepared = try Signature.prepare(
        TestPDF.bytes, field: "leader", signerName: "", reason: "", location: "",
        signedAt: Instant(bench.now.civilDate.adding(years: years), hour: 12, minute: 0))
      let pdf = try await prepared.complete(with: try bench.signer(.leader), timestamp: nil)
      let report = await PDFVerification.examine(pdf, trust: try bench.trust)
      #expect(report.signatures[0].doubts == [.signer(doubt)])
    }
  }

  @Test func `a QR key cannot sign documents`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.signed(TestPDF.bytes, "leader", .qr)
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    #expect(report.signatures[0].doubts == [.signer(.purposeWrong)])
  }

  @Test func `a file larger than the limit is not read`() async throws {
    let bench = try SigningBench()
    let report = await PDFVerification.examine(
      TestPDF.bytes, trust: try bench.trust, sizeLimitBytes: 100)
    #expect(report.verdict == .notValid([.unreadable(.tooLarge(limitBytes: 100))]))
  }

  @Test func `deep nesting and circles end`() async throws {
    let bench = try SigningBench()
    let deep = TestPDF.assemble([
      "<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>", "<< /Kids [2 0 R] /Type /Pages >>",
      String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000), "4 0 R",
    ])
    #expect(try await doubts(deep, bench) == .notValid([.unreadable(.nestedTooDeep)]))
    let circle = TestPDF.assemble([
      "<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>", "<< /Kids [2 0 R] /Type /Pages >>",
      "3 0 R",
    ])
    #expect(try await doubts(circle, bench) == .notValid([.unreadable(.objectMalformed(3))]))
    #expect(throws: PDFUnreadable.noPage) {
      try Signature.prepare(
        circle, field: "a", signerName: "", reason: "", location: "", signedAt: bench.now)
    }
  }
}
