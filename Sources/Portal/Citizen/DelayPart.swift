import Desk
import Law
import Vocabulary
import Words

/// Why a case takes longer, in plain words, and who is waited for. No outcome.
struct DelayPart: Sendable {
  let reason: String
  let text: String
  let waiting: String
  let hasWaiting: Bool
  let since: String?

  init(_ delay: DelayView, in visit: Visit) {
    self.reason = delay.reason.rawValue
    self.text = visit.words["delay", delay.reason.rawValue]
    let names =
      delay.bodies.map { visit.words["body", $0.rawValue] }
      + delay.holders.map { PartWords.name($0, in: visit.language) }
    self.waiting = names.joined(separator: "; ")
    self.hasWaiting = !names.isEmpty
    self.since = names.isEmpty ? nil : delay.since?.vietnamese
  }
}

extension DelayPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "reason": reason
    case "text": text
    case "waiting": waiting
    case "hasWaiting": hasWaiting
    case "since": since
    default: nil
    }
  }
}
