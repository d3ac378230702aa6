import CaseFile
import Testing
import Vocabulary

@Suite("On whose desk a case lies, as its journal tells it")
struct AssignmentTests {
  private func history(_ events: [CaseEvent]) throws -> CaseHistory {
    var history = CaseHistory(opening: Sample.lodging)
    for event in events { try history.add(event) }
    return history
  }

  private let accepted: [CaseEvent] = [
    .feeExempted(ground: "elderly"), .assigned(to: Sample.anna, by: Sample.binh),
    .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)),
  ]

  @Test func `a step that is done is taken off the desk`() throws {
    #expect(try history(Array(accepted.prefix(2))).assigned == Sample.anna)
    #expect(try history(accepted).assigned == nil)
    let assessed =
      accepted + [
        .assigned(to: Sample.anna, by: Sample.binh), .assessed(by: Sample.anna),
      ]
    #expect(try history(assessed).assigned == nil)
    #expect(try history(accepted + [.assigned(to: nil, by: Sample.binh)]).assigned == nil)
  }

  @Test func `what comes back comes back to who assessed it`() throws {
    let assessed = accepted + [.assessed(by: Sample.anna)]
    #expect(try history(assessed + [.sentBack(by: Sample.binh)]).assigned == Sample.anna)
    let reopened = assessed + [.reopened(why: .personToDecide)]
    #expect(try history(reopened).assigned == Sample.anna)
  }

  @Test func `a case that has ended lies on no desk any more`() throws {
    var history = try history([.feeExempted(ground: "elderly"), .withdrawn(by: Sample.citizen)])
    #expect(throws: CaseRefusal.outOfOrder(at: .withdrawn)) {
      try history.add(.assigned(to: Sample.anna, by: Sample.binh))
    }
  }
}
