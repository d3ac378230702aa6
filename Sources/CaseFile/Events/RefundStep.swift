package import Vocabulary

/// How far money that is owed back has come, as the journal tells it.
package enum RefundStep: Equatable, Sendable, Codable {
  /// By the rules of the case, or because it was never owed to us.
  case owed
  /// The gateway is about to be asked under this name; written before it is.
  case asked(request: String)
  case done
  /// The gateway or the bank will not pay it, by this code: a person must.
  case refused(code: String)
  case byHand(by: OfficerID)

  package var name: String {
    switch self {
    case .owed: "refundOwed"
    case .asked: "refundAsked"
    case .done: "refundDone"
    case .refused: "refundRefused"
    case .byHand: "refundByHand"
    }
  }
}
