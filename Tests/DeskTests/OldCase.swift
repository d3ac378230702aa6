import Assessment
import CaseFile
import Handover
import Intake
import Issuance
import Law
import Testing
import Vocabulary

@testable import Desk
@testable import Store

/// A case as the released program left it: its certificate was received, and an officer has
/// proposed on the case itself to take it back.
struct OldCase: Sendable {
  static let reason = "Sai ngày sinh theo giấy khai sinh."
  private static let digest = String(repeating: "a", count: 64)

  let id: CaseID
  let citizen: CitizenID
  let certificate: CertificateID
  let proposer: ActingOfficer
  let leader: ActingOfficer
  private let number = CaseNumber(agencyCode: "H13", day: CivilDate(2026, 11, 24), sequence: 1)
  fileprivate let declaration: Declaration

  init() throws {
    id = try #require(CaseID(padded(1, to: 26)))
    citizen = try #require(CitizenID(padded(2, to: 26)))
    certificate = try #require(CertificateID(padded(3, to: 26)))
    proposer = Self.officer(try #require(OfficerID(padded(4, to: 26))), [.assessor], "Thụ Lý")
    leader = Self.officer(try #require(OfficerID(padded(5, to: 26))), [.leader], "Lãnh Đạo")
    declaration = FullRecord.declaration(.number1, .notRequested)
  }

  private static func officer(
    _ id: OfficerID, _ roles: Set<Role>, _ name: String
  ) -> ActingOfficer {
    ActingOfficer(
      id: id, agency: DeskDatabase.agency, roles: roles, name: name, title: "Chuyên viên")
  }

  /// By the statements of the released program, on the tables that it knew.
  func write(in transaction: Transaction) throws {
    for officer in [proposer, leader] {
      try transaction.run(
        """
        INSERT INTO officers (id, agency, username, name, title, roles, password_hash, active,
                              created_at)
        VALUES (\(officer.id), \(officer.agency), \(officer.name), \(officer.name),
                \(officer.title), \(officer.roles.contains(.leader) ? "leader" : "assessor"), '-',
                1, \(DeskDatabase.now))
        """)
    }
    try transaction.run(
      """
      INSERT INTO citizens (id, national_id, name, birth_date, created_at)
      VALUES (\(citizen), '092090000001', 'Nguyễn Văn Mẫu', '1990-01-31', \(DeskDatabase.now))
      """)
    try transaction.run(
      """
      INSERT INTO cases (id, agency, number, citizen, certificate_kind, procedure, state, version,
                         lodged_at, applicant, search_name, sort_name)
      VALUES (\(id), \(DeskDatabase.agency), \(number.text), \(citizen), 'number1', '1.001',
              'handedOver', \(events.count + 1), \(DeskDatabase.now), 'Nguyễn Văn Mẫu',
              'nguyen van mau', 'mau van nguyen')
      """)
    for (place, event) in events.enumerated() {
      let isLodging = place == 0
      let sealed = isLodging ? Journal.seal(JournalCodec.bytes(of: declaration)) : nil
      try Journal.append(
        CaseEntry(
          event: event, caseID: id, seq: place + 1, agency: DeskDatabase.agency,
          actor: isLodging ? .citizen(citizen) : .officer(proposer.id), at: DeskDatabase.now,
          payload: sealed?.commitment), payload: sealed, in: transaction)
    }
    try writeCertificate(in: transaction)
    try writeProposal(in: transaction)
  }

  private func writeCertificate(in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO certificates (id, case_id, agency, kind, number, number_scope, state, issued_on,
                                holder_mask, pdf_sha256, level)
      VALUES (\(certificate), \(id), \(DeskDatabase.agency), 'number1', '1/M', '2026', 'issued',
              '2026-11-24', 'N*** M**', \(Self.digest), 'B-T')
      """)
  }

  /// The bytes that the released program stored, not those that today's would.
  private func writeProposal(in transaction: Transaction) throws {
    let seq = events.count + 1
    let sealed = Journal.seal(JournalCodec.bytes(of: Self.reason))
    let body = """
      {"actor":"officer:\(proposer.id)","agency":"stp-mau",\
      "at":\(DeskDatabase.now.milliseconds),"caseID":"\(id)",\
      "event":{"revocationProposed":{"_0":{"by":"\(proposer.id)","cause":"officer",\
      "certificate":"\(certificate)","ground":"wrongContent"}}},\
      "payload":"\(sealed.commitment)","seq":\(seq),"v":1}
      """
    _ = try Journal.append(
      JournalLine(
        caseID: id, seq: seq, agency: DeskDatabase.agency, kind: "revocationProposed",
        at: DeskDatabase.now, actor: Actor.officer(proposer.id).description,
        body: Array(body.utf8), salt: sealed.salt), payload: sealed, in: transaction)
    try transaction.run(
      """
      INSERT INTO revocations (case_id, round, certificate, agency, ground, proposed_by,
                               proposed_at)
      VALUES (\(id), 1, \(certificate), \(DeskDatabase.agency), 'wrongContent', \(proposer.id),
              \(DeskDatabase.now))
      """)
  }

  private var events: [CaseEvent] {
    [
      .lodged(
        .init(
          number: number.text, citizen: citizen, kind: .number1, procedure: "1.001", fee: .zero,
          feeBasis: "-", ruleSet: "law-2009")),
      .feeExempted(ground: "elderly"),
      .accepted(by: proposer.id, dueOn: CivilDate(2026, 12, 4)), .assessed(by: proposer.id),
      .approved(by: leader.id),
      .issuanceIntended(
        .init(
          certificate: certificate, number: "1/M", issuedOn: CivilDate(2026, 11, 24),
          assessor: proposer.id, decider: leader.id)),
      .signatureIntended(certificate: certificate, step: .leader, prepared: Self.digest),
      .signatureMade(certificate: certificate, step: .leader, document: Self.digest),
      .signatureIntended(certificate: certificate, step: .seal, prepared: Self.digest),
      .signatureMade(certificate: certificate, step: .seal, document: Self.digest),
      .issued(certificate: certificate, document: Self.digest, level: "B-T"),
      .handedOver(certificate: certificate, to: citizen),
    ]
  }
}

// What today's program makes of it.
extension OldCase {
  /// One whose certificate stands: the proposal was declined.
  static func standing(in database: Database) async throws -> OldCase {
    let old = try OldCase()
    try await database.write { try old.write(in: $0) }
    try await Migrations.apply(to: database, at: DeskDatabase.now)
    try await old.decide(.declined, by: old.leader, in: database)
    return old
  }

  func stored(in database: Database) async throws -> (CaseFacts, CaseRow) {
    try await database.read { connection in
      let row = try Cases.row(id, lock: .none, in: connection)
      guard let row else { throw Refused.notFound }
      return (try Cases.facts(of: id, in: connection), row)
    }
  }

  func view(by officer: ActingOfficer, in database: Database) async throws -> RevocationView {
    let (facts, row) = try await stored(in: database)
    return try await database.read { connection in
      let certificate = try Certificates.row(of: id, in: connection)
      guard let certificate else { throw Refused.notFound }
      return try RevocationView(row, facts, certificate, of: facts, for: officer, in: connection)
    }
  }

  /// What the check says is wrong with it.
  func findings(in database: Database) async throws -> [String] {
    let (facts, _) = try await stored(in: database)
    return try await database.read { connection in
      var findings = CaseFindings()
      findings.compareRevocations(
        facts, try Certificates.row(of: id, in: connection),
        try Revocations.of(id, in: connection), citing: try Corrections.citing(id, in: connection))
      return findings.invariants.filter { !$0.holds }.map(\.name)
    }
  }

  func decide(
    _ verdict: RevocationChoice, by officer: ActingOfficer, in database: Database
  ) async throws {
    try await database.write { transaction in
      let place = try Corrections.proceeding(about: id, in: transaction)
      var step = try CaseStep(
        on: place, version: nil, in: transaction, by: .officer(officer.id), at: DeskDatabase.now)
      try step.decideRevocation(verdict, because: "Đã xem hồ sơ.", by: officer)
      try step.close()
    }
  }

  /// Opens a case that is to correct the certificate, as its holder does.
  @discardableResult
  func correct(
    in database: Database, asking wish: @Sendable (inout Declaration) -> Void = { _ in }
  ) async throws -> CaseID {
    let fresh = try #require(CaseID(padded(9, to: 26)))
    var declaration = declaration
    wish(&declaration)
    let wished = declaration
    let rules = try RuleShelf(book: LawBook.bundled())
      .rules(of: "stp-cantho-2023", on: DeskDatabase.now.civilDate)
    try await database.write { transaction in
      let step = try CaseStep(
        on: id, version: nil, in: transaction, by: .citizen(citizen), at: DeskDatabase.now)
      let opened = try step.open(fresh, wished, because: .wrongContent, .holder, by: rules)
      try opened.close()
    }
    return fresh
  }
}
