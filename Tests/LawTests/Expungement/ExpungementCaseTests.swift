import Law
import Testing
import Vocabulary

/// The worked examples of the law, each on the day before, the day and the day after.
@Suite("BLHS 2015, Articles 69 to 73: worked examples")
struct ExpungementCaseTests {
  private typealias People = ExpungementPeople

  /// Not cleared until the last day, cleared from the next one.
  private func expectCleared(
    _ conviction: Conviction, from first: CivilDate, born: CivilDate = People.adult,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    for early in [-2, -1] {
      let before = try People.conclusion(conviction, born: born, on: first.adding(days: early))
      #expect(before.status == .active, sourceLocation: place)
      #expect(before.from == first, sourceLocation: place)
    }
    for late in [0, 1] {
      let after = try People.conclusion(conviction, born: born, on: first.adding(days: late))
      #expect(after.status == .expunged, sourceLocation: place)
      #expect(after.from == first, sourceLocation: place)
    }
  }

  @Test func `eighteen months of prison are cleared two years after they end`() throws {
    let theft = People.sentence(
      act: CivilDate(2020, 3, 1), effective: CivilDate(2020, 11, 10),
      People.prison(18, until: CivilDate(2022, 5, 10)),
      owing: [Obligation(kind: .courtFee, completed: .on(CivilDate(2022, 6, 1)))])
    try expectCleared(theft, from: CivilDate(2024, 5, 11))
    let cleared = try People.answer([theft], on: CivilDate(2024, 5, 11))
    #expect(cleared.result == .noCriminalRecord)
    #expect(cleared.certificate1 == [])
    #expect(cleared.certificate2 == ["A"])
    let found = cleared.convictions[0].basis
    #expect(found == [Citation("BLHS 2015", "Điều 70 khoản 2 điểm b")])
  }

  @Test func `a suspended sentence is cleared one year after its probation`() throws {
    let gambling = People.sentence(
      act: CivilDate(2019, 6, 1), effective: CivilDate(2020, 2, 15), article: 321,
      PrincipalPenalty(
        kind: .suspendedImprisonment, months: 12, completed: .on(CivilDate(2022, 1, 15))))
    try expectCleared(gambling, from: CivilDate(2023, 1, 16))
  }

  @Test func `a fine is cleared one year after it is paid, and not while it is not`() throws {
    func fined(_ paid: Completion) -> Conviction {
      People.sentence(
        act: CivilDate(2022, 3, 1), effective: CivilDate(2022, 12, 1),
        PrincipalPenalty(kind: .fine, completed: paid))
    }
    try expectCleared(fined(.on(CivilDate(2023, 6, 30))), from: CivilDate(2024, 7, 1))
    let partly = try People.conclusion(fined(.no), on: CivilDate(2024, 7, 1))
    #expect(partly.status == .active)
    #expect(partly.from == nil)
  }

  @Test func `a ban that runs longer than the term decides`() throws {
    let sentence = People.sentence(
      act: CivilDate(2012, 3, 1), effective: CivilDate(2018, 2, 1),
      People.prison(72, until: CivilDate(2019, 3, 1)),
      [SupplementaryPenalty(kind: .practiceBan, completed: .on(CivilDate(2024, 3, 1)))])
    try expectCleared(sentence, from: CivilDate(2024, 3, 2))
  }

  @Test func `offences against the State wait for a court`() throws {
    var propaganda = People.sentence(
      act: CivilDate(2016, 1, 1), effective: CivilDate(2018, 2, 1), article: 117,
      People.prison(48, until: CivilDate(2020, 2, 1)))
    for day in [CivilDate(2023, 2, 1), CivilDate(2023, 2, 2), CivilDate(2040, 1, 1)] {
      let waiting = try People.answer([propaganda], on: day)
      #expect(waiting.result == .hasCriminalRecord)
      #expect(waiting.certificate1 == ["A"])
      #expect(waiting.convictions[0].status == .awaitingCourtDecision)
      #expect(waiting.convictions[0].from == CivilDate(2023, 2, 2))
    }
    propaganda.courtExpungedOn = CivilDate(2023, 8, 20)
    let before = try People.conclusion(propaganda, on: CivilDate(2023, 8, 19))
    #expect(before.status == .awaitingCourtDecision)
    let after = try People.conclusion(propaganda, on: CivilDate(2023, 8, 20))
    #expect(after.status == .expunged)
    #expect(after.from == CivilDate(2023, 8, 20))
  }

  @Test func `negligence in a serious offence never counts, in a very serious one it does`() throws
  {
    let still = PrincipalPenalty(kind: .imprisonment, months: 24, completed: .no)
    let serious = People.sentence(
      act: CivilDate(2024, 3, 1), effective: CivilDate(2024, 9, 1), article: 260,
      fault: .negligent, still)
    let never = try People.answer([serious], on: CivilDate(2024, 9, 1))
    #expect(never.result == .noCriminalRecord)
    #expect(never.convictions[0].status == .neverCounted)
    #expect(never.certificate2 == [])
    let verySerious = People.sentence(
      act: CivilDate(2017, 3, 1), effective: CivilDate(2018, 2, 1), article: 260,
      gravity: .verySerious, fault: .negligent, People.prison(48, until: CivilDate(2021, 10, 10)))
    try expectCleared(verySerious, from: CivilDate(2023, 10, 11))
  }

  @Test func `an offence at fifteen never counts`() throws {
    let robbery = People.sentence(
      act: CivilDate(2021, 7, 10), effective: CivilDate(2022, 1, 10), article: 171,
      gravity: .extremelySerious, PrincipalPenalty(kind: .imprisonment, months: 24, completed: .no))
    let found = try People.conclusion(
      robbery, born: CivilDate(2005, 8, 20), on: CivilDate(2022, 1, 10))
    #expect(found.status == .neverCounted)
  }

  @Test func `a grave intentional offence at seventeen is cleared after three years`() throws {
    let robbery = People.sentence(
      act: CivilDate(2021, 6, 1), effective: CivilDate(2021, 12, 1), article: 168,
      gravity: .verySerious, People.prison(48, until: CivilDate(2024, 6, 1)),
      owing: [Obligation(kind: .compensation, completed: .no)])
    try expectCleared(robbery, from: CivilDate(2027, 6, 2), born: CivilDate(2004, 1, 1))
  }

  @Test func `unpaid compensation keeps the record until the day it is paid`() throws {
    func sentence(_ paid: Completion) -> Conviction {
      People.sentence(
        act: CivilDate(2017, 3, 1), effective: CivilDate(2018, 2, 1),
        People.prison(36, until: CivilDate(2021, 1, 1)),
        owing: [Obligation(kind: .compensation, completed: paid)])
    }
    let unpaid = try People.conclusion(sentence(.no), on: CivilDate(2024, 6, 1))
    #expect(unpaid.status == .active)
    #expect(unpaid.from == nil)
    try expectCleared(sentence(.on(CivilDate(2024, 7, 15))), from: CivilDate(2024, 7, 15))
    let silent = sentence(.unknown)
    #expect(try People.conclusion(silent, on: CivilDate(2023, 1, 1)).status == .active)
    let answer = try People.answer([silent], on: CivilDate(2023, 1, 2))
    #expect(answer.result == .needsVerification)
    #expect(answer.certificate1 == nil)
    #expect(answer.certificate2 == nil)
  }

  @Test func `a sentence never enforced is cleared after its limitation and the term`() throws {
    let forgotten = People.sentence(
      act: CivilDate(2014, 3, 1), effective: CivilDate(2015, 4, 10),
      PrincipalPenalty(
        kind: .imprisonment, months: 24, completed: .no,
        limitationExpiredOn: CivilDate(2020, 4, 10)))
    try expectCleared(forgotten, from: CivilDate(2022, 4, 11))
    let found = try People.conclusion(forgotten, on: CivilDate(2022, 4, 11))
    #expect(found.basis.contains(Citation("BLHS 2015", "Điều 70 khoản 3")))
  }

  @Test func `an old theft is cleared on the first day of the new Code`() throws {
    let theft = People.sentence(
      act: CivilDate(2012, 1, 1), effective: CivilDate(2012, 6, 1),
      People.prison(48, until: CivilDate(2015, 9, 1)))
    let found = try People.conclusion(theft, on: CivilDate(2018, 1, 1))
    #expect(found.status == .expunged)
    #expect(found.from == CivilDate(2018, 1, 1))
  }

  @Test func `the old Code's day stands where it came before 2018`() throws {
    let theft = People.sentence(
      act: CivilDate(2008, 1, 1), effective: CivilDate(2008, 6, 1),
      People.prison(36, until: CivilDate(2010, 9, 1)),
      owing: [Obligation(kind: .courtFee, completed: .on(CivilDate(2011, 2, 28)))])
    let found = try People.conclusion(theft, on: CivilDate(2018, 1, 1))
    #expect(found.from == CivilDate(2014, 3, 1))
    #expect(found.basis.contains(Citation("BLHS 1999", "Điều 64")))
  }

  @Test func `the penalty pronounced decides, not the time served`() throws {
    let pardoned = People.sentence(
      act: CivilDate(2017, 1, 1), effective: CivilDate(2018, 1, 1),
      People.prison(84, until: CivilDate(2021, 9, 1)))
    try expectCleared(pardoned, from: CivilDate(2024, 9, 2))
    let released = People.sentence(
      act: CivilDate(2017, 1, 1), effective: CivilDate(2018, 1, 1),
      People.prison(120, until: CivilDate(2023, 1, 1)))
    try expectCleared(released, from: CivilDate(2026, 1, 2))
  }

  @Test func `one offence of those chapters puts the whole judgment to court`() throws {
    var judgment = People.sentence(
      act: CivilDate(2019, 1, 1), effective: CivilDate(2019, 9, 1),
      People.prison(60, until: CivilDate(2023, 9, 1)))
    var other = judgment.offences[0]
    other.article = 117
    judgment.offences.append(other)
    let found = try People.conclusion(judgment, on: CivilDate(2026, 11, 21))
    #expect(found.status == .awaitingCourtDecision)
    #expect(found.basis.contains(Citation("BLHS 2015", "Điều 73 khoản 3")))
  }

  @Test func `who is exempted from punishment never had a record`() throws {
    let exempted = People.sentence(
      act: CivilDate(2024, 1, 1), effective: CivilDate(2024, 9, 1), gravity: .extremelySerious,
      PrincipalPenalty(kind: .exempt, completed: nil))
    #expect(try People.conclusion(exempted, on: CivilDate(2024, 9, 1)).status == .neverCounted)
  }

  @Test func `an annulled judgment is none, from the day of the annulment`() throws {
    var judgment = People.sentence(
      act: CivilDate(2022, 1, 1), effective: CivilDate(2022, 9, 1),
      People.prison(36, until: CivilDate(2025, 9, 1)))
    judgment.annulledOn = CivilDate(2025, 5, 5)
    #expect(try People.conclusion(judgment, on: CivilDate(2025, 5, 4)).status == .active)
    let answer = try People.answer([judgment], on: CivilDate(2025, 5, 5))
    #expect(answer.convictions[0].status == .annulled)
    #expect(answer.result == .noCriminalRecord)
    #expect(answer.certificate2 == [])
  }

  @Test func `a pending prosecution is no record, but makes a clearance uncertain`() throws {
    let none = try People.answer([], pending: [CivilDate(2026, 1, 5)], on: CivilDate(2026, 11, 21))
    #expect(none.result == .noCriminalRecord)
    let old = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
      People.prison(24, until: CivilDate(2020, 6, 1)))
    func status(pending act: CivilDate) throws -> ExpungementStatus {
      try People.conclusion(old, pending: [act], on: CivilDate(2026, 11, 21)).status
    }
    #expect(try status(pending: CivilDate(2018, 4, 19)) == .expunged)
    #expect(try status(pending: CivilDate(2018, 4, 20)) == .needsVerification)
    #expect(try status(pending: CivilDate(2022, 6, 1)) == .needsVerification)
    #expect(try status(pending: CivilDate(2022, 6, 2)) == .expunged)
  }

  @Test func `a leap day's term ends on 28 February`() throws {
    let sentence = People.sentence(
      act: CivilDate(2018, 1, 2), effective: CivilDate(2018, 4, 20),
      PrincipalPenalty(kind: .warning, completed: .on(CivilDate(2020, 2, 29))))
    try expectCleared(sentence, from: CivilDate(2021, 3, 1))
  }
}
