import Assessment
import Desk
import Intake
import Law
import Vocabulary
import Words

/// The register of bodies' requests.
struct BodyRequestsPage: PartsPage {
  static let template = "office-bodies"
  let parts: Parts

  init(_ list: BodyRequestList, officer: ActingOfficer, in visit: Visit) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["bodies.title"]),
      "mayEnter": officer.roles.contains(.intake),
      "open": list.open.map { BodyRequestsPage.row(of: $0, in: visit) },
      "hasOpen": !list.open.isEmpty,
      "late": list.withoutLetter.map { BodyRequestsPage.row(of: $0, in: visit) },
      "hasLate": !list.withoutLetter.isEmpty,
      "closed": list.closed.map { BodyRequestsPage.row(of: $0, in: visit) },
      "hasClosed": !list.closed.isEmpty,
      "nextHref": list.next.map {
        "/office/bodies?due=\($0.dueAt.milliseconds)&id=\($0.id)"
      },
    ])
  }

  static func row(of line: BodyRequestLine, in visit: Visit) -> Parts {
    Parts([
      "href": "/office/bodies/\(line.id)", "number": line.number, "bodyName": line.bodyName,
      "kind": visit.words["kind", line.kind.rawValue], "due": due(of: line, in: visit),
      "state": state(of: line.state, in: visit), "stateName": line.state.rawValue,
      "letter": letter(of: line, in: visit),
    ])
  }

  /// The moment, and loudly where it has passed or an urgent one is running.
  static func due(of line: BodyRequestLine, in visit: Visit) -> Tag {
    let at = line.urgency == .urgent ? line.dueAt.vietnamese : line.dueAt.civilDate.vietnamese
    if line.isLate { return Tag("\(at) · \(visit.words["time.over"])", .bad) }
    return Tag(at, line.urgency == .urgent ? .attention : .quiet)
  }

  static func state(of state: BodyRequestState, in visit: Visit) -> Tag {
    let tone: Tag.Tone =
      switch state {
      case .received: .calm
      case .found: .attention
      case .answered: .good
      case .refused: .bad
      }
    return Tag(visit.words["bodyState", state.rawValue], tone)
  }

  static func letter(of line: BodyRequestLine, in visit: Visit) -> Tag? {
    guard let day = line.letterDue else { return nil }
    return line.isLetterLate
      ? Tag("\(visit.words["bodies.letterLate"]) \(day.vietnamese)", .bad)
      : Tag("\(visit.words["bodies.letterUntil"]) \(day.vietnamese)", .attention)
  }
}

/// One request: what is asked, what was found, what is to be done.
struct BodyCasePage: PartsPage {
  static let template = "office-body"
  let parts: Parts

  init(
    _ view: BodyRequestView, _ search: BodySearchView?, said: OfficeSaid?, in visit: Visit
  ) {
    let words = visit.words
    let place = "/office/bodies/\(view.line.id)"
    self.parts = Parts([
      "chrome": visit.chrome(words["bodies.one"], path: place), "place": place,
      "notice": said.map { visit.notice(of: $0) }, "version": "\(view.version)",
      "number": view.line.number, "bodyName": view.line.bodyName,
      "state": BodyRequestsPage.state(of: view.line.state, in: visit),
      "stateName": view.line.state.rawValue,
      "due": BodyRequestsPage.due(of: view.line, in: visit),
      "letterTag": BodyRequestsPage.letter(of: view.line, in: visit),
      "rows": BodyCasePage.rows(of: view, in: visit),
      "sentBack": view.sentBack.map {
        Notice(.attention, title: words["officeCase.sentBack"], text: $0)
      },
      "refusal": view.refusal.map {
        Notice(
          .bad, title: words["bodyRequest.refused"],
          text: "\($0.ground.words[visit.language]) (\($0.ground.citation)). \($0.words)")
      },
      "refusalHref": view.refusal == nil ? nil : "\(place)/refusal.pdf",
      "answer": view.answer,
      "answerHref": view.hasData ? "\(place)/answer.json" : nil,
      "finding": view.finding.map { BodyCasePage.part(of: $0, by: view.finder, in: visit) },
      "canLetter": view.can.contains(.letter), "canRefuse": view.can.contains(.refuse),
      "grounds": RefusalGround.allCases.map {
        FormOption(
          code: $0.rawValue, words: $0.words[visit.language],
          isChosen: visit.form["ground"] == $0.rawValue)
      },
      "search": search.map { BodyCasePage.part(of: $0, in: visit) },
      "canAnswer": view.can.contains(.answer), "canSendBack": view.can.contains(.sendBack),
      "isPaper": view.form == .paper,
      "kept": visit.keptForBody,
      "history": view.history.map {
        SummaryRow(
          label: $0.at.vietnamese, value: words["bodyEvent", $0.event],
          note: $0.officer ?? $0.actor)
      },
    ])
  }

  private static func rows(of view: BodyRequestView, in visit: Visit) -> [SummaryRow] {
    var rows = BodyField.allCases.compactMap { field in
      view.typed[field.rawValue].map {
        SummaryRow(
          label: BodyWords.label(field, in: visit.language),
          value: words(of: field, $0, in: visit))
      }
    }
    if let letter = view.letter {
      rows.append(
        SummaryRow(
          label: visit.words["bodies.letter"],
          value: "\(letter.number) · \(letter.on.vietnamese)"))
    }
    return rows
  }

  private static func words(of field: BodyField, _ value: String, in visit: Visit) -> String {
    let language = visit.language
    switch field {
    case .body:
      return BodiesMayAsk.Body(rawValue: value).map { BodyWords.words($0, in: language) } ?? value
    case .urgency:
      return BodyRequest.Urgency(rawValue: value).map { BodyWords.words($0, in: language) }
        ?? value
    case .bans:
      return BanConfirmation(rawValue: value).map { ChoiceWords.words($0, in: language) } ?? value
    case .purpose:
      return BodiesMayAsk.Purpose(rawValue: value).map { BodyWords.words($0, in: language) }
        ?? value
    case .kind: return visit.words["kind", value]
    case .bodyName, .letterNumber, .letterOn, .subjectName, .subjectBirthDate, .subjectPaper:
      return value
    }
  }

  private static func part(
    of finding: BodyFinding, by finder: String?, in visit: Visit
  ) -> Parts {
    Parts([
      "finder": finder ?? "", "reason": finding.reason,
      "records": finding.candidates.map { candidate in
        SummaryRow(
          label: "\(visit.words["bodies.record"]) \(candidate.record)",
          value: candidate.verdict.map { visit.words["bodyVerdict", $0.rawValue] } ?? "–")
      },
      "hasNone": finding.same.isEmpty,
    ])
  }

  private static func part(of search: BodySearchView, in visit: Visit) -> Parts {
    Parts([
      "entries": "\(search.entries)", "isCapped": search.isCapped,
      "hasNone": search.candidates.isEmpty,
      "candidates": search.candidates.map { candidate in
        Parts([
          "record": "\(candidate.record)", "href": "/office/records/\(candidate.record)",
          "name": candidate.name, "born": candidate.born, "judgments": "\(candidate.judgments)",
          "choices": [PersonVerdict.same, .other].map { verdict in
            ChoicePart(
              id: "verdict-\(candidate.record)-\(verdict.rawValue)",
              name: "verdict-\(candidate.record)", value: verdict.rawValue,
              text: visit.words["bodyVerdict", verdict.rawValue],
              isChosen: visit.form["verdict-\(candidate.record)"] == verdict.rawValue)
          },
        ])
      },
    ])
  }
}
