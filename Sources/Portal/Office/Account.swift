import Desk
import HTTPTypes
import Hummingbird
import Vocabulary
import Words

extension Portal {
  /// /office/account: who is signed in, and where else.
  @Sendable func account(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(
      AccountPage(
        officer, sessions: try await liveSessions(of: officer, at: visit.now),
        recoveryCodes: try await desk.recoveryCodesLeft(of: officer), in: visit))
  }

  private func liveSessions(
    of officer: ActingOfficer, at now: Instant
  ) async throws -> [PortalSession] {
    try await desk.sessions(of: officer.id).filter {
      now < $0.seenAt.adding(seconds: Sessions.officerIdleSeconds)
    }
  }

  /// POST /office/account/sessions/:session: ends one, perhaps this very one.
  @Sendable func endSession(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let name = visit.context.parameters.get("session") ?? ""
    guard
      let session = try await desk.sessions(of: officer.id).first(where: {
        $0.listedName == name
      })
    else { throw HTTPRefusal.notFound }
    try await desk.closeSession(tokenHash: session.tokenHash)
    try await desk.noteSessionsEnded(1, of: officer)
    guard session.tokenHash != visit.visitor.token.hash else {
      return visit.seeOther("/office/sign-in", cookie: sessions.endedCookie)
    }
    return visit.seeOther("/office/account")
  }

  /// POST /office/account/sessions: ends all others.
  @Sendable func endOtherSessions(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let others = try await desk.sessions(of: officer.id).filter {
      $0.tokenHash != visit.visitor.token.hash
    }
    for session in others { try await desk.closeSession(tokenHash: session.tokenHash) }
    if !others.isEmpty { try await desk.noteSessionsEnded(others.count, of: officer) }
    return visit.seeOther("/office/account")
  }

  /// POST /office/account/recovery: ten new codes in the place of the old ones.
  @Sendable func renewRecoveryCodes(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let codes = try await desk.renewRecoveryCodes(of: officer)
    return try visit.answer(RecoveryCodesPage(codes, in: visit))
  }
}

struct AccountPage: PartsPage {
  static let template = "office-account"
  let parts: Parts

  init(
    _ officer: ActingOfficer, sessions: [PortalSession], recoveryCodes: Int, in visit: Visit
  ) {
    let words = visit.words
    let own = visit.visitor.token.hash
    self.parts = Parts([
      "chrome": visit.chrome(words["account.title"]),
      "rows": [
        SummaryRow(label: words["account.name"], value: officer.name),
        SummaryRow(label: words["account.position"], value: officer.title),
        SummaryRow(
          label: words["account.roles"],
          value: officer.roles.sorted().map { words["role", $0.rawValue] }
            .joined(separator: ", "),
          note: officer.principals.isEmpty
            ? nil
            : "\(words["account.standsIn"]): "
              + officer.principals.keys.sorted().map { words["role", $0.rawValue] }
              .joined(separator: ", ")),
      ],
      "sessions": sessions.compactMap { session -> Parts? in
        guard case .officer(_, _, let pass) = session.standing else { return nil }
        return Parts([
          "name": session.listedName, "device": pass.device, "place": pass.place,
          "since": session.createdAt.vietnamese, "seen": session.seenAt.vietnamese,
          "isOwn": session.tokenHash == own,
        ])
      },
      "hasOthers": sessions.contains { $0.tokenHash != own },
      "recoveryCodes": "\(recoveryCodes)",
    ])
  }
}
