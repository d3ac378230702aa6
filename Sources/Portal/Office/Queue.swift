import CaseFile
import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  static var queueLines: Int { 25 }

  /// /office: what waits for this officer, the most urgent first.
  @Sendable func queue(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard officer.handlesCases else {
      return visit.seeOther(OfficeDoors.first(for: officer, in: visit.words))
    }
    let filter = QueueFilter(visit.query("show"))
    let after = CaseID(visit.query("id")).map { QueueKey(dueOn: visit.query("due"), id: $0) }
    let page = try await desk.queue(
      of: officer, states: filter.states(for: officer), after: after, limit: Portal.queueLines)
    return try visit.answer(QueuePageView(page, filter: filter, officer: officer, in: visit))
  }
}

/// Which cases the queue shows. The name stands in the address and says nothing of a person.
enum QueueFilter: String, CaseIterable {
  case mine
  case lodged
  case inAssessment
  case awaitingSupplement
  case assessed
  case issuing
  case closed

  init(_ typed: String) {
    self = QueueFilter(rawValue: typed) ?? .mine
  }

  func states(for officer: ActingOfficer) -> [StateName] {
    switch self {
    case .mine: officer.roles.sorted().compactMap(QueueFilter.work(of:))
    case .lodged: [.awaitingFee, .lodged]
    case .inAssessment: [.inAssessment]
    case .awaitingSupplement: [.awaitingSupplement]
    case .assessed: [.assessed]
    case .issuing: [.approved, .issuing, .issued]
    case .closed: [.handedOver, .revoked, .refused, .sentOutside, .withdrawn]
    }
  }

  /// The state in which a case waits for a role; nil where none does.
  private static func work(of role: Role) -> StateName? {
    switch role {
    case .intake: .lodged
    case .assessor: .inAssessment
    case .leader: .assessed
    case .accountant, .auditor, .administrator: nil
    }
  }
}

struct QueuePageView: Page {
  static let template = "office-queue"
  let chrome: Chrome
  let officerName: String
  let officerTitle: String
  let isAssessor: Bool
  let isIntake: Bool
  let identifies: Bool
  let isLeader: Bool
  let filters: [FilterPart]
  let lines: [QueueRow]
  let nextHref: String?

  init(
    _ page: QueuePage, filter: QueueFilter, officer: ActingOfficer, in visit: Visit
  ) {
    self.chrome = visit.chrome(visit.words["queue.title"])
    self.officerName = officer.name
    self.officerTitle = officer.title
    self.isAssessor = officer.roles.contains(.assessor)
    self.isIntake = officer.roles.contains(.intake)
    self.identifies = isAssessor || officer.roles.contains(.leader)
    self.isLeader = officer.roles.contains(.leader)
    self.filters = QueueFilter.allCases.map { one in
      FilterPart(
        href: "/office?show=\(one.rawValue)", text: visit.words["filter", one.rawValue],
        isCurrent: one == filter)
    }
    self.lines = page.lines.map { QueueRow($0, in: visit) }
    self.nextHref = page.next.map {
      "/office?show=\(filter.rawValue)&due=\($0.dueOn)&id=\($0.id)"
    }
  }
}

struct FilterPart: Sendable {
  let href: String
  let text: String
  let isCurrent: Bool
}

struct QueueRow: Sendable {
  let href: String
  let number: String
  let applicant: String
  let kind: String
  let state: Tag
  let lodgedOn: String
  let due: Tag
  let answers: String

  init(_ line: QueueLine, in visit: Visit) {
    self.href = "/office/cases/\(line.line.id)"
    self.number = line.line.number.text
    self.applicant = line.applicant
    self.kind = visit.words["kind", line.line.kind.rawValue]
    self.state = visit.tag(of: line.line.state)
    self.lodgedOn = line.line.lodgedAt.civilDate.vietnamese
    self.due = QueueRow.due(line.line.dueOn, in: visit)
    self.answers = line.asked == 0 ? "" : "\(line.answered)/\(line.asked)"
  }

  /// How long is left, in days; past the day it is loud.
  private static func due(_ day: CivilDate?, in visit: Visit) -> Tag {
    guard let day else { return Tag("–", .quiet) }
    let left = day.dayNumber - visit.now.civilDate.dayNumber
    if left < 0 { return Tag("\(day.vietnamese) · \(visit.words["due.past"])", .bad) }
    if left <= 2 { return Tag("\(day.vietnamese) · \(visit.words["due.soon"])", .attention) }
    return Tag(day.vietnamese, .quiet)
  }
}

extension QueuePageView {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "officerName": officerName
    case "officerTitle": officerTitle
    case "isAssessor": isAssessor
    case "isIntake": isIntake
    case "identifies": identifies
    case "isLeader": isLeader
    case "filters": filters
    case "lines": lines
    case "nextHref": nextHref
    default: nil
    }
  }
}

extension FilterPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "href": href
    case "text": text
    case "isCurrent": isCurrent
    default: nil
    }
  }
}

extension QueueRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "href": href
    case "number": number
    case "applicant": applicant
    case "kind": kind
    case "state": state
    case "lodgedOn": lodgedOn
    case "due": due
    case "answers": answers
    default: nil
    }
  }
}
