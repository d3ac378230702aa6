import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var lookRoutes: [Route] { [.officer(.post, "/office/cases/:id/look", giveReason)] }

  /// POST /office/cases/:id/look: why a file is opened that is not one's work; then it opens.
  @Sendable func giveReason(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let id: CaseID = try visit.id()
    let place = LookReasonPage.place(visit.form["place"], of: id)
    guard let reason = LookReason(rawValue: visit.form["reason"]),
      case let words = try visit.words(at: "words"), !words.isEmpty
    else {
      return try visit.answer(
        LookReasonPage(id, place: place, isLacking: true, in: visit),
        status: .unprocessableContent)
    }
    try await desk.openForReason(id, reason, words: words, by: officer)
    return visit.seeOther(place)
  }
}

/// Asks why a file is opened that is not the officer's work.
struct LookReasonPage: PartsPage {
  static let template = "office-look"
  let parts: Parts

  init(_ id: CaseID, place: String, isLacking: Bool = false, in visit: Visit) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["look.title"]), "action": "/office/cases/\(id)/look",
      "place": place,
      "said": isLacking ? Notice(.bad, title: words["look.lacking"]) : nil,
      "reasons": LookReason.allCases.map {
        ChoicePart(
          id: "reason-\($0.rawValue)", name: "reason", value: $0.rawValue,
          text: words["lookReason", $0.rawValue],
          isChosen: visit.form["reason"] == $0.rawValue)
      }, "words": visit.form["words"],
    ])
  }

  /// Where the officer wanted to go: one of the pages of officers, else the case's.
  static func place(_ typed: String, of id: CaseID) -> String {
    let isOurs =
      typed.hasPrefix("/office/")
      && typed.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
    return isOurs ? typed : "/office/cases/\(id)"
  }
}
