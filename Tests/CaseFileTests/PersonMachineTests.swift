import Assessment
import CaseFile
import Law
import Records
import Testing
import Vocabulary

@Suite("The procedure: who the applicant is in the register")
struct PersonMachineTests {
  private static let accepted: [CaseEvent] = [
    .lodged(Sample.lodging), .feeExempted(ground: "elderly"),
    .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)),
  ]

  private func history(_ more: CaseEvent...) throws -> CaseHistory {
    try CaseHistory.fold(Self.accepted + more)
  }

  @Test func `what is concluded since the register is searched needs a search`() {
    #expect(throws: CaseRefusal.person(.notSearched)) {
      try history(.assessed(by: Sample.anna, persons: 0))
    }
  }

  @Test func `an undecided candidate keeps a case from being concluded`() throws {
    let search = CaseEvent.personSearched(Sample.search([Sample.candidate(.match)]))
    for event in [CaseEvent.assessed(by: Sample.anna, persons: 0), .assessed(by: Sample.anna)] {
      #expect(throws: CaseRefusal.person(.notSettled)) { try history(search, event) }
    }
    let half = CaseEvent.candidateDecided(Sample.decision(.same, by: Sample.anna))
    #expect(throws: CaseRefusal.person(.notSettled)) {
      try history(search, half, .assessed(by: Sample.anna, persons: 1))
    }
    #expect(throws: CaseRefusal.person(.sameOfficer)) { try history(search, half, half) }
    let second = CaseEvent.candidateDecided(Sample.decision(.same, by: Sample.binh))
    #expect(throws: CaseRefusal.person(.notSettled)) {
      try history(search, half, second, .assessed(by: Sample.anna, persons: 0))
    }
    let state = try history(search, half, second, .assessed(by: Sample.anna, persons: 1)).state
    #expect(state.name == .assessed)
  }

  @Test func `somebody who came in since keeps it from being approved and numbered`() throws {
    let clear = CaseEvent.personSearched(Sample.search([]))
    let found = CaseEvent.personSearched(Sample.search([Sample.candidate(.review)]))
    let assessed = CaseEvent.assessed(by: Sample.anna, persons: 0)
    #expect(throws: CaseRefusal.person(.notSettled)) {
      try history(clear, assessed, found, .approved(by: Sample.binh))
    }
    #expect(throws: CaseRefusal.person(.notSettled)) {
      try history(clear, assessed, .approved(by: Sample.binh), found, Sample.issuing[0])
    }
    let back = try history(
      clear, assessed, .approved(by: Sample.binh), found, .reopened(why: .personToDecide))
    #expect(back.state.name == .inAssessment)
  }

  @Test func `two officers who differ are not counted as two who agree`() throws {
    let two: [CaseEvent] = [
      .personSearched(Sample.search([Sample.candidate(.match)])),
      .candidateDecided(Sample.decision(.same, by: Sample.anna)),
      .candidateDecided(Sample.decision(.other, by: Sample.binh)),
    ]
    for verdict in [1, 0] {
      #expect(throws: CaseRefusal.person(.notSettled)) {
        try CaseHistory.fold(
          Self.accepted + two + [.assessed(by: Sample.anna, persons: verdict)])
      }
    }
    #expect(throws: CaseRefusal.person(.sameOfficer)) {
      try CaseHistory.fold(
        Self.accepted + two + [.candidateRuled(Sample.decision(.same, by: Sample.anna))])
    }
    let third: OfficerID = Sample.id(8)
    let ruled = try CaseHistory.fold(
      Self.accepted + two + [.candidateRuled(Sample.decision(.same, by: third))])
    #expect(ruled.person.isSettled)
  }

  @Test func `events of a search read back as they were written`() throws {
    let search = Sample.search([
      SearchedCandidate(
        record: .init(12), edition: 2, outcome: .byHand, weight: nil, isDrawn: true,
        remembered: RememberedDecision(
          caseID: Sample.id(9), verdict: .other, decidedAt: Instant(milliseconds: 5)))
    ])
    for event in [
      CaseEvent.personSearched(search),
      .candidateRuled(Sample.decision(.other, by: Sample.anna, edition: 2)),
      .assessed(by: Sample.anna, overruled: nil, persons: 2),
    ] {
      #expect(try JournalCodec.value(CaseEvent.self, from: JournalCodec.bytes(of: event)) == event)
    }
  }
}
