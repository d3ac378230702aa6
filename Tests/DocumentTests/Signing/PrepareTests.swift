import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("Preparing a PDF for a signature")
struct PrepareTests {
  private func prepare(
    _ pdf: [UInt8], field: String = "leader", containerBytes: Int = 4096
  ) throws(PDFUnreadable) -> PreparedSignature {
    try Signature.prepare(
      pdf, field: field, signerName: "Nguyễn Thị Mẫu", reason: "Thử (một) \\ hai", location: "Mẫu",
      signedAt: Instant(CivilDate(2026, 11, 21), hour: 9, minute: 30),
      containerBytes: containerBytes)
  }

  @Test func `the document's own bytes stay as they were`() throws {
    let prepared = try prepare(TestPDF.bytes)
    #expect(prepared.bytes.starts(with: TestPDF.bytes))
  }

  @Test func `the same arguments give the same bytes`() throws {
    #expect(try prepare(TestPDF.bytes) == prepare(TestPDF.bytes))
  }

  @Test func `committed bytes are taken up again with the same digest`() throws {
    let prepared = try prepare(TestPDF.bytes)
    let resumed = try PreparedSignature(resuming: prepared.bytes)
    #expect(resumed == prepared)
  }

  @Test func `a second signature is prepared over the first and resumed`() async throws {
    let bench = try SigningBench()
    let first = try await bench.signed(TestPDF.bytes, "leader", .leader)
    let second = try prepare(first, field: "seal")
    #expect(second.bytes.starts(with: first))
    #expect(try PreparedSignature(resuming: second.bytes) == second)
  }

  @Test func `qpdf finds no fault with what was prepared`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.issued()
    let check = try Tool.run("qpdf", "--check", try bench.write(pdf, "signed.pdf"))
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `the signature dictionary carries name, reason and time as text`() throws {
    let prepared = try prepare(TestPDF.bytes)
    var file = try PDFRevisions(prepared.bytes)
    let object = try file.object(7)
    let dictionary = try #require(object?.dictionary)
    guard case .string(let reason) = dictionary["Reason"] else {
      Issue.record("no reason")
      return
    }
    #expect(utf16Text(reason.dropFirst(2)) == "Thử (một) \\ hai")
    #expect(
      claimedTime(dictionary["M"]) == Instant(CivilDate(2026, 11, 21), hour: 9, minute: 30))
  }

  @Test func `a signed file is nothing to resume`() async throws {
    let bench = try SigningBench()
    let signed = try await bench.signed(TestPDF.bytes, "leader", .leader)
    #expect(throws: PDFUnreadable.notPrepared) { try PreparedSignature(resuming: signed) }
    #expect(throws: PDFUnreadable.notPrepared) { try PreparedSignature(resuming: TestPDF.bytes) }
  }

  @Test func `prepared bytes with one changed range are nothing to resume`() throws {
    var bytes = try prepare(TestPDF.bytes).bytes
    let place = try #require(bytes.firstRange(of: Array("/ByteRange [0 1".utf8)))
    bytes[place.upperBound - 1] = UInt8(ascii: "2")
    #expect(throws: PDFUnreadable.notPrepared) { try PreparedSignature(resuming: bytes) }
  }

  @Test func `a field's name is taken once`() async throws {
    let bench = try SigningBench()
    let signed = try await bench.signed(TestPDF.bytes, "leader", .leader)
    #expect(throws: PDFUnreadable.fieldExists("leader")) { try prepare(signed) }
  }

  @Test(arguments: ["", "a b", "x)", "chữ"])
  func `a field's name is letters, digits and hyphens`(name: String) {
    #expect(throws: PDFUnreadable.fieldNameEmpty) { try prepare(TestPDF.bytes, field: name) }
  }

  @Test func `a cross-reference stream is refused by its name`() throws {
    let bench = try SigningBench()
    let plain = try bench.write(TestPDF.bytes, "plain.pdf")
    try Tool.run("qpdf", "--object-streams=generate", plain, bench.path("stream.pdf")).succeeded()
    let pdf = try bench.read("stream.pdf")
    #expect(throws: PDFUnreadable.crossReferenceStream) { try prepare(pdf) }
  }

  @Test func `an encrypted file is refused`() throws {
    let bench = try SigningBench()
    let plain = try bench.write(TestPDF.bytes, "plain.pdf")
    try Tool.run(
      "qpdf", "--allow-weak-crypto", "--encrypt", "", "x", "128", "--use-aes=y", "--", plain,
      bench.path("locked.pdf")
    ).succeeded()
    let pdf = try bench.read("locked.pdf")
    #expect(throws: PDFUnreadable.encrypted) { try prepare(pdf) }
  }

  @Test func `what is no PDF, or not a whole one, is refused`() {
    #expect(throws: PDFUnreadable.notAPDF) { try prepare([]) }
    #expect(throws: PDFUnreadable.notAPDF) { try prepare(Array(repeating: 0x41, count: 500)) }
    #expect(throws: PDFUnreadable.endMissing) { try prepare(Array(TestPDF.bytes.dropLast(20))) }
    #expect(throws: PDFUnreadable.endMissing) { try prepare(TestPDF.bytes + [0x41]) }
  }

  @Test func `a document without a page is refused`() {
    let pdf = TestPDF.assemble([
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
    ])
    #expect(throws: PDFUnreadable.noPage) { try prepare(pdf) }
  }

  @Test func `a container that is too small stops the signing, with the sizes`() async throws {
    let bench = try SigningBench()
    let prepared = try prepare(TestPDF.bytes, containerBytes: 200)
    let signer = try bench.signer(.leader)
    let fault = await #expect(throws: Fault.self) {
      try await prepared.complete(with: signer, timestamp: nil)
    }
    #expect(fault?.cause.contains("the container 200") == true)
  }
}

private func utf16Text(_ bytes: some Collection<UInt8>) -> String {
  let bytes = Array(bytes)
  let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
  }
  return String(decoding: units, as: UTF16.self)
}
