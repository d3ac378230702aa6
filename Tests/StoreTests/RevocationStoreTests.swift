import CaseFile
import Handover
import Law
import Testing
import Vocabulary

@testable import Store

@Suite("Store: certificates are taken back by two people")
struct RevocationStoreTests {
  private static let now = TestDatabase.now

  /// An issued certificate, its case, and two officers.
  private func with(
    _ engine: TestEngine,
    _ body: @Sendable @escaping (Transaction, CaseID, CertificateID, [OfficerID]) throws -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        let caseID = try TestRows.makeCase(1, in: transaction)
        var dice = TestDice(state: 11)
        let officers = (0..<2).map { _ in OfficerID(random: &dice) }
        for (place, officer) in officers.enumerated() {
          try Officers.insert(
            OfficerRow(
              id: officer, agency: TestDatabase.agency, username: "o\(place)", name: "Mẫu",
              title: "", roles: [.leader], passwordHash: "x"), at: Self.now, in: transaction)
        }
        let certificate = CertificateID(random: &dice)
        try Certificates.insert(
          CertificateRow(
            id: certificate, caseID: caseID, agency: TestDatabase.agency, kind: .number1,
            number: "1/M", state: .issuing, issuedOn: Self.now.civilDate, maskedName: "M*",
            documentDigest: nil, level: nil), scope: "2026", in: transaction)
        try Certificates.finish(
          certificate, documentDigest: String(repeating: "a", count: 64), level: "B-T",
          in: transaction)
        try body(transaction, caseID, certificate, officers)
      }
    }
  }

  private static func proposal(by officer: OfficerID) -> Revocation {
    Revocation(ground: .wrongContent, cause: .officer, proposedBy: officer, proposedAt: now)
  }

  private static func propose(
    _ caseID: CaseID, _ certificate: CertificateID, by officer: OfficerID,
    in transaction: Transaction
  ) throws {
    try Revocations.propose(
      proposal(by: officer), of: caseID, certificate: certificate, agency: TestDatabase.agency,
      in: transaction)
  }

  private static func cited(_ certificate: CertificateID, by caseID: CaseID) -> CitedCertificate {
    CitedCertificate(
      certificate: certificate, certificateNumber: "1/M", caseID: caseID, caseNumber: "1",
      ground: .wrongContent, cause: .holder, answered: [])
  }

  @Test(arguments: TestEngine.allCases)
  func `one case at a time corrects a certificate, and two people replace it`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { transaction, caseID, certificate, officers in
      let second = try TestRows.makeCase(2, in: transaction)
      try Corrections.open(
        second, citing: Self.cited(certificate, by: caseID), agency: TestDatabase.agency,
        at: Self.now, in: transaction)
      let open = try Corrections.citing(caseID, in: transaction)
      #expect(open.map(\.caseID) == [second] && open.first?.outcome == nil)
      #expect(try Corrections.row(of: second, in: transaction)?.cites == caseID)
      try Corrections.close(second, as: .stands, at: Self.now, in: transaction)
      let third = try TestRows.makeCase(3, in: transaction)
      try Corrections.open(
        third, citing: Self.cited(certificate, by: caseID), agency: TestDatabase.agency,
        at: Self.now, in: transaction)
      var dice = TestDice(state: 77)
      let successor = CertificateID(random: &dice)
      try Certificates.insert(
        CertificateRow(
          id: successor, caseID: third, agency: TestDatabase.agency, kind: .number1,
          number: "2/M", state: .issuing, issuedOn: Self.now.civilDate, maskedName: "M*",
          documentDigest: nil, level: nil), scope: "2026", in: transaction)
      let changed = try transaction.run(
        """
        UPDATE corrections
           SET outcome = 'replaced', closed_at = \(Self.now), successor = \(successor),
               proposed_by = \(officers[0]), decided_by = \(officers[1])
         WHERE case_id = \(third) AND outcome IS NULL
        """)
      #expect(changed == 1)
      #expect(
        try Certificates.revoke(
          certificate, for: successor, at: Self.now, in: transaction) == 1)
      #expect(try Certificates.row(of: caseID, in: transaction)?.replacedBy == successor)
      #expect(try transaction.look(Certificates.number(of: successor)) == "2/M")
      #expect(
        try Corrections.citing(caseID, in: transaction).map(\.outcome) == [.stands, .replaced])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `it waits until a second person decides, and the certificate says so`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { transaction, caseID, certificate, officers in
      try Self.propose(caseID, certificate, by: officers[0], in: transaction)
      let waits = try Revocations.waiting(of: TestDatabase.agency, limit: 9, in: transaction)
      #expect(waits.map(\.caseID) == [caseID])
      let later = Self.now.adding(seconds: 60)
      #expect(
        try Revocations.decide(
          caseID, .revoked, by: officers[1], at: later, in: transaction) == 1)
      #expect(try Certificates.revoke(certificate, at: later, in: transaction) == 1)
      #expect(try Certificates.revoke(certificate, at: later, in: transaction) == 0)
      let row = try Certificates.row(of: caseID, in: transaction)
      #expect(row?.state == .revoked && row?.revokedAt == later)
      #expect(
        try Revocations.of(caseID, in: transaction).map(\.standing)
          == [.revoked(by: officers[1], at: later)])
      #expect(
        try Revocations.waiting(of: TestDatabase.agency, limit: 9, in: transaction).isEmpty)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the database itself refuses the same person`(engine: TestEngine) async throws {
    await #expect(throws: DatabaseConflict.self) {
      try await with(engine) { transaction, caseID, certificate, officers in
        try Self.propose(caseID, certificate, by: officers[0], in: transaction)
        _ = try Revocations.decide(
          caseID, .revoked, by: officers[0], at: Self.now, in: transaction)
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `one proposal at a time; a declined one may be followed by another`(
    engine: TestEngine
  ) async throws {
    await #expect(throws: DatabaseConflict.self) {
      try await with(engine) { transaction, caseID, certificate, officers in
        try Self.propose(caseID, certificate, by: officers[0], in: transaction)
        try Self.propose(caseID, certificate, by: officers[1], in: transaction)
      }
    }
    try await with(engine) { transaction, caseID, certificate, officers in
      try Self.propose(caseID, certificate, by: officers[0], in: transaction)
      _ = try Revocations.decide(
        caseID, .declined, by: officers[0], at: Self.now, in: transaction)
      try Self.propose(caseID, certificate, by: officers[1], in: transaction)
      #expect(try Revocations.of(caseID, in: transaction).count == 2)
    }
  }
}
