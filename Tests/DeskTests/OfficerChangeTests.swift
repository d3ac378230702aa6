import CaseFile
import Foundation
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("Who the officers are takes two administrators")
struct OfficerChangeTests {
  private struct People {
    let first: ActingOfficer
    let second: ActingOfficer
    let assessor: ActingOfficer
    let leader: ActingOfficer
  }

  private static func people(of office: RosterOffice) async throws -> People {
    func hire(_ name: String, _ role: Role) async throws -> ActingOfficer {
      let id = try await office.hire(name, [role])
      return try #require(try await office.acting(id))
    }
    return People(
      first: try await hire("quantri1", .administrator),
      second: try await hire("quantri2", .administrator),
      assessor: try await hire("thuly", .assessor), leader: try await hire("lanhdao", .leader))
  }

  private static func profile(
    _ name: String = "Người mới", _ roles: Role..., until: CivilDate? = nil,
    standing: OfficerProfile.Standing = .serving
  ) -> OfficerProfile {
    OfficerProfile(
      name: name, title: "Chuyên viên", grants: roles.map { RoleGrant($0, until: until) },
      standing: standing)
  }

  @Test func `one proposes, another approves, and from then on it holds`() async throws {
    try await RosterOffice.open { office in
      let people = try await Self.people(of: office)
      let roster = office.roster
      let wish = OfficerChange.become(
        Self.profile("Phạm Văn Thụ Lý", .assessor, .leader, until: CivilDate(2026, 11, 23)))
      let id = try await roster.propose(
        wish, of: people.assessor.id, reason: "Phân công", by: people.first)
      #expect(try await office.acting(people.assessor.id)?.roles == [.assessor])
      await #expect(throws: Refused.officer(.samePerson)) {
        try await roster.decide(id, .approve, reason: "Được", by: people.first)
      }
      #expect(
        try await roster.decide(id, .approve, reason: "Được", by: people.second) == .done)
      #expect(try await office.acting(people.assessor.id)?.roles == [.assessor, .leader])
      await #expect(throws: Refused.officer(.decided)) {
        try await roster.decide(id, .approve, reason: "Được", by: people.second)
      }
      // Both grants end with the twenty-third.
      office.wait(seconds: 3 * 24 * 3600)
      #expect(try await office.acting(people.assessor.id)?.roles == [])
      let page = try await roster.officer(people.assessor.id, for: people.first)
      #expect(page.history.count == 1)
      let told = try await office.told()
      #expect(
        told.contains(.officerChangeApproved(id, officer: people.assessor.id, number: 1)))
    }
  }

  @Test func `nobody but an administrator, and nobody about themselves`() async throws {
    try await RosterOffice.open { office in
      let people = try await Self.people(of: office)
      let roster = office.roster
      for other in [people.assessor, people.leader] {
        await #expect(throws: Refused.roleMissing(.administrator)) {
          try await roster.propose(
            .resetFactor, of: people.leader.id, reason: "Mất máy", by: other)
        }
        await #expect(throws: Refused.roleMissing(.administrator)) {
          try await roster.officers(for: other)
        }
      }
      let id = try await roster.propose(
        .become(Self.profile("Tên Khác", .administrator)), of: people.second.id,
        reason: "Đổi tên", by: people.first)
      for verdict in [SupplierVerdict.approve, .decline] {
        await #expect(throws: Refused.officer(.aboutYourself)) {
          try await roster.decide(id, verdict, reason: "Được", by: people.second)
        }
        await #expect(throws: Refused.officer(.samePerson)) {
          try await roster.decide(id, verdict, reason: "Được", by: people.first)
        }
      }
    }
  }

  @Test func `what cannot be is refused when it is proposed`() async throws {
    try await RosterOffice.open { office in
      let people = try await Self.people(of: office)
      let wishes: [(OfficerChange, OfficerID?, OfficerRefusal)] = [
        (.admit(username: "Ư", profile: Self.profile("A", .intake)), nil, .usernameMalformed),
        (.admit(username: "thuly", profile: Self.profile("A", .intake)), nil, .usernameTaken),
        (.admit(username: "moi", profile: Self.profile("", .intake)), nil, .nameMissing),
        (.admit(username: "moi", profile: Self.profile("A")), nil, .rolesMissing),
        (
          .admit(username: "moi", profile: Self.profile("A", .administrator, .leader)), nil,
          .rolesTogether
        ),
        (
          .admit(username: "moi", profile: Self.profile("A", .auditor, .intake)), nil,
          .rolesTogether
        ),
        (
          .become(Self.profile("A", .administrator, standing: .left)), people.second.id,
          .tooFewAdministrators
        ),
        (
          .become(Self.profile("A", .leader)), people.second.id, .tooFewAdministrators
        ),
      ]
      for (wish, officer, refusal) in wishes {
        await #expect(throws: Refused.officer(refusal)) {
          try await office.roster.propose(wish, of: officer, reason: "Thử", by: people.first)
        }
      }
      await #expect(throws: Refused.reasonMissing) {
        try await office.roster.propose(
          .resetFactor, of: people.leader.id, reason: "", by: people.first)
      }
    }
  }

  @Test func `who is let in chooses a password and enrols with what was handed over`()
    async throws
  {
    try await RosterOffice.open { office in
      let people = try await Self.people(of: office)
      let roster = office.roster
      let id = try await roster.propose(
        .admit(username: "moi", profile: Self.profile("Người Mới", .intake)), of: nil,
        reason: "Tuyển", by: people.first)
      guard
        case .handOver("moi", let once) = try await roster.decide(
          id, .approve, reason: "Được", by: people.second)
      else {
        Issue.record("nothing is handed over")
        return
      }
      let pending = try await office.password("moi", once)
      #expect(pending.next == .enrolmentWithPassword)
      _ = try await roster.enrolment(of: pending)
      func enrol(_ one: String, _ two: String) async throws -> EnrolledOfficer {
        try await roster.enrol(
          pending, code: office.code(of: pending.officer), passwords: (one, two),
          from: RosterOffice.peer)
      }
      for weak in ["ngan", once] {
        await #expect(throws: Refused.officer(.passwordWeak)) { try await enrol(weak, weak) }
      }
      await #expect(throws: Refused.officer(.passwordsDiffer)) {
        try await enrol("mot mat khau moi", "mot mat khau khac")
      }
      _ = try await enrol("mot mat khau moi", "mot mat khau moi")
      await #expect(throws: Refused.credentialsWrong) { try await office.password("moi", once) }
      #expect(try await office.password("moi", "mot mat khau moi").next == .code)
    }
  }

  @Test func `a reset ends what was, and the code that is handed over ends in a week`()
    async throws
  {
    try await RosterOffice.open { office in
      let people = try await Self.people(of: office)
      let roster = office.roster
      let codes = try await office.enrol("thuly", people.assessor.id).recoveryCodes
      let pending = try await office.password("thuly")
      let id = try await roster.propose(
        .resetFactor, of: people.assessor.id, reason: "Mất máy", by: people.first)
      guard
        case .handOver(_, let once) = try await roster.decide(
          id, .approve, reason: "Đã gặp", by: people.second)
      else {
        Issue.record("nothing is handed over")
        return
      }
      await #expect(throws: Refused.credentialsWrong) { try await office.password("thuly") }
      await #expect(throws: Refused.credentialsWrong) {
        try await roster.signIn(pending, code: codes[0], from: RosterOffice.peer)
      }
      #expect(try await office.password("thuly", once).next == .enrolmentWithPassword)
      office.wait(seconds: Roster.oneTimeSeconds)
      await #expect(throws: Refused.credentialsWrong) {
        try await office.password("thuly", once)
      }
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `who signed in with what was handed over before a reset gets no further`(
    engine: DeskDatabase
  ) async throws {
    try await RosterOffice.open(engine) { office in
      let people = try await Self.people(of: office)
      let roster = office.roster
      func reset() async throws -> PendingOfficer {
        office.wait(seconds: 60)
        let id = try await roster.propose(
          .resetFactor, of: people.assessor.id, reason: "Mất máy", by: people.first)
        let decided = try await roster.decide(id, .approve, reason: "Đã gặp", by: people.second)
        guard case .handOver(_, let once) = decided else { throw Refused.notFound }
        return try await office.password("thuly", once)
      }
      func enrol(_ pending: PendingOfficer) async throws -> EnrolledOfficer {
        let chosen = "mot mat khau moi"
        return try await roster.enrol(
          pending, code: office.code(of: pending.officer), passwords: (chosen, chosen),
          from: RosterOffice.peer)
      }
      let own = try await office.password("thuly")
      let leaked = try await reset()
      _ = try await roster.enrolment(of: leaked)
      let handed = try await reset()
      // No secret is begun that the earlier one would know.
      for old in [own, leaked] {
        await #expect(throws: Refused.credentialsWrong) { try await roster.enrolment(of: old) }
      }
      #expect(try await office.code(of: handed.officer) == "")
      _ = try await roster.enrolment(of: handed)
      for old in [own, leaked] {
        await #expect(throws: Refused.credentialsWrong) { try await enrol(old) }
      }
      #expect(try await enrol(handed).officer.id == people.assessor.id)
    }
  }

  @Test func `what was handed over ends in a week for who has typed it, too`() async throws {
    try await RosterOffice.open { office in
      let once = try await office.roster.installAdministrator(
        username: "quantri", name: "Người quản trị", title: "Quản trị")
      let pending = try await office.password("quantri", once)
      _ = try await office.roster.enrolment(of: pending)
      office.wait(seconds: Roster.oneTimeSeconds)
      await #expect(throws: Refused.credentialsWrong) {
        try await office.roster.enrolment(of: pending)
      }
      await #expect(throws: Refused.credentialsWrong) {
        try await office.roster.enrol(
          pending, code: office.code(of: pending.officer),
          passwords: ("mot mat khau moi", "mot mat khau moi"), from: RosterOffice.peer)
      }
    }
  }

  @Test func `a session that was stored without the moment is read, as one of an own password`()
    throws
  {
    let stored = """
      {"officer": "0ff1cer0000000000000000001", "agency": "stp-mau", "next": "enrolment"}
      """
    let pending = try JSONDecoder().decode(PendingOfficer.self, from: Data(stored.utf8))
    #expect(pending.next == .enrolment && pending.oneTimeUntil == nil)
  }

  @Test func `who left signs in no more`() async throws {
    try await RosterOffice.open { office in
      let people = try await Self.people(of: office)
      let id = try await office.roster.propose(
        .become(Self.profile("A", .assessor, standing: .left)), of: people.assessor.id,
        reason: "Nghỉ hưu", by: people.first)
      _ = try await office.roster.decide(id, .approve, reason: "Được", by: people.second)
      #expect(try await office.acting(people.assessor.id) == nil)
      await #expect(throws: Refused.credentialsWrong) { try await office.password("thuly") }
    }
  }

  @Test func `the machine itself makes the first two, and no third`() async throws {
    try await RosterOffice.open { office in
      let roster = office.roster
      for name in ["quantri1", "quantri2"] {
        let once = try await roster.installAdministrator(
          username: name, name: "Người \(name)", title: "Quản trị")
        #expect(try await office.password(name, once).next == .enrolmentWithPassword)
      }
      await #expect(throws: Refused.officer(.decided)) {
        try await roster.installAdministrator(username: "ba", name: "Ba", title: "Quản trị")
      }
      // One of the two has lost everything: there is another, and not two.
      let again = try await roster.installAdministrator(
        username: "quantri1", name: "", title: "")
      #expect(try await office.password("quantri1", again).next == .enrolmentWithPassword)
    }
  }
}
