import Assessment
import CaseFile
import Law
import Records
import Testing
import Vocabulary

@Suite("What is stored with a finding")
struct PayloadTests {
  private static let judgment = Judgment(
    number: "12/2018/HS-ST", pronouncedOn: CivilDate(2018, 3, 20), court: "Tòa án Mẫu",
    offence: "Trộm cắp tài sản", provision: "Điều 173", principalPenalty: "24 tháng tù",
    supplementaryPenalty: "", civilObligations: "", courtFees: "", execution: "Đã xong",
    clearance: .cleared(from: CivilDate(2022, 6, 2)))

  @Test func `a payload of the time before the rules concluded is the finding alone`() throws {
    let finding = RecordFinding(judgments: [Self.judgment], ban: nil, grounds: "Công văn 1")
    let payload = try JournalCodec.value(
      AssessmentPayload.self, from: JournalCodec.bytes(of: finding))
    #expect(payload.finding == finding)
    #expect(payload.conclusions == nil && payload.factsLine == nil)
  }

  @Test func `the facts are stored as a line that the rules read again`() throws {
    let history = ConvictionHistory(
      bornOn: CivilDate(1985, 3, 2), pendingActs: [CivilDate(2026, 1, 5)],
      convictions: [
        Conviction(
          id: "12", judgmentOn: CivilDate(2018, 3, 20), effectiveOn: CivilDate(2018, 4, 20),
          annulledOn: nil, courtExpungedOn: nil, generalAmnestyOn: nil,
          offences: [
            Offence(
              code: .code2015, article: 173, clause: 1, point: "b", gravity: .lessSerious,
              fault: .unknown, committedOn: CivilDate(2018, 1, 2))
          ],
          principal: PrincipalPenalty(
            kind: .imprisonment, months: 24, completed: .on(CivilDate(2020, 6, 1)),
            limitationExpiredOn: CivilDate(2024, 4, 20)),
          supplementary: [SupplementaryPenalty(kind: .practiceBan, completed: .no)],
          obligations: [Obligation(kind: .courtFee, completed: .unknown)])
      ])
    let conclusions = Conclusions(
      asOf: CivilDate(2026, 11, 21), facts: history, uncounted: ["13"],
      versions: .init(
        ruleSet: "law-2009", rules: "1-abc", recordKnownAt: Instant(milliseconds: 5),
        record: "7", lastDocument: "12"),
      judgments: [
        ConcludedJudgment(
          id: "12", origin: .record, words: Self.judgment, status: .needsVerification, from: nil,
          basis: [], overruling: Overruling(standing: .notCleared, reason: "Chưa nộp án phí"))
      ])
    let payload = AssessmentPayload(
      finding: RecordFinding(judgments: [Self.judgment], ban: nil, grounds: "x"),
      conclusions: conclusions, answer: "{}")
    let again = try JournalCodec.value(
      AssessmentPayload.self, from: JournalCodec.bytes(of: payload))
    #expect(again == payload)
    #expect(again.conclusions?.facts == history)
    #expect(again.factsLine?.contains("\"class\":\"lessSerious\"") == true)
  }

  @Test func `facts that the rules cannot read are no facts`() {
    let stored = #"""
      {"finding":{"judgments":[],"grounds":""},"conclusions":{"facts":"{}","uncounted":[],
       "versions":{"ruleSet":"a","rules":"b","recordKnownAt":1},"judgments":[]}}
      """#
    #expect(throws: JournalUnreadable.self) {
      try JournalCodec.value(AssessmentPayload.self, from: Array(stored.utf8))
    }
  }
}
