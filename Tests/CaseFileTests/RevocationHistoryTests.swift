import Assessment
import CaseFile
import Handover
import Law
import Testing
import Vocabulary

@Suite("A certificate is taken back: what the journal can tell")
struct RevocationHistoryTests {
  /// A case whose certificate was received; Anna assessed and Binh approved.
  private func received() throws -> CaseHistory {
    let path: [CaseEvent] =
      [.lodged(Sample.lodging), .feeExempted(ground: "x")]
      + [
        .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)), .assessed(by: Sample.anna),
        .approved(by: Sample.binh),
      ] + Sample.issuing
      + [.handedOver(certificate: Sample.certificate, to: Sample.citizen)]
    return try CaseHistory.fold(path)
  }

  private func proposal(
    by officer: OfficerID, _ cause: Revocation.Cause = .officer
  ) -> CaseEvent {
    .revocationProposed(
      .init(
        certificate: Sample.certificate, ground: .anotherPerson, cause: cause, by: officer))
  }

  @Test func `proposed by one and revoked by another, it is at its end`() throws {
    var history = try received()
    try history.add(proposal(by: Sample.anna))
    #expect(history.state.name == .handedOver)
    #expect(throws: CaseRefusal.revocation(.sameOfficer)) {
      try history.add(.revoked(certificate: Sample.certificate, by: Sample.anna))
    }
    try history.add(.revoked(certificate: Sample.certificate, by: Sample.binh))
    #expect(history.state.name == .revoked && history.state.name.isClosed)
    #expect(history.revocation?.revokedAt != nil)
    #expect(throws: CaseRefusal.outOfOrder(at: .revoked)) {
      try history.add(proposal(by: Sample.anna))
    }
  }

  @Test func `nothing is revoked or declined that nobody proposed, and nothing proposed twice`()
    throws
  {
    var history = try received()
    #expect(throws: CaseRefusal.revocation(.nothingProposed)) {
      try history.add(.revoked(certificate: Sample.certificate, by: Sample.binh))
    }
    try history.add(proposal(by: Sample.anna))
    #expect(throws: CaseRefusal.revocation(.proposedAlready)) {
      try history.add(proposal(by: Sample.binh))
    }
    try history.add(.revocationDeclined(certificate: Sample.certificate, by: Sample.binh))
    try history.add(proposal(by: Sample.binh))
  }

  @Test func `who found and approved is known to a dispute`() throws {
    var history = try received()
    try history.add(.personDisputed(by: Sample.citizen))
    #expect(history.dispute?.officers == [Sample.anna, Sample.binh])
  }
}
