import Records

/// The figures of an evaluation as a table in words and numbers.
struct EvaluationReport {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  var lines: [String] {
    var lines = [
      "recall (match or review)  \(Self.text(evaluation.recall))",
      "entry among candidates    \(Self.text(evaluation.reach))",
      "false alarms, all others  \(Self.text(evaluation.allFalseAlarms))",
    ]
    for kind in evaluation.kinds {
      lines.append("  \(kind)  \(Self.text(evaluation.falseAlarms(of: kind)))")
    }
    if evaluation.unanswered > 0 {
      lines.append("applicants without an answer: \(evaluation.unanswered)")
    }
    lines.append("")
    var curve = TextTable([
      "at threshold", "weight", "recall", "unrelated", "all others", "precision",
    ])
    for share in [0.95, 0.98, 0.99, 0.995, 0.9975, 0.999] {
      guard let threshold = evaluation.threshold(forRecall: share) else {
        curve.add(["recall \(Self.percent(share))", "–", "not reached"])
        continue
      }
      curve.add(row("recall \(Self.percent(share))", threshold))
    }
    for share in [0.001, 0.002, 0.01, 0.05] {
      guard let threshold = evaluation.threshold(forStrangersStopped: share) else { continue }
      curve.add(row("unrelated ≤ \(Self.percent(share))", threshold))
    }
    return lines + curve.lines
  }

  private func row(_ name: String, _ threshold: Int32) -> [String] {
    let point = evaluation.point(at: threshold)
    return [
      name, "\(threshold)", Self.percent(point.recall.share),
      Self.percent(point.strangersStopped.share), Self.percent(point.allStopped.share),
      Self.percent(point.precision.share),
    ]
  }

  /// `99.945 % (19989 of 20000; 99.90 to 99.97 %)`.
  static func text(_ proportion: Proportion) -> String {
    let interval = proportion.interval
    return "\(percent(proportion.share)) (\(proportion.count) of \(proportion.total); "
      + "\(percent(interval.low)) to \(percent(interval.high)))"
  }

  static func percent(_ share: Double) -> String {
    let thousandths = Int((share * 100_000).rounded())
    let rest = "\(thousandths % 1000)"
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest + " %"
  }
}
