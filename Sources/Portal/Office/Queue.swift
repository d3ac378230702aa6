import CaseFile
import Desk
import Hummingbird
import Law
import Vocabulary
import Words

extension Portal {
  static var queueLines: Int { 25 }

  var queueRoutes: [Route] {
    [
      .officer(.get, "/office/next", nextCase),
      .officer(.post, "/office/sharing", shareOut),
      .officer(.post, "/office/cases/:id/assignment", assign),
      .officer(.get, "/office/search", searchForm),
      .officer(.post, "/office/search", search),
    ]
  }

  /// /office: what waits for this officer, the most urgent first.
  @Sendable func queue(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard officer.handlesCases else {
      return visit.seeOther(OfficeDoors.first(for: officer, in: visit.words))
    }
    return try await queuePage(visit, officer, said: nil)
  }

  private func queuePage(
    _ visit: Visit, _ officer: ActingOfficer, said: Notice?
  ) async throws -> Response {
    let asked = QueueAsked(visit)
    let page = try await desk.queue(
      of: officer, asked.wish(of: officer), asked.turn, limit: Portal.queueLines)
    return try visit.answer(QueuePageView(page, asked, officer, said: said, in: visit))
  }

  /// /office/next: the next case of this officer's work; the queue where nothing waits.
  @Sendable func nextCase(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let mine = QueueFilter.mine
    let wish = QueueWish(states: mine.states(for: officer), holder: mine.holder)
    let next = try await desk.nextCase(
      after: CaseID(visit.query("after")), wish, of: officer)
    return visit.seeOther(next.map { "/office/cases/\($0)" } ?? "/office")
  }

  /// POST /office/sharing: gives what lies on nobody's desk to those who have least.
  @Sendable func shareOut(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let shared = try await desk.shareOut(by: officer, limit: 100)
    return try await queuePage(visit, officer, said: visit.notice(of: shared))
  }

  /// POST /office/cases/:id/assignment: to an officer, to oneself, or to nobody.
  @Sendable func assign(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      let typed = visit.form["holder"]
      guard typed.isEmpty || OfficerID(typed) != nil else { throw HTTPRefusal.bodyUnreadable }
      try await desk.assign(id, version: version, to: OfficerID(typed), by: officer)
    }
  }
}

struct QueuePageView: PartsPage {
  static let template = "office-queue"
  let parts: Parts

  init(
    _ page: QueuePage, _ asked: QueueAsked, _ officer: ActingOfficer, said: Notice?,
    in visit: Visit
  ) {
    let isLeader = officer.roles.contains(.leader)
    let isAssessor = officer.roles.contains(.assessor)
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["queue.title"], path: asked.address()),
      "said": said, "officerName": officer.name, "officerTitle": officer.title,
      "isAssessor": isAssessor, "isIntake": officer.roles.contains(.intake),
      "identifies": isAssessor || isLeader, "isLeader": isLeader,
      "filters": QueueFilter.allCases.map { one in
        FilterPart(
          href: asked.address(one), text: visit.words["filter", one.rawValue],
          isCurrent: one == asked.filter)
      },
      "show": asked.filter.rawValue, "choices": visit.choices(of: asked),
      "day": asked.lodgedOn?.vietnamese ?? "", "isNarrowed": asked.isNarrowed,
      "all": "/office?show=\(asked.filter.rawValue)",
      "lines": page.lines.enumerated().map { place, line in
        QueueRow(line, key: place == 0 ? "1" : nil, in: visit)
      },
      "nextHref": page.next.map { asked.address(nil, ("after", $0)) },
      "previousHref": page.previous.map { asked.address(nil, ("before", $0)) },
    ])
  }
}

struct FilterPart: Sendable {
  let href: String
  let text: String
  let isCurrent: Bool
}

struct QueueRow: Sendable {
  let href: String
  /// The access key that opens it; nil for those that have none.
  let key: String?
  let number: String
  let applicant: String
  let kind: String
  let state: Tag
  let lodgedOn: String
  let due: Tag
  /// What is left of the present step, where that is to be said.
  let step: Tag?
  let holder: String
  let answers: String

  init(_ line: QueueLine, key: String? = nil, in visit: Visit) {
    self.href = "/office/cases/\(line.line.id)"
    self.key = key
    self.number = line.line.number.text
    self.applicant = line.applicant
    self.kind = visit.words["kind", line.line.kind.rawValue]
    self.state = visit.tag(of: line.line.state)
    self.lodgedOn = line.line.lodgedAt.civilDate.vietnamese
    self.due = visit.due(of: line)
    self.step = visit.step(of: line)
    self.holder = line.holder ?? visit.words["queue.nobody"]
    self.answers = line.asked == 0 ? "" : "\(line.answered)/\(line.asked)"
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
    case "key": key
    case "number": number
    case "applicant": applicant
    case "kind": kind
    case "state": state
    case "lodgedOn": lodgedOn
    case "due": due
    case "step": step
    case "holder": holder
    case "answers": answers
    default: nil
    }
  }
}
