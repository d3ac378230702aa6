import Testing
import Vocabulary

@testable import Store

@Suite("Money adds up")
struct LedgerTests {
  private static func batch(_ lines: [LedgerBatch.Line]) -> LedgerBatch {
    LedgerBatch(
      agency: TestDatabase.agency, caseID: nil, payment: nil, at: TestDatabase.now, lines: lines)
  }

  @Test(arguments: TestEngine.allCases)
  func `a posting moves money between accounts`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let balances = try await database.write { transaction in
        try Ledger.post(
          Self.batch([.debit(.gateway, Dong(200_000)), .credit(.feeIncome, Dong(200_000))]),
          in: transaction)
        try Ledger.post(
          Self.batch([.debit(.feeIncome, Dong(200_000)), .credit(.refundsOwed, Dong(200_000))]),
          in: transaction)
        return try Ledger.balances(of: TestDatabase.agency, in: transaction)
          .map(\.balance.amount).filter { $0 != 0 }
      }
      #expect(balances == [200_000, -200_000])
      #expect(try await database.read { try Ledger.unbalancedBatches(limit: 9, in: $0) } == [])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `what does not balance is refused and nothing is kept`(engine: TestEngine) async throws {
    let cases: [([LedgerBatch.Line], LedgerRefusal)] = [
      ([], .empty),
      ([.debit(.gateway, Dong(5))], .unbalanced(debit: Dong(5), credit: .zero)),
      (
        [.debit(.gateway, Dong(5)), .credit(.feeIncome, Dong(4))],
        .unbalanced(debit: Dong(5), credit: Dong(4))
      ),
      ([.debit(.gateway, .zero), .credit(.feeIncome, .zero)], .amountNotPositive),
      ([.debit(.gateway, Dong(-5)), .credit(.feeIncome, Dong(-5))], .amountNotPositive),
    ]
    try await TestDatabase.with(engine) { database in
      for (lines, refusal) in cases {
        await #expect(throws: refusal) {
          try await database.write { try Ledger.post(Self.batch(lines), in: $0) }
        }
      }
      let count = try await database.read {
        try $0.row("SELECT COUNT(*) AS n FROM ledger_batches")?.int("n")
      }
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an unbalanced posting that was smuggled in is found`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let id = try await database.write { transaction in
        let id = try Ledger.post(
          Self.batch([.debit(.gateway, Dong(5)), .credit(.suspense, Dong(5))]), in: transaction)
        try transaction.run(
          """
          INSERT INTO ledger_entries (batch, line, agency, account, debit, credit)
          VALUES (\(id), 3, \(TestDatabase.agency), 'suspense', 1, 0)
          """)
        return id
      }
      #expect(try await database.read { try Ledger.unbalancedBatches(limit: 9, in: $0) } == [id])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `receipts are numbered by year, and a payment has one`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      var dice = TestDice(state: 40)
      let payments = (0..<2).map { _ in PaymentID(random: &dice) }
      let numbers = try await database.write { transaction in
        let id = try TestRows.makeCase(1, in: transaction)
        return try payments.enumerated().map { index, payment in
          try transaction.run(
            """
            INSERT INTO payments (id, case_id, agency, provider, txn_ref, amount, state,
                                  created_at, expires_at)
            VALUES (\(payment), \(id), \(TestDatabase.agency), 'p', \("r\(index)"), 5, 'paid', 1, 2)
            """)
          return try FeeReceipts.issue(
            agency: TestDatabase.agency, caseID: id, payment: payment, amount: Dong(5),
            at: TestDatabase.now, in: transaction)
        }
      }
      #expect(numbers == ["2026-0000001", "2026-0000002"])
      let conflict = await #expect(throws: DatabaseConflict.self) {
        try await database.write { transaction in
          let row = try transaction.row("SELECT id FROM cases LIMIT 1")
          _ = try FeeReceipts.issue(
            agency: TestDatabase.agency, caseID: try #require(CaseID(try row?.text("id") ?? "")),
            payment: payments[0], amount: Dong(5), at: TestDatabase.now, in: transaction)
        }
      }
      #expect(conflict?.columns == ["payment"])
    }
  }
}
