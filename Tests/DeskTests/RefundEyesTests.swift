import Testing
import Vocabulary

@testable import Desk
@testable import Store

@Suite("Refunds by hand and tills take two, whoever is on leave")
struct RefundEyesTests {
  private static func id(_ number: Int) -> OfficerID {
    guard let id = OfficerID(padded(number, to: 26)) else { preconditionFailure("an id") }
    return id
  }

  private static func payer(_ number: Int, for principals: [Role: Int] = [:]) -> ActingOfficer {
    ActingOfficer(
      id: id(number), agency: DeskDatabase.agency, roles: [.accountant], name: "Mẫu", title: "",
      principals: principals.mapValues(id))
  }

  private static func order(
    by orderer: Int, for principal: Int?, in database: Database
  ) async throws -> RefundOrderRow {
    try await database.read { connection in
      let row = try connection.row(
        """
        SELECT \(padded(9, to: 26)) AS payment, 'LC 1' AS reference,
               \(id(orderer)) AS ordered_by, \(principal.map { id($0) }) AS ordered_for,
               \(DeskDatabase.now) AS ordered_at, NULL AS paid_by
        """)
      return try RefundOrderRow(restoring: try #require(row))
    }
  }

  @Test func `who ordered does not pay, nor who was ordered for, nor their substitutes`()
    async throws
  {
    try await DeskDatabase.sqlite.with { database in
      let own = try await Self.order(by: 1, for: nil, in: database)
      #expect(!own.mayBePaid(by: Self.payer(1)))
      #expect(!own.mayBePaid(by: Self.payer(2, for: [.leader: 1])))
      #expect(own.mayBePaid(by: Self.payer(2)))
      let lent = try await Self.order(by: 1, for: 3, in: database)
      for payer in [Self.payer(1), Self.payer(3), Self.payer(2, for: [.intake: 3])] {
        #expect(!lent.mayBePaid(by: payer))
      }
      #expect(lent.mayBePaid(by: Self.payer(2, for: [.leader: 4])))
    }
  }

  @Test func `a till is received with other eyes than its holder's`() throws {
    let till = TillKey(
      agency: DeskDatabase.agency, officer: Self.id(1), day: DeskDatabase.now.civilDate,
      channel: .counter)
    #expect(!till.isAnothers(than: Self.payer(1)))
    #expect(!till.isAnothers(than: Self.payer(2, for: [.intake: 1])))
    #expect(till.isAnothers(than: Self.payer(2, for: [.intake: 3])))
  }
}
