import Law
import Testing
import Vocabulary

@Suite("Expungement: what holds for every history")
struct ExpungementPropertyTests {
  private static let count = 2_000

  private func answer(_ person: ExpungementQuestion) throws -> ExpungementAnswer {
    try Expungement.answer(person.history, asOf: person.asOf)
  }

  /// What the format shows, without the places in a list.
  private func told(_ answer: ExpungementAnswer) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: answer.convictions.map {
        ($0.id, "\($0.status.rawValue) \($0.from?.iso ?? "-") \($0.basis)")
      })
  }

  @Test func `the order in which convictions are told does not matter`() throws {
    var invented = InventedPeople(seed: 1)
    for _ in 0..<Self.count {
      let person = invented.person()
      var turned = person
      turned.history.convictions = invented.shuffled(person.history.convictions)
      let (first, second) = (try answer(person), try answer(turned))
      #expect(told(first) == told(second))
      #expect(first.result == second.result)
      #expect(first.certificate1 == second.certificate1)
      #expect(first.certificate2 == second.certificate2)
    }
  }

  @Test func `asking twice, and after writing and reading, gives the same answer`() throws {
    var invented = InventedPeople(seed: 2)
    for _ in 0..<Self.count {
      let person = invented.person()
      let again = try ExpungementQuestion(line: person.line)
      #expect(try answer(again) == answer(person))
    }
  }

  @Test func `days and certificates agree with the statuses`() throws {
    var invented = InventedPeople(seed: 3)
    for _ in 0..<Self.count {
      let person = invented.person()
      let found = try answer(person)
      for conclusion in found.convictions {
        switch conclusion.status {
        case .expunged: #expect(conclusion.from.map { $0 <= person.asOf } == true)
        case .active: #expect(conclusion.from.map { $0 > person.asOf } ?? true)
        case .awaitingCourtDecision: break
        case .neverCounted, .needsVerification, .annulled, .notEffective:
          #expect(conclusion.from == nil)
        }
      }
      #expect((found.certificate1 == nil) == (found.result == .needsVerification))
      #expect((found.certificate2 == nil) == (found.result == .needsVerification))
      if let printed = found.certificate1 {
        #expect(printed.isEmpty == (found.result == .noCriminalRecord))
        #expect(Set(printed).isSubset(of: Set(found.certificate2 ?? [])))
      }
    }
  }

  @Test func `a completed obligation never delays clearance beyond its own day`() throws {
    var invented = InventedPeople(seed: 4)
    var tried = 0
    while tried < Self.count / 4 {
      var person = invented.person(convictions: 1)
      let conviction = person.history.convictions[0]
      guard conviction.effectiveOn >= CivilDate(2018, 1, 1) else { continue }
      person.history.pendingActs = []
      let before = try answer(person).convictions[0]
      guard case .reckoned(let reckoning) = before.ground, reckoning.route == .law,
        let from = before.from
      else { continue }
      tried += 1
      let done = from.adding(days: invented.below(1_000) - 500)
      person.history.convictions[0].obligations
        .append(Obligation(kind: .other, completed: .on(done)))
      #expect(try answer(person).convictions[0].from == max(from, done))
    }
  }

  @Test func `an unknown never turns a record into none`() throws {
    var invented = InventedPeople(seed: 5)
    for _ in 0..<Self.count {
      let person = invented.person()
      guard try answer(person).result == .hasCriminalRecord else { continue }
      let place = invented.below(person.history.convictions.count)
      var added = person
      added.history.convictions[place].obligations
        .append(Obligation(kind: .other, completed: .unknown))
      #expect(try answer(added).result != .noCriminalRecord)
      var forgotten = person
      if forgotten.history.convictions[place].principal.completed != nil {
        forgotten.history.convictions[place].principal.completed = .unknown
      }
      #expect(try answer(forgotten).result != .noCriminalRecord)
    }
  }

  @Test func `a pending prosecution never turns a record into none, nor none into a record`() throws
  {
    var invented = InventedPeople(seed: 6)
    for _ in 0..<Self.count {
      var person = invented.person()
      person.history.pendingActs = []
      let before = try answer(person)
      person.history.pendingActs = [person.asOf.adding(days: -invented.below(3_000))]
      let after = try answer(person)
      #expect(after.result == before.result || after.result == .needsVerification)
    }
  }

  @Test func `what is cleared stays cleared while nothing else happens`() throws {
    var invented = InventedPeople(seed: 7)
    for _ in 0..<Self.count {
      var person = invented.person()
      // Nothing lies ahead that would be news on a later day.
      for index in person.history.convictions.indices {
        person.history.convictions[index].annulledOn = nil
        person.history.convictions[index].courtExpungedOn = nil
        person.history.convictions[index].generalAmnestyOn = nil
      }
      let news = person.history.convictions.map(\.effectiveOn)
      guard news.allSatisfy({ $0 <= person.asOf }) else { continue }
      let today = try answer(person)
      var later = person
      later.asOf = person.asOf.adding(days: invented.below(4_000))
      let then = try answer(later)
      for (first, second) in zip(today.convictions, then.convictions)
      where first.status == .expunged {
        #expect(second.status == .expunged)
        #expect(second.from == first.from)
      }
    }
  }

  @Test func `an active conviction with a day is cleared on it, not before`() throws {
    var invented = InventedPeople(seed: 8)
    for _ in 0..<Self.count {
      var person = invented.person(convictions: 1)
      person.history.pendingActs = []
      person.history.convictions[0].annulledOn = nil
      person.history.convictions[0].courtExpungedOn = nil
      person.history.convictions[0].generalAmnestyOn = nil
      let found = try answer(person).convictions[0]
      guard found.status == .active, let from = found.from else { continue }
      person.asOf = from
      #expect(try answer(person).convictions[0].status == .expunged)
      person.asOf = from.adding(days: -1)
      #expect(try answer(person).convictions[0].status == .active)
    }
  }

  @Test func `a court's decision clears, whatever else is true`() throws {
    var invented = InventedPeople(seed: 9)
    for _ in 0..<Self.count {
      var person = invented.person()
      let place = invented.below(person.history.convictions.count)
      person.history.convictions[place].courtExpungedOn = CivilDate(2008, 1, 1)
      person.history.convictions[place].generalAmnestyOn = nil
      let found = try answer(person).convictions[place]
      #expect([.expunged, .annulled, .notEffective].contains(found.status))
    }
  }
}
