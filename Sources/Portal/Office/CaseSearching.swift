import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  /// /office/search
  @Sendable func searchForm(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    return try visit.answer(SearchPage(nil, said: nil, in: visit))
  }

  /// POST /office/search: by case number, identity number or name. A post, so that what was typed
  /// stands in no address, history or log.
  @Sendable func search(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    guard let sought = SoughtCase(String(visit.form["sought"].prefix(200))) else {
      let said = Notice(.attention, title: visit.words["search.nothingTyped"])
      return try visit.answer(
        SearchPage(nil, said: said, in: visit), status: .unprocessableContent)
    }
    let found = try await desk.findCases(
      sought, after: SoughtPlace(visit.form["after"]), limit: Portal.queueLines, by: officer)
    return try visit.answer(SearchPage(found, said: nil, in: visit))
  }
}

struct SearchPage: PartsPage {
  static let template = "office-search"
  let parts: Parts

  init(_ found: SoughtCases?, said: Notice?, in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["search.title"], path: "/office/search"),
      "said": said, "sought": String(visit.form["sought"].prefix(200)),
      "hasSearched": found != nil, "isEmpty": found?.lines.isEmpty ?? false,
      "hasLines": !(found?.lines.isEmpty ?? true),
      "lines": found?.lines.map { QueueRow($0, in: visit) } ?? [],
      "next": found?.next?.text,
    ])
  }
}
