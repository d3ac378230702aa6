import Law
import Testing
import Vocabulary

@Suite("The trace of a conclusion")
struct ExpungementTraceTests {
  private typealias People = ExpungementPeople

  private func traces(
    _ convictions: [Conviction], pending: [CivilDate] = [], on day: CivilDate
  ) throws -> [ExpungementTrace] {
    let question = ExpungementQuestion(
      id: "x", asOf: day,
      history: ConvictionHistory(
        bornOn: People.adult, pendingActs: pending, convictions: convictions))
    return ExpungementTrace.of(try question.answer(), to: question)
  }

  @Test func `a fine unpaid as far as anybody knows is asked of civil enforcement`() throws {
    let sentence = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
      People.prison(24, until: CivilDate(2020, 6, 1)),
      [SupplementaryPenalty(kind: .fine, completed: .unknown)])
    let missing = try traces([sentence], on: CivilDate(2026, 11, 21))[0].missing
    #expect(missing.map(\.field) == ["convictions[0].supplementary[0].completed"])
    #expect(missing.map(\.holder) == [.civilEnforcement])
    #expect(Set(missing[0].changes.map(\.status)) == [.active, .expunged])
    #expect(missing[0].changes.first?.value == "no")
  }

  @Test func `two unknown parts change nothing one by one, unless one is not done`() throws {
    let sentence = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
      PrincipalPenalty(kind: .imprisonment, months: 24, completed: .unknown),
      [SupplementaryPenalty(kind: .residenceBan, completed: .unknown)])
    let missing = try traces([sentence], on: CivilDate(2026, 11, 21))[0].missing
    #expect(missing.map(\.holder) == [.criminalEnforcement, .commune])
    #expect(missing.allSatisfy { $0.changes.allSatisfy { $0.result != .noCriminalRecord } })
  }

  @Test func `the unknown end of a new sentence is missing for the old one too`() throws {
    let old = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
      People.prison(24, until: CivilDate(2020, 6, 1)))
    let new = People.sentence(
      "B", act: CivilDate(2021, 12, 15), effective: CivilDate(2022, 7, 20),
      PrincipalPenalty(kind: .imprisonment, months: 36, completed: .unknown))
    let found = try traces([old, new], on: CivilDate(2026, 11, 21))
    #expect(found[0].missing.map(\.field) == ["convictions[1].principal.completed"])
    #expect(found[0].steps.map(\.finding).contains(.restarted))
  }

  @Test func `an unknown fault that decides is asked of the court`() throws {
    let sentence = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20), fault: .unknown,
      PrincipalPenalty(kind: .imprisonment, months: 24, completed: .no))
    let trace = try traces([sentence], on: CivilDate(2026, 11, 21))[0]
    #expect(trace.steps.last?.finding == .unclear)
    #expect(trace.missing.map(\.holder) == [.court])
    #expect(Set(trace.missing[0].changes.map(\.value)) == ["intentional", "negligent"])
  }

  @Test func `a pending prosecution is asked of those who pursue it`() throws {
    let old = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
      People.prison(24, until: CivilDate(2020, 6, 1)))
    let trace = try traces(
      [old], pending: [CivilDate(2021, 1, 1)], on: CivilDate(2026, 11, 21))[0]
    #expect(trace.missing.map(\.holder) == [.prosecution])
    #expect(trace.missing[0].changes.map(\.status) == [.expunged])
  }

  @Test func `every step names a rule of the book, and the last one decides`() throws {
    let names = Set(Expungement.rules.map { $0.name })
    for person in try ExpungementVectors.people() {
      let answer = try person.answer()
      for trace in ExpungementTrace.of(answer, to: person) {
        #expect(!trace.steps.isEmpty)
        #expect(Set(trace.steps.map(\.rule)).isSubset(of: names))
      }
    }
  }

  @Test func `a conviction that needs verification says what is missing, or that law is`() throws {
    for person in try ExpungementVectors.people() {
      let answer = try person.answer()
      let traces = ExpungementTrace.of(answer, to: person)
      for (conclusion, trace) in zip(answer.convictions, traces)
      where conclusion.status == .needsVerification {
        let isLaw = conclusion.ground == .expulsion || conclusion.ground == .agesMixed
        #expect(isLaw || !trace.missing.isEmpty, "\(person.id) \(conclusion.id)")
      }
    }
  }
}
