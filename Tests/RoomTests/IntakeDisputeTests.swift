import Intake
import Law
import Testing
import Vocabulary

@Suite("Intake: what a register filled in is not changed silently")
struct IntakeDisputeTests {
  private static let registered: [FormField: String] = [
    .personSex: "male", .personPermanentResidence: "Số 9 đường Cũ, TP. Cần Thơ",
    .fatherName: "Nguyễn Văn  Cha",
  ]

  private func known(papers: Set<PaperPurpose>) -> KnownFacts {
    KnownFacts(identity: nil, papers: papers, registered: Self.registered)
  }

  @Test func `a changed field is a dispute, with both values, and wants a paper`() throws {
    #expect(
      IntakeFixture.lacks(known: known(papers: []))
        == [try IntakeFixture.lack("papers", .paperMissing(.correction))])
    let declaration = try IntakeFixture.declaration(known: known(papers: [.correction]))
    #expect(
      declaration.disputes == [
        FieldDispute(
          field: .personPermanentResidence, registered: "Số 9 đường Cũ, TP. Cần Thơ",
          stated: "Số 1 đường 30 Tháng 4, phường Ninh Kiều, TP. Cần Thơ")
      ])
  }

  @Test func `what agrees but for spaces is no dispute`() throws {
    let declaration = try IntakeFixture.declaration(
      ["person.permanentResidence": " Số 9 đường Cũ,  TP. Cần Thơ "], known: known(papers: []))
    #expect(declaration.disputes == nil)
  }

  @Test func `the officer's decision says what is printed, and both values stay`() throws {
    let declaration = try IntakeFixture.declaration(
      ["father.name": "Nguyễn Văn Chá"], known: known(papers: [.correction]))
    let decided = declaration.taking([
      .fatherName: .register, .personPermanentResidence: .person,
    ])
    #expect(decided.family.father?.name.text == "Nguyễn Văn Cha")
    #expect(decided.person.permanentResidence == declaration.person.permanentResidence)
    #expect(decided.disputes == declaration.disputes && declaration.disputes?.count == 2)
  }

  @Test func `nothing is accepted before somebody has said who is right`() throws {
    let declaration = try IntakeFixture.declaration(known: known(papers: [.correction]))
    #expect(throws: IntakeRefusal.fieldUndecided) { try accept(declaration) }
    #expect(throws: IntakeRefusal.fieldUndecided) { try accept(declaration, [.personSex]) }
    #expect(throws: Never.self) { try accept(declaration, [.personPermanentResidence]) }
  }

  @Test func `a tie that is only claimed is not accepted`() throws {
    let child = try IntakeFixture.declaration(
      IntakeRepresentativeTests.mother, known: try IntakeRepresentativeTests.identity())
    #expect(throws: IntakeRefusal.linkUnproven) { try accept(child) }
    for link in [LinkProof.register, .officer(RoomSample.intake.id)] {
      #expect(throws: Never.self) { try accept(child, link: link) }
    }
  }

  @Test func `a declaration of the time before disputes still reads`() throws {
    let declaration = try IntakeFixture.declaration()
    #expect(
      declaration.disputes == nil && declaration.taking([.personSex: .register]) == declaration)
  }

  @Test func `what the e-identity states is disputed with a paper too, and never edited`() throws {
    let identity = VerifiedIdentity(
      nationalID: try NationalID("092090123456"), name: try PersonName("Nguyễn Văn Sai"),
      birthDate: .year(1990))
    let prefill = Prefill.from(identity, register: .silent)
    #expect(Set(prefill.registered.keys) == [.personName, .personBirthDate, .paperNumber])
    func known(_ papers: Set<PaperPurpose>) -> KnownFacts {
      KnownFacts(identity: identity, papers: papers, registered: prefill.registered)
    }
    let typed = [
      "person.name": "Nguyễn Văn Đúng", "person.birthDate": "5/9/1990",
    ]
    #expect(
      IntakeFixture.lacks(typed, known: known([]))
        == [try IntakeFixture.lack("papers", .paperMissing(.correction))])
    let declaration = try IntakeFixture.declaration(typed, known: known([.correction]))
    #expect(
      declaration.disputes == [
        FieldDispute(
          field: .personName, registered: "Nguyễn Văn Sai", stated: "Nguyễn Văn Đúng",
          source: .identity)
      ])
    #expect(declaration.taking([.personName: .register]).person.name.text == "Nguyễn Văn Sai")
    #expect(throws: IntakeRefusal.fieldUndecided) { try accept(declaration) }
    // Only written otherwise: no dispute.
    let same = try IntakeFixture.declaration(
      typed.merging(["person.name": "NGUYỄN VĂN SAI"]) { $1 }, known: known([]))
    #expect(same.disputes == nil)
  }

  private func accept(
    _ declaration: Declaration, _ decided: Set<FormField> = [], link: LinkProof = .open
  ) throws {
    _ = try Intake.accept(
      RoomSample.lodged(declaration), fee: .paid(Dong(200_000), receipt: "1"),
      dueOn: CivilDate(2026, 12, 1), decided: decided, link: link, by: RoomSample.intake,
      at: RoomSample.now)
  }
}
