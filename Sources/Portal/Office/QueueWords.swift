import Desk
import Law
import Vocabulary
import Words

extension Visit {
  /// The appointment, with the working time that is left until the end of its day.
  func due(of line: QueueLine) -> Tag {
    let day = line.line.dueOn?.vietnamese
    let text = [day, words(of: line.left)].compactMap { $0 }.joined(separator: " · ")
    switch line.left {
    case .notRunning: return Tag(day ?? "–", .quiet)
    case .standing: return Tag(text, .quiet)
    case .left(let span): return Tag(text, span.days < 2 ? .attention : .quiet)
    case .over: return Tag(text, .bad)
    }
  }

  /// What is left of the present step: where the officer is warned of it, and where the case has
  /// no appointment yet.
  func step(of line: QueueLine) -> Tag? {
    guard let step = line.step, let text = words(of: step.time),
      step.isWarned || line.left == .notRunning
    else { return nil }
    let said = "\(words["time.step"]) \(text)"
    switch step.time {
    case .over: return Tag(said, .bad)
    case .notRunning, .standing, .left: return Tag(said, step.isWarned ? .attention : .quiet)
    }
  }

  /// `còn 2 ngày 3 giờ`, `quá hạn 1 ngày`; nil where no clock runs.
  func words(of left: TimeLeft) -> String? {
    switch left {
    case .notRunning: nil
    case .standing: words["time.standing"]
    case .left(let span): "\(words["time.left"]) \(words(of: span))"
    case .over(let span): "\(words["time.over"]) \(words(of: span))"
    }
  }

  /// The two greatest units that are not nothing.
  private func words(of span: WorkingSpan) -> String {
    let parts = [(span.days, "day"), (span.hours, "hour"), (span.minutes, "minute")]
    let said = parts.filter { $0.0 > 0 }.prefix(2).map { "\($0.0) \(words["time", $0.1])" }
    return said.isEmpty ? "0 \(words["time.minute"])" : said.joined(separator: " ")
  }

  /// The lists by which the queue is narrowed.
  func choices(of asked: QueueAsked) -> [Parts] {
    [
      list(
        "whose", QueueWish.Holder.allCases.map(\.rawValue), chosen: asked.holder.rawValue,
        leavesOut: true),
      list("kind", CertificateKind.allCases.map(\.rawValue), chosen: asked.kind?.rawValue),
      list(
        "urgency", QueueWish.Urgency.allCases.map(\.rawValue), chosen: asked.urgency?.rawValue),
      list(
        "channel", LodgingChannel.allCases.map(\.rawValue), chosen: asked.channel?.rawValue),
    ]
  }

  private func list(
    _ name: String, _ codes: [String], chosen: String?, leavesOut isWhole: Bool = false
  ) -> Parts {
    let options = codes.map { code in
      Parts([
        "code": code, "text": words[name, code], "isChosen": code == chosen,
      ])
    }
    let all = Parts(["code": "", "text": words["queue.all"], "isChosen": chosen == nil])
    return Parts([
      "name": name, "label": words["queueBy", name], "options": isWhole ? options : [all] + options,
    ])
  }

  /// On whose desk a case lies.
  func parts(of view: AssignmentView) -> Parts {
    Parts([
      "holder": view.holder?.name, "holderID": view.holder?.id.text,
      "canTake": view.canTake, "self": officer?.id.text, "canGive": !view.choices.isEmpty,
    ])
  }

  /// What a fair rotation did.
  func notice(of shared: SharedOut) -> Notice {
    let given = shared.given.map { "\($0.officer): \($0.cases)" }.joined(separator: " · ")
    let left = shared.left == 0 ? "" : " \(words["sharing.left"]) \(shared.left)."
    return Notice(
      shared.left == 0 ? .good : .attention, title: words["sharing.done"],
      text: (given.isEmpty ? words["sharing.nothing"] : given + ".") + left)
  }
}
