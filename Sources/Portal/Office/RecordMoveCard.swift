import Desk
import Records
import Vocabulary
import Words

/// One move of documents between records: who proposed it, why, and what became of it.
struct MoveCard: MustacheParent, Sendable {
  let id: String
  let title: String
  let told: String
  let reason: String
  let state: Tag
  let canConfirm: Bool
  let canDecline: Bool
  let low: String
  let high: String
  let rows: [SideRow]
  /// What undoes a confirmed merge, while its documents are in the record shown.
  let undo: Undo?

  /// - Parameter shown: the record on whose page it stands; nil on the page of what waits.
  init(_ view: RecordMoveView, shownIn shown: JudicialRecord?, in visit: Visit) {
    let move = view.move
    let words = visit.words
    let count = move.kind == .split ? move.documents.count : view.moved.count
    self.id = String(move.id)
    let target = view.into.map(\.description) ?? words["pairs.newRecord"]
    var title = "\(words["pairs.kind", move.kind.rawValue]): \(move.source) → \(target)"
    if count > 0 { title += " · \(count) \(words["pairs.documents"])" }
    self.title = title
    var told = "\(view.proposer), \(move.proposedAt.vietnamese)"
    if let decision = move.decision {
      told += " · \(view.decider), \(decision.at.vietnamese)"
    }
    self.told = told
    self.reason = view.reason
    self.canConfirm = view.canConfirm
    self.canDecline = view.canDecline
    switch move.decision?.verdict {
    case nil: self.state = Tag(words["pairs.state.waiting"], .attention)
    case .confirmed: self.state = Tag(words["pairs.state.confirmed"], .good)
    case .declined: self.state = Tag(words["pairs.state.declined"], .quiet)
    }
    self.low = move.source.description
    self.high = target
    if let source = view.source, let other = view.target, shown == nil {
      self.rows = SideRow.rows(source, other, in: visit)
    } else {
      self.rows = []
    }
    let here = Set(shown?.documents.map(\.id) ?? [])
    let isHere = !view.moved.isEmpty && here.isSuperset(of: view.moved)
    let isMerge = move.kind == .merge && move.decision?.verdict == .confirmed
    self.undo =
      isHere && isMerge && here.count > view.moved.count
      ? Undo(
        source: shown?.id.description ?? "", target: move.source.description,
        documents: view.moved.map(\.description).joined(separator: ","), key: id)
      : nil
  }

  struct Undo: MustacheParent, Sendable {
    let source: String
    let target: String
    let documents: String
    let key: String

    func child(named field: String) -> Any? {
      switch field {
      case "source": source
      case "target": target
      case "documents": documents
      case "key": key
      default: nil
      }
    }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "id": id
    case "title": title
    case "told": told
    case "reason": reason
    case "state": state
    case "canConfirm": canConfirm
    case "canDecline": canDecline
    case "low": low
    case "high": high
    case "rows": rows
    case "hasRows": !rows.isEmpty
    case "undo": undo
    default: nil
    }
  }
}
