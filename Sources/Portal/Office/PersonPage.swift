import Assessment
import CaseFile
import Desk
import Records
import Vocabulary
import Words

/// Who the applicant is in the register: what was searched, who was found, and who decides.
struct PersonPage: PartsPage {
  static let template = "person"
  let parts: Parts

  init(_ view: PersonView, said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    let place = "/office/cases/\(view.line.id)"
    let candidates = view.candidates.map {
      CandidateCard($0, beside: view.applicant, in: visit).parts
    }
    let isSeveral = view.summary.records.count > 1
    parts = Parts([
      "chrome": visit.chrome(words["person.title"], path: "\(place)/person"),
      "place": place, "number": view.line.number.text,
      "applicant": view.applicantName, "notice": said.map { visit.notice(of: $0) },
      "state": visit.tag(of: view.summary), "stateName": view.summary.state.rawValue,
      "sentence": visit.sentence(of: view.summary),
      "search": view.search.map { PersonPage.rows(of: $0, at: view.searchedAt, in: visit) },
      "isCapped": view.search?.isCapped == true, "candidates": candidates,
      "several": isSeveral
        ? view.summary.records.map(\.description).joined(separator: ", ") : nil,
      "pairsHref": visit.officer?.roles.contains(.assessor) == true
        ? PersonPage.pairsHref(view.summary.records) : nil,
      "canSearch": view.canSearch,
      "typed": TypedPerson.fields.map { PersonPage.field($0, in: visit) },
      "found": view.byHand.map { lines in lines.map { PersonPage.line($0) } },
      "isNothing": view.byHand?.isEmpty == true && !view.isPartByHand,
      "isPart": view.isPartByHand,
      "dispute": view.dispute.map { PersonPage.dispute($0, in: visit) },
      "again": visit.typedAgain(
        PersonVerdict.allCases.map {
          ("person.question", CandidateCard.choice($0, of: "", in: visit))
        }, since: said),
    ])
  }

  private static func rows(
    of search: CaseSearch, at moment: Instant?, in visit: Visit
  ) -> [SummaryRow] {
    let words = visit.words
    return [
      SummaryRow(label: words["person.searchedAt"], value: moment?.vietnamese ?? ""),
      SummaryRow(
        label: words["person.entries"],
        value: "\(search.entries)",
        note: "\(words["person.compared"]): \(search.compared)"),
      SummaryRow(label: words["person.register"], value: search.register),
      SummaryRow(
        label: words["person.weights"], value: search.weights,
        note: "\(words["person.review"]) \(MatchWords.whole(search.review)), "
          + "\(words["person.match"]) \(MatchWords.whole(search.match))"),
    ]
  }

  /// The page on which records of one person are merged, with the first two of them filled in.
  private static func pairsHref(_ records: [RecordID]) -> String? {
    guard records.count > 1 else { return nil }
    return "/office/records/pairs?source=\(records[1])&target=\(records[0])#merge"
  }

  private static func field(_ name: String, in visit: Visit) -> Parts {
    Parts([
      "name": name, "label": visit.words["personLook", name], "value": visit.form[name],
    ])
  }

  private static func line(_ found: FoundByHand) -> Parts {
    Parts([
      "number": found.line.id.description, "name": found.line.name,
      "born": found.line.born?.iso ?? "–", "bits": MatchWords.whole(found.weight),
    ])
  }

  private static func dispute(_ view: DisputeView, in visit: Visit) -> Parts {
    Parts([
      "words": view.words, "openedAt": view.openedAt.vietnamese,
      "state": CandidateCard.tag(of: view.standing, in: visit),
      "mine": view.mine.map { visit.words["personVerdict", $0.rawValue] },
      "said": view.said.map { CandidateCard.row(of: $0, in: visit) },
      "canDecide": view.canDecide, "isOwn": view.isOwn, "isUpheld": view.isUpheld,
      "choices": PersonVerdict.allCases.map {
        CandidateCard.choice($0, of: "dispute", in: visit)
      },
      "typedReason": CandidateCard.typed("reason", of: "dispute", in: visit) ?? "",
      "typedAnswer": CandidateCard.typed("answer", of: "dispute", in: visit) ?? "",
    ])
  }
}

/// A candidate beside the applicant.
struct CandidateCard {
  let parts: Parts

  init(_ view: CandidateView, beside applicant: ComparedPerson?, in visit: Visit) {
    let words = visit.words
    let record = view.found.record.description
    let steps = view.weights.map { MatchWords.steps($0, visit.language) } ?? []
    let verdicts: [PersonVerdict] =
      view.can.contains(.rule) ? [.same, .other] : PersonVerdict.allCases
    parts = Parts([
      "record": record, "edition": "\(view.found.edition)",
      "outcome": Tag(
        words["candidate", view.found.outcome.rawValue],
        view.found.outcome == .match ? .bad : .attention),
      "outcomeName": view.found.outcome.rawValue,
      "weight": view.found.weight.map { MatchWords.whole($0) },
      "state": CandidateCard.tag(of: view.standing, in: visit),
      "stateName": CandidateCard.name(of: view.standing),
      "remembered": CandidateCard.remembered(view.standing, in: visit),
      "rows": CandidateCard.rows(applicant, view.entry, in: visit),
      "steps": WaterfallBar.all(steps, whole: view.found.weight ?? 0).map(\.parts),
      "hasSteps": !steps.isEmpty, "mine": view.mine.map { words["personVerdict", $0.rawValue] },
      "said": view.said.map { CandidateCard.row(of: $0, in: visit) },
      "canDecide": view.can.contains(.decide), "canRule": view.can.contains(.rule),
      "choices": verdicts.map { CandidateCard.choice($0, of: record, in: visit) },
      "typedReason": CandidateCard.typed("reason", of: record, in: visit) ?? "",
    ])
  }

  static func tag(of standing: CandidateView.Standing, in visit: Visit) -> Tag {
    switch standing {
    case .open: Tag(visit.words["candidateState.open"], .attention)
    case .leader: Tag(visit.words["candidateState.leader"], .attention)
    case .decided(let verdict), .remembered(let verdict, _, _):
      Tag(visit.words["personVerdict", verdict.rawValue], verdict == .same ? .bad : .good)
    }
  }

  static func name(of standing: CandidateView.Standing) -> String {
    switch standing {
    case .open: "open"
    case .leader: "leader"
    case .decided: "decided"
    case .remembered: "remembered"
    }
  }

  private static func remembered(
    _ standing: CandidateView.Standing, in visit: Visit
  ) -> String? {
    guard case .remembered(_, let number, let day) = standing else { return nil }
    let words = visit.words
    return "\(words["person.decidedOn"]) \(day.vietnamese) "
      + "\(words["person.inCase"]) \(number). \(words["person.unchanged"])"
  }

  static func row(of said: SaidView, in visit: Visit) -> SummaryRow {
    SummaryRow(
      label: said.officer, value: visit.words["personVerdict", said.verdict.rawValue],
      note: "\(said.at.vietnamese) · \(said.reason)")
  }

  static func choice(_ verdict: PersonVerdict, of subject: String, in visit: Visit) -> ChoicePart {
    ChoicePart(
      id: "verdict-\(subject)-\(verdict.rawValue)", name: "verdict", value: verdict.rawValue,
      text: visit.words["personChoice", verdict.rawValue],
      isChosen: typed("verdict", of: subject, in: visit) == verdict.rawValue)
  }

  /// What was typed into the form of a record, or of the dispute; nil in every other.
  static func typed(_ name: String, of subject: String, in visit: Visit) -> String? {
    if subject == "dispute" { return visit.typed(name, into: "dispute") }
    guard visit.form["record"] == subject else { return nil }
    return visit.typed(name, into: "decision") ?? visit.typed(name, into: "ruling")
  }

  /// Every field of which either side says something.
  private static func rows(
    _ applicant: ComparedPerson?, _ entry: ComparedPerson?, in visit: Visit
  ) -> [Parts] {
    guard let applicant, let entry else { return [] }
    let rows: [(String, MarkedPair)] = [
      ("names", PairMarks.names(applicant.names, entry.names)),
      ("born", PairMarks.births(applicant.born, entry.born)),
      ("sex", PairMarks.names(sex(applicant, visit), sex(entry, visit))),
      ("numbers", PairMarks.numbers(applicant.numbers, entry.numbers)),
      ("father", PairMarks.names(one(applicant.father), one(entry.father))),
      ("mother", PairMarks.names(one(applicant.mother), one(entry.mother))),
      ("spouse", PairMarks.names(one(applicant.spouse), one(entry.spouse))),
      ("birthPlace", PairMarks.places(one(applicant.birthPlace), one(entry.birthPlace))),
      ("residences", PairMarks.places(applicant.residences, entry.residences)),
    ]
    return rows.filter { !$0.1.left.isEmpty || !$0.1.right.isEmpty }.map { name, pair in
      Parts([
        "label": visit.words["pair", name], "left": marks(pair.left, name),
        "right": marks(pair.right, name), "isLeftEmpty": pair.left.isEmpty,
        "isRightEmpty": pair.right.isEmpty,
      ])
    }
  }

  private static func one(_ text: String) -> [String] { text.isEmpty ? [] : [text] }

  private static func sex(_ person: ComparedPerson, _ visit: Visit) -> [String] {
    person.sex.map { [ChoiceWords.words($0, in: visit.language)] } ?? []
  }

  /// What joins the parts is the field's: syllables with spaces, days with strokes, digits with
  /// nothing.
  private static func marks(_ parts: [MarkedPart], _ field: String) -> [Parts] {
    let joint =
      switch field {
      case "born": "/"
      case "numbers", "birthPlace": ""
      default: " "
      }
    return parts.enumerated().map { place, part in
      let isJoined = place > 0 && !part.text.hasPrefix(",")
      return Parts([
        "joint": isJoined ? joint : "", "text": part.text,
        "differs": part.mark == .other, "near": part.mark == .near,
        "plain": part.mark == .same || part.mark == .alone,
      ])
    }
  }
}

/// One step of the waterfall as a bar from where the one before ended: drawn with SVG's own
/// coordinates, because the pages allow no inline style.
struct WaterfallBar {
  let parts: Parts

  private static let width = 240

  static func all(_ steps: [MatchWords.Step], whole: Int32) -> [WaterfallBar] {
    var ends: [Int] = [0]
    for step in steps { ends.append((ends.last ?? 0) + Int(step.weight)) }
    let low = ends.min() ?? 0
    let span = max((ends.max() ?? 0) - low, 1)
    func at(_ value: Int) -> Int { (value - low) * width / span }
    return steps.enumerated().map { place, step in
      let from = at(ends[place])
      let to = at(ends[place + 1])
      return WaterfallBar(
        parts: Parts([
          "words": step.words, "bits": step.bits, "x": "\(min(from, to))",
          "width": "\(max(abs(to - from), 2))", "zero": "\(at(0))",
          "tone": step.weight < 0 ? "minus" : "plus",
        ]))
    }
  }
}
