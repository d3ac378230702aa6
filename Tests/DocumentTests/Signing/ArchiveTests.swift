import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("A signed document stays fit for the archive")
struct ArchiveTests {
  /// The smallest PDF/A-1b: an empty page, metadata and a colour profile.
  private func archivable() throws -> [UInt8] {
    let icc = projectRoot.appendingPathComponent("Sources/Document/Resources/sRGB.icc")
    let profile = hexText(Array(try Data(contentsOf: icc)))
    let metadata = """
      <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>
      """
    return TestPDF.assemble([
      "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /OutputIntents [<< /Type /OutputIntent"
        + " /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 5 0 R >>] >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
      "<< /Type /Metadata /Subtype /XML /Length \(metadata.utf8.count) >>"
        + "\nstream\n\(metadata)\nendstream",
      "<< /N 3 /Filter /ASCIIHexDecode /Length \(profile.utf8.count + 1) >>"
        + "\nstream\n\(profile)>\nendstream",
      "<< >>",
    ])
  }

  @Test func `PDF/A-1b before the signatures is PDF/A-1b after them, by Preflight`() async throws {
    let bench = try SigningBench()
    let plain = try archivable()
    let first = try await bench.signed(plain, "leader", .leader, try bench.timestamps())
    let second = try await bench.signed(first, "seal", .seal, try bench.timestamps())
    let script = projectRoot.appendingPathComponent("scripts/preflight").path
    for (name, pdf) in [("plain.pdf", plain), ("first.pdf", first), ("second.pdf", second)] {
      let verdict = try Tool.run("bash", script, try bench.write(pdf, name))
      #expect(verdict.status == 0, "\(name): \(verdict.output)")
    }
  }
}
