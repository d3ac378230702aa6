import Desk
import Hummingbird
import Records
import Vocabulary
import Words

extension Portal {
  var recordMoveRoutes: [Route] {
    [
      .officer(.get, "/office/records/pairs", recordPairs),
      .officer(.post, "/office/records/moves", moveRecords),
    ]
  }

  /// /office/records/pairs: records that may be one person's, and moves that wait.
  @Sendable func recordPairs(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.recordPairs(by: officer)
    return try visit.answer(RecordPairsPage(view, error: nil, in: visit))
  }

  /// POST /office/records/moves: proposes, confirms or declines.
  @Sendable func moveRecords(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    do {
      let said = try await move(visit, officer)
      return visit.seeOther("/office/records/pairs?said=\(said)")
    } catch let refused as RecordRefused {
      let view = try await desk.recordPairs(by: officer)
      return try visit.answer(
        RecordPairsPage(view, error: visit.sentence(refused), in: visit),
        status: .unprocessableContent)
    }
  }

  private func move(_ visit: Visit, _ officer: ActingOfficer) async throws -> String {
    let form = visit.form
    let reason = try visit.words(at: "reason")
    switch form["act"] {
    case "merge":
      let wish = RecordMoveWish.merge(
        try visit.record(at: "source"), into: try visit.record(at: "target"))
      _ = try await desk.proposeMove(wish, reason: reason, by: officer)
      return "proposed"
    case "split":
      let target = form["target"].isEmpty ? nil : try visit.record(at: "target")
      let documents = form.pairs.filter { $0.name == "document" }
        .flatMap { $0.text.split(separator: ",") }.compactMap { DocumentID(text: String($0)) }
      _ = try await desk.proposeMove(
        .split(try visit.record(at: "source"), documents, into: target), reason: reason,
        by: officer)
      return "proposed"
    case "confirm":
      _ = try await desk.confirmMove(try visit.move(), by: officer)
      return "confirmed"
    case "decline":
      try await desk.declineMove(try visit.move(), reason: reason, by: officer)
      return "declined"
    case "distinct":
      try await desk.declinePair(
        try visit.record(at: "low"), try visit.record(at: "high"), reason: reason, by: officer)
      return "distinct"
    default: throw HTTPRefusal.bodyUnreadable
    }
  }
}

extension Visit {
  /// A record's number as an officer types it.
  fileprivate func record(at field: String) throws(RecordRefused) -> RecordID {
    let typed = form[field].filter { $0 != " " }
    guard let id = RecordID(text: typed) else { throw .move(.noSuchRecord) }
    return id
  }

  fileprivate func move() throws(HTTPRefusal) -> Int64 {
    guard let id = Int64(form["move"]) else { throw .bodyUnreadable }
    return id
  }
}
