import CaseFile
import Intake
import Store
package import Vocabulary
import Words

extension Desk {
  /// The person answers what was asked: with words, or with papers that were attached since, or
  /// both. The case goes back to where it waited, and its day is reckoned again.
  package func answerSupplement(
    _ id: CaseID, words: String, of citizen: CitizenID
  ) async throws {
    let now = surroundings.now()
    let offices = offices
    try await freshRules()
    try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      // Pressed twice is answered once.
      guard let round = step.facts.supplements.open else { return }
      guard let office = offices[step.facts.agency] else { throw Refused.notFound }
      let papers = try Papers.of(id, in: step.transaction).count { $0.addedAt >= round.askedAt }
      let answer = try refusing(Refused.intake) { () throws(IntakeRefusal) in
        try Intake.answerSupplement(words: words, papers: papers)
      }
      let dueOn = try step.dueAfterSupplement(by: office, at: now)
      try step.record(.supplementAnswered(by: citizen, dueOn: dueOn), payload: answer)
      try step.mail(.supplementAnswered)
    }
  }
}
