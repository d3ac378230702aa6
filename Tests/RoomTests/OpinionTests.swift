import Assessment
import Decision
import Law
import Records
import Testing
import Vocabulary

@Suite("Assessment: who the applicant is in the register is decided by people")
struct OpinionTests {
  private static let record = RecordID(12)
  private static let second = RoomSample.officer(5, [.assessor])

  private func decide(
    _ verdict: PersonVerdict, by officer: ActingOfficer, in identification: inout Identification,
    because reason: String = "cùng số cũ", edition: Int = 1
  ) throws {
    let opinion = try Assessment.decide(
      verdict, because: reason, on: Self.record, edition: edition, in: identification,
      of: RoomSample.agency, by: officer)
    try identification.add(opinion, on: Self.record, edition: edition)
  }

  @Test func `a register that was not searched says nothing`() {
    #expect(throws: PersonRefusal.notSearched) { try personFound(Identification()) }
  }

  @Test func `a clear search needs no officer, and holds no record`() throws {
    #expect(try personFound(RoomSample.nobody).records == [])
  }

  @Test func `a list that was cut short is not clear`() {
    var search = RoomSample.search([])
    search.isCapped = true
    var identification = Identification()
    identification.add(search)
    #expect(search.outcome == .review)
    #expect(throws: PersonRefusal.notSettled) { try personFound(identification) }
  }

  @Test func `one officer turns a review candidate away`() throws {
    var found = RoomSample.searched([RoomSample.candidate()])
    #expect(throws: PersonRefusal.notSettled) { try personFound(found) }
    try decide(.other, by: RoomSample.assessor, in: &found)
    #expect(try personFound(found).records == [])
  }

  @Test func `a record is laid to the applicant by two`() throws {
    var found = RoomSample.searched([RoomSample.candidate()])
    try decide(.same, by: RoomSample.assessor, in: &found)
    #expect(throws: PersonRefusal.notSettled) { try personFound(found) }
    #expect(throws: PersonRefusal.sameOfficer) {
      try decide(.same, by: RoomSample.assessor, in: &found)
    }
    try decide(.same, by: Self.second, in: &found)
    #expect(try personFound(found).records == [Self.record])
  }

  @Test(arguments: [PersonVerdict.same, .other])
  func `a match needs two, whatever the first says`(verdict: PersonVerdict) throws {
    var found = RoomSample.searched([RoomSample.candidate(12, .match)])
    try decide(verdict, by: RoomSample.assessor, in: &found)
    #expect(found.candidates[0].standing == .second)
    try decide(verdict, by: Self.second, in: &found)
    #expect(found.candidates[0].standing == .decided(verdict))
  }

  @Test func `a drawn candidate needs two, so that being asked second tells nothing`() throws {
    var found = RoomSample.searched([RoomSample.candidate(isDrawn: true)])
    try decide(.other, by: RoomSample.assessor, in: &found)
    #expect(found.candidates[0].standing == .second)
  }

  @Test func `where two differ, a leader who is neither decides`() throws {
    var found = RoomSample.searched([RoomSample.candidate(12, .match)])
    try decide(.same, by: RoomSample.assessor, in: &found)
    try decide(.other, by: RoomSample.everything, in: &found)
    #expect(found.candidates[0].standing == .leader)
    for (officer, refusal) in [
      (RoomSample.everything, PersonRefusal.sameOfficer),
      (Self.second, PersonRefusal.roleMissing(.leader)),
    ] {
      #expect(throws: refusal) {
        try rule(
          .same, because: "x", on: Self.record, edition: 1, in: found, of: RoomSample.agency,
          by: officer)
      }
    }
    #expect(throws: PersonRefusal.leaderDecides) {
      try decide(.same, by: Self.second, in: &found)
    }
    let ruling = try rule(
      .other, because: "tên mẹ khác", on: Self.record, edition: 1, in: found,
      of: RoomSample.agency, by: RoomSample.leader)
    try found.rule(ruling, on: Self.record, edition: 1)
    #expect(try personFound(found).records == [])
  }

  @Test func `a leader has nothing to decide before two have looked, and must decide then`() throws
  {
    var found = RoomSample.searched([RoomSample.candidate(12, .match)])
    try decide(.same, by: RoomSample.assessor, in: &found)
    #expect(throws: PersonRefusal.nothingToRule) {
      try rule(
        .other, because: "x", on: Self.record, edition: 1, in: found, of: RoomSample.agency,
        by: RoomSample.leader)
    }
    try decide(.other, by: Self.second, in: &found)
    #expect(throws: PersonRefusal.rulingDecidesNothing) {
      try rule(
        .cannotTell, because: "x", on: Self.record, edition: 1, in: found,
        of: RoomSample.agency, by: RoomSample.leader)
    }
  }

  @Test func `cannot tell decides nothing, and its officer may say more later`() throws {
    var found = RoomSample.searched([RoomSample.candidate()])
    try decide(.cannotTell, by: RoomSample.assessor, in: &found)
    #expect(found.candidates[0].standing == .first)
    try decide(.other, by: RoomSample.assessor, in: &found)
    #expect(found.candidates[0].standing == .decided(.other))
    var unsure = RoomSample.searched([RoomSample.candidate()])
    try decide(.cannotTell, by: RoomSample.assessor, in: &unsure)
    try decide(.cannotTell, by: Self.second, in: &unsure)
    #expect(unsure.candidates[0].standing == .leader)
  }

  @Test func `a decision needs a reason, a role and the case's agency`() {
    var found = RoomSample.searched([RoomSample.candidate()])
    #expect(throws: PersonRefusal.reasonMissing) {
      try decide(.other, by: RoomSample.assessor, in: &found, because: "")
    }
    #expect(throws: PersonRefusal.roleMissing(.assessor)) {
      try decide(.other, by: RoomSample.intake, in: &found)
    }
    #expect(throws: PersonRefusal.otherAgency) {
      try decide(
        .other, by: RoomSample.officer(8, [.assessor], agency: RoomSample.otherAgency), in: &found)
    }
  }

  @Test func `a decision is about what was compared, and not about what it became`() throws {
    var found = RoomSample.searched([RoomSample.candidate()])
    try decide(.other, by: RoomSample.assessor, in: &found)
    found.add(RoomSample.search([RoomSample.candidate()]))
    #expect(found.isSettled)
    found.add(RoomSample.search([RoomSample.candidate(edition: 2)]))
    #expect(!found.isSettled)
    #expect(throws: PersonRefusal.otherEdition) {
      try decide(.other, by: RoomSample.assessor, in: &found, edition: 1)
    }
    try decide(.other, by: RoomSample.assessor, in: &found, edition: 2)
    #expect(found.isSettled)
  }

  @Test func `a remembered decision is not asked again`() throws {
    let memory = RememberedDecision(
      caseID: RoomSample.id(7), verdict: .same, decidedAt: RoomSample.now)
    var found = RoomSample.searched([RoomSample.candidate(remembered: memory)])
    #expect(try personFound(found).records == [Self.record])
    #expect(throws: PersonRefusal.decidedAlready) {
      try decide(.other, by: RoomSample.assessor, in: &found)
    }
  }

  @Test func `who came into the register since keeps a finding from being signed`() throws {
    let assessed = try RoomSample.assessed()
    let found = RoomSample.found(RoomSample.clean)
    let day = RoomSample.now.civilDate
    #expect(
      recheck(assessed, knowing: found, person: RoomSample.nobody, on: day).changed.isEmpty)
    let somebody = RoomSample.searched([RoomSample.candidate()])
    let changed = recheck(assessed, knowing: found, person: somebody, on: day)
    #expect(changed.changed == [Recheck.person])
    #expect(throws: DecisionRefusal.conclusionChanged) {
      try approve(
        assessed, acknowledging: [], recheck: changed, by: RoomSample.leader, at: RoomSample.now)
    }
  }

  @Test func `a record's judgment is not concluded from unless the record is the applicant's`()
    throws
  {
    let theft = Found(
      judgments: [RoomSample.theft(fee: .on(CivilDate(2020, 7, 1)))], ban: nil, grounds: "x")
    #expect(throws: AssessmentRefusal.recordOfNobody) {
      try assess(
        try RoomSample.accepted(), person: try personFound(RoomSample.nobody), asking: [],
        answers: [], found: theft, versions: RoomSample.versions, by: RoomSample.assessor,
        at: RoomSample.now)
    }
  }

  @Test func `a dispute is put to two officers, and to a leader where they differ`() throws {
    var dispute = PersonDispute(
      openedAt: RoomSample.now, officers: [RoomSample.officer(8, []).id])
    func say(_ verdict: PersonVerdict, _ officer: ActingOfficer) throws -> Opinions.Opinion {
      try Assessment.decide(
        verdict, because: "x", in: dispute, of: RoomSample.agency, by: officer)
    }
    try dispute.opinions.add(try say(.other, RoomSample.assessor))
    #expect(dispute.opinions.standing == .second)
    #expect(throws: PersonRefusal.sameOfficer) { try say(.other, RoomSample.assessor) }
    try dispute.opinions.add(try say(.same, RoomSample.everything))
    #expect(dispute.opinions.standing == .leader)
    #expect(throws: PersonRefusal.roleMissing(.leader)) { try say(.same, Self.second) }
    try dispute.opinions.rule(try say(.other, RoomSample.leader))
    #expect(dispute.opinions.standing == .decided(.other))
  }

  @Test func `who found, approved or said who the person is does not judge the dispute`() {
    let own = RoomSample.everything
    let dispute = PersonDispute(openedAt: RoomSample.now, officers: [own.id])
    #expect(throws: PersonRefusal.ownCase) {
      try Assessment.decide(
        .other, because: "x", in: dispute, of: RoomSample.agency, by: own)
    }
  }
}
