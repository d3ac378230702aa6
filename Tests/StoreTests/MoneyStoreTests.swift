import Testing
import Vocabulary

@testable import Store

@Suite("Tills, settlements and refunds by hand")
struct MoneyStoreTests {
  private static let day = CivilDate(2026, 11, 21)
  private static let now = TestDatabase.now

  /// An agency with a payment by hand and two officers.
  private func with(
    _ engine: TestEngine,
    _ body:
      @Sendable (Database, PaymentRow, _ taker: OfficerID, _ other: OfficerID) async throws
      -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let (row, officers) = try await database.write { transaction in
        let caseID = try TestRows.makeCase(71, in: transaction)
        var dice = TestDice(state: 72)
        var officers: [OfficerID] = []
        for name in ["taker", "other"] {
          let id = OfficerID(random: &dice)
          try Officers.insert(
            OfficerRow(
              id: id, agency: TestDatabase.agency, username: name, name: name, title: "",
              roles: [.intake], passwordHash: "x"),
            at: Self.now, in: transaction)
          officers.append(id)
        }
        let row = PaymentRow(
          id: PaymentID(random: &dice), caseID: caseID, agency: TestDatabase.agency,
          reference: "TM1", amount: Dong(200_000), state: .pending, providerNumber: nil,
          createdAt: Self.now, expiresAt: Self.now, code: nil, channel: .counter)
        try Payments.insert(row, in: transaction)
        return (row, officers)
      }
      try await body(database, row, officers[0], officers[1])
    }
  }

  private static func till(of officer: OfficerID) -> TillKey {
    TillKey(agency: TestDatabase.agency, officer: officer, day: day, channel: .counter)
  }

  @Test(arguments: TestEngine.allCases)
  func `a till is counted once, takes nothing more, and another receives it`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { database, payment, taker, other in
      let key = Self.till(of: taker)
      let isTaken = try await database.write {
        try Tills.take(payment.amount, of: payment.id, into: key, at: Self.now, in: $0)
      }
      #expect(isTaken)
      let early = try await database.write {
        try Tills.receive(key, by: other, at: Self.now, in: $0)
      }
      #expect(!early, "it is open")
      for expected in [true, false] {
        let isClosed = try await database.write {
          try Tills.close(key, counted: Dong(150_000), at: Self.now, in: $0)
        }
        #expect(isClosed == expected)
      }
      let more = try await database.write {
        try Tills.take(payment.amount, of: payment.id, into: key, at: Self.now, in: $0)
      }
      #expect(!more)
      for (receiver, expected) in [(taker, false), (other, true), (other, false)] {
        let isReceived = try await database.write {
          try Tills.receive(key, by: receiver, at: Self.now, in: $0)
        }
        #expect(isReceived == expected)
      }
      let row = try #require(try await database.read { try Tills.row(key, in: $0) })
      #expect(row.expected == Dong(200_000) && row.counted == Dong(150_000))
      #expect(row.receivedBy == other)
      let open = try await database.read {
        try Tills.open(at: TestDatabase.agency, limit: 9, in: $0)
      }
      #expect(open.isEmpty)
    }
  }

  private static func digest(_ amount: Int) -> String {
    String(repeating: amount == 100_000 ? "a" : "b", count: 64)
  }

  /// The first difference, as read in the file that says so much.
  private static func mark(_ amount: Int, _ reference: String) -> DifferenceMark {
    DifferenceMark(
      day: day, number: 1, digest: digest(amount), kind: .sum, flow: .payment,
      reference: reference)
  }

  @Test(arguments: TestEngine.allCases)
  func `a day's file is replaced until somebody has settled a difference of it`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { database, _, _, other in
      let agency = TestDatabase.agency
      func file(_ amount: Int) async throws -> Bool {
        try await database.write { transaction in
          let isFiled = try Settlements.file(
            [
              SettlementEntry(
                flow: .payment, reference: "TM1", number: "1", amount: Dong(amount))
            ], digest: Self.digest(amount), of: Self.day, at: agency,
            now: Self.now, in: transaction)
          guard isFiled else { return false }
          try Settlements.note(
            [
              FoundDifference(
                .sum, .payment, "TM1", ours: Dong(200_000), theirs: Dong(amount)),
              FoundDifference(.missingThere, .payment, "X", ours: Dong(1), theirs: nil),
            ], of: Self.day, at: agency, in: transaction)
          return true
        }
      }
      #expect(try await file(100_000))
      #expect(try await file(120_000))
      let found = try await database.read {
        try Settlements.differences(of: nil, at: agency, limit: 9, in: $0)
      }
      #expect(found.map(\.found.theirs) == [Dong(120_000), nil])
      #expect(found[0].caseNumber != nil && found[1].caseNumber == nil)
      #expect(found.map(\.digest) == [Self.digest(120_000), Self.digest(120_000)])
      // Read in a file that was replaced; borne by another difference by now; right; settled.
      for (mark, expected) in [
        (Self.mark(100_000, "TM1"), false), (Self.mark(120_000, "X"), false),
        (Self.mark(120_000, "TM1"), true), (Self.mark(120_000, "TM1"), false),
      ] {
        let isSettled = try await database.write {
          try Settlements.settle(mark, at: agency, by: other, now: Self.now, in: $0)
        }
        #expect(isSettled == expected)
      }
      #expect(!(try await file(200_000)), "what was settled stands")
      let told = try await database.read {
        try Settlements.isTold(
          "TM1", .payment, at: agency, besides: Self.day.adding(days: 1), in: $0)
      }
      #expect(told)
      let row = try #require(
        try await database.read { try Settlements.row(of: Self.day, at: agency, in: $0) })
      #expect(row.lines == 1 && row.paid == Dong(120_000) && row.refunded == .zero)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a till's money in another agency's books is found, though the sums agree`(
    engine: TestEngine
  ) async throws {
    let stranger = try #require(AgencyID("ca-hanoi"))
    try await with(engine) { database, payment, taker, _ in
      let isTaken = try await database.write { transaction in
        try Agencies.keep(stranger, name: "Công an Mẫu", at: Self.now, in: transaction)
        return try Tills.take(
          payment.amount, of: payment.id, into: Self.till(of: taker), at: Self.now,
          in: transaction)
      }
      #expect(isTaken)
      func post(_ agency: AgencyID, _ lines: [LedgerBatch.Line]) async throws -> Invariant {
        try await database.write { transaction in
          try Ledger.post(
            LedgerBatch(
              agency: agency, caseID: nil, payment: nil, at: Self.now, lines: lines),
            in: transaction)
        }
        let found = try await MoneyCheck.run(on: database)
        return try #require(
          found.first { $0.name == "the tills' accounts are what lies in the tills" })
      }
      let (cash, income) = (LedgerAccount.cash, LedgerAccount.feeIncome)
      let sum = payment.amount
      let wrong = try await post(stranger, [.debit(cash, sum), .credit(income, sum)])
      #expect(wrong.failures == ["ca-hanoi till-cash", "stp-mau till-cash"])
      let undone = try await post(stranger, [.debit(income, sum), .credit(cash, sum)])
      #expect(undone.failures == ["stp-mau till-cash"])
      let right = try await post(
        TestDatabase.agency, [.debit(cash, sum), .credit(income, sum)])
      #expect(right.holds && right.figure == 2)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `who orders a refund does not pay it`(engine: TestEngine) async throws {
    try await with(engine) { database, payment, taker, other in
      _ = try await database.write {
        try Refunds.owe(payment.amount, of: payment, at: Self.now, in: $0)
      }
      let refund = try #require(
        try await database.read { try Refunds.row(payment.id, in: $0) })
      let steps: [(OfficerID, Bool)] = [(taker, true), (other, false)]
      for (officer, expected) in steps {
        let isOrdered = try await database.write {
          try RefundOrders.order(
            refund, reference: "LC 1", by: officer, at: Self.now, in: $0)
        }
        #expect(isOrdered == expected)
      }
      for (officer, expected) in [(taker, false), (other, true), (other, false)] {
        let isPaid = try await database.write {
          try RefundOrders.pay(payment.id, by: officer, at: Self.now, in: $0)
        }
        #expect(isPaid == expected)
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `nor does the one on leave in whose name it was ordered`(engine: TestEngine) async throws {
    try await with(engine) { database, payment, taker, other in
      _ = try await database.write {
        try Refunds.owe(payment.amount, of: payment, at: Self.now, in: $0)
      }
      let refund = try #require(
        try await database.read { try Refunds.row(payment.id, in: $0) })
      let isOrdered = try await database.write {
        try RefundOrders.order(
          refund, reference: "LC 1", by: taker, onBehalf: other, at: Self.now, in: $0)
      }
      #expect(isOrdered)
      for officer in [taker, other] {
        let isPaid = try await database.write {
          try RefundOrders.pay(payment.id, by: officer, at: Self.now, in: $0)
        }
        #expect(!isPaid)
      }
      let row = try await database.read { try RefundOrders.row(payment.id, in: $0) }
      #expect(row?.orderedBy == taker && row?.orderedFor == other && row?.paidBy == nil)
    }
  }
}
