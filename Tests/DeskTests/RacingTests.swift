import CaseFile
import Law
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("Two officers act at once: one wins, the other sees what changed")
struct RacingTests {
  private static let count = 50
  private static let version = 3

  private static func officer(_ number: Int) -> ActingOfficer {
    guard let id = OfficerID(padded(number, to: 26)) else {
      preconditionFailure("digits are an id")
    }
    return ActingOfficer(
      id: id, agency: DeskDatabase.agency, roles: [.assessor], name: "Cán bộ \(number)",
      title: "Chuyên viên")
  }

  @Test(arguments: DeskDatabase.allCases)
  func `on fifty cases each act is done once, and the second is told by whom`(
    engine: DeskDatabase
  ) async throws {
    try await engine.with { database in
      let officers = [Self.officer(1), Self.officer(2)]
      let cases = try await database.write { transaction in
        for officer in officers {
          try Officers.insert(
            OfficerRow(
              id: officer.id, agency: officer.agency, username: officer.name,
              name: officer.name, title: officer.title, roles: officer.roles,
              passwordHash: "-"), at: DeskDatabase.now, in: transaction)
        }
        return try (1...Self.count).map { try Self.accept($0, in: transaction) }
      }
      for id in cases {
        async let first = Self.act(officers[0], on: id, in: database)
        async let second = Self.act(officers[1], on: id, in: database)
        let outcomes = try await [first, second]
        #expect(outcomes.count { $0 == nil } == 1, "one wins")
        #expect(outcomes.count { $0 == .stale } == 1, "the other is told")
        let winner = outcomes[0] == nil ? officers[0] : officers[1]
        let facts = try await database.read { try Cases.facts(of: id, in: $0) }
        let since = facts.events.dropFirst(Self.version)
        #expect(since.map(\.actor) == [.officer(winner.id)])
        #expect(since.map(\.at) == [DeskDatabase.now])
        #expect(facts.history.assigned == winner.id)
        let row = try await database.read { try Cases.row(id, lock: .none, in: $0) }
        #expect(row?.version == Self.version + 1 && row?.assigned == winner.id)
      }
    }
  }

  /// What the officer is refused with; nil where the act was done.
  private static func act(
    _ officer: ActingOfficer, on id: CaseID, in database: Database
  ) async throws -> Refused? {
    do {
      try await database.write { transaction in
        var step = try CaseStep(
          on: id, version: version, in: transaction, by: .officer(officer.id),
          at: DeskDatabase.now)
        try step.belongs(to: officer, as: .assessor)
        try step.record(.assigned(to: officer.id, by: officer.id))
        try step.close()
      }
      return nil
    } catch let refused as Refused {
      return refused
    }
  }

  /// A case in assessment, at version 3.
  private static func accept(_ number: Int, in transaction: Transaction) throws -> CaseID {
    guard let id = CaseID(padded(number, to: 26)), let citizen = CitizenID(padded(number, to: 26))
    else { preconditionFailure("digits are an id") }
    try transaction.run(
      """
      INSERT INTO citizens (id, national_id, name, birth_date, created_at)
      VALUES (\(citizen), \(padded(number, to: 12)), 'Nguyễn Văn Mẫu', '1990-01-01',
              \(DeskDatabase.now))
      """)
    let number = CaseNumber(agencyCode: "H13", day: CivilDate(2026, 11, 24), sequence: number)
    let lodging = CaseEvent.Lodging(
      number: number.text, citizen: citizen, kind: .number1, procedure: "1.001", fee: .zero,
      feeBasis: "-", ruleSet: "law-2009")
    try Cases.insert(
      CaseRow(
        id: id, agency: DeskDatabase.agency, number: number, citizen: citizen, kind: .number1,
        state: .awaitingFee, version: 1, lodgedAt: DeskDatabase.now, dueOn: nil),
      procedure: "1.001", applicant: "Nguyễn Văn Mẫu", searchName: "nguyen van mau",
      sortName: "mau van nguyen", in: transaction)
    try Journal.append(
      CaseEntry(
        event: .lodged(lodging), caseID: id, seq: 1, agency: DeskDatabase.agency,
        actor: .citizen(citizen), at: DeskDatabase.now), in: transaction)
    var step = try CaseStep(
      on: id, version: 1, in: transaction, by: .system("test"), at: DeskDatabase.now)
    try step.record(.feeExempted(ground: "elderly"))
    try step.record(.accepted(by: officer(1).id, dueOn: CivilDate(2026, 12, 4)))
    try step.close()
    return id
  }
}
