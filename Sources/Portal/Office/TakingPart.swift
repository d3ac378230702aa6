import Desk
import Law
import Vocabulary
import Words

/// What the assessor makes of a conclusion: takes it, or puts another standing in its place with
/// a reason.
struct TakingPart: Sendable {
  let legend: String
  let choices: [ChoicePart]
  let cleared: FieldPart
  let reason: FieldPart
  /// Whether another standing is chosen, or must be: then its fields stand open.
  let isOverruled: Bool

  /// - Parameter id: a judgment of the record; those typed by hand carry it in their row.
  init(id: String, typed: [String: String], judgment: JudgmentView, in visit: Visit) {
    self.init(prefix: "taking.\(id).", typed: typed, judgment: judgment, in: visit)
  }

  init(prefix: String, typed: [String: String], judgment: JudgmentView?, in visit: Visit) {
    let words = visit.words
    let chosen = typed["taking"] ?? ""
    let canTake = judgment.map { $0.status != .needsVerification } ?? true
    let options = (canTake ? ["accept"] : []) + ["notCleared", "cleared", "printsNowhere"]
    let name = "\(prefix)taking"
    self.legend = words["taking.legend"]
    self.choices = options.map { option in
      ChoicePart(
        id: FieldPart.id(of: "\(name)-\(option)"), name: name, value: option,
        text: words["taking", option],
        isChosen: chosen.isEmpty ? option == "accept" : option == chosen)
    }
    self.cleared = RecordForm.field(
      "\(prefix)clearedFrom", "clearedFrom", typed["clearedFrom"] ?? "", in: visit)
    self.reason = RecordForm.field(
      "\(prefix)reason", "overrulingReason", typed["reason"] ?? "", in: visit)
    self.isOverruled = !canTake || (!chosen.isEmpty && chosen != "accept")
  }
}

extension TakingPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "legend": legend
    case "choices": choices
    case "cleared": cleared
    case "reason": reason
    case "isOverruled": isOverruled
    default: nil
    }
  }
}
