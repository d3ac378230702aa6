import Assessment
import Decision
import Intake
import Law
import Records
import Testing
import Vocabulary

@Suite("Assessment: no answer is never taken for no record")
struct AssessmentTests {
  @Test(arguments: AgencyBody.allCases)
  func `while one body is silent nothing is concluded`(silent: AgencyBody) throws {
    let answers = RoomSample.bodies.filter { $0 != silent }.map { RoomSample.answer($0) }
    let outcome = try assess(
      try RoomSample.accepted(), person: try personFound(RoomSample.nobody),
      asking: RoomSample.bodies, answers: answers,
      found: RoomSample.found(RoomSample.clean), versions: RoomSample.versions,
      by: RoomSample.assessor, at: RoomSample.now)
    #expect(outcome == .waiting(for: [silent]))
  }

  @Test(arguments: [FiledAnswer.Outcome.record, .doubtful])
  func `a hit or a doubt needs written grounds`(outcome: FiledAnswer.Outcome) throws {
    let answers = [
      RoomSample.answer(.recordsCentre), RoomSample.answer(.police, outcome),
    ]
    let accepted = try RoomSample.accepted()
    #expect(throws: AssessmentRefusal.self) {
      try assess(
        accepted, person: try personFound(RoomSample.nobody), asking: RoomSample.bodies,
        answers: answers,
        found: RoomSample.found(RoomSample.clean), versions: RoomSample.versions,
        by: RoomSample.assessor, at: RoomSample.now)
    }
    let explained = RecordFinding(
      judgments: [], ban: nil, grounds: "Người trùng tên; công văn 12/CV")
    let concluded = try assess(
      accepted, person: try personFound(RoomSample.nobody), asking: RoomSample.bodies,
      answers: answers,
      found: RoomSample.found(explained), versions: RoomSample.versions,
      by: RoomSample.assessor, at: RoomSample.now)
    guard case .assessed = concluded else {
      Issue.record("grounds were given")
      return
    }
  }

  @Test func `a declared conviction that is not found needs written grounds`() throws {
    let declared = DeclaredConviction(
      judgmentNumber: "", judgmentOn: nil, court: "", offence: "Đánh bạc", penalty: "",
      execution: "")
    #expect(throws: AssessmentRefusal.groundsMissing(.personDeclaredConviction)) {
      try RoomSample.assessed(RoomSample.declaration(convictions: [declared]))
    }
  }

  @Test func `only an assessor of the same agency finds`() throws {
    let accepted = try RoomSample.accepted()
    for (officer, refusal) in [
      (RoomSample.leader, AssessmentRefusal.notAnAssessor),
      (RoomSample.officer(8, [.assessor], agency: RoomSample.otherAgency), .otherAgency),
    ] {
      #expect(throws: refusal) {
        try assess(
          accepted, person: try personFound(RoomSample.nobody), asking: [], answers: [],
          found: RoomSample.found(RoomSample.clean),
          versions: RoomSample.versions, by: officer, at: RoomSample.now)
      }
    }
  }

  @Test func `judgments stand in order of time, in whichever order they were typed`() throws {
    let early = RoomSample.judgment(CivilDate(2015, 1, 1))
    let late = RoomSample.judgment(CivilDate(2020, 1, 1))
    let assessed = try RoomSample.assessed(
      RoomSample.declaration(),
      RecordFinding(judgments: [late, early], ban: nil, grounds: "theo trích lục"))
    #expect(assessed.finding.judgments == [early, late])
    #expect(throws: AssessmentRefusal.judgmentsOutOfOrder) {
      try Assessed(
        restoring: assessed.accepted, answers: assessed.answers,
        finding: RecordFinding(judgments: [late, early], ban: nil, grounds: "theo trích lục"),
        conclusions: nil, assessor: assessed.assessor, assessedAt: assessed.assessedAt)
    }
  }

  @Test func `no judgment lies in the future, and each is complete`() throws {
    let early = RoomSample.judgment(CivilDate(2015, 1, 1))
    let future = RoomSample.judgment(CivilDate(2026, 11, 22))
    var nameless = early
    nameless.court = ""
    for (judgments, refusal) in [
      ([future], AssessmentRefusal.judgmentAfterToday(index: 0)),
      ([early, nameless], .judgmentIncomplete(index: 1, field: .court)),
    ] {
      #expect(throws: refusal) {
        try RoomSample.assessed(
          RoomSample.declaration(),
          RecordFinding(judgments: judgments, ban: nil, grounds: "theo trích lục"))
      }
    }
  }
}

@Suite("Law 28/2009/QH12, Article 44: a second person decides")
struct DecisionTests {
  @Test func `the officer who assessed cannot decide, whatever the roles`() throws {
    let accepted = try RoomSample.accepted()
    let outcome = try assess(
      accepted, person: try personFound(RoomSample.nobody), asking: [], answers: [],
      found: RoomSample.found(RoomSample.clean),
      versions: RoomSample.versions, by: RoomSample.everything, at: RoomSample.now)
    guard case .assessed(let assessed) = outcome else {
      Issue.record("nobody was asked")
      return
    }
    #expect(throws: DecisionRefusal.sameOfficer) {
      try approve(
        assessed, acknowledging: [], recheck: today(assessed), by: RoomSample.everything,
        at: RoomSample.now)
    }
    #expect(throws: DecisionRefusal.sameOfficer) {
      try Decided(
        restoring: assessed, decider: RoomSample.everything.id, decidedAt: RoomSample.now)
    }
  }

  @Test func `only a leader of the same agency decides`() throws {
    let assessed = try RoomSample.assessed()
    #expect(throws: DecisionRefusal.notALeader) {
      try approve(
        assessed, acknowledging: [], recheck: today(assessed), by: RoomSample.intake,
        at: RoomSample.now)
    }
    #expect(throws: DecisionRefusal.otherAgency) {
      try approve(
        assessed, acknowledging: [], recheck: today(assessed),
        by: RoomSample.officer(8, [.leader], agency: RoomSample.otherAgency),
        at: RoomSample.now)
    }
  }

  private func today(_ assessed: Assessed) -> Recheck {
    recheck(
      assessed, knowing: RoomSample.found(RoomSample.clean), person: RoomSample.nobody,
      on: RoomSample.now.civilDate)
  }
}

@Suite("Intake: what may be accepted")
struct AcceptanceTests {
  @Test func `an open fee is not accepted`() {
    #expect(throws: IntakeRefusal.feeOpen) {
      try Intake.accept(
        RoomSample.lodged(RoomSample.declaration()), fee: .open,
        dueOn: CivilDate(2026, 12, 1), by: RoomSample.intake, at: RoomSample.now)
    }
  }

  @Test func `only an intake officer of the same agency accepts, and not for yesterday`() {
    let lodged = RoomSample.lodged(RoomSample.declaration())
    for (officer, due, refusal) in [
      (RoomSample.leader, CivilDate(2026, 12, 1), IntakeRefusal.notAnIntakeOfficer),
      (
        RoomSample.officer(8, [.intake], agency: RoomSample.otherAgency),
        CivilDate(2026, 12, 1), .otherAgency
      ),
      (RoomSample.intake, CivilDate(2026, 11, 20), .dueBeforeAcceptance),
    ] {
      #expect(throws: refusal) {
        try Intake.accept(
          lodged, fee: .exempt(ground: "elderly"), dueOn: due, by: officer, at: RoomSample.now)
      }
    }
  }
}
