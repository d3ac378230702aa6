import Foundation
import Hummingbird
import Vocabulary

/// The courts, enforcement offices and communes behind one exchange: they are asked about one fact
/// of one judgment, and are as slow, wrong or silent as the script of the person says.
struct FactDesk: Sendable {
  let cast: Cast
  let thinkingSeconds: Double
  let questions: FactQuestions
  let mood: Mood
  let clock: @Sendable () -> Instant

  func add(to router: Router<BasicRequestContext>) {
    router.post("/facts") { request, _ in try await take(jsonBody(of: request)) }
    router.get("/facts/:id") { _, context in
      try await tell(context.parameters.require("id"))
    }
  }

  private func take(_ question: ArrivedQuestion) async throws -> Response {
    guard let kept = try await questions.take(question, now: clock()) else {
      throw HTTPError(.conflict, message: "another question has this id")
    }
    return try answer(kept)
  }

  private func tell(_ id: String) async throws -> Response {
    guard let kept = await questions.find(id) else {
      throw HTTPError(.notFound, message: "no such question")
    }
    return try answer(kept)
  }

  private func answer(_ kept: KeptQuestion) throws -> Response {
    let script = script(of: kept.content)
    var thinking = thinkingSeconds
    switch script?.mode ?? .ok {
    case .ok: break
    case .slow(let seconds): thinking = seconds
    case .error: throw HTTPError(.serviceUnavailable, message: "down on purpose")
    case .silent: return try accepted(kept)
    case .wrong: return try jsonResponse(FactSaid(kept, part: "principal.other", value: "no"))
    }
    guard mood.now != .wrong else {
      return try jsonResponse(FactSaid(kept, part: "principal.other", value: "no"))
    }
    let readyAt = kept.arrivedAt.milliseconds + Int64(thinking * 1000)
    guard clock().milliseconds >= readyAt else { return try accepted(kept) }
    return try jsonResponse(
      FactSaid(
        kept, part: kept.content.part, value: script?.value ?? "unknown",
        note: script == nil ? "Không tìm thấy hồ sơ thi hành án." : script?.note))
  }

  private func script(of question: ArrivedQuestion) -> FactScript? {
    let member = cast.member(question.person.nationalID ?? "")
    return member?.facts?.first {
      $0.judgmentNumber == question.judgment.number && $0.part == question.part
    }
  }

  private func accepted(_ kept: KeptQuestion) throws -> Response {
    try jsonResponse(
      ["inquiry": kept.content.inquiry, "status": "accepted"], status: .accepted)
  }
}

/// The question as it arrives. Unknown fields are ignored; missing ones are status 400.
struct ArrivedQuestion: Codable, Sendable, Equatable {
  let inquiry: String
  let holder: String
  let caseNumber: String
  let person: Person
  let judgment: Judgment
  let part: String
  let kind: String

  struct Person: Codable, Sendable, Equatable {
    let nationalID: String?
    let otherNumbers: [String]
    let name: String
    let birthDate: String
  }

  struct Judgment: Codable, Sendable, Equatable {
    let number: String
    let pronouncedOn: CivilDate
    let court: String
  }
}

struct KeptQuestion: Codable, Sendable {
  let content: ArrivedQuestion
  let arrivedAt: Instant
  let reference: String
}

private struct FactSaid: Encodable {
  let inquiry: String
  let status = "answered"
  let answer: Answer

  struct Answer: Encodable {
    let judgmentNumber: String
    let pronouncedOn: CivilDate
    let part, value, reference: String
    let answeredOn: CivilDate
    let note: String?
  }

  init(_ kept: KeptQuestion, part: String, value: String, note: String? = nil) {
    self.inquiry = kept.content.inquiry
    self.answer = Answer(
      judgmentNumber: kept.content.judgment.number,
      pronouncedOn: kept.content.judgment.pronouncedOn, part: part, value: value,
      reference: kept.reference, answeredOn: kept.arrivedAt.civilDate, note: note)
  }
}

/// What the holders behind one exchange were asked, by the question's id.
actor FactQuestions {
  private let known: KeptRows<KeptQuestion>
  private let prefix: String

  init(prefix: String, in folder: URL) throws(Fault) {
    self.prefix = prefix
    self.known = try KeptRows("facts", in: folder)
  }

  func find(_ id: String) -> KeptQuestion? { known[id] }

  /// The question as first kept, or nil where another content came under its id.
  func take(_ content: ArrivedQuestion, now: Instant) throws(Fault) -> KeptQuestion? {
    if let kept = known[content.inquiry] { return kept.content == content ? kept : nil }
    let number = padded(known.values.count + 1, to: 6)
    let kept = KeptQuestion(
      content: content, arrivedAt: now,
      reference: "\(number)/\(now.civilDate.year)/XM-\(prefix)")
    try known.set(content.inquiry, kept)
    return kept
  }
}
