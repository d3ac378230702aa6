import Desk
import Law
import Records
import Vocabulary
import Words

/// The parts of the room of records, above each of its pages.
enum RecordsTab: String, CaseIterable {
  case search, documents, questions, pairs, late

  static func all(_ current: RecordsTab?, in visit: Visit) -> [FilterPart] {
    allCases.map { tab in
      FilterPart(
        href: tab == .search ? "/office/records" : "/office/records/\(tab.rawValue)",
        text: visit.words["records.tab", tab.rawValue], isCurrent: tab == current)
    }
  }
}

/// Look for a person.
struct RecordsPage: Page {
  static let template = "records"
  let chrome: Chrome
  let tabs: [FilterPart]
  let number: String
  let name: String
  let birthYear: String
  let lines: [RecordRow]
  let isNothing: Bool
  let isPart: Bool
  let filedHref: String?

  init(found: FoundRecords?, filed: String, in visit: Visit) {
    self.chrome = visit.chrome(visit.words["records.title"])
    self.tabs = RecordsTab.all(.search, in: visit)
    self.number = visit.form["number"]
    self.name = visit.form["name"]
    self.birthYear = visit.form["birthYear"]
    self.lines = (found?.lines ?? []).map { RecordRow($0) }
    self.isPart = found?.isPart == true
    self.isNothing = found?.lines.isEmpty == true && !isPart
    self.filedHref = RecordID(text: filed).map { "/office/records/\($0)" }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "tabs": tabs
    case "number": number
    case "name": name
    case "birthYear": birthYear
    case "lines": lines
    case "hasLines": !lines.isEmpty
    case "isNothing": isNothing
    case "isPart": isPart
    case "filedHref": filedHref
    default: nil
    }
  }
}

struct RecordRow: MustacheParent, Sendable {
  let href: String
  let number: String
  let name: String
  let born: String

  init(_ line: RecordLine) {
    self.href = "/office/records/\(line.id)"
    self.number = line.id.description
    self.name = line.name
    self.born = line.born?.vietnamese ?? "–"
  }

  func child(named field: String) -> Any? {
    switch field {
    case "href": href
    case "number": number
    case "name": name
    case "born": born
    default: nil
    }
  }
}

/// Who sends documents later than the law allows.
struct RecordsLatePage: Page {
  static let template = "records-late"
  let chrome: Chrome
  /// Of how many days, and by which provision.
  let termDays: String
  let termCitation: String
  let tabs: [FilterPart]
  let issuers: [LateRow]
  let worst: [LateRow]

  init(_ view: LateSuppliersView, in visit: Visit) {
    self.chrome = visit.chrome(visit.words["records.lateTitle"])
    self.termDays = String(view.term.days)
    self.termCitation = view.term.citation.description
    self.tabs = RecordsTab.all(.late, in: visit)
    self.issuers = view.issuers.map {
      LateRow(
        href: "", issuer: $0.issuer,
        supplier: DocumentKindWords.words($0.supplier, in: visit.language),
        count: String($0.count), days: String($0.worstDays),
        receivedOn: $0.lastReceivedOn.vietnamese)
    }
    self.worst = view.worst.map {
      LateRow(
        href: "/office/records/\($0.record)", issuer: $0.issuer, supplier: "",
        count: $0.record.description, days: String($0.daysLate),
        receivedOn: $0.receivedOn.vietnamese)
    }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "tabs": tabs
    case "termDays": termDays
    case "termCitation": termCitation
    case "issuers": issuers
    case "worst": worst
    case "hasLate": !issuers.isEmpty
    default: nil
    }
  }
}

struct LateRow: MustacheParent, Sendable {
  let href: String
  let issuer: String
  let supplier: String
  let count: String
  let days: String
  let receivedOn: String

  func child(named field: String) -> Any? {
    switch field {
    case "href": href
    case "issuer": issuer
    case "supplier": supplier
    case "count": count
    case "days": days
    case "receivedOn": receivedOn
    default: nil
    }
  }
}

extension Visit {
  /// Why the desk did not do it, in words.
  func sentence(_ refused: RecordRefused) -> String {
    switch refused {
    case .lookReasonMissing: words["records.whyMissing"]
    case .noSuchCase: words["records.noCase"]
    case .document: words["records.documentWrong"]
    case .filing(let refusal, _): words["filing", refusal.rawValue]
    case .answerReasonMissing: words["records.reasonMissing"]
    case .questionClosed: words["records.questionClosed"]
    case .move(let refusal): words["pairs.refused", refusal.rawValue]
    }
  }
}
