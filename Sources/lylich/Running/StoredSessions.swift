import Desk
import Foundation
import Portal
import Store
import Vocabulary

/// What a session's row holds beside its columns.
private struct StoredStanding: Codable {
  /// An officer whose code is waited for.
  var pendingOfficer: PendingOfficer?
  var pass: OfficerPass?
}

extension SessionRow {
  /// A portal's session as its row: what only the sign-in needs is JSON in `data`.
  init(_ session: PortalSession) throws {
    let kind: Kind
    var subject: String?
    var agency: AgencyID?
    var data = "{}"
    switch session.standing {
    case .signingIn(let pending):
      kind = .anonymous
      data = String(decoding: try JSONEncoder().encode(pending), as: UTF8.self)
    case .pendingOfficer(let pending):
      kind = .anonymous
      data = try text(of: StoredStanding(pendingOfficer: pending))
    case .citizen(let id):
      kind = .citizen
      subject = id.text
    case .officer(let id, let own, let pass):
      kind = .officer
      subject = id.text
      agency = own
      data = try text(of: StoredStanding(pass: pass))
    }
    self.init(
      tokenHash: session.tokenHash, kind: kind, subject: subject, agency: agency,
      csrf: session.formToken, data: data, createdAt: session.createdAt,
      seenAt: session.seenAt, expiresAt: session.expiresAt)
  }
}

extension PortalSession {
  /// Nil for an officer's session of the time before second factors: they sign in anew.
  init?(_ row: SessionRow) throws {
    let standing: Standing
    let data = Data(row.data.utf8)
    switch row.kind {
    case .anonymous:
      if let pending = try JSONDecoder().decode(StoredStanding.self, from: data).pendingOfficer {
        standing = .pendingOfficer(pending)
      } else {
        standing = .signingIn(try JSONDecoder().decode(PendingSignIn.self, from: data))
      }
    case .citizen:
      guard let id = row.subject.flatMap({ CitizenID($0) }) else { throw unreadableSession }
      standing = .citizen(id)
    case .officer:
      guard let id = row.subject.flatMap({ OfficerID($0) }), let agency = row.agency else {
        throw unreadableSession
      }
      guard let pass = try JSONDecoder().decode(StoredStanding.self, from: data).pass else {
        return nil
      }
      standing = .officer(id, agency, pass)
    }
    self.init(
      tokenHash: row.tokenHash, standing: standing, formToken: row.csrf,
      createdAt: row.createdAt, seenAt: row.seenAt, expiresAt: row.expiresAt)
  }
}

private func text(of standing: StoredStanding) throws -> String {
  String(decoding: try JSONEncoder().encode(standing), as: UTF8.self)
}

private let unreadableSession = Fault(
  "reading a session", cause: "a column holds an impossible value")
