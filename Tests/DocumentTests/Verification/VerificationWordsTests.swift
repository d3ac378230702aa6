import Foundation
import Testing
import Vocabulary

@testable import Document

@Suite("The words of an examination")
struct VerificationWordsTests {
  @Test(arguments: Language.allCases)
  func `every doubt has a sentence of its own in both languages`(language: Language) {
    var seen: Set<String> = []
    for doubt in Every.signatureDoubts {
      let sentence = VerificationWords.sentence(doubt, in: language)
      #expect(sentence.hasSuffix("."), "\(sentence)")
      #expect(seen.insert(sentence).inserted, "twice: \(sentence)")
    }
    for reason in Every.reasons {
      let sentence = VerificationWords.sentence(.unreadable(reason), in: language)
      #expect(sentence.hasSuffix("."), "\(sentence)")
      #expect(seen.insert(sentence).inserted, "twice: \(sentence)")
    }
  }

  @Test func `no sentence is the same in both languages`() {
    for doubt in Every.signatureDoubts {
      #expect(
        VerificationWords.sentence(doubt, in: .vietnamese)
          != VerificationWords.sentence(doubt, in: .english))
    }
    for reason in Every.reasons {
      #expect(
        VerificationWords.sentence(reason, in: .vietnamese)
          != VerificationWords.sentence(reason, in: .english))
    }
  }

  @Test func `a sound file is told with signers, times and what was not looked up`() async throws {
    let bench = try SigningBench()
    let report = await PDFVerification.examine(
      try await bench.issued(), trust: try bench.trust, requiring: ["leader", "seal"])
    let text = VerificationWords.lines(report, in: .english).joined(separator: "\n")
    #expect(text.hasPrefix("VALID."))
    #expect(text.contains("“leader”: Nguyễn Thị Mẫu, Giám đốc, Sở Tư pháp tỉnh Mẫu"))
    #expect(text.contains("“seal”: Sở Tư pháp tỉnh Mẫu"))
    #expect(text.contains("states \(bench.now.vietnamese) (Vietnamese time); there is no"))
    #expect(text.contains("there is no timestamp (B-B)"))
    #expect(text.contains("DEMO key"))
    #expect(text.contains("whether a certificate was revoked was not looked up"))
    #expect(text.contains(report.digest))
  }

  @Test func `a timestamped file names the authority`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.issued(timestamp: try bench.timestamps())
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    let text = VerificationWords.lines(report, in: .vietnamese).joined(separator: "\n")
    #expect(text.hasPrefix("HỢP LỆ."))
    #expect(text.contains("Dấu thời gian"))
    #expect(text.contains("Lý Lịch DEMO timestamp"))
    #expect(text.contains("PAdES B-T"))
  }

  @Test func `a timestamp that nobody trusts is not passed over in silence`() async throws {
    let bench = try SigningBench()
    let pdf = try await bench.issued(timestamp: try bench.timestamps())
    let report = await PDFVerification.examine(pdf, trust: [])
    let text = VerificationWords.lines(report, in: .english).joined(separator: "\n")
    #expect(text.contains("There is a timestamp, but it cannot be relied on"))
    #expect(!text.contains("there is no timestamp"))
  }

  @Test func `one changed byte is told, and the file is not valid`() async throws {
    let bench = try SigningBench()
    var pdf = try await bench.issued()
    let place = try #require(Array(pdf).firstRange(of: Array("BAN MAU".utf8)))
    pdf[place.lowerBound] = UInt8(ascii: "C")
    let report = await PDFVerification.examine(pdf, trust: try bench.trust)
    let english = VerificationWords.lines(report, in: .english)
    #expect(english.first?.hasPrefix("NOT VALID.") == true)
    #expect(english.contains { $0.contains("At least one signed byte was changed") })
    #expect(english.contains(VerificationWords.revocation(in: .english)))
  }

  @Test func `what is no PDF, and what nobody signed, is told so`() async throws {
    let junk = await PDFVerification.examine(Array("hello".utf8), trust: [])
    #expect(
      VerificationWords.lines(junk, in: .english).contains { $0.contains("no PDF file") })
    let unsigned = await PDFVerification.examine(TestPDF.bytes, trust: [])
    #expect(VerificationWords.lines(unsigned, in: .english)[0].hasPrefix("NOT SIGNED."))
    for report in [junk, unsigned] {
      #expect(
        VerificationWords.lines(report, in: .vietnamese)
          .contains(VerificationWords.revocation(in: .vietnamese)))
    }
  }

  @Test func `a hostile field name steers no terminal and turns no text around`() {
    let hostile = "a\u{1B}[2J\u{202E}b\n" + String(repeating: "x", count: 500)
    let sentence = VerificationWords.sentence(.fieldMissing(hostile), in: .english)
    #expect(!sentence.unicodeScalars.contains("\u{1B}"))
    #expect(!sentence.unicodeScalars.contains("\u{202E}"))
    #expect(!sentence.contains("\n"))
    #expect(sentence.count < 250)
  }
}

/// One value of every case.
private enum Every {
  static let signers: [SignerDoubt] = [
    .contentTypeWrong, .digestMismatch, .signatureMismatch, .algorithmNotAccepted,
    .keyTooWeak, .certificateMissing, .certificateNotBound, .untrusted, .notYetValid, .expired,
    .purposeWrong,
  ]

  static let signatureDoubts: [SignatureDoubt] =
    [
      .byteRangeMalformed, .gapIsNotContents, .formatUnknown, .coversNoRevision,
      .changedAfterwards(object: 7), .containerMalformed, .timestampMalformed, .timeMissing,
    ] + signers.map { .signer($0) } + signers.map { .timestamp($0) }

  static let reasons: [PDFUnreadable] = [
    .notAPDF, .tooLarge(limitBytes: 9), .endMissing, .crossReferenceStream,
    .crossReferenceMalformed(offset: 9), .encrypted, .tooManyRevisions(limit: 9),
    .revisionsOutOfOrder, .objectMissing(9), .objectMalformed(9), .syntax(offset: 9),
    .duplicateKey("K"), .nestedTooDeep, .tooComplex, .noPage, .fieldExists("f"), .fieldNameEmpty,
    .formUnsupported, .notPrepared,
  ]
}
