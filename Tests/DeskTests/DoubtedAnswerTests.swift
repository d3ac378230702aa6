import Assessment
import Law
import Testing
import Vocabulary

@testable import Desk

@Suite("A body's answer that bears a day that has not come")
struct DoubtedAnswerTests {
  private static let today = CivilDate(2026, 11, 21)

  private func answer(_ outcome: FiledAnswer.Outcome, on day: CivilDate) -> FiledAnswer {
    FiledAnswer(
      body: .police, outcome: outcome, reference: "1/CA", details: "Theo sổ", answeredOn: day,
      source: .message)
  }

  @Test(arguments: [FiledAnswer.Outcome.noRecord, .record, .doubtful])
  func `is doubtful whatever it says, and what it says is kept`(outcome: FiledAnswer.Outcome) {
    let doubted = answer(outcome, on: CivilDate(2026, 11, 22)).doubted(on: Self.today)
    #expect(doubted.outcome == .doubtful)
    #expect(doubted.details.contains("22/11/2026") && doubted.details.hasSuffix("Theo sổ"))
  }

  @Test(arguments: [FiledAnswer.Outcome.noRecord, .record, .doubtful])
  func `one of today, or of before, is what it is`(outcome: FiledAnswer.Outcome) {
    for day in [Self.today, CivilDate(2026, 11, 1)] {
      #expect(answer(outcome, on: day).doubted(on: Self.today) == answer(outcome, on: day))
    }
  }
}
