package import Assessment
import CaseFile
import Crypto
import Decision
import Foundation
import Intake
import Law
package import Records
import Store
package import Vocabulary
import Words

extension Desk {
  /// Looks for the person of a request in the agency's register.
  package func searchForBody(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodySearchView {
    let (request, _) = try await bodySubject(id, as: .assessor, by: officer)
    let search = try await finder.find(request.sought, of: officer.agency)
    return try await database.read { connection in
      BodySearchView(
        candidates: try search.candidates.map { candidate in
          let record = try JudicialRecords.record(
            candidate.record, of: officer.agency, in: connection)
          return .init(
            record: candidate.record, name: record?.identity.name?.value ?? "",
            born: record?.identity.born?.value.vietnamese ?? "",
            judgments: record?.judgments.count ?? 0)
        },
        entries: search.entries, isCapped: search.isCapped)
    }
  }

  /// An officer says of every record that the search brings whether it is the person's. A record
  /// on which nothing was said, or that came since, stops it: nothing is found by silence.
  package func findForBody(
    _ id: BodyRequestID, version: Int, verdicts: [RecordID: PersonVerdict], reason: String,
    by officer: ActingOfficer
  ) async throws {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let (request, _) = try await bodySubject(id, as: .assessor, by: officer)
    let search = try await finder.find(request.sought, of: officer.agency)
    guard !search.isCapped else { throw Refused.bodyUnsettled }
    let candidates = search.candidates.map {
      BodyFinding.Candidate(record: $0.record, verdict: verdicts[$0.record])
    }
    let isSaid = candidates.allSatisfy { $0.verdict == .same || $0.verdict == .other }
    guard isSaid else { throw Refused.bodyUnsettled }
    let finding = BodyFinding(candidates: candidates, entries: search.entries, reason: reason)
    try await change(id, version: version, as: .assessor, by: officer) { change in
      guard change.row.closedAt == nil else { throw Refused.stale }
      try change.tell(.found(id), payload: JournalCodec.bytes(of: finding))
      try change.update(state: .found, foundBy: officer.id)
    }
  }

  /// A leader who did not find it sends it back with a reason.
  package func sendBackForBody(
    _ id: BodyRequestID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    try await change(id, version: version, as: .leader, by: officer) { change in
      guard change.row.state == .found else { throw Refused.stale }
      try BodyRequestFacts(change.row, in: change.transaction).mustBeNew(to: officer)
      try change.tell(.sentBack(id), payload: JournalCodec.bytes(of: reason))
      try change.update(state: .received)
    }
  }

  /// A leader who did not find it answers: with data that the agency's seal signs where the law of
  /// the day has it so, else with a certificate on paper, whose number is written down here.
  package func answerBody(
    _ id: BodyRequestID, version: Int, reference: String, by officer: ActingOfficer
  ) async throws {
    let (request, facts) = try await bodySubject(id, as: .leader, by: officer)
    // What is decided here holds in the transaction below only if nobody acted in between.
    guard let finding = facts.finding, facts.row.state == .found, facts.row.version == version
    else { throw Refused.stale }
    try facts.mustBeNew(to: officer)
    let now = surroundings.now()
    try await freshRules()
    let office = try office(of: officer.agency)
    let rules = try office.rules(on: now.civilDate)
    // Who came into the register since is looked at first.
    let search = try await finder.find(request.sought, of: officer.agency)
    guard Set(search.candidates.map(\.record)) == Set(finding.candidates.map(\.record)) else {
      throw Refused.bodyUnsettled
    }
    let isData = BodiesMayAsk.answerForm(on: rules.legalDay) == .data
    guard isData || !reference.isEmpty else { throw Refused.referenceMissing }
    let press = office.press
    try await change(id, version: version, as: .leader, by: officer) { change in
      guard isData else {
        try change.tell(
          .answered(id, digest: nil), payload: JournalCodec.bytes(of: reference))
        return try change.update(
          state: .answered, decidedBy: officer.id, closedAt: change.now)
      }
      var held = HeldRecord.none
      for record in finding.same {
        guard
          let one = try JudicialRecords.record(
            record, of: officer.agency, in: change.transaction)
        else { throw Refused.bodyUnsettled }
        held.add(HeldRecord(one))
      }
      let answer = try BodyAnswer(
        facts.row, request, letter: facts.letter, held, by: rules, at: change.now)
      let signed = try press.signed(answer)
      try change.tell(
        .answered(id, digest: hex(Array(SHA256.hash(data: Data(signed))))), payload: signed)
      try change.update(state: .answered, decidedBy: officer.id, closedAt: change.now)
    }
  }

  /// The signed data of an answer, for the officer who sends it. A look is recorded.
  package func bodyAnswer(_ id: BodyRequestID, by officer: ActingOfficer) async throws -> [UInt8] {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let facts = try await database.read { connection in
      try bodyFacts(id, of: officer, in: connection)
    }
    guard let data = facts.data else { throw Refused.notFound }
    try await tellLook(at: id, by: officer)
    return data
  }

  private func bodySubject(
    _ id: BodyRequestID, as role: Role, by officer: ActingOfficer
  ) async throws -> (BodyRequest, BodyRequestFacts) {
    guard officer.roles.contains(role) else { throw Refused.roleMissing(role) }
    try await freshRules()
    let office = try office(of: officer.agency)
    let facts = try await database.read { connection in
      try bodyFacts(id, of: officer, in: connection)
    }
    guard facts.row.closedAt == nil else { throw Refused.stale }
    let received = facts.row.receivedAt
    let reading = readBodyRequest(
      facts.typed, receivedAt: received, rules: try office.rules(on: received.civilDate),
      calendar: try office.calendar)
    guard case .request(let request, _, _) = reading else { throw Refused.notFound }
    return (request, facts)
  }
}

extension BodyRequest {
  /// Whom the register is searched for: no more is known than the letter says.
  var sought: SoughtPerson {
    SoughtPerson(
      names: [subjectName.text], sex: nil, born: subjectBirthDate, birthPlace: "",
      numbers: [subjectPaper], father: "", mother: "", spouse: "", residences: [])
  }
}
