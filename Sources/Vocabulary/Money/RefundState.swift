/// How far money that is owed back is.
package enum RefundState: String, Hashable, Sendable, Codable, CaseIterable {
  /// In our books as owed; nobody was asked yet.
  case owed
  /// The gateway was asked, or is about to be: what it did is found out, never assumed.
  case asked
  /// The gateway has paid it.
  case done
  /// The gateway or the bank will not pay it: a person must.
  case refused
  /// A person has paid it, outside the gateway.
  case byHand

  package var isSettled: Bool {
    switch self {
    case .done, .byHand: true
    case .owed, .asked, .refused: false
    }
  }
}
