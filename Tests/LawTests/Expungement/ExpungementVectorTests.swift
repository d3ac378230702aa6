import Law
import Testing

@Suite("Expungement: 300 people with known answers")
struct ExpungementVectorTests {
  @Test func `every answer is the expected one`() throws {
    let people = try ExpungementVectors.people()
    let answers = try ExpungementVectors.answers()
    #expect(people.count == 300)
    #expect(answers.count == 300)
    for (person, expected) in zip(people, answers) {
      let found = try Expungement.answer(person.history, asOf: person.asOf)
      #expect(ExpungementVectors.Answer(found, id: person.id) == expected)
    }
  }

  @Test func `no conclusion is without its provisions`() throws {
    for person in try ExpungementVectors.people() {
      for conclusion in try Expungement.answer(person.history, asOf: person.asOf).convictions {
        #expect(!conclusion.basis.isEmpty, "\(person.id) \(conclusion.id)")
      }
    }
  }
}
