import Vocabulary

/// A question to a body, sent until it is answered; the same id is the same question, however
/// often it arrives.
protocol AgencyQuestion: Sendable {
  associatedtype Answer: Equatable & Sendable

  var id: InquiryID { get }
  /// Where questions of this kind are sent, such as `/inquiries`; with an id after it, asked after.
  static var path: String { get }
  /// What a log says we were doing, without personal data.
  var errand: String { get }
  var json: [String: JSON] { get }
  /// Reads a whole answer about what was asked; anything else is a `Misfit`.
  func answer(_ value: JSON) throws(StrictObject.Misfit) -> Answer
}

/// What came of sending or asking after a question. Silence and errors are thrown `Fault`s.
package enum AgencyReply<Answer: Equatable & Sendable>: Equatable, Sendable {
  /// Received; the answer will come later: `poll`.
  case accepted
  case answered(Answer)
  /// The body has no such question (only after `poll`): send it again.
  case unknown
  /// An answer came that cannot be used, for the reason given (no personal data). It is **not**
  /// an answer: a person must look, and ask again.
  case unusable(reason: String)
}

extension AgencyQuestion {
  func read(_ reply: Line.Reply, doing: String) throws(Fault) -> AgencyReply<Answer> {
    switch reply.status {
    case 200, 202: break
    case 404: return .unknown
    case 500...599, 408, 429:
      throw Fault(doing, cause: "status \(reply.status)", retry: .later)
    default: return .unusable(reason: "status \(reply.status)")
    }
    guard reply.contentType == "application/json", let fields = JSON.object(in: reply.body) else {
      return .unusable(reason: "the answer is no JSON object")
    }
    do throws(StrictObject.Misfit) {
      return try read(StrictObject(fields), status: reply.status)
    } catch {
      return .unusable(reason: error.words)
    }
  }

  /// Every field is expected and understood, or the answer is no answer.
  private func read(
    _ object: StrictObject, status: Int
  ) throws(StrictObject.Misfit) -> AgencyReply<Answer> {
    var fields = object
    guard try fields.text("inquiry") == id.text else {
      throw StrictObject.Misfit(words: "the answer belongs to another question")
    }
    let word = try fields.text("status")
    switch (word, status) {
    case ("accepted", 202):
      try fields.end()
      return .accepted
    case ("answered", 200):
      let answer = try answer(fields.any("answer") ?? .null)
      try fields.end()
      return .answered(answer)
    default:
      throw StrictObject.Misfit(words: "\"status\" does not fit status code \(status)")
    }
  }
}
