package import Law
package import Vocabulary

/// What happens to a request of a body (forms 05a and 05b). Who is asked about, by whom and why is
/// the payload; the person is told nothing of it.
package enum BodyRequestEvent: Equatable, Sendable, Codable {
  /// It was entered under a number; the payload is what the form says.
  case received(BodyRequestID)
  /// Article 49, in writing; the payload is the reason.
  case refused(BodyRequestID, ground: RefusalGround)
  /// The letter of an urgent request has come; its number and day are the payload.
  case letterCame(BodyRequestID)
  /// An officer holds what the register was searched for; the payload is a `BodyFinding`.
  case found(BodyRequestID)
  /// A leader disagrees; the payload is the reason.
  case sentBack(BodyRequestID)
  /// A leader who did not find it answers; the payload is the answer's reference, or its bytes.
  case answered(BodyRequestID, digest: String?)
  case looked(BodyRequestID)

  package var request: BodyRequestID {
    switch self {
    case .received(let id), .letterCame(let id), .found(let id), .sentBack(let id),
      .looked(let id), .refused(let id, _), .answered(let id, _):
      id
    }
  }
}
