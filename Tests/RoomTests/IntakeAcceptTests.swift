import Intake
import Law
import Testing
import Vocabulary

@Suite("Intake: the door out")
struct IntakeAcceptTests {
  private let noon = Instant(CivilDate(2026, 11, 21), hour: 12, minute: 0)
  private let due = CivilDate(2026, 12, 1)
  private let paid = FeeSettlement.paid(Dong(200_000), receipt: "BL-0001")

  private func lodged(in agency: String = "stp-cantho") throws -> Lodged {
    var dice = RoomDice(state: 7)
    return Lodged(
      caseID: CaseID(random: &dice),
      number: CaseNumber(
        agencyCode: "000.00.10.H13", day: IntakeFixture.today, sequence: 1),
      agency: try #require(AgencyID(agency)), citizen: CitizenID(random: &dice),
      declaration: try IntakeFixture.declaration(), lodgedAt: noon)
  }

  private func officer(_ roles: Set<Role>, in agency: String = "stp-cantho") throws
    -> ActingOfficer
  {
    var dice = RoomDice(state: 8)
    return ActingOfficer(
      id: OfficerID(random: &dice), agency: try #require(AgencyID(agency)), roles: roles,
      name: "Lê Thị Mẫu", title: "Chuyên viên")
  }

  @Test func `an intake officer accepts a paid application`() throws {
    let officer = try officer([.intake])
    let accepted = try accept(try lodged(), fee: paid, dueOn: due, by: officer, at: noon)
    #expect(accepted.acceptedBy == officer.id)
    #expect(accepted.dueOn == due)
    #expect(try accepted.number == lodged().number)
  }

  @Test func `an exemption with its ground is as good as payment`() throws {
    let exempt = FeeSettlement.exempt(ground: "elderly")
    let accepted = try accept(
      try lodged(), fee: exempt, dueOn: due, by: try officer([.intake]), at: noon)
    #expect(accepted.fee == exempt)
  }

  @Test func `an open fee is refused, and so is one that nothing proves`() throws {
    let (lodged, officer) = (try lodged(), try officer([.intake]))
    let refused: [(FeeSettlement, IntakeRefusal)] = [
      (.open, .feeOpen), (.paid(.zero, receipt: "BL"), .feeUnproven),
      (.paid(Dong(-1), receipt: "BL"), .feeUnproven),
      (.paid(Dong(200_000), receipt: ""), .feeUnproven), (.exempt(ground: ""), .feeUnproven),
    ]
    for (fee, refusal) in refused {
      #expect(throws: refusal) {
        try accept(lodged, fee: fee, dueOn: due, by: officer, at: noon)
      }
    }
  }

  @Test func `only an intake officer of the same agency accepts`() throws {
    let lodged = try lodged()
    #expect(throws: IntakeRefusal.notAnIntakeOfficer) {
      try accept(lodged, fee: paid, dueOn: due, by: officer([.assessor, .leader]), at: noon)
    }
    #expect(throws: IntakeRefusal.otherAgency) {
      try accept(lodged, fee: paid, dueOn: due, by: officer([.intake], in: "stp-hanoi"), at: noon)
    }
  }

  @Test func `an application is forwarded only to another agency that the rules name`() throws {
    let (lodged, officer) = (try lodged(), try officer([.intake]))
    let hanoi = try #require(AgencyID("ca-hanoi"))
    let finding = Competence.find(
      .init(
        nationality: .vietnamese, country: .inVietnam, permanent: PlaceKey(.before, "01"),
        temporary: nil))
    let forwarded = try forward(lodged, standing: .another(finding), to: hanoi, by: officer)
    #expect(forwarded.to == hanoi && forwarded.by == officer.id && forwarded.finding == finding)
    let anywhere = Competence.Standing.anywhere(finding.citation)
    for standing in [.competent, anywhere] {
      #expect(throws: IntakeRefusal.competentHere) {
        try forward(lodged, standing: standing, to: hanoi, by: officer)
      }
    }
    #expect(throws: IntakeRefusal.competentHere) {
      try forward(lodged, standing: .another(finding), to: lodged.agency, by: officer)
    }
    #expect(throws: IntakeRefusal.notAnIntakeOfficer) {
      try forward(
        lodged, standing: .another(finding), to: hanoi, by: self.officer([.assessor, .leader]))
    }
    #expect(throws: IntakeRefusal.otherAgency) {
      try forward(
        lodged, standing: .another(finding), to: hanoi,
        by: self.officer([.intake], in: "ca-hanoi"))
    }
  }

  @Test func `permanent residence is read from the declared address, or not at all`() throws {
    let places = try PlaceDirectory.load()
    var person = try IntakeFixture.declaration().person
    person.permanentResidence = "Số 3 phố Mẫu, phường Đống Đa, thành phố Hà Nội"
    person.temporaryResidence = ""
    let found = try #require(Competence.Residence(person, map: .before, places: places))
    #expect(found.permanent == PlaceKey(.before, "01") && found.temporary == nil)
    person.permanentResidence = "Số 3 phố Mẫu"
    #expect(Competence.Residence(person, map: .before, places: places) == nil)
  }

  @Test func `nothing is accepted before it was lodged or due before it is accepted`() throws {
    let (lodged, officer) = (try lodged(), try officer([.intake]))
    #expect(throws: IntakeRefusal.acceptedBeforeLodged) {
      try accept(lodged, fee: paid, dueOn: due, by: officer, at: noon.adding(seconds: -1))
    }
    #expect(throws: IntakeRefusal.dueBeforeAcceptance) {
      try accept(lodged, fee: paid, dueOn: CivilDate(2026, 11, 20), by: officer, at: noon)
    }
  }

  @Test func `reading an acceptance back checks the same again`() throws {
    let (lodged, officer) = (try lodged(), try officer([.intake]))
    let accepted = try accept(lodged, fee: paid, dueOn: due, by: officer, at: noon)
    let back = try Accepted(
      restoring: lodged, fee: paid, acceptedBy: officer.id, acceptedAt: noon, dueOn: due)
    #expect(back == accepted)
    #expect(throws: IntakeRefusal.feeOpen) {
      try Accepted(
        restoring: lodged, fee: .open, acceptedBy: officer.id, acceptedAt: noon, dueOn: due)
    }
  }
}
