import Assessment
import Desk
import Law
import Vocabulary
import Words

/// A body that was asked, with its answer beside it.
struct InquiryPart: Sendable {
  let body: String
  let bodyCode: String
  let state: Tag
  let sentAt: String
  let reference: String?
  let details: String?
  let source: String?
  let problem: String?
  let canAskAgain: Bool

  init(_ inquiry: OfficeInquiryView, mayAsk: Bool, in visit: Visit) {
    let words = visit.words
    self.body = words["body", inquiry.body.rawValue]
    self.bodyCode = inquiry.body.rawValue
    self.sentAt = inquiry.sentAt?.vietnamese ?? words["inquiry.notSent"]
    self.reference = inquiry.answer.map { "\($0.reference) · \($0.answeredOn.vietnamese)" }
    self.details = inquiry.answer.flatMap { $0.details.isEmpty ? nil : $0.details }
    self.problem = inquiry.lastProblem
    self.canAskAgain = mayAsk && inquiry.answer == nil
    guard let answer = inquiry.answer else {
      self.state = Tag(words["inquiry", inquiry.state.rawValue], .attention)
      self.source = nil
      return
    }
    let tone: Tag.Tone =
      switch answer.outcome {
      case .noRecord: .good
      case .record: .bad
      case .doubtful: .attention
      }
    self.state = Tag(words["outcome", answer.outcome.rawValue], tone)
    switch answer.source {
    case .message: self.source = words["source.message"]
    case .paper: self.source = words["source.paper"]
    }
  }
}

extension InquiryPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "body": body
    case "bodyCode": bodyCode
    case "state": state
    case "sentAt": sentAt
    case "reference": reference
    case "details": details
    case "source": source
    case "problem": problem
    case "canAskAgain": canAskAgain
    default: nil
    }
  }
}
