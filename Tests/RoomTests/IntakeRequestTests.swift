import Intake
import Testing
import Vocabulary

@Suite("Intake: reading convictions, the request and the identity")
struct IntakeRequestTests {
  @Test func `a conviction needs court, offence and penalty`() throws {
    #expect(
      IntakeFixture.lacks(["convictions[0].judgmentNumber": "12/2010/HSST"]) == [
        try IntakeFixture.lack("convictions[0].court", .missing),
        try IntakeFixture.lack("convictions[0].offence", .missing),
        try IntakeFixture.lack("convictions[0].penalty", .missing),
      ])
    let read = try IntakeFixture.declaration([
      "convictions[0].court": "", "convictions[1].court": "TAND huyện Cai Lậy",
      "convictions[1].offence": "Trộm cắp tài sản", "convictions[1].penalty": "06 tháng tù",
      "convictions[1].judgmentOn": "12/3/2010",
    ])
    #expect(read.convictions.count == 1)
    #expect(read.convictions.first?.judgmentOn == CivilDate(2010, 3, 12))
  }

  @Test func `a judgment before the birth is a lack`() throws {
    let lacks = IntakeFixture.lacks([
      "convictions[0].court": "TAND", "convictions[0].offence": "Trộm cắp",
      "convictions[0].penalty": "Tù", "convictions[0].judgmentOn": "01/01/1980",
    ])
    #expect(lacks == [try IntakeFixture.lack("convictions[0].judgmentOn", .beforeBirth)])
  }

  @Test func `number 2 always states bans, and says whom it is for`() throws {
    let changes = [
      "request.kind": "number2", "request.purpose": "self",
      "request.banConfirmation": "notRequested",
    ]
    #expect(try IntakeFixture.declaration(changes).request.banConfirmation == .requested)
    #expect(
      try IntakeFixture.warnings(changes).map(\.reason) == [
        .number2IsForYouAlone, .banAlwaysOnNumber2,
      ])
  }

  @Test func `a purpose is on the list and fits the certificate`() throws {
    #expect(
      IntakeFixture.lacks(["request.purpose": "spying"]) == [
        try IntakeFixture.lack("request.purpose", .purposeUnknown)
      ])
    #expect(
      IntakeFixture.lacks(["request.kind": "number2"]) == [
        try IntakeFixture.lack("request.purpose", .purposeNotFor(.number2))
      ])
  }

  @Test func `another purpose is said in words, a listed one is not`() throws {
    #expect(
      IntakeFixture.lacks(["request.purpose": "other"]) == [
        try IntakeFixture.lack("request.purposeNote", .missing)
      ])
    let said = try IntakeFixture.declaration([
      "request.purpose": "other", "request.purposeNote": "Nhận nuôi chim",
    ])
    #expect(said.request.purposeNote == "Nhận nuôi chim")
    let listed = try IntakeFixture.declaration(["request.purposeNote": "còn sót"])
    #expect(listed.request.purposeNote == "")
  }

  @Test(
    arguments: [
      ("0", Lack.Reason.copies(limit: 10)), ("11", .copies(limit: 10)),
      ("99999999999999999999999", .copies(limit: 10)), ("-1", .notANumber), ("hai", .notANumber),
      ("1.5", .notANumber),
    ])
  func `copies are a number within the rules`(typed: String, reason: Lack.Reason) throws {
    #expect(
      IntakeFixture.lacks(["request.copies": typed]) == [
        try IntakeFixture.lack("request.copies", reason)
      ])
  }

  @Test func `the result is delivered as the agency can`() throws {
    var rules = IntakeFixture.rules
    rules.deliveries = [.counter]
    #expect(
      IntakeFixture.lacks(rules: rules) == [
        try IntakeFixture.lack("request.delivery", .deliveryNotOffered)
      ])
    #expect(
      IntakeFixture.lacks(["request.delivery": "post"]) == [
        try IntakeFixture.lack("request.deliveryAddress", .missing)
      ])
  }

  @Test func `the fee group is on the list and the oath is ticked`() throws {
    #expect(
      IntakeFixture.lacks(["request.feeGroup": "king", "oath": ""]) == [
        try IntakeFixture.lack("request.feeGroup", .feeGroupUnknown),
        try IntakeFixture.lack("oath", .oathMissing),
      ])
  }

  @Test func `a fee group that wants a paper lacks it until one of its kind is attached`() throws {
    var rules = IntakeFixture.rules
    rules.feeGroupsWantingPaper = ["student"]
    let typed = ["request.feeGroup": "student"]
    let lack = try IntakeFixture.lack("papers", .paperMissing(.feeGroup))
    for papers: Set<PaperPurpose> in [[], [.other, .familyLink]] {
      let known = KnownFacts(identity: nil, papers: papers)
      #expect(IntakeFixture.lacks(typed, rules: rules, known: known) == [lack])
      #expect(IntakeFixture.lacks(rules: rules, known: known) == [])
    }
    let given = KnownFacts(identity: nil, papers: [.feeGroup])
    #expect(IntakeFixture.lacks(typed, rules: rules, known: given) == [])
    // At a counter an officer is shown it.
    #expect(IntakeFixture.lacks(typed, rules: rules, known: IntakeFixture.nobody) == [])
  }

  @Test func `typed data that agree with the e-identity pass, capitals and spaces aside`() throws {
    let known = try IntakeFixture.identity(name: "NGUYỄN  VĂN MẪU")
    #expect(IntakeFixture.lacks(known: known) == [])
  }

  @Test func `typed data that differ from the e-identity are lacks`() throws {
    let known = try IntakeFixture.identity(
      name: "Nguyễn Văn Khác", number: "092090654321", birthDate: .day(CivilDate(1990, 9, 6)))
    #expect(
      IntakeFixture.lacks(known: known) == [
        try IntakeFixture.lack("person.name", .differsFromIdentity),
        try IntakeFixture.lack("person.birthDate", .differsFromIdentity),
        try IntakeFixture.lack("person.paper.number", .differsFromIdentity),
      ])
  }

  @Test func `an e-identity that knows the year alone is content with a day of it`() throws {
    let known = try IntakeFixture.identity(birthDate: .year(1990))
    #expect(IntakeFixture.lacks(known: known) == [])
    let exact = try IntakeFixture.identity()
    let lacks = IntakeFixture.lacks(
      ["person.birthDate": "1990", "residences[0].from": "01/2004"], known: exact)
    #expect(lacks.map(\.reason) == [.differsFromIdentity])
  }

  @Test func `another paper than the identity number is a warning`() throws {
    let warnings = try IntakeFixture.warnings(
      ["person.paper.kind": "passport", "person.paper.number": "B1234567"],
      known: try IntakeFixture.identity())
    #expect(warnings.map(\.reason) == [.notYourIdentityNumber])
  }
}
