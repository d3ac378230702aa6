import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("The gateway's settlement beside the books")
struct SettlementTests {
  private static let fee = Dong(200_000)

  private static func line(
    _ reference: String, _ flow: MoneyFlow = .payment, _ amount: Dong = fee
  ) -> SettlementEntry {
    SettlementEntry(flow: flow, reference: reference, number: "1", amount: amount)
  }

  private static func compare(
    _ entries: [SettlementEntry], books: [String: SettlementComparison.Books] = [:],
    elsewhere: Set<String> = [], received: [String] = [], givenBack: [String] = []
  ) -> [FoundDifference] {
    SettlementComparison(
      entries: entries, books: books, toldElsewhere: elsewhere,
      received: received.map { BookedPayment(reference: $0, amount: fee) },
      givenBack: givenBack.map { BookedPayment(reference: $0, amount: fee) }
    ).differences
  }

  @Test func `the same on both sides is no difference`() {
    let found = Self.compare(
      [Self.line("A"), Self.line("A", .refund)],
      books: ["A": .init(received: Self.fee, givenBack: Self.fee)], received: ["A"],
      givenBack: ["A"])
    #expect(found.isEmpty)
  }

  @Test func `each difference is named once, by its own name`() {
    let found = Self.compare(
      [
        Self.line("A"), Self.line("A"), Self.line("B", .payment, Dong(100_000)),
        Self.line("C"), Self.line("E", .refund),
      ],
      books: [
        "A": .init(received: Self.fee), "B": .init(received: Self.fee),
        "E": .init(received: Self.fee),
      ],
      received: ["A", "B", "D"], givenBack: ["F"])
    #expect(
      found == [
        .init(.twice, .payment, "A", ours: Self.fee, theirs: Self.fee),
        .init(.sum, .payment, "B", ours: Self.fee, theirs: Dong(100_000)),
        .init(.missingHere, .payment, "C", ours: nil, theirs: Self.fee),
        .init(.missingHere, .refund, "E", ours: nil, theirs: Self.fee),
        .init(.missingThere, .payment, "D", ours: Self.fee, theirs: nil),
        .init(.refundNotSettled, .refund, "F", ours: Self.fee, theirs: nil),
      ])
  }

  @Test func `money that crossed midnight is told by the other day's file, and only once`() {
    let key = SettlementComparison.key(.payment, "A")
    #expect(Self.compare([], elsewhere: [key], received: ["A"]).isEmpty)
    let again = Self.compare(
      [Self.line("A")], books: ["A": .init(received: Self.fee)], elsewhere: [key])
    #expect(again.map(\.kind) == [.twice])
  }
}
