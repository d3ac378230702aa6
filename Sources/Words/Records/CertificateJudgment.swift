import Law
package import Records
import Vocabulary

extension Judgment {
  /// The words that certificates print (Law 28/2009/QH12, Article 43.2.b) from a judgment of the
  /// record, in Vietnamese as the certificate is. Nil where no document gives its day: a judgment
  /// without one cannot be printed. Its clearance is to be concluded.
  package init?(_ recorded: RecordedJudgment) {
    guard let day = recorded.pronouncedOn?.value ?? recorded.reference.pronouncedOn else {
      return nil
    }
    let appeal = recorded.appeal.map { " (phúc thẩm: \($0.value.number))" } ?? ""
    let money = recorded.obligations
    self.init(
      number: recorded.reference.number + appeal, pronouncedOn: day,
      court: recorded.reference.court,
      offence: joined(recorded.offences.value.map(\.words)),
      provision: joined(recorded.offences.value.compactMap(\.provision)),
      principalPenalty: recorded.principal.value.printed,
      supplementaryPenalty: joined(
        recorded.supplementary.map {
          $0.words.isEmpty ? PartWords.name($0.kind, in: .vietnamese) : $0.words
        }),
      civilObligations: joined(
        money.filter { $0.kind != .courtFee }.map {
          $0.words.isEmpty ? PartWords.name($0.kind, in: .vietnamese) : $0.words
        }),
      courtFees: joined(
        money.filter { $0.kind == .courtFee }.map {
          $0.words.isEmpty ? PartWords.name($0.kind, in: .vietnamese) : $0.words
        }),
      execution: recorded.executionWords, clearance: .notCleared)
  }
}

extension RecordedJudgment {
  /// How far each part is executed, in a sentence.
  fileprivate var executionWords: String {
    var parts = [("hình phạt chính", principalExecution.completion)]
    parts += supplementary.map {
      (PartWords.name($0.kind, in: .vietnamese), $0.execution.completion)
    }
    parts += obligations.map {
      (PartWords.name($0.kind, in: .vietnamese), $0.execution.completion)
    }
    let words = parts.map { "\($0.0): \(PartWords.words($0.1, in: .vietnamese))" }
    return joined(words).capitalizedFirst
  }
}

extension ExtractedOffence {
  /// `điểm b khoản 2 Điều 173 Bộ luật Hình sự 2015`.
  fileprivate var provision: String? {
    guard let articleText else { return nil }
    let place = [
      point.map { "điểm \($0)" }, clause.map { "khoản \($0)" }, "Điều \(articleText)",
      code.map { PartWords.name($0) },
    ]
    return place.compactMap { $0 }.joined(separator: " ").capitalizedFirst
  }
}

extension ExtractedPrincipal {
  fileprivate var printed: String {
    guard words.isEmpty else { return words }
    let name = kind.map { PartWords.name($0, in: .vietnamese) } ?? ""
    return months.map { "\(padded($0, to: 2)) tháng \(name)" } ?? name
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

private func joined(_ parts: [String]) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: "; ")
}
