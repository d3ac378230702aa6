import Desk
import Law
import Vocabulary
import Words

/// The papers of a draft or a case: what is asked for, what is there, and where one more is added.
struct PapersPage: PartsPage {
  static let template = "papers"
  let parts: Parts

  init(_ view: PapersView, at place: PaperPlace, refusal: PaperRefusal?, in visit: Visit) {
    let words = visit.words
    let (back, backText) =
      switch place {
      case .draft: (place.address, words["papers.backToDraft"])
      case .lodged: (place.address, words["papers.backToCase"])
      }
    let left = max(0, PaperBounds.caseBytes - view.bytes)
    self.parts = Parts([
      "chrome": visit.chrome(words["papers.title"], path: "\(place.address)/papers"),
      "back": Link(href: back, text: backText),
      "notice": PapersPage.notice(refusal, in: visit),
      "needs": view.needs.map { need in
        Parts([
          "words": need.words[visit.language],
          "purpose": words["paperPurpose", need.purpose.rawValue],
          "state": Tag(
            words[need.isGiven ? "papers.given" : "papers.notGiven"],
            need.isGiven ? .good : .attention),
        ])
      },
      "hasNeeds": !view.needs.isEmpty,
      "papers": view.papers.map {
        PaperPart($0, base: "/papers", canRemove: view.canRemove, in: visit)
      },
      "hasPapers": !view.papers.isEmpty,
      "addAction": view.canAdd ? "\(place.address)/papers" : nil,
      "room": "\(words["papers.room"]) \(PaperPart.size(left, in: visit))",
      "purposes": PaperPurpose.allCases.map { purpose in
        let wanted = view.needs.first { !$0.isGiven }?.purpose ?? .other
        return FormOption(
          code: purpose.rawValue, words: words["paperPurpose", purpose.rawValue],
          isChosen: purpose == wanted)
      },
      "canRemove": view.canRemove,
    ])
  }

  private static func notice(_ refusal: PaperRefusal?, in visit: Visit) -> Notice? {
    if let refusal {
      return Notice(
        .bad, title: visit.words["papers.refused"],
        text: visit.words["refused.paper", refusal.rawValue])
    }
    switch visit.query("done") {
    case "added":
      return Notice(
        .good, title: visit.words["papers.added.title"], text: visit.words["papers.added.text"])
    case "removed": return Notice(.good, title: visit.words["papers.removed"])
    default: return nil
    }
  }
}

struct FormOption: MustacheParent, Sendable {
  let code: String
  let words: String
  let isChosen: Bool

  func child(named field: String) -> Any? {
    switch field {
    case "code": code
    case "words": words
    case "isChosen": isChosen
    default: nil
    }
  }
}

/// One paper in a list: its picture or sign, what it is, and how it stands.
struct PaperPart: MustacheParent, Sendable {
  let name: String
  let purpose: String
  let facts: String
  let addedAt: String
  let state: Tag
  let standing: String
  let scanWords: String?
  /// Only a clean paper has an address.
  let href: String?
  let hasPicture: Bool
  let sign: String
  let removal: String?

  init(_ paper: PaperView, base: String, canRemove: Bool, in visit: Visit) {
    let words = visit.words
    self.name = paper.name.isEmpty ? words["papers.nameless"] : paper.name
    self.purpose = words["paperPurpose", paper.purpose.rawValue]
    var facts = [paper.format.rawValue.uppercased()]
    if let pages = paper.pages { facts.append("\(pages) \(words["papers.pages"])") }
    if let width = paper.width, let height = paper.height { facts.append("\(width) × \(height)") }
    facts.append(PaperPart.size(paper.size, in: visit))
    self.facts = facts.joined(separator: " · ")
    self.addedAt = paper.addedAt.vietnamese
    self.standing = paper.standing.rawValue
    let tone: Tag.Tone =
      switch paper.standing {
      case .waiting: .calm
      case .clean: .good
      case .infected: .bad
      }
    self.state = Tag(words["paperStanding", paper.standing.rawValue], tone)
    self.scanWords =
      paper.standing == .clean ? nil : words["paperStandingWords", paper.standing.rawValue]
    self.href = paper.standing == .clean ? "\(base)/\(paper.id)" : nil
    self.hasPicture = paper.standing == .clean && paper.format != .pdf
    self.sign = paper.format.rawValue.uppercased()
    self.removal = canRemove ? "/papers/\(paper.id)/removal" : nil
  }

  /// `340 kB`, `2,4 MB`: powers of ten, as the bounds are.
  static func size(_ bytes: Int, in visit: Visit) -> String {
    guard bytes >= 1_000_000 else { return "\(max(1, bytes / 1000)) kB" }
    let mark = visit.language == .vietnamese ? "," : "."
    return "\(bytes / 1_000_000)\(mark)\(bytes / 100_000 % 10) MB"
  }

  func child(named field: String) -> Any? {
    switch field {
    case "name": name
    case "purpose": purpose
    case "facts": facts
    case "addedAt": addedAt
    case "state": state
    case "standing": standing
    case "scanWords": scanWords
    case "href": href
    case "hasPicture": hasPicture
    case "sign": sign
    case "removal": removal
    default: nil
    }
  }
}
