import Assessment
import CaseFile
import Handover
import Law
import Records
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("On leave, a colleague stands in, and two people stay two pairs of eyes")
struct SubstitutionTests {
  private static let today = CivilDate(2026, 11, 21)

  private static func wish(
    _ substitute: OfficerID, _ role: Role, from: Int = 0, days: Int = 3
  ) -> SubstitutionWish {
    SubstitutionWish(
      substitute: substitute, role: role, from: today.adding(days: from),
      until: today.adding(days: from + days))
  }

  @Test func `for those days, and no longer`() async throws {
    try await RosterOffice.open { office in
      let leader = try await office.hire("lanhdao", [.leader])
      let assessor = try await office.hire("thuly", [.assessor])
      let acting = try #require(try await office.acting(leader))
      let id = try await office.roster.nameSubstitute(
        Self.wish(assessor, .leader, from: 1), reason: "Nghỉ phép", by: acting)
      #expect(try await office.acting(assessor)?.roles == [.assessor])
      for day in 1...4 {
        office.wait(seconds: 24 * 3600)
        let one = try #require(try await office.acting(assessor))
        #expect(one.roles == [.assessor, .leader], "day \(day)")
        #expect(one.principals == [.leader: leader])
      }
      office.wait(seconds: 24 * 3600)
      #expect(try await office.acting(assessor)?.roles == [.assessor])
      #expect(
        try await office.told().contains(
          .substituteNamed(
            id, principal: leader, substitute: assessor, role: .leader,
            from: Self.today.adding(days: 1), until: Self.today.adding(days: 4))))
    }
  }

  @Test func `ended early, or its principal gone, it is over at once`() async throws {
    try await RosterOffice.open { office in
      let leader = try await office.hire("lanhdao", [.leader])
      let assessor = try await office.hire("thuly", [.assessor])
      let stranger = try await office.hire("khac", [.intake])
      let acting = try #require(try await office.acting(leader))
      let id = try await office.roster.nameSubstitute(
        Self.wish(assessor, .leader), reason: "Nghỉ phép", by: acting)
      let other = try #require(try await office.acting(stranger))
      await #expect(throws: Refused.notFound) {
        try await office.roster.endSubstitution(id, by: other)
      }
      let substitute = try #require(try await office.acting(assessor))
      try await office.roster.endSubstitution(id, by: substitute)
      #expect(try await office.acting(assessor)?.roles == [.assessor])
      _ = try await office.roster.nameSubstitute(
        Self.wish(assessor, .leader), reason: "Nghỉ phép", by: acting)
      try await office.database.write { transaction in
        try Officers.update(
          leader,
          to: OfficerProfile(name: "A", title: "B", grants: [RoleGrant(.leader)], standing: .left),
          in: transaction)
      }
      #expect(try await office.acting(assessor)?.roles == [.assessor])
    }
  }

  @Test func `what cannot be is refused`() async throws {
    try await RosterOffice.open { office in
      let leader = try await office.hire("lanhdao", [.leader])
      let assessor = try await office.hire("thuly", [.assessor])
      let both = try await office.hire("kiemnhiem", [.assessor, .leader])
      let administrator = try await office.hire("quantri1", [.administrator])
      let auditor = try await office.hire("kiemtra", [.auditor])
      let acting = try #require(try await office.acting(leader))
      let wishes: [(SubstitutionWish, OfficerRefusal)] = [
        (Self.wish(assessor, .assessor), .notYourRole),
        (Self.wish(assessor, .administrator), .notYourRole),
        (Self.wish(leader, .leader), .substituteUnfit),
        (Self.wish(both, .leader), .substituteUnfit),
        (Self.wish(administrator, .leader), .substituteUnfit),
        (Self.wish(auditor, .leader), .substituteUnfit),
        (Self.wish(assessor, .leader, from: -1), .daysPast),
        (Self.wish(assessor, .leader, days: -1), .daysReversed),
        (Self.wish(assessor, .leader, days: 91), .tooLong),
      ]
      for (wish, refusal) in wishes {
        await #expect(throws: Refused.officer(refusal)) {
          try await office.roster.nameSubstitute(wish, reason: "Nghỉ", by: acting)
        }
      }
      _ = try await office.roster.nameSubstitute(
        Self.wish(assessor, .leader), reason: "Nghỉ", by: acting)
      await #expect(throws: Refused.officer(.overlapping)) {
        try await office.roster.nameSubstitute(
          Self.wish(assessor, .leader, from: 2), reason: "Nghỉ", by: acting)
      }
      // What is lent cannot be lent on.
      let substitute = try #require(try await office.acting(assessor))
      #expect(substitute.roles.contains(.leader))
      let intake = try await office.hire("tiepnhan", [.intake])
      await #expect(throws: Refused.officer(.notYourRole)) {
        try await office.roster.nameSubstitute(
          Self.wish(intake, .leader), reason: "Nghỉ", by: substitute)
      }
    }
  }

  @Test func `hundreds named since do not hide one that stands`() async throws {
    try await RosterOffice.open { office in
      let leader = try await office.hire("lanhdao", [.leader])
      let other = try await office.hire("lanhdao2", [.leader])
      let assessor = try await office.hire("thuly", [.assessor])
      let acting = try #require(try await office.acting(leader))
      _ = try await office.roster.nameSubstitute(
        Self.wish(assessor, .leader, from: 10), reason: "Nghỉ", by: acting)
      try await office.database.write { transaction in
        var dice = SystemRandomNumberGenerator()
        let later = office.now.adding(seconds: 3_600)
        for _ in 0..<501 {
          try Substitutions.insert(
            SubstitutionRow(
              id: SubstitutionID(random: &dice), agency: acting.agency, principal: other,
              substitute: assessor, role: .leader, from: Self.today, until: Self.today,
              reason: "Nghỉ", namedBy: other, namedAt: later),
            in: transaction)
        }
      }
      for (from, isTaken) in [(6, false), (7, true), (13, true), (14, false)] {
        let wish = Self.wish(assessor, .leader, from: from)
        if isTaken {
          await #expect(throws: Refused.officer(.overlapping)) {
            try await office.roster.nameSubstitute(wish, reason: "Nghỉ", by: acting)
          }
        } else {
          _ = try await office.roster.nameSubstitute(wish, reason: "Nghỉ", by: acting)
        }
      }
    }
  }

  /// Everybody who can act, for themselves or in the name of one of three.
  private static let eyes: [Eyes] = {
    let people = (1...3).compactMap { OfficerID("0ff1cer000000000000000000\($0)") }
    return people.flatMap { one in
      [Eyes(actor: .officer(one), onBehalf: nil)]
        + people.filter { $0 != one }.map { Eyes(actor: .officer(one), onBehalf: $0) }
    }
  }()

  @Test func `in every combination, two looks are of two people and of two names`() throws {
    let certificate = try #require(CertificateID("ccccccccccccccccccccccccc1"))
    let record = try #require(RecordID(text: "7"))
    let agency = RosterOffice.agency
    func by(_ eyes: Eyes) -> OfficerID {
      guard case .officer(let id) = eyes.actor else { preconditionFailure("officers only") }
      return id
    }
    func decision(_ eyes: Eyes) -> CaseEvent.CandidateDecision {
      .init(record: record, edition: 1, verdict: .same, by: by(eyes))
    }
    let pairs: [(first: (Eyes) -> CaseEvent, second: (Eyes) -> CaseEvent)] = [
      ({ .assessed(by: by($0)) }, { .approved(by: by($0)) }),
      ({ .candidateDecided(decision($0)) }, { .candidateDecided(decision($0)) }),
      ({ .candidateDecided(decision($0)) }, { .candidateRuled(decision($0)) }),
      ({ .approved(by: by($0)) }, { .disputeDecided(by: by($0), verdict: .same) }),
      ({ .assessed(by: by($0)) }, { .disputeDecided(by: by($0), verdict: .other) }),
      (
        {
          .revocationProposed(
            .init(certificate: certificate, ground: .unlawful, cause: .officer, by: by($0)))
        }, { .revoked(certificate: certificate, by: by($0)) }
      ),
    ]
    var tried = 0
    for (first, second) in pairs {
      for one in Self.eyes {
        let entry = CaseEntry(
          event: first(one), caseID: nil, seq: 1, agency: agency, actor: one.actor,
          at: RosterOffice.start, onBehalf: one.onBehalf)
        for two in Self.eyes where two.actor != one.actor {
          let names = Set([by(one), one.onBehalf].compactMap { $0 })
          let shared = !names.isDisjoint(with: [by(two), two.onBehalf].compactMap { $0 })
          #expect(second(two).sharesEyes(two, after: [entry]) == shared)
          // What needs no other eyes is never refused for them.
          #expect(!CaseEvent.sentBack(by: by(two)).sharesEyes(two, after: [entry]))
          tried += 1
        }
      }
    }
    #expect(tried == 6 * 9 * 6)
  }
}
