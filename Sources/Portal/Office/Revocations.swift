import Desk
import Hummingbird
import Law
import Vocabulary

extension Portal {
  var revocationRoutes: [Route] {
    [
      .officer(.get, "/office/revocations", revocationWaits),
      .officer(.get, "/office/cases/:id/revocation", revocation),
      .officer(.post, "/office/cases/:id/revocation", proposeRevocation),
      .officer(
        .post, "/office/cases/:id/revocation/decision", proof: .freshCode, decideRevocation),
    ]
  }

  /// /office/revocations: certificates that an officer wants taken back.
  @Sendable func revocationWaits(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let waits = try await desk.revocationWaits(by: officer)
    return try visit.answer(RevocationWaitsPage(waits, in: visit))
  }

  /// /office/cases/:id/revocation
  @Sendable func revocation(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await revocationPage(visit, officer, said: nil)
  }

  /// POST …/revocation: an officer proposes to take the certificate back without a new one.
  @Sendable func proposeRevocation(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    return try await mending {
      guard let ground = RevocationGround(rawValue: visit.form["ground"]) else {
        throw HTTPRefusal.bodyUnreadable
      }
      let reason = try visit.words(at: "reason")
      try await desk.proposeRevocation(id, ground: ground, reason: reason, by: officer)
      return visit.seeOther("/office/cases/\(id)/revocation")
    } again: { said in
      try await revocationPage(visit, officer, said: said)
    }
  }

  /// POST …/revocation/decision: a leader who did not propose decides.
  @Sendable func decideRevocation(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await revoking(visit, officer) { id in
      guard let verdict = RevocationChoice(rawValue: visit.form["verdict"]) else {
        throw HTTPRefusal.bodyUnreadable
      }
      try await desk.decideRevocation(
        id, verdict, reason: try visit.words(at: "reason"), by: officer)
    }
  }

  private func revoking(
    _ visit: Visit, _ officer: ActingOfficer, _ act: (CaseID) async throws -> Void
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    return try await mending {
      try await act(id)
      return visit.seeOther("/office/cases/\(id)/revocation")
    } again: { said in
      try await revocationPage(visit, officer, said: said)
    }
  }

  private func revocationPage(
    _ visit: Visit, _ officer: ActingOfficer, said: OfficeSaid?
  ) async throws -> Response {
    let view = try await desk.revocation(visit.id(), by: officer)
    return try visit.answer(
      RevocationPage(view, said: said, in: visit), status: said?.status ?? .ok)
  }
}
