import Handover
import Law
import Testing
import Vocabulary

@Suite("Law 28/2009/QH12, Article 50: a certificate is taken back by two people")
struct RevocationTests {
  private static let certificate: CertificateID = RoomSample.id(6)
  private static let other = RoomSample.officer(7, [.leader])

  private func proposed(
    by officer: ActingOfficer = RoomSample.assessor, after earlier: Revocation? = nil,
    because reason: String = "Sai họ tên"
  ) throws(RevocationRefusal) -> Revocation {
    try proposeRevocation(
      .wrongContent, because: reason, after: earlier, of: RoomSample.agency, by: officer,
      at: RoomSample.now)
  }

  private func revoked(
    _ revocation: Revocation?, by officer: ActingOfficer, because reason: String = "Đúng là sai"
  ) throws(RevocationRefusal) -> Revoked {
    try revoke(
      Self.certificate, by: revocation, because: reason, of: RoomSample.agency, by: officer,
      at: RoomSample.now)
  }

  @Test func `an assessor proposes and a leader takes it back`() throws {
    let revoked = try revoked(try proposed(), by: RoomSample.leader)
    #expect(revoked.certificate == Self.certificate && revoked.ground == .wrongContent)
    #expect(revoked.proposer != revoked.decider)
  }

  @Test func `a leader who proposed needs another leader`() throws {
    let own = try proposed(by: RoomSample.leader)
    #expect(throws: RevocationRefusal.sameOfficer) { try revoked(own, by: RoomSample.leader) }
    #expect(try revoked(own, by: Self.other).decider == Self.other.id)
  }

  @Test func `nobody else may, and nobody without a reason`() throws {
    #expect(throws: RevocationRefusal.roleMissing) { try proposed(by: RoomSample.intake) }
    #expect(throws: RevocationRefusal.reasonMissing) { try proposed(because: "") }
    let open = try proposed()
    #expect(throws: RevocationRefusal.roleMissing) {
      try revoked(open, by: RoomSample.officer(8, [.assessor]))
    }
    #expect(throws: RevocationRefusal.otherAgency) {
      try revoked(open, by: RoomSample.officer(8, [.leader], agency: RoomSample.otherAgency))
    }
    #expect(throws: RevocationRefusal.reasonMissing) {
      try revoked(open, by: RoomSample.leader, because: "")
    }
    #expect(throws: RevocationRefusal.nothingProposed) { try revoked(nil, by: RoomSample.leader) }
  }

  @Test func `one of the two who take it back, or replace it, had no part in it`() throws {
    let assessor = RoomSample.assessor.id
    let leader = RoomSample.leader.id
    let open = try proposed()
    for answered: Set<OfficerID> in [[], [assessor], [leader], [Self.other.id]] {
      #expect(throws: Never.self) {
        try revoke(
          Self.certificate, by: open, because: "Sai", of: RoomSample.agency, answered: answered,
          by: RoomSample.leader, at: RoomSample.now)
      }
      let replaced = try replace(
        Self.certificate, for: .wrongContent, by: RoomSample.decided(), answered: answered,
        at: RoomSample.now)
      #expect(replaced.proposer == assessor && replaced.decider == leader)
    }
    #expect(throws: RevocationRefusal.bothAnsweredBefore) {
      try revoke(
        Self.certificate, by: open, because: "Sai", of: RoomSample.agency,
        answered: [assessor, leader], by: RoomSample.leader, at: RoomSample.now)
    }
    #expect(throws: RevocationRefusal.bothAnsweredBefore) {
      try replace(
        Self.certificate, for: .wrongContent, by: RoomSample.decided(),
        answered: [assessor, leader, Self.other.id], at: RoomSample.now)
    }
    #expect(throws: RevocationRefusal.answeredBefore) {
      try declineRevocation(
        open, because: "Đúng", of: RoomSample.agency, answered: [leader], by: RoomSample.leader,
        at: RoomSample.now)
    }
  }

  @Test func `one proposal at a time; what was declined may be proposed again`() throws {
    let open = try proposed()
    #expect(throws: RevocationRefusal.proposedAlready) { try proposed(after: open) }
    let declined = try declineRevocation(
      open, because: "Phiếu đúng", of: RoomSample.agency, by: RoomSample.leader,
      at: RoomSample.now)
    #expect(throws: RevocationRefusal.nothingProposed) {
      try revoked(declined, by: RoomSample.leader)
    }
    var again = try proposed(after: declined)
    try again.revoke(by: RoomSample.leader.id, at: RoomSample.now)
    #expect(again.revokedAt == RoomSample.now)
    #expect(throws: RevocationRefusal.revokedAlready) { try proposed(after: again) }
  }

  @Test func `who proposed may take it back, unless a dispute was upheld`() throws {
    let own = try declineRevocation(
      try proposed(), because: "Nhầm", of: RoomSample.agency, by: RoomSample.assessor,
      at: RoomSample.now)
    #expect(own.revokedAt == nil)
    let upheld = Revocation(
      ground: .anotherPerson, cause: .dispute, proposedBy: RoomSample.assessor.id,
      proposedAt: RoomSample.now)
    for officer in [RoomSample.assessor, RoomSample.leader] {
      #expect(throws: RevocationRefusal.mustBeRevoked) {
        try declineRevocation(
          upheld, because: "x", of: RoomSample.agency, by: officer, at: RoomSample.now)
      }
    }
    #expect(try revoked(upheld, by: RoomSample.leader).ground == .anotherPerson)
  }
}
