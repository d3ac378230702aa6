import Testing
import Vocabulary

@testable import Store

@Suite("Money that is owed back")
struct RefundTests {
  private func with(
    _ engine: TestEngine, _ body: @Sendable (Database, PaymentRow) async throws -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let payment = try await database.write { transaction in
        let caseID = try TestRows.makeCase(51, in: transaction)
        var dice = TestDice(state: 52)
        let row = PaymentRow(
          id: PaymentID(random: &dice), caseID: caseID, agency: TestDatabase.agency,
          reference: "LL1", amount: Dong(200_000), state: .paid, providerNumber: "14226112",
          createdAt: TestDatabase.now, expiresAt: TestDatabase.now, code: nil)
        try Payments.insert(row, in: transaction)
        return row
      }
      try await body(database, payment)
    }
  }

  private func stored(_ payment: PaymentRow, in database: Database) async throws -> RefundRow {
    try #require(try await database.read { try Refunds.row(payment.id, in: $0) })
  }

  @Test(arguments: TestEngine.allCases)
  func `a payment is owed back once, asked for, and settled once`(engine: TestEngine) async throws {
    try await with(engine) { database, payment in
      for expected in [true, false] {
        let isNew = try await database.write {
          try Refunds.owe(Dong(200_000), of: payment, at: TestDatabase.now, in: $0)
        }
        #expect(isNew == expected)
      }
      let owed = try await stored(payment, in: database)
      #expect(owed.state == .owed && owed.amount == Dong(200_000))
      for expected in [true, false] {
        let isOurs = try await database.write {
          try Refunds.ask(owed, as: "R1", at: TestDatabase.now, in: $0)
        }
        #expect(isOurs == expected)
      }
      let asked = try await stored(payment, in: database)
      #expect(asked.state == .asked && asked.request == "R1")
      for expected in [true, false] {
        let isOurs = try await database.write {
          try Refunds.settle(asked, as: .done, code: nil, at: TestDatabase.now, in: $0)
        }
        #expect(isOurs == expected)
      }
      let totals = try await database.read { try Refunds.totals(in: $0) }
      #expect(totals.count == 1 && totals.open == .zero && totals.throughGateway == Dong(200_000))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `what was refused is on the list of its agency until a person paid it`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { database, payment in
      _ = try await database.write {
        try Refunds.owe(Dong(200_000), of: payment, at: TestDatabase.now, in: $0)
      }
      let owed = try await stored(payment, in: database)
      for (later, count) in [(0, 0), (1, 1)] {
        let waiting = try await database.read {
          try Refunds.stuck(
            at: TestDatabase.agency, owedBefore: TestDatabase.now.adding(seconds: later), limit: 9,
            in: $0)
        }
        #expect(waiting.count == count)
      }
      _ = try await database.write {
        try Refunds.settle(owed, as: .refused, code: "95", at: TestDatabase.now, in: $0)
      }
      let list = try await database.read {
        try Refunds.stuck(
          at: TestDatabase.agency, owedBefore: TestDatabase.now, limit: 9, in: $0)
      }
      #expect(list.map(\.payment) == [payment.id] && list.first?.code == "95")
      let refused = try await stored(payment, in: database)
      _ = try await database.write {
        try Refunds.settle(refused, as: .byHand, code: "95", at: TestDatabase.now, in: $0)
      }
      #expect(
        try await database.read {
          try Refunds.stuck(
            at: TestDatabase.agency, owedBefore: TestDatabase.now, limit: 9, in: $0)
        }.isEmpty)
    }
  }
}
