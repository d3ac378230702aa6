import Intake
import Testing
import Vocabulary

@Suite("Intake: a request for a supplement and its answer")
struct IntakeSupplementTests {
  private func request(
    _ reasons: Set<SupplementReason> = [.paperMissing], words: String = "Xin gửi giấy khai sinh.",
    asked: Int = 0, by officer: ActingOfficer = RoomSample.intake
  ) throws -> SupplementRequest {
    try requestSupplement(
      reasons, words: words, asked: asked, of: RoomSample.agency, by: officer)
  }

  @Test func `whoever has the work asks, everything at once and in one order`() throws {
    let request = try request([.declarationUnclear, .paperMissing], by: RoomSample.assessor)
    #expect(request.reasons == [.paperMissing, .declarationUnclear])
  }

  @Test func `an agency that has asked does not ask again`() {
    #expect(throws: IntakeRefusal.supplementAskedBefore) { try request(asked: 1) }
  }

  @Test func `a request without a reason or without words tells nobody what to do`() {
    #expect(throws: IntakeRefusal.supplementReasonMissing) { try request([]) }
    #expect(throws: IntakeRefusal.supplementReasonMissing) { try request(words: "") }
  }

  @Test func `a leader does not ask, and no officer of another agency`() {
    #expect(throws: IntakeRefusal.notAnIntakeOfficer) { try request(by: RoomSample.leader) }
    let stranger = RoomSample.officer(7, [.intake], agency: RoomSample.otherAgency)
    #expect(throws: IntakeRefusal.otherAgency) { try request(by: stranger) }
  }

  @Test func `an answer is words, or papers, or both, and not nothing`() throws {
    #expect(try answerSupplement(words: "Đã gửi.", papers: 0).words == "Đã gửi.")
    #expect(try answerSupplement(words: "", papers: 1).words.isEmpty)
    #expect(throws: IntakeRefusal.supplementAnswerEmpty) {
      try answerSupplement(words: "", papers: 0)
    }
  }
}
