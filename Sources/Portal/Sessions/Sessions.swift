import HTTPTypes
import Hummingbird
import Vocabulary

/// Opens, reads and closes sessions, and writes their cookie.
struct Sessions: Sendable {
  let book: any SessionBook
  let settings: PortalSettings
  let now: @Sendable () -> Instant

  static let idleSeconds = 30 * 60
  static let lifeSeconds = 8 * 3600
  static let signInSeconds = 10 * 60
  /// A session is marked as seen at most this often: a page must not cost a write.
  static let touchSeconds = 60

  /// `__Host-` binds the cookie to this very host and to https; a plain-http loopback cannot have
  /// it, and gets everything else.
  var cookieName: String { settings.isSecure ? "__Host-lylich" : "lylich" }

  func visitor(of request: Request) async throws -> Visitor {
    guard let cookie = request.cookies[cookieName]?.value,
      let token = SessionToken(cookie: cookie)
    else { return .stranger(.fresh(.visitor), .new) }
    switch token.kind {
    case .visitor:
      return .stranger(token, .known)
    case .stored:
      return try await visitor(holding: token) ?? .stranger(.fresh(.visitor), .new)
    }
  }

  private func visitor(holding token: SessionToken) async throws -> Visitor? {
    let hash = token.hash
    guard let session = try await book.session(tokenHash: hash) else { return nil }
    let now = now()
    guard now < session.expiresAt, now < session.seenAt.adding(seconds: Sessions.idleSeconds)
    else {
      try await book.closeSession(tokenHash: hash)
      return nil
    }
    if now >= session.seenAt.adding(seconds: Sessions.touchSeconds) {
      try await book.touchSession(tokenHash: hash, at: now)
    }
    let standing: Visitor.Standing =
      switch session.standing {
      case .signingIn(let pending): .signingIn(pending)
      case .citizen(let id): .citizen(id)
      case .officer(let id, _): .officer(id)
      }
    return Visitor(
      token: token, acquaintance: .known, standing: standing, formToken: session.formToken)
  }

  /// A new session under a new secret; the old one ends. Returns the cookie to be set.
  func open(_ standing: PortalSession.Standing, insteadOf visitor: Visitor) async throws -> String {
    let token = SessionToken.fresh(.stored)
    let now = now()
    let life =
      switch standing {
      case .signingIn: Sessions.signInSeconds
      case .citizen, .officer: Sessions.lifeSeconds
      }
    try await book.openSession(
      PortalSession(
        tokenHash: token.hash, standing: standing,
        formToken: SessionToken.random(byteCount: 20), createdAt: now, seenAt: now,
        expiresAt: now.adding(seconds: life)))
    try await close(visitor)
    return cookie(token)
  }

  func close(_ visitor: Visitor) async throws {
    guard visitor.token.kind == .stored else { return }
    try await book.closeSession(tokenHash: visitor.token.hash)
  }

  /// `Lax`, not `Strict`: the way back from the e-identity provider and from the payment gateway
  /// is a top-level navigation from another site and must find the session.
  func cookie(_ token: SessionToken) -> String {
    "\(cookieName)=\(token.text); Path=/; HttpOnly; SameSite=Lax"
      + (settings.isSecure ? "; Secure" : "")
  }

  var endedCookie: String {
    "\(cookieName)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
      + (settings.isSecure ? "; Secure" : "")
  }
}
