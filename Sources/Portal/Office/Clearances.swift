import Desk
import Hummingbird
import Law
import Vocabulary
import Words

extension Portal {
  /// /office/clearances: who became cleared without applying, and what is lacking to say so.
  @Sendable func clearances(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let list = ClearanceList(rawValue: visit.query("show")) ?? .cleared
    let place = Int64(visit.query("record")).map {
      ClearancePlace(
        record: $0, conviction: visit.query("conviction"), lack: visit.query("lack"))
    }
    let page = try await desk.clearances(
      list, after: place, limit: Portal.queueLines, by: officer)
    return try visit.answer(ClearancesPage(page, list: list, in: visit))
  }
}

struct ClearancesPage: Page {
  static let template = "office-clearances"
  let chrome: Chrome
  let filters: [FilterPart]
  let figures: String
  let lines: [ClearanceRowPart]
  let nextHref: String?

  init(_ page: ClearancePage, list: ClearanceList, in visit: Visit) {
    let words = visit.words
    self.chrome = visit.chrome(words["clearances.title"])
    self.filters = ClearanceList.allCases.map { one in
      FilterPart(
        href: "/office/clearances?show=\(one.rawValue)",
        text: words["clearances", one.rawValue], isCurrent: one == list)
    }
    self.figures =
      page.latest.map {
        "\(words["clearances.latest"]) \($0.day.vietnamese): \($0.records) "
          + "\(words["clearances.records"]), \($0.newlyCleared) "
          + "\(words["clearances.newly"]), \($0.lacking) \(words["clearances.lacks"])."
      } ?? words["clearances.never"]
    self.lines = page.lines.map { ClearanceRowPart($0, in: visit) }
    self.nextHref = page.next.map {
      "/office/clearances?show=\(list.rawValue)&record=\($0.record)"
        + "&conviction=\($0.conviction)&lack=\(escaped($0.lack))"
    }
  }
}

/// A part's name holds brackets, which an address does not.
private func escaped(_ lack: String) -> String {
  lack.replacing("[", with: "%5B").replacing("]", with: "%5D")
}

struct ClearanceRowPart: Sendable {
  let name: String
  let record: String
  let judgment: String
  let found: String
  let holder: String
  let notedOn: String

  init(_ line: ClearanceLine, in visit: Visit) {
    self.name = line.name
    self.record = "\(line.record)"
    self.judgment = line.judgment
    self.notedOn = line.notedOn.vietnamese
    switch line.found {
    case .cleared(let from):
      self.found = "\(visit.words["standing.cleared"]) \(from.vietnamese)"
      self.holder = "–"
    case .lacking(let lack, let holder):
      let part = lack.split(separator: "[").first.map(String.init) ?? lack
      self.found = visit.words["lack", part.replacing(".completed", with: "")]
      self.holder =
        FactHolder(rawValue: holder).map { PartWords.name($0, in: visit.language) }
        ?? visit.words["supplier", holder]
    }
  }
}

extension ClearancesPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "filters": filters
    case "figures": figures
    case "lines": lines
    case "nextHref": nextHref
    default: nil
    }
  }
}

extension ClearanceRowPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "name": name
    case "record": record
    case "judgment": judgment
    case "found": found
    case "holder": holder
    case "notedOn": notedOn
    default: nil
    }
  }
}
