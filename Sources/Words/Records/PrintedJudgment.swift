import Law
package import Records
import Vocabulary

/// A judgment of the record in the words that certificates print, which are Vietnamese whatever
/// language the pages have (Law 28/2009/QH12, Articles 42 and 43).
extension RecordedJudgment {
  /// - Parameter clearance: what the law concludes of it.
  /// - Returns: nil while the day of the judgment is not known: nothing may be printed then.
  package func printed(clearance: Judgment.Clearance) -> Judgment? {
    guard let pronounced = pronouncedOn?.value else { return nil }
    let fees = obligations.filter { $0.kind == .courtFee }
    let civil = obligations.filter { $0.kind != .courtFee }
    return Judgment(
      number: number, pronouncedOn: pronounced, court: reference.court,
      offence: offences.value.map(\.words).joined(separator: "; "),
      provision: offences.value.map(\.provision).filter { !$0.isEmpty }.joined(separator: "; "),
      principalPenalty: principal.value.words,
      supplementaryPenalty: supplementary.map(\.words).joined(separator: "; "),
      civilObligations: civil.map(\.words).joined(separator: "; "),
      courtFees: fees.map(\.words).joined(separator: "; "), execution: execution,
      clearance: clearance)
  }

  private var number: String {
    guard let appeal = appeal?.value else { return reference.number }
    let day = appeal.pronouncedOn.map { " ngày \($0.vietnamese)" } ?? ""
    return "\(reference.number); phúc thẩm: \(appeal.number)\(day)"
  }

  private var execution: String {
    var parts: [(String, Completion)] = [("Hình phạt chính", principalExecution.completion)]
    parts += supplementary.map {
      (RecordPartWords.words($0.kind, in: .vietnamese), $0.execution.completion)
    }
    parts += obligations.map {
      (RecordPartWords.words($0.kind, in: .vietnamese), $0.execution.completion)
    }
    return parts.map { name, completion in
      switch completion {
      case .on(let day): "\(name): đã chấp hành xong ngày \(day.vietnamese)"
      case .no: "\(name): chưa chấp hành xong"
      case .unknown: "\(name): chưa có thông tin"
      }
    }.joined(separator: "; ")
  }
}

extension ExtractedOffence {
  /// `Điểm b khoản 2 Điều 173 Bộ luật Hình sự 2015`.
  fileprivate var provision: String {
    guard let article else { return "" }
    let code =
      switch code {
      case .code2015: " Bộ luật Hình sự 2015"
      case .code1999: " Bộ luật Hình sự 1999"
      case nil: ""
      }
    let point = point.map { "điểm \($0) " } ?? ""
    let clause = clause.map { "khoản \($0) " } ?? ""
    let text = "\(point)\(clause)Điều \(article)\(code)"
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension RecordedBan {
  package var printed: Ban? {
    guard let decidedOn else { return nil }
    return Ban(
      decisionNumber: decisionNumber, decidedOn: decidedOn, court: ban.court, office: ban.office,
      term: ban.term, until: ban.until)
  }
}
