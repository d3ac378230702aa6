import Law
import Testing
import Vocabulary

@Suite("BLHS 2015, Article 73.2: a new offence")
struct NewOffenceTests {
  private typealias People = ExpungementPeople

  private let old = People.sentence(
    act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
    People.prison(24, until: CivilDate(2020, 6, 1)))

  private func new(act: CivilDate, _ completed: Completion = .on(CivilDate(2024, 12, 15)))
    -> Conviction
  {
    People.sentence(
      "B", act: act, effective: CivilDate(2022, 7, 20),
      PrincipalPenalty(kind: .imprisonment, months: 36, completed: completed))
  }

  @Test func `an act within the term restarts it: both stand until the new term ends`() throws {
    let convictions = [old, new(act: CivilDate(2021, 12, 15))]
    let standing = try People.answer(convictions, on: CivilDate(2026, 12, 15))
    #expect(standing.certificate1 == ["A", "B"])
    #expect(standing.convictions.map(\.from) == [CivilDate(2026, 12, 16), CivilDate(2026, 12, 16)])
    let cleared = try People.answer(convictions, on: CivilDate(2026, 12, 16))
    #expect(cleared.result == .noCriminalRecord)
  }

  @Test func `the day of the act decides, not the judgment's`() throws {
    let late = try People.answer(
      [old, new(act: CivilDate(2022, 6, 2))], on: CivilDate(2026, 11, 21))
    #expect(late.convictions[0].status == .expunged)
    #expect(late.convictions[0].from == CivilDate(2022, 6, 2))
    #expect(late.certificate1 == ["B"])
    #expect(late.certificate2 == ["A", "B"])
    let lastDay = try People.answer(
      [old, new(act: CivilDate(2022, 6, 1))], on: CivilDate(2026, 11, 21))
    #expect(lastDay.convictions[0].from == CivilDate(2026, 12, 16))
  }

  @Test func `an act before the old judgment took effect is no new offence`() throws {
    let before = try People.answer(
      [old, new(act: CivilDate(2018, 4, 19))], on: CivilDate(2026, 11, 21))
    #expect(before.convictions[0].from == CivilDate(2022, 6, 2))
    let onTheDay = try People.answer(
      [old, new(act: CivilDate(2018, 4, 20))], on: CivilDate(2026, 11, 21))
    #expect(onTheDay.convictions[0].from == CivilDate(2026, 12, 16))
  }

  @Test func `a new sentence not done holds the old one, an unknown one must be verified`() throws {
    let act = CivilDate(2021, 12, 15)
    let open = try People.answer([old, new(act: act, .no)], on: CivilDate(2026, 11, 21))
    #expect(open.convictions.map(\.status) == [.active, .active])
    #expect(open.convictions[0].from == nil)
    let silent = try People.answer([old, new(act: act, .unknown)], on: CivilDate(2026, 11, 21))
    #expect(silent.convictions.map(\.status) == [.needsVerification, .needsVerification])
  }

  @Test func `a new judgment that never counts restarts the old term all the same`() throws {
    var exempted = new(act: CivilDate(2021, 12, 15))
    exempted.principal = PrincipalPenalty(kind: .exempt, completed: nil)
    let found = try People.answer([old, exempted], on: CivilDate(2026, 11, 21))
    #expect(found.convictions[0].from == CivilDate(2024, 7, 21))
    #expect(found.convictions[1].status == .neverCounted)
  }

  @Test func `an annulled judgment restarts nothing, one not yet in effect makes uncertain`() throws
  {
    var other = new(act: CivilDate(2021, 12, 15))
    other.annulledOn = CivilDate(2023, 1, 1)
    let annulled = try People.answer([old, other], on: CivilDate(2026, 11, 21))
    #expect(annulled.convictions[0].from == CivilDate(2022, 6, 2))
    let early = new(act: CivilDate(2021, 12, 15))
    let unsettled = try People.answer([old, early], on: CivilDate(2022, 7, 1))
    #expect(unsettled.convictions.map(\.status) == [.needsVerification, .notEffective])
  }

  @Test func `a longer term may catch a further act`() throws {
    let second = new(act: CivilDate(2021, 12, 15))
    let third = People.sentence(
      "C", act: CivilDate(2026, 1, 5), effective: CivilDate(2026, 6, 1),
      People.prison(12, until: CivilDate(2027, 6, 1)))
    let found = try People.answer([third, old, second], on: CivilDate(2026, 11, 21))
    #expect(Set(found.convictions.map(\.from)) == [CivilDate(2029, 6, 2)])
    guard case .reckoned(let reckoning) = found.convictions[1].ground else {
      Issue.record("the old conviction was not reckoned")
      return
    }
    #expect(reckoning.restarts.map(\.conviction) == [2, 0])
  }
}
