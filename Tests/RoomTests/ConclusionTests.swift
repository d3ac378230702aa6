import Assessment
import Decision
import Intake
import Issuance
import Law
import Records
import Testing
import Vocabulary

@Suite("Assessment: the rules conclude, and an officer takes it or overrules it")
struct ConclusionTests {
  private static let today = RoomSample.now.civilDate

  private func found(_ judgments: FoundJudgment..., pending: [CivilDate] = []) -> Found {
    Found(judgments: judgments, pendingActs: pending, ban: nil, grounds: "Theo lý lịch tư pháp")
  }

  private func assessed(_ found: Found, at now: Instant = RoomSample.now) throws -> Assessed {
    try RoomSample.assessed(RoomSample.declaration(kind: .number2), found, at: now)
  }

  @Test func `a conclusion that is taken gives the finding its clearance`() throws {
    let paid = found(RoomSample.theft(fee: .on(CivilDate(2020, 7, 1))))
    let assessed = try self.assessed(paid)
    #expect(assessed.finding.judgments.map(\.clearance) == [.cleared(from: CivilDate(2022, 6, 2))])
    #expect(assessed.conclusions?.judgments.first?.status == .expunged)
    #expect(assessed.overruled.isEmpty)
  }

  @Test func `a missing fact is never taken for done`() throws {
    #expect(throws: AssessmentRefusal.needsVerification(index: 0)) {
      try self.assessed(found(RoomSample.theft(fee: .unknown)))
    }
    var nothingKnown = RoomSample.theft(fee: .unknown)
    nothingKnown.facts = nil
    #expect(throws: AssessmentRefusal.needsVerification(index: 0)) {
      try self.assessed(found(nothingKnown))
    }
  }

  @Test func `an overruling needs a reason, and then stands`() throws {
    var judgment = RoomSample.theft(fee: .unknown)
    judgment.overruling = Overruling(standing: .cleared(from: CivilDate(2022, 6, 2)), reason: "")
    #expect(throws: AssessmentRefusal.overrulingReasonMissing(index: 0)) {
      try self.assessed(found(judgment))
    }
    judgment.overruling?.reason = "Biên lai án phí số 7"
    let assessed = try self.assessed(found(judgment))
    #expect(assessed.overruled == ["12"])
    #expect(assessed.conclusions?.judgments.first?.status == .needsVerification)
    #expect(assessed.finding.judgments.map(\.clearance) == [.cleared(from: CivilDate(2022, 6, 2))])
  }

  @Test func `a judgment that never counted is kept with the finding and printed nowhere`() throws {
    var judgment = RoomSample.theft(fee: .no)
    judgment.facts?.offences[0].fault = .negligent
    let assessed = try self.assessed(found(judgment))
    #expect(assessed.finding.judgments.isEmpty)
    #expect(assessed.conclusions?.judgments.map(\.status) == [.neverCounted])
  }

  @Test func `a judgment of which too little is known keeps others from being cleared`() throws {
    var unknown = RoomSample.theft("13", fee: .no)
    unknown.facts = nil
    unknown.overruling = Overruling(standing: .notCleared, reason: "Theo tàng thư")
    #expect(throws: AssessmentRefusal.needsVerification(index: 0)) {
      try self.assessed(found(RoomSample.theft(fee: .on(CivilDate(2020, 7, 1))), unknown))
    }
  }

  @Test func `a prosecution that is pending keeps a conviction from being cleared`() throws {
    let judgment = RoomSample.theft(fee: .on(CivilDate(2020, 7, 1)))
    #expect(throws: AssessmentRefusal.needsVerification(index: 0)) {
      try self.assessed(found(judgment, pending: [CivilDate(2021, 1, 1)]))
    }
  }

  @Test func `facts that cannot be are refused with their field`() throws {
    var judgment = RoomSample.theft(fee: .no)
    judgment.facts?.effectiveOn = CivilDate(2017, 1, 1)
    #expect(throws: AssessmentRefusal.factsImpossible(index: 0, field: "effectiveOn")) {
      try self.assessed(found(judgment))
    }
  }

  @Test func `a record whose documents are not settled clears nobody`() throws {
    let empty = Found(
      judgments: [], unsettled: [ExpungementRun.person], ban: nil, grounds: "x")
    #expect(throws: AssessmentRefusal.recordUnsettled) { try self.assessed(empty) }
    let undated = Found(judgments: [], unsettled: ["44"], ban: nil, grounds: "x")
    #expect(throws: AssessmentRefusal.recordUnsettled) { try self.assessed(undated) }
  }

  @Test func `which single fact would change the conclusion`() throws {
    let run = try conclude(
      found(RoomSample.theft(fee: .unknown)), bornOn: CivilDate(1990, 1, 31), on: Self.today)
    #expect(run.missing(about: 0).map(\.field) == ["convictions[0].obligations[0].completed"])
    let known = try conclude(
      found(RoomSample.theft(fee: .no)), bornOn: CivilDate(1990, 1, 31), on: Self.today)
    #expect(known.missing(about: 0).isEmpty)
  }

  @Test func `an answer taken over does not replace a day of the record`() {
    let facts = RoomSample.theft(fee: .on(CivilDate(2020, 7, 1))).facts
    let question = FactQuestion(
      inquiry: RoomSample.id(7), holder: .civilEnforcement, conviction: "12",
      part: .obligation(0), kind: "courtFee",
      judgment: AskedJudgment(number: "1", pronouncedOn: Self.today, court: "x"))
    let filed = FiledFact(
      inquiry: RoomSample.id(7), value: "2021-01-01", reference: "1", note: "",
      answeredOn: Self.today, source: .message)
    let taken = TakenFact(question, filed)
    #expect(taken != nil)
    #expect(facts?.learning([taken].compactMap { $0 }) == facts)
    var unknown = facts
    unknown?.obligations[0].completed = .unknown
    #expect(
      unknown?.learning([taken].compactMap { $0 }).obligations.map(\.completed)
        == [.on(CivilDate(2021, 1, 1))])
    var silent = filed
    silent.value = "unknown"
    #expect(TakenFact(question, silent) == nil)
  }

  @Test func `what was stored and does not hold together is not read back`() throws {
    let assessed = try self.assessed(found(RoomSample.theft(fee: .on(CivilDate(2020, 7, 1)))))
    #expect(throws: AssessmentRefusal.findingIsNotTheConclusions) {
      try Assessed(
        restoring: assessed.accepted, answers: assessed.answers, finding: RoomSample.clean,
        conclusions: assessed.conclusions, assessor: assessed.assessor,
        assessedAt: assessed.assessedAt)
    }
  }
}

@Suite("Between finding and signature: a conclusion holds on its day")
struct RecheckTests {
  /// Cleared from 2 June 2022.
  private static let found = Found(
    judgments: [RoomSample.theft(fee: .on(CivilDate(2020, 7, 1)))], ban: nil, grounds: "x")
  private static let dayBefore = Instant(CivilDate(2022, 6, 1), hour: 9, minute: 0)

  private func assessed(at now: Instant) throws -> Assessed {
    let accepted = try self.accepted(at: now)
    let outcome = try assess(
      accepted, person: try RoomSample.person(of: Self.found), asking: [], answers: [],
      found: Self.found, versions: RoomSample.versions,
      by: RoomSample.assessor, at: now)
    guard case .assessed(let assessed) = outcome else { throw RoomSample.StillWaiting() }
    return assessed
  }

  private func accepted(at now: Instant) throws -> Accepted {
    try Accepted(
      restoring: RoomSample.lodged(RoomSample.declaration()),
      fee: .paid(Dong(200_000), receipt: "1"), acceptedBy: RoomSample.intake.id,
      acceptedAt: RoomSample.now, dueOn: CivilDate(2026, 12, 1))
  }

  @Test func `the day before clearance it stands, and the next day it must be found again`()
    throws
  {
    let assessed = try self.assessed(at: Self.dayBefore)
    #expect(assessed.finding.judgments.map(\.clearance) == [.notCleared])
    let same = recheck(
      assessed, knowing: Self.found, person: RoomSample.nobody, on: Self.dayBefore.civilDate)
    #expect(same.changed.isEmpty)
    let next = CivilDate(2022, 6, 2)
    let later = recheck(assessed, knowing: Self.found, person: RoomSample.nobody, on: next)
    #expect(later.changed == ["12"])
    #expect(throws: DecisionRefusal.conclusionChanged) {
      try approve(
        assessed, acknowledging: [], recheck: later, by: RoomSample.leader,
        at: Instant(next, hour: 9, minute: 0))
    }
    let decided = try approve(
      assessed, acknowledging: [], recheck: same, by: RoomSample.leader, at: Self.dayBefore)
    #expect(throws: IssuanceRefusal.conclusionChanged) {
      try compose(decided, number: "1", issuedOn: next, recheck: later)
    }
    #expect(throws: IssuanceRefusal.conclusionChanged) {
      try compose(decided, number: "1", issuedOn: next, recheck: same)
    }
    let printed = try compose(
      decided, number: "1", issuedOn: Self.dayBefore.civilDate, recheck: same)
    #expect(printed.criminalRecord == .judgments(assessed.finding.judgments))
  }

  @Test func `a judgment that came in since is a change, and so is a corrected day`() throws {
    let now = RoomSample.now
    let assessed = try self.assessed(at: now)
    var more = Self.found
    more.judgments.append(RoomSample.theft("40", fee: .no))
    #expect(
      recheck(assessed, knowing: more, person: RoomSample.nobody, on: now.civilDate).changed == [
        "40"
      ])
    var corrected = Self.found
    corrected.judgments[0].facts?.principal.completed = .on(CivilDate(2020, 7, 2))
    #expect(
      recheck(assessed, knowing: corrected, person: RoomSample.nobody, on: now.civilDate).changed
        == ["12"])
    var banned = Self.found
    banned.ban = RoomSample.ban(until: nil)
    #expect(
      recheck(assessed, knowing: banned, person: RoomSample.nobody, on: now.civilDate).changed == [
        "ban"
      ])
  }

  @Test func `an overruling that was not seen is not approved`() throws {
    var found = Self.found
    found.judgments[0].overruling = Overruling(standing: .notCleared, reason: "Phạm tội mới")
    let assessed = try RoomSample.assessed(RoomSample.declaration(), found)
    let check = recheck(
      assessed, knowing: found, person: RoomSample.nobody, on: RoomSample.now.civilDate)
    #expect(throws: DecisionRefusal.overrulingNotAcknowledged("12")) {
      try approve(
        assessed, acknowledging: ["13"], recheck: check, by: RoomSample.leader,
        at: RoomSample.now)
    }
    let decided = try approve(
      assessed, acknowledging: ["12"], recheck: check, by: RoomSample.leader, at: RoomSample.now)
    #expect(decided.assessed.finding.judgments.map(\.clearance) == [.notCleared])
  }
}
