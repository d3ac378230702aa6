import Law
import Vocabulary

/// A trace, for an officer to follow: JSON whose sentences are Vietnamese.
enum TraceWords {
  static func append(
    _ trace: ExpungementTrace, of conclusion: ConvictionConclusion, in history: ConvictionHistory,
    to json: inout JSONText
  ) {
    json.raw("[")
    for (place, step) in trace.steps.enumerated() {
      if place > 0 { json.raw(",") }
      append(step, conclusion, history, to: &json)
    }
    for fact in trace.missing {
      json.raw(",")
      append(fact, in: history, to: &json)
    }
    json.raw("]")
  }

  private static func append(
    _ step: ExpungementTrace.Step, _ conclusion: ConvictionConclusion,
    _ history: ConvictionHistory, to json: inout JSONText
  ) {
    json.raw("{\"rule\":")
    json.string(step.rule)
    json.raw(",\"basis\":")
    json.texts(step.citations.map(\.leading))
    json.raw(",\"facts\":{")
    for (place, fact) in step.facts.enumerated() {
      if place > 0 { json.raw(",") }
      json.string(fact.name)
      json.raw(":")
      if let value = fact.value { json.string(value) } else { json.null() }
    }
    json.raw("},\"finding\":")
    json.string(step.finding.rawValue)
    json.raw(",\"conclusion\":")
    json.string(sentence(step.finding) + days(of: step.finding, conclusion, history))
    json.raw("}")
  }

  private static func append(
    _ fact: MissingFact, in history: ConvictionHistory, to json: inout JSONText
  ) {
    json.raw("{\"missing\":")
    json.string(fact.field)
    json.raw(",\"holder\":")
    json.string(word(fact.holder))
    json.raw(",\"changes\":")
    json.list(fact.changes) { change, json in
      json.raw("{\"value\":")
      json.string(change.value)
      json.raw(",\"status\":")
      json.string(change.status.rawValue)
      json.raw(",\"from\":")
      json.day(change.from)
      json.raw(",\"result\":")
      json.string(change.result.rawValue)
      json.raw("}")
    }
    json.raw(",\"conclusion\":")
    json.string(MissingFactWords.sentence(fact, in: history, .vietnamese))
    json.raw("}")
  }

  /// The days of a reckoning, or of the acts that restarted it.
  private static func days(
    of finding: ExpungementTrace.Finding, _ conclusion: ConvictionConclusion,
    _ history: ConvictionHistory
  ) -> String {
    guard case .reckoned(let reckoning) = conclusion.ground else { return "" }
    if finding == .restarted {
      return reckoning.restarts.map {
        let judgment = history.convictions[$0.conviction].judgmentOn.vietnamese
        return " Hành vi ngày \($0.actOn.vietnamese), bản án tuyên ngày \(judgment)."
      }.joined()
    }
    guard finding == .reckoned, let start = reckoning.start, let end = reckoning.termEnd,
      let reached = reckoning.reached
    else { return "" }
    return
      " Thời hạn \(padded(reckoning.years, to: 2)) năm, từ ngày \(start.on.vietnamese) đến ngày "
      + "\(end.vietnamese); mốc đạt được theo các phần đã biết: \(reached.vietnamese)."
  }

  static func sentence(_ finding: ExpungementTrace.Finding) -> String {
    switch finding {
    case .inForce: "Bản án đang có hiệu lực vào ngày xem xét; xét tiếp."
    case .notEffective: "Bản án chưa có hiệu lực vào ngày xem xét: chưa bị kết án."
    case .annulled: "Bản án đã bị hủy: không còn bị kết án theo bản án này."
    case .notDecided: "Chưa có quyết định xóa án tích của Tòa án hoặc đại xá; xét tiếp."
    case .decidedByCourt: "Tòa án đã quyết định hoặc chứng nhận xóa án tích."
    case .amnestied: "Đã được đại xá."
    case .counts: "Không thuộc trường hợp không bị coi là có án tích; xét tiếp."
    case .neverCounts: "Thuộc trường hợp không bị coi là có án tích."
    case .unclear: "Chưa rõ có thuộc trường hợp không bị coi là có án tích hay không: cần xác minh."
    case .adult: "Mọi tội đều thực hiện khi đã đủ 18 tuổi: không áp dụng quy định này."
    case .under18: "Mọi tội đều thực hiện khi chưa đủ 18 tuổi: áp dụng thời hạn 03 năm."
    case .agesMixed: "Có tội trước và có tội sau khi đủ 18 tuổi: cần xác minh."
    case .byLaw: "Không có tội thuộc các chương do Tòa án quyết định xóa án tích; xét tiếp."
    case .courtOnly: "Có tội thuộc các chương mà việc xóa án tích do Tòa án quyết định."
    case .reckoned: "Tính thời hạn theo hình phạt chính đã tuyên và các phần của bản án."
    case .noTerm: "Luật không quy định thời hạn cho hình phạt chính là trục xuất: cần xác minh."
    case .notDone: "Còn phần của bản án chưa xong nên chưa có ngày được xóa án tích."
    case .startUnknown: "Chưa rõ ngày xong hình phạt chính nên chưa có ngày bắt đầu: cần xác minh."
    case .codeOf2015: "Bản án trước 01/01/2018: BLHS 2015 có lợi hơn, áp dụng BLHS 2015."
    case .codeOf1999: "Bản án trước 01/01/2018: theo BLHS 1999 đã được xóa án tích sớm hơn."
    case .notBefore2018: "Bản án trước 01/01/2018: BLHS 2015 được áp dụng từ ngày 01/01/2018."
    case .noNewOffence: "Không có hành vi phạm tội mới trong thời hạn."
    case .restarted: "Có hành vi phạm tội mới trong thời hạn: tính lại từ bản án mới."
    case .settled: "Không có hành vi nào trong thời hạn còn chờ giải quyết."
    case .unsettled: "Có hành vi trong thời hạn còn chờ giải quyết: cần xác minh."
    }
  }

  /// The line format's own words: older than those of messages, and stored answers hold them.
  private static func word(_ holder: FactHolder) -> String {
    switch holder {
    case .court: "court"
    case .civilEnforcement: "civilEnforcement"
    case .criminalEnforcement: "criminalEnforcement"
    case .commune: "commune"
    case .prosecution: "prosecution"
    }
  }
}
