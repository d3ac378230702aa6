import Assessment
import CaseFile
import Issuance
import Store
package import Vocabulary

extension Desk {
  /// The certificate as it would be by what an assessor has typed so far: the room concludes as
  /// it would for the finding, and nothing is stored. What the room refuses is refused here too.
  package func previewDraft(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    let now = surroundings.now()
    let office = try office(of: officer.agency)
    try await freshRules()
    let assessed = try await database.read { connection -> Assessed in
      guard let row = try Cases.row(id, lock: .none, in: connection),
        row.agency == officer.agency
      else { throw Refused.notFound }
      guard officer.roles.contains(.assessor) else { throw Refused.roleMissing(.assessor) }
      let facts = try Cases.facts(of: id, in: connection)
      guard facts.history.state.name == .inAssessment else {
        throw Refused.caseState(.outOfOrder(at: facts.history.state.name))
      }
      let person = try refusing(Refused.person) { () throws(PersonRefusal) in
        try personFound(facts.history.person)
      }
      let accepted = try facts.accepted()
      let bodies = try office.bodiesToAsk(of: facts)
      let held = try heldRecord(of: facts, in: connection)
      let found = held.found(with: work, taken: facts.takenFacts)
      let versions = try office.versions(of: held, for: facts, at: now)
      let outcome = try refusing(Refused.assessment) { () throws(AssessmentRefusal) in
        try Assessment.assess(
          accepted, person: person, asking: bodies, answers: facts.answers, found: found,
          versions: versions, by: officer, at: now)
      }
      switch outcome {
      case .waiting: throw Refused.waitingForAnswers
      case .assessed(let assessed): return assessed
      }
    }
    return try office.press.render(
      Issuance.preview(assessed, on: now.civilDate), qr: nil, stamp: "BẢN THẢO", at: now)
  }
}
