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
    case officer(OfficerID, AgencyID)
  }

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

/// Where sessions are kept, so that a restart or another process knows them.
package protocol SessionBook: Sendable {
  func openSession(_ session: PortalSession) async throws
  /// Nil for a hash that no session has; expiry is the portal's question.
  func session(tokenHash: String) async throws -> PortalSession?
  /// Notes that the session was used.
  func touchSession(tokenHash: String, at now: Instant) async throws
  /// Closing what is closed already is no mistake.
  func closeSession(tokenHash: String) async throws
}
