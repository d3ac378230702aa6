import Assessment
import Intake
import Law
import Testing
import Vocabulary

@testable import CaseFile

@Suite("A supplement stops the clock and gives the case back")
struct SupplementTests {
  private static let asked = CaseEvent.supplementAsked(
    by: Sample.anna, answerBy: CivilDate(2026, 12, 21))
  private static let paid = CaseEvent.feePaid(
    payment: Sample.payment, amount: Dong(200_000), receipt: "1")

  private static func accepted() throws -> CaseHistory {
    try CaseHistory.fold([
      .lodged(Sample.lodging), paid, .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)),
    ])
  }

  @Test func `at intake the case goes back to intake, in assessment to its officer`() throws {
    var history = try CaseHistory.fold([.lodged(Sample.lodging), Self.paid, Self.asked])
    #expect(history.state == .awaitingSupplement(of: .intake))
    #expect(!history.state.isBeingAssessed)
    try history.add(.supplementAnswered(by: Sample.citizen))
    #expect(history.state == .lodged)

    history = try Self.accepted()
    try history.add(Self.asked)
    #expect(history.state.isBeingAssessed, "bodies are still asked")
    try history.add(.supplementLapsed(dueOn: CivilDate(2026, 12, 30)))
    #expect(history.state == .inAssessment(acceptedBy: Sample.anna))
  }

  @Test func `at intake no body has been asked, so none can answer`() {
    let state = CaseState.awaitingSupplement(of: .intake)
    #expect(throws: CaseRefusal.outOfOrder(at: .awaitingSupplement)) {
      try state.after(
        .inquiryAnswered(inquiry: Sample.inquiry, body: .police, outcome: .noRecord))
    }
  }

  @Test func `while the clock stands nothing is due; afterwards the new day is`() throws {
    var history = try Self.accepted()
    #expect(history.dueOn == CivilDate(2026, 12, 1))
    try history.add(Self.asked)
    #expect(history.dueOn == nil)
    try history.add(.supplementAnswered(by: Sample.citizen, dueOn: CivilDate(2026, 12, 7)))
    #expect(history.dueOn == CivilDate(2026, 12, 7))
  }

  @Test func `an agency asks once, and the one that gets the file may ask once itself`() throws {
    var history = try CaseHistory.fold([
      .lodged(Sample.lodging), Self.paid, Self.asked, .supplementAnswered(by: Sample.citizen),
    ])
    #expect(throws: CaseRefusal.supplementAskedBefore) { try history.add(Self.asked) }
    try history.add(.forwarded(by: Sample.anna, to: Sample.receiver))
    try history.add(Self.asked)
    #expect(history.supplementsAsked == 1)
  }

  @Test func `the days of each round are left out, whatever their number`() {
    var supplements = Supplements()
    func day(_ number: Int) -> Instant {
      Instant(CivilDate(2026, 11, number), hour: 10, minute: 0)
    }
    func ask(_ number: Int, _ clock: SupplementRound.Clock) {
      supplements.ask(
        nil, by: Sample.anna, until: CivilDate(2026, 12, 21), clock: clock, at: day(number))
    }
    ask(2, .notRunning)
    supplements.close(.answered(at: day(4), nil))
    ask(5, .stopped)
    #expect(supplements.pauses.isEmpty, "it has not ended yet")
    supplements.close(.answered(at: day(9), nil))
    ask(10, .stopped)
    supplements.close(.lapsed(at: day(12)))
    #expect(supplements.open == nil)
    #expect(
      supplements.pauses == [
        ClockPause(stoppedOn: CivilDate(2026, 11, 5), resumedOn: CivilDate(2026, 11, 9)),
        ClockPause(stoppedOn: CivilDate(2026, 11, 10), resumedOn: CivilDate(2026, 11, 12)),
      ])
    supplements.close(.ended(at: day(13)))
    #expect(supplements.rounds.last?.outcome == .lapsed(at: day(12)))
  }

  @Test func `the person may withdraw meanwhile; nobody may refuse or accept`() {
    let state = CaseState.awaitingSupplement(of: .intake)
    #expect(throws: Never.self) { try state.after(.withdrawn(by: Sample.citizen)) }
    let refused: [CaseEvent] = [
      .refused(by: Sample.anna, ground: "papersIncomplete"),
      .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)),
    ]
    for event in refused {
      #expect(throws: CaseRefusal.outOfOrder(at: .awaitingSupplement)) { try state.after(event) }
    }
  }
}
