import Desk
import Vocabulary
import Words

/// Money that is owed back, how far it is, and what the payer has to do: nothing.
struct RefundPart: MustacheParent, Sendable {
  let amount: String
  let state: Tag
  let stateName: String
  let explanation: String
  let owedAt: String
  let settledAt: String?

  init(_ refund: RefundView, in visit: Visit) {
    self.amount = refund.amount.description
    self.stateName = refund.state.rawValue
    let tone: Tag.Tone =
      switch refund.state {
      case .owed, .asked: .calm
      case .done, .byHand: .good
      case .refused: .attention
      }
    self.state = Tag(visit.words["refund", refund.state.rawValue], tone)
    self.explanation = visit.words["refundWords", refund.state.rawValue]
    self.owedAt = refund.owedAt.vietnamese
    self.settledAt = refund.settledAt?.vietnamese
  }

  func child(named field: String) -> Any? {
    switch field {
    case "amount": amount
    case "state": state
    case "stateName": stateName
    case "explanation": explanation
    case "owedAt": owedAt
    case "settledAt": settledAt
    default: nil
    }
  }
}
