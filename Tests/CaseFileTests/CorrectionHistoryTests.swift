import Assessment
import CaseFile
import Handover
import Law
import Testing
import Vocabulary

@Suite("A case that cites a certificate: what its journal can tell")
struct CorrectionHistoryTests {
  private static let carol: OfficerID = Sample.id(11)
  private static let david: OfficerID = Sample.id(12)
  private static let everyone = [Sample.anna, Sample.binh, carol, david]

  /// Anna assessed and Binh approved the certificate that is cited.
  private static func cited(_ cause: Revocation.Cause) -> CitedCertificate {
    CitedCertificate(
      certificate: Sample.other, certificateNumber: "1/STP-LLTP", caseID: Sample.id(20),
      caseNumber: "000.00.10.H13-261121-0001", ground: .wrongContent, cause: cause,
      answered: [Sample.anna, Sample.binh])
  }

  private static func lodged(
    _ cause: Revocation.Cause = .holder, citing cites: Bool = true
  ) throws -> CaseHistory {
    try CaseHistory.fold([
      .lodged(
        .init(
          number: "000.00.10.H13-261121-0002", citizen: Sample.citizen, kind: .number1,
          procedure: "2.000488", fee: .zero, feeBasis: "Điều 50", ruleSet: "sample",
          cites: cites ? cited(cause) : nil)),
      .feeExempted(ground: "correction"),
    ])
  }

  private static func accepted() throws -> CaseHistory {
    var history = try lodged()
    try history.add(.accepted(by: carol, dueOn: CivilDate(2026, 12, 1)))
    return history
  }

  private static func proposal(
    by officer: OfficerID, _ cause: Revocation.Cause = .officer,
    of certificate: CertificateID = Sample.other
  ) -> CaseEvent {
    .revocationProposed(
      .init(certificate: certificate, ground: .wrongContent, cause: cause, by: officer))
  }

  @Test func `of every two who decide it, one is new to the certificate`() throws {
    for assessor in Self.everyone {
      for decider in Self.everyone where decider != assessor {
        var history = try Self.accepted()
        try history.add(.assessed(by: assessor))
        let bothAnswered = Set([assessor, decider]) == [Sample.anna, Sample.binh]
        if bothAnswered {
          #expect(throws: CaseRefusal.bothAnsweredBefore) {
            try history.add(.approved(by: decider))
          }
        } else {
          #expect(throws: Never.self) { try history.add(.approved(by: decider)) }
        }
      }
    }
  }

  @Test func `of every two who take it back, one is new to it, and nobody is both`() throws {
    for proposer in Self.everyone {
      for decider in Self.everyone {
        var history = try Self.lodged(.officer)
        try history.add(Self.proposal(by: proposer))
        let taken = CaseEvent.revoked(certificate: Sample.other, by: decider)
        if proposer == decider {
          #expect(throws: CaseRefusal.revocation(.sameOfficer)) { try history.add(taken) }
        } else if Set([proposer, decider]) == [Sample.anna, Sample.binh] {
          #expect(throws: CaseRefusal.revocation(.bothAnsweredBefore)) { try history.add(taken) }
        } else {
          try history.add(taken)
          #expect(history.state == .revoked(Sample.other, document: nil))
          #expect(history.state.name.isClosed && history.isCorrecting)
          #expect(history.citedRevocation?.revokedAt != nil && history.revocation == nil)
        }
      }
    }
  }

  @Test func `that it stands is not said by one who answered for it`() throws {
    for officer in Self.everyone {
      let answered = [Sample.anna, Sample.binh].contains(officer)
      var refused = try Self.lodged()
      let refusal = CaseEvent.refused(by: officer, ground: "certificateStands")
      var declined = try Self.lodged()
      try declined.add(Self.proposal(by: officer == Self.carol ? Self.david : Self.carol))
      let left = CaseEvent.revocationDeclined(certificate: Sample.other, by: officer)
      if answered {
        #expect(throws: CaseRefusal.revocation(.answeredBefore)) { try refused.add(refusal) }
        #expect(throws: CaseRefusal.revocation(.answeredBefore)) { try declined.add(left) }
      } else {
        try refused.add(refusal)
        try declined.add(left)
        #expect(declined.state == .lodged)
      }
    }
    var own = try Self.lodged()
    try own.add(Self.proposal(by: Sample.anna))
    try own.add(.revocationDeclined(certificate: Sample.other, by: Sample.anna))
  }

  @Test func `an upheld dispute is not declined, and nothing passes over a proposal`() throws {
    var history = try Self.accepted()
    try history.add(Self.proposal(by: Self.carol, .dispute))
    #expect(throws: CaseRefusal.revocation(.mustBeRevoked)) {
      try history.add(.revocationDeclined(certificate: Sample.other, by: Self.david))
    }
    for event in [
      CaseEvent.assessed(by: Self.carol), .withdrawn(by: Sample.citizen),
      .refused(by: Self.carol, ground: "certificateStands"),
    ] {
      #expect(throws: CaseRefusal.revocation(.proposedAlready)) { try history.add(event) }
    }
  }

  @Test func `it takes back no other certificate, and an application takes back none`() throws {
    var history = try Self.lodged()
    #expect(throws: CaseRefusal.revocation(.nothingProposed)) {
      try history.add(Self.proposal(by: Self.carol, of: Sample.certificate))
    }
    var application = try Self.lodged(citing: false)
    #expect(throws: CaseRefusal.revocation(.nothingProposed)) {
      try application.add(Self.proposal(by: Self.carol))
    }
  }

  @Test func `its holder withdraws what they asked for and nothing else; it leaves nowhere`()
    throws
  {
    var own = try Self.lodged(.holder)
    try own.add(.withdrawn(by: Sample.citizen))
    for cause in [Revocation.Cause.officer, .dispute] {
      var others = try Self.lodged(cause)
      #expect(throws: CaseRefusal.outOfOrder(at: .lodged)) {
        try others.add(.withdrawn(by: Sample.citizen))
      }
    }
    var history = try Self.lodged()
    #expect(throws: CaseRefusal.outOfOrder(at: .lodged)) {
      try history.add(.forwarded(by: Self.carol, to: Sample.receiver))
    }
  }

  @Test func `the old case learns who did it, through which case, and what took its place`()
    throws
  {
    var old = try CaseHistory.fold(
      [.lodged(Sample.lodging), .feeExempted(ground: "x")]
        + [
          .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)), .assessed(by: Sample.anna),
          .approved(by: Sample.binh),
        ] + Sample.issuing)
    func through(_ proposer: OfficerID) -> CorrectingCase {
      CorrectingCase(
        caseID: Sample.id(21), number: "000.00.10.H13-261121-0002", ground: .wrongContent,
        cause: .holder, proposer: proposer, proposedAt: Instant(milliseconds: 5),
        successor: Sample.other, successorNumber: "2/STP-LLTP")
    }
    #expect(throws: CaseRefusal.revocation(.sameOfficer)) {
      try old.add(
        .revoked(certificate: Sample.certificate, by: Self.carol, through: through(Self.carol)))
    }
    try old.add(
      .revoked(certificate: Sample.certificate, by: Self.david, through: through(Self.carol)))
    #expect(old.state == .revoked(Sample.certificate, document: Sample.digest))
    #expect(old.correctedBy?.successor == Sample.other && old.revocation?.cause == .holder)
    #expect(!old.isCorrecting)
  }
}
