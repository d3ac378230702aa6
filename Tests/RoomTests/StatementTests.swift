import Assessment
import Decision
import Handover
import Issuance
import Law
import Records
import Testing
import Vocabulary

@Suite("Law 28/2009/QH12, Articles 42 and 43: what a certificate states")
struct StatementTests {
  private static let day = CivilDate(2026, 11, 21)
  private static let old = RoomSample.judgment(
    CivilDate(2012, 5, 1), .cleared(from: CivilDate(2018, 1, 1)))
  private static let open = RoomSample.judgment(CivilDate(2024, 5, 1))

  private func statement(
    _ kind: CertificateKind, _ judgments: [Judgment], ban: Ban? = nil, asked: Bool = false
  ) throws -> CertificateStatement {
    let finding = RecordFinding(judgments: judgments, ban: ban, grounds: "theo trích lục")
    let decided = try RoomSample.decided(
      RoomSample.declaration(kind: kind, ban: asked ? .requested : .notRequested), finding)
    return try compose(
      decided, number: "1/STP-LLTP", issuedOn: Self.day,
      recheck: recheck(
        decided.assessed, knowing: RoomSample.found(finding), person: RoomSample.nobody,
        on: Self.day))
  }

  @Test func `number 1 prints only what is not cleared`() throws {
    #expect(try statement(.number1, []).criminalRecord == .none)
    #expect(try statement(.number1, [Self.old]).criminalRecord == .none)
    #expect(
      try statement(.number1, [Self.old, Self.open]).criminalRecord == .judgments([Self.open]))
  }

  @Test func `number 2 prints every judgment, cleared or not`() throws {
    #expect(
      try statement(.number2, [Self.old, Self.open]).criminalRecord
        == .judgments([Self.old, Self.open]))
    #expect(try statement(.number2, []).criminalRecord == .none)
  }

  @Test func `clearance counts from its first day and not the day before`() throws {
    let today = RoomSample.judgment(CivilDate(2020, 1, 1), .cleared(from: Self.day))
    let tomorrow = RoomSample.judgment(
      CivilDate(2020, 1, 1), .cleared(from: Self.day.adding(days: 1)))
    #expect(try statement(.number1, [today]).criminalRecord == .none)
    #expect(try statement(.number1, [tomorrow]).criminalRecord == .judgments([tomorrow]))
  }

  @Test func `the ban is left out of number 1 unless asked for, and always on number 2`() throws {
    let ban = RoomSample.ban(until: CivilDate(2027, 3, 10))
    #expect(try statement(.number1, [], ban: ban).ban == .leftOut)
    #expect(try statement(.number1, [], ban: ban, asked: true).ban == .banned(ban))
    #expect(try statement(.number1, [], asked: true).ban == .notBanned)
    #expect(try statement(.number2, [], ban: ban).ban == .banned(ban))
    #expect(try statement(.number2, []).ban == .notBanned)
  }

  @Test func `a ban ends after its last day, and one without an end goes on`() throws {
    let over = RoomSample.ban(until: Self.day.adding(days: -1))
    let last = RoomSample.ban(until: Self.day)
    let unknown = RoomSample.ban(until: nil)
    #expect(try statement(.number2, [], ban: over).ban == .notBanned)
    #expect(try statement(.number2, [], ban: last).ban == .banned(last))
    #expect(try statement(.number2, [], ban: unknown).ban == .banned(unknown))
  }

  @Test func `parents and spouse are on number 2 only`() throws {
    #expect(try statement(.number1, []).family == nil)
    #expect(try statement(.number2, []).family?.mother == "Trần Thị Mẹ")
  }
}

@Suite("Issuance and handover: one document, to its holder")
struct IssuanceTests {
  private static let digest = String(repeating: "a", count: 64)

  private func issued(
    _ signatures: Set<SigningStep> = [.leader, .seal], digest: String = Self.digest
  ) throws -> Issued {
    let decided = try RoomSample.decided()
    let day = CivilDate(2026, 11, 21)
    return try issue(
      try compose(
        decided, number: "1/STP-LLTP", issuedOn: day,
        recheck: recheck(
          decided.assessed, knowing: RoomSample.found(RoomSample.clean), person: RoomSample.nobody,
          on: day)),
      as: RoomSample.id(6), for: RoomSample.id(5), holder: RoomSample.citizen,
      agency: RoomSample.agency, signatures: signatures, documentDigest: digest)
  }

  @Test(arguments: SigningStep.allCases)
  func `a document without each signature is not issued`(missing: SigningStep) {
    #expect(throws: IssuanceRefusal.signatureMissing(missing)) {
      try issued(Set(SigningStep.allCases).subtracting([missing]))
    }
  }

  @Test(arguments: ["", "A" + String(repeating: "a", count: 63), "abc"])
  func `a digest that is none is refused`(digest: String) {
    #expect(throws: IssuanceRefusal.digestMalformed) { try issued(digest: digest) }
  }

  @Test func `only the holder receives`() throws {
    let issued = try issued()
    let handed = try handOver(
      issued, to: RoomSample.citizen, chosen: .electronic, at: RoomSample.now)
    #expect(handed.certificate == issued.certificate)
    #expect(throws: HandoverRefusal.notTheHolder) {
      try handOver(issued, to: RoomSample.id(10), chosen: .electronic, at: RoomSample.now)
    }
  }

  @Test func `it is handed over in the way that was chosen and in no other`() throws {
    let issued = try issued()
    let handed = try handOverAtCounter(issued, chosen: .counter, at: RoomSample.now)
    #expect(handed.certificate == issued.certificate && handed.receiver == RoomSample.citizen)
    for way in [DeliveryWay.electronic, .post] {
      #expect(throws: HandoverRefusal.chosenOtherwise) {
        try handOverAtCounter(issued, chosen: way, at: RoomSample.now)
      }
    }
    for way in [DeliveryWay.counter, .post] {
      #expect(throws: HandoverRefusal.chosenOtherwise) {
        try handOver(issued, to: RoomSample.citizen, chosen: way, at: RoomSample.now)
      }
    }
  }
}
