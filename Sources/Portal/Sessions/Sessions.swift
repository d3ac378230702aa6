import HTTPTypes
import Hummingbird
import Vocabulary

/// Opens, reads and closes sessions, and writes their cookie.
struct Sessions: Sendable {
  let book: any SessionBook
  let settings: PortalSettings
  let now: @Sendable () -> Instant

  static let idleSeconds = 30 * 60
  static let officerIdleSeconds = 15 * 60
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
    guard now < session.expiresAt, now < session.seenAt.adding(seconds: session.idleSeconds)
    else {
      try await book.closeSession(tokenHash: hash)
      return nil
    }
    if now >= session.seenAt.adding(seconds: Sessions.touchSeconds) {
      try await book.touchSession(tokenHash: hash, at: now)
    }
    return Sessions.visitor(of: session, token)
  }

  private static func visitor(of session: PortalSession, _ token: SessionToken) -> Visitor {
    let standing: Visitor.Standing =
      switch session.standing {
      case .signingIn(let pending): .signingIn(pending)
      case .citizen(let id): .citizen(id)
      case .pendingOfficer(let pending): .pendingOfficer(pending)
      case .officer(let id, let agency, let pass): .officer(id, agency, pass)
      }
    return Visitor(
      token: token, acquaintance: .known, standing: standing, formToken: session.formToken)
  }

  /// A new session under a new secret; the old one ends. Returns the cookie to be set.
  func open(_ standing: PortalSession.Standing, insteadOf visitor: Visitor) async throws -> String {
    try await renew(standing, insteadOf: visitor).cookie
  }

  /// The same, with who the visitor is from now on.
  func renew(
    _ standing: PortalSession.Standing, insteadOf visitor: Visitor
  ) async throws -> (visitor: Visitor, cookie: String) {
    let token = SessionToken.fresh(.stored)
    let now = now()
    let life =
      switch standing {
      case .signingIn, .pendingOfficer: Sessions.signInSeconds
      case .citizen, .officer: Sessions.lifeSeconds
      }
    let session = PortalSession(
      tokenHash: token.hash, standing: standing,
      formToken: SessionToken.random(byteCount: 20), createdAt: now, seenAt: now,
      expiresAt: now.adding(seconds: life))
    try await book.openSession(session)
    try await close(visitor)
    return (Sessions.visitor(of: session, token), cookie(token))
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

extension PortalSession {
  /// How long it lives unused. An officer's screen stands in an office.
  fileprivate var idleSeconds: Int {
    switch standing {
    case .signingIn, .citizen: Sessions.idleSeconds
    case .pendingOfficer, .officer: Sessions.officerIdleSeconds
    }
  }
}
