import CaseFile
import Handover
import Intake
import Testing
import Vocabulary

@testable import Desk
@testable import Store

@Suite("A holder asks for a correction while their own case about the certificate is under way")
struct AskedTwiceTests {
  private static let line = FieldDispute(
    field: .personBirthPlace, registered: "Cần Thơ", stated: "Hậu Giang", source: .certificate)
  private static let words = "Theo giấy khai sinh."

  @Test(arguments: DeskDatabase.allCases)
  func `the same lines and words are sent once, and others are not taken for them`(
    engine: DeskDatabase
  ) async throws {
    try await engine.released { database in
      let old = try await OldCase.standing(in: database)
      let opened = try await old.correct(in: database) {
        $0.disputes = [Self.line]
        $0.correction = Self.words
      }
      var same = FullRecord.declaration(.number1, .notRequested)
      same.disputes = [Self.line]
      same.correction = Self.words
      #expect(try await Self.ask(.declaration(same), again: old, in: database) == opened)
      var otherWords = same
      otherWords.correction = "Ngày sinh cũng sai."
      var otherLine = same
      otherLine.disputes = [
        FieldDispute(
          field: .personBirthPlace, registered: "Cần Thơ", stated: "Sóc Trăng",
          source: .certificate)
      ]
      var noLine = same
      noLine.disputes = nil
      let unreadable = CorrectionReading.lacking([Lack(at: FieldName(.personName), .missing)])
      for other in [otherWords, otherLine, noLine].map(CorrectionReading.declaration)
        + [unreadable]
      {
        await #expect(throws: Refused.revocation(.proposedAlready)) {
          try await Self.ask(other, again: old, in: database)
        }
      }
    }
  }

  private static func ask(
    _ reading: CorrectionReading, again old: OldCase, in database: Database
  ) async throws -> CaseID {
    try await database.write { transaction in
      let step = try CaseStep(
        on: old.id, version: nil, in: transaction, by: .citizen(old.citizen),
        at: DeskDatabase.now)
      let open = try #require(try step.openCorrection())
      try step.mustAskAgain(reading, as: open)
      return open.caseID
    }
  }
}
