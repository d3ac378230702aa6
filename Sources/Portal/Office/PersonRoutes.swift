import Assessment
import Desk
import Hummingbird
import Records
import Vocabulary

extension Portal {
  /// Names and numbers are posted, never written into an address.
  var personRoutes: [Route] {
    [
      .officer(.get, "/office/persons", personWaits),
      .officer(.get, "/office/cases/:id/person", person),
      .officer(.post, "/office/cases/:id/person/search", searchPerson),
      .officer(.post, "/office/cases/:id/person/look", lookByHand),
      .officer(.post, "/office/cases/:id/person/candidates", addCandidate),
      .officer(.post, "/office/cases/:id/person/decision", decideCandidate),
      .officer(.post, "/office/cases/:id/person/ruling", ruleCandidate),
      .officer(.post, "/office/cases/:id/person/dispute", decideDispute),
    ]
  }

  /// /office/persons: where somebody has to look who a person is.
  @Sendable func personWaits(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let waits = try await desk.personWaits(by: officer)
    return try visit.answer(PersonWaitsPage(waits, in: visit))
  }

  /// /office/cases/:id/person
  @Sendable func person(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await personPage(visit, officer, said: nil)
  }

  /// POST …/person/search: the register as it is now.
  @Sendable func searchPerson(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await identify(visit, officer) { id in
      try await desk.searchPerson(id, by: officer)
    }
  }

  /// POST …/person/look: another spelling, another number.
  @Sendable func lookByHand(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let typed = TypedPerson(visit.form)
    let view = try await desk.lookByHand(visit.id(), for: typed.sought, by: officer)
    return try visit.answer(PersonPage(view, said: nil, in: visit))
  }

  /// POST …/person/candidates: a record that was found by hand.
  @Sendable func addCandidate(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await identify(visit, officer) { id in
      try await desk.addCandidate(
        id, record: try visit.typedRecord(), by: officer)
    }
  }

  /// POST …/person/decision: the first officer's, or blind the second's.
  @Sendable func decideCandidate(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await identify(visit, officer) { id in
      try await desk.decideCandidate(
        id, record: try visit.typedRecord(),
        edition: Int(visit.form["edition"]) ?? 0, verdict: try visit.typedVerdict(),
        reason: try visit.words(at: "reason"), by: officer)
    }
  }

  /// POST …/person/ruling: a leader's, where two differ.
  @Sendable func ruleCandidate(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await identify(visit, officer) { id in
      try await desk.ruleCandidate(
        id, record: try visit.typedRecord(),
        edition: Int(visit.form["edition"]) ?? 0, verdict: try visit.typedVerdict(),
        reason: try visit.words(at: "reason"), by: officer)
    }
  }

  /// POST …/person/dispute: an answer to "this is not me".
  @Sendable func decideDispute(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await identify(visit, officer) { id in
      try await desk.decideDispute(
        id, verdict: try visit.typedVerdict(),
        reason: try visit.words(at: "reason"), answer: try visit.words(at: "answer"), by: officer)
    }
  }

  private func identify(
    _ visit: Visit, _ officer: ActingOfficer, _ act: (CaseID) async throws -> Void
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    return try await mending {
      try await act(id)
      return visit.seeOther("/office/cases/\(id)/person")
    } again: { said in
      try await personPage(visit, officer, said: said)
    }
  }

  private func personPage(
    _ visit: Visit, _ officer: ActingOfficer, said: OfficeSaid?
  ) async throws -> Response {
    let view = try await desk.person(visit.id(), by: officer)
    let page = PersonPage(view, said: said, in: visit)
    return try visit.answer(page, status: said?.status ?? .ok)
  }
}

extension Visit {
  fileprivate func typedRecord() throws -> RecordID {
    guard let record = RecordID(text: form["record"]) else { throw HTTPRefusal.bodyUnreadable }
    return record
  }

  fileprivate func typedVerdict() throws -> PersonVerdict {
    guard let verdict = PersonVerdict(rawValue: form["verdict"]) else {
      throw HTTPRefusal.bodyUnreadable
    }
    return verdict
  }
}

/// What an officer typed to look for somebody by hand.
struct TypedPerson {
  static let fields = ["name", "birth", "number", "father", "mother", "birthPlace"]
  private let form: TypedForm

  init(_ form: TypedForm) {
    self.form = form
  }

  /// What cannot be read says nothing, rather than standing in the way.
  var sought: SoughtPerson {
    let number = form["number"]
    return SoughtPerson(
      names: [form["name"]].filter { !$0.isEmpty }, born: born, birthPlace: form["birthPlace"],
      numbers: number.isEmpty ? [] : [number], father: form["father"], mother: form["mother"])
  }

  /// `31/01/1990` or `1990`.
  private var born: BirthDate? {
    let typed = form["birth"]
    if let day = CivilDate(typed: typed) { return .day(day) }
    guard let year = Int(typed), (1850...2200).contains(year) else { return nil }
    return .year(year)
  }
}
