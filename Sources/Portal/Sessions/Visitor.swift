package import Desk
package import Vocabulary

/// Who is at the other end, as far as the cookie says.
package struct Visitor: Sendable {
  let token: SessionToken
  /// Whether the browser brought the token, or we have just made it.
  let acquaintance: Acquaintance
  let standing: Standing
  let formToken: String

  enum Acquaintance: Sendable {
    case new
    case known
  }

  package enum Standing: Sendable, Equatable {
    case stranger
    case signingIn(PendingSignIn)
    case citizen(CitizenID)
    case pendingOfficer(PendingOfficer)
    case officer(OfficerID, AgencyID, OfficerPass)
  }

  /// Before the cookie was read. Its form token fits no form.
  static let nobody = stranger(.fresh(.visitor), .new)

  static func stranger(_ token: SessionToken, _ acquaintance: Acquaintance) -> Visitor {
    Visitor(
      token: token, acquaintance: acquaintance, standing: .stranger,
      formToken: token.visitorFormToken)
  }
}
