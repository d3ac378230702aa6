package import Desk
package import Vocabulary

/// A stored session: who the holder of a cookie is. The cookie's secret itself is never stored.
package struct PortalSession: Equatable, Sendable {
  /// Lower-case hex SHA-256 of the cookie's secret.
  package var tokenHash: String
  package var standing: Standing
  /// The secret that every form of this session carries (synchroniser token).
  package var formToken: String
  package var createdAt: Instant
  package var seenAt: Instant
  /// The end whatever happens; the idle limit may end it sooner.
  package var expiresAt: Instant

  package enum Standing: Equatable, Sendable {
    /// On the way to the e-identity provider and back.
    case signingIn(PendingSignIn)
    case citizen(CitizenID)
    /// The password was right; the code is waited for.
    case pendingOfficer(PendingOfficer)
    case officer(OfficerID, AgencyID, OfficerPass)
  }

  /// What a list of sessions calls it: it follows from the hash and does not tell it.
  var listedName: String { SessionToken.listedName(ofHash: tokenHash) }

  package init(
    tokenHash: String, standing: Standing, formToken: String, createdAt: Instant,
    seenAt: Instant, expiresAt: Instant
  ) {
    self.tokenHash = tokenHash
    self.standing = standing
    self.formToken = formToken
    self.createdAt = createdAt
    self.seenAt = seenAt
    self.expiresAt = expiresAt
  }
}

/// By what an officer signed in, and where.
package struct OfficerPass: Equatable, Sendable, Codable {
  /// When a code of the second factor was last entered.
  package var codeAt: Instant
  /// Such as `Firefox, Windows`.
  package var device: String
  /// The beginning of the network address.
  package var place: String

  package init(codeAt: Instant, device: String, place: String) {
    self.codeAt = codeAt
    self.device = device
    self.place = place
  }

  /// Whether the code is fresh enough for an act that asks for one.
  func isFresh(at now: Instant) -> Bool {
    now < codeAt.adding(seconds: OfficerPass.freshSeconds)
  }

  static let freshSeconds = 10 * 60
}

/// Where sessions are kept, so that a restart or another process knows them.
package protocol SessionBook: Sendable {
  func openSession(_ session: PortalSession) async throws
  /// Nil for a hash that no session has; expiry is the portal's question.
  func session(tokenHash: String) async throws -> PortalSession?
  /// Notes that the session was used.
  func touchSession(tokenHash: String, at now: Instant) async throws
  /// Those of an officer that have not run out, the newest first.
  func sessions(of officer: OfficerID) async throws -> [PortalSession]
  /// Closing what is closed already is no mistake.
  func closeSession(tokenHash: String) async throws
}
