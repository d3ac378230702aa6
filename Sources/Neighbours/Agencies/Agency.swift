import Foundation
import Hummingbird
import Vocabulary

/// A simulated body that is asked about a person: the records centre or the police.
///
/// It answers at once or after `thinkingSeconds`; until then an inquiry is "accepted".
struct Agency: Sendable {
  let body: String
  let cast: Cast
  let script: @Sendable (CastMember) -> AgencyScript?
  let thinkingSeconds: Double
  let inquiries: Inquiries
  let facts: FactDesk
  let mood: Mood
  let clock: @Sendable () -> Instant

  func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: MoodMiddleware(mood: mood))
    addControl(to: router, mood: mood)
    router.post("/inquiries") { request, _ in try await take(jsonBody(of: request)) }
    router.get("/inquiries/:id") { _, context in
      try await tell(context.parameters.require("id"))
    }
    facts.add(to: router)
    return router
  }

  private func take(_ inquiry: ArrivedInquiry) async throws -> Response {
    guard inquiry.body == body else {
      throw HTTPError(.badRequest, message: "this is not the body that is asked")
    }
    guard let kept = try await inquiries.take(inquiry, now: clock()) else {
      throw HTTPError(.conflict, message: "another inquiry has this id")
    }
    return try await answer(kept)
  }

  private func tell(_ id: String) async throws -> Response {
    guard let kept = await inquiries.find(id) else {
      throw HTTPError(.notFound, message: "no such inquiry")
    }
    return try await answer(kept)
  }

  private func answer(_ kept: KeptInquiry) async throws -> Response {
    let member = cast.member(kept.content.person.nationalID ?? "")
    let script = member.flatMap(script)
    var thinking = thinkingSeconds
    switch script?.mode ?? .ok {
    case .ok: break
    case .slow(let seconds): thinking = seconds
    case .error: throw HTTPError(.serviceUnavailable, message: "down on purpose")
    case .silent: return try accepted(kept)
    case .wrong: return try jsonResponse(WrongAnswer(inquiry: kept.content.inquiry))
    }
    guard mood.now != .wrong else {
      return try jsonResponse(WrongAnswer(inquiry: kept.content.inquiry))
    }
    let readyAt = kept.arrivedAt.milliseconds + Int64(thinking * 1000)
    guard clock().milliseconds >= readyAt else { return try accepted(kept) }
    return try jsonResponse(
      Answered(kept, script?.answer, on: Instant(milliseconds: readyAt).civilDate))
  }

  private func accepted(_ kept: KeptInquiry) throws -> Response {
    try jsonResponse(
      ["inquiry": kept.content.inquiry, "status": "accepted"], status: .accepted)
  }
}

/// Reads like good news and says nothing that can be relied on: no reference, a word of its own.
private struct WrongAnswer: Encodable {
  let inquiry: String
  let status = "answered"
  let answer = ["outcome": "clean", "note": "nothing to see"]
}

private struct Answered: Encodable {
  let inquiry: String
  let status = "answered"
  let answer: Answer

  struct Answer: Encodable {
    let searchedFor: Searched
    let outcome: String
    let reference: String
    let searchedOn: CivilDate
    let reason, summary: String?
    let entries, bans: [[String: String]]?
  }

  struct Searched: Encodable {
    let nationalID: String?
    let name, birthDate: String
  }

  init(_ kept: KeptInquiry, _ script: AgencyScript.Answer?, on day: CivilDate) {
    let person = kept.content.person
    self.inquiry = kept.content.inquiry
    self.answer = Answer(
      searchedFor: Searched(
        nationalID: person.nationalID, name: person.name, birthDate: person.birthDate),
      outcome: script?.outcome ?? "no-record", reference: kept.reference, searchedOn: day,
      reason: script?.reason, summary: script?.summary, entries: script?.entries,
      bans: script?.bans)
  }
}
