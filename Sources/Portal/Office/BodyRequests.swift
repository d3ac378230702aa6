import Assessment
import Desk
import HTTPTypes
import Hummingbird
import Intake
import Law
import NIOCore
import Records
import Vocabulary

extension Portal {
  var bodyRegisterRoutes: [Route] {
    [
      .officer(.get, "/office/bodies", bodyRequests),
      .officer(.post, "/office/body-request/register", keepBodyRequest),
      .officer(.get, "/office/bodies/:id", bodyRequestPage),
      .officer(.post, "/office/bodies/:id/letter", bodyLetter),
      .officer(.post, "/office/bodies/:id/refusal", refuseBody),
      .officer(.get, "/office/bodies/:id/refusal.pdf", bodyRefusal),
      .officer(.post, "/office/bodies/:id/finding", findForBody),
      .officer(.post, "/office/bodies/:id/decision", proof: .freshCode, decideForBody),
      .officer(.get, "/office/bodies/:id/answer.json", bodyAnswer),
    ]
  }

  /// /office/bodies: what waits, whose letter is overdue, what ended lately.
  @Sendable func bodyRequests(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    var key: BodyRequestKey?
    if let at = Int64(visit.query("due")), let id = BodyRequestID(visit.query("id")) {
      key = BodyRequestKey(dueAt: Instant(milliseconds: at), id: id)
    }
    let list = try await desk.bodyRequests(after: key, by: officer)
    return try visit.answer(BodyRequestsPage(list, officer: officer, in: visit))
  }

  /// POST /office/body-request/register: enters what was typed at /office/body-request.
  @Sendable func keepBodyRequest(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let typed = visit.form.dictionary
    do {
      let id = try await desk.keepBodyRequest(typed, by: officer)
      return visit.seeOther("/office/bodies/\(id)")
    } catch Refused.bodyLacking(let lacks) {
      return try visit.answer(
        BodyRequestPage(typed, .lacking(lacks), in: visit), status: .unprocessableContent)
    }
  }

  /// /office/bodies/:id
  @Sendable func bodyRequestPage(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await bodyPage(visit, officer, said: nil)
  }

  /// POST …/letter: the letter of an urgent request has followed.
  @Sendable func bodyLetter(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await onBody(visit, officer) { id, version in
      let letter = BodyLetter(
        number: try typedText(visit.form, "letterNumber"),
        on: try typedDay(visit.form, "letterOn"))
      try await desk.bodyLetterCame(id, version: version, letter: letter, by: officer)
    }
  }

  /// POST …/refusal: Article 49, in writing.
  @Sendable func refuseBody(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await onBody(visit, officer) { id, version in
      guard let ground = RefusalGround(rawValue: visit.form["ground"]) else {
        throw HTTPRefusal.bodyUnreadable
      }
      try await desk.refuseBodyRequest(
        id, version: version, ground: ground, words: try visit.words(at: "words"), by: officer)
    }
  }

  /// /office/bodies/:id/refusal.pdf
  @Sendable func bodyRefusal(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    visit.pdf(try await desk.bodyRefusalLetter(visit.id(), by: officer), name: "refusal.pdf")
  }

  /// POST …/finding: who the person is in the register.
  @Sendable func findForBody(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await onBody(visit, officer) { id, version in
      var verdicts: [RecordID: PersonVerdict] = [:]
      for (name, text) in visit.form.pairs where name.hasPrefix("verdict-") {
        guard let record = RecordID(text: String(name.dropFirst("verdict-".count))),
          let verdict = PersonVerdict(rawValue: text)
        else { throw HTTPRefusal.bodyUnreadable }
        verdicts[record] = verdict
      }
      try await desk.findForBody(
        id, version: version, verdicts: verdicts, reason: try visit.words(at: "reason"),
        by: officer)
    }
  }

  /// POST …/decision: a leader answers, or sends it back.
  @Sendable func decideForBody(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await onBody(visit, officer) { id, version in
      switch visit.form["verdict"] {
      case "answer":
        try await desk.answerBody(
          id, version: version, reference: try typedText(visit.form, "reference"), by: officer)
      case "sendBack":
        try await desk.sendBackForBody(
          id, version: version, reason: try visit.words(at: "reason"), by: officer)
      default: throw HTTPRefusal.bodyUnreadable
      }
    }
  }

  /// /office/bodies/:id/answer.json: what is sent to the body.
  @Sendable func bodyAnswer(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let bytes = try await desk.bodyAnswer(visit.id(), by: officer)
    var response = Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentDisposition] = "attachment; filename=\"answer.json\""
    return response
  }

  private func onBody(
    _ visit: Visit, _ officer: ActingOfficer,
    _ act: (BodyRequestID, Int) async throws -> Void
  ) async throws -> Response {
    let id: BodyRequestID = try visit.id()
    return try await mending {
      try await act(id, Int(visit.form["version"]) ?? 0)
      return visit.seeOther("/office/bodies/\(id)")
    } again: { said in
      try await bodyPage(visit, officer, said: said)
    }
  }

  private func bodyPage(
    _ visit: Visit, _ officer: ActingOfficer, said: OfficeSaid?
  ) async throws -> Response {
    let id: BodyRequestID = try visit.id()
    let view = try await desk.bodyRequest(id, by: officer)
    let search = view.can.contains(.find) ? try await desk.searchForBody(id, by: officer) : nil
    return try visit.answer(
      BodyCasePage(view, search, said: said, in: visit), status: said?.status ?? .ok)
  }
}
