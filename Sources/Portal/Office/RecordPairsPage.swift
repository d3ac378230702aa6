import Desk
import Records
import Vocabulary
import Words

/// Records that may be one person's, side by side, and moves that wait for a second officer.
struct RecordPairsPage: Page {
  static let template = "records-pairs"
  let chrome: Chrome
  let tabs: [FilterPart]
  let waiting: [MoveCard]
  let pairs: [PairCard]
  let notice: Notice?
  /// Two records that the officer came with, to be merged.
  let source: String
  let target: String

  init(_ view: RecordPairsView, error: String?, in visit: Visit) {
    self.chrome = visit.chrome(visit.words["pairs.title"])
    self.tabs = RecordsTab.all(.pairs, in: visit)
    self.waiting = view.waiting.map { MoveCard($0, shownIn: nil, in: visit) }
    self.pairs = view.pairs.map { PairCard($0, in: visit) }
    // Posted again where the proposal was refused: nothing typed is lost.
    let typed = { name in visit.form[name].isEmpty ? visit.query(name) : visit.form[name] }
    self.source = RecordID(text: typed("source"))?.description ?? ""
    self.target = RecordID(text: typed("target"))?.description ?? ""
    if let error {
      self.notice = Notice(.bad, title: error)
    } else {
      let said = visit.query("said")
      let isKnown = ["proposed", "confirmed", "declined", "distinct"].contains(said)
      self.notice = isKnown ? Notice(.good, title: visit.words["pairs.said", said]) : nil
    }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "tabs": tabs
    case "waiting": waiting
    case "hasWaiting": !waiting.isEmpty
    case "pairs": pairs
    case "hasPairs": !pairs.isEmpty
    case "notice": notice
    case "source": source
    case "target": target
    case "isChosen": !source.isEmpty
    default: nil
    }
  }
}

/// Two records that resemble each other.
struct PairCard: MustacheParent, Sendable {
  let low: String
  let high: String
  let weight: String
  let rows: [SideRow]

  init(_ view: RecordPairView, in visit: Visit) {
    self.low = view.pair.low.description
    self.high = view.pair.high.description
    self.weight = MatchWords.bits(view.pair.weight)
    self.rows = SideRow.rows(view.low, view.high, in: visit)
  }

  func child(named field: String) -> Any? {
    switch field {
    case "low": low
    case "high": high
    case "weight": weight
    case "rows": rows
    case "key": "\(low)-\(high)"
    default: nil
    }
  }
}

/// One field of two records beside each other.
struct SideRow: MustacheParent, Sendable {
  let label: String
  let left: String
  let right: String
  /// Nil where a difference says nothing, as of judgments.
  let state: Tag?

  static func rows(
    _ left: JudicialRecord, _ right: JudicialRecord, in visit: Visit
  ) -> [SideRow] {
    let language = visit.language
    func label(_ field: String) -> String {
      DocumentFieldWords.label("person.\(field)", in: language)
    }
    func row(_ label: String, _ value: (JudicialRecord) -> [String]) -> SideRow? {
      let (ours, theirs) = (value(left), value(right))
      return SideRow(label, ours, theirs, SideRow.state(ours, theirs, in: visit))
    }
    func judgments(of record: JudicialRecord) -> [String] {
      record.judgments.map { judgment in
        let day = judgment.pronouncedOn.map { " · \($0.value.vietnamese)" } ?? ""
        return judgment.reference.number + day
      }
    }
    return [
      row(label("name")) { record in
        let identity = record.identity
        return (identity.name.map { [$0.value] } ?? []) + identity.otherNames.map(\.value)
      },
      row(label("born")) { $0.identity.born.map { [$0.value.vietnamese] } ?? [] },
      row(label("sex")) { record in
        record.identity.sex.map { [ChoiceWords.words($0.value, in: language)] } ?? []
      },
      row(label("numbers")) { $0.identity.numbers.map(\.value) },
      row(label("father")) { $0.identity.father.map { [$0.value] } ?? [] },
      row(label("mother")) { $0.identity.mother.map { [$0.value] } ?? [] },
      row(label("spouse")) { $0.identity.spouse.map { [$0.value] } ?? [] },
      row(label("birthPlace")) { $0.identity.birthPlace.map { [$0.value] } ?? [] },
      row(label("residences")) { $0.identity.residences.map(\.value) },
      SideRow(
        visit.words["record.judgments"], judgments(of: left), judgments(of: right), nil),
    ].compactMap { $0 }
  }

  /// Nil where neither record says anything.
  private init?(_ label: String, _ left: [String], _ right: [String], _ state: Tag?) {
    guard !left.isEmpty || !right.isEmpty else { return nil }
    self.label = label
    self.left = left.isEmpty ? "–" : left.joined(separator: "; ")
    self.right = right.isEmpty ? "–" : right.joined(separator: "; ")
    self.state = state
  }

  private static func state(_ left: [String], _ right: [String], in visit: Visit) -> Tag {
    let ours = Set(left.map { SearchKey($0).text })
    let theirs = Set(right.map { SearchKey($0).text })
    if ours.isEmpty || theirs.isEmpty {
      return Tag(visit.words["pairs.unsaid"], .quiet)
    }
    return ours.isDisjoint(with: theirs)
      ? Tag(visit.words["pairs.differs"], .attention) : Tag(visit.words["pairs.agrees"], .good)
  }

  func child(named field: String) -> Any? {
    switch field {
    case "label": label
    case "left": left
    case "right": right
    case "state": state
    default: nil
    }
  }
}
