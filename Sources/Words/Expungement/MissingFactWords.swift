package import Law
package import Vocabulary

/// What is missing, whom to ask, and what it would change.
package enum MissingFactWords {
  package static func sentence(
    _ fact: MissingFact, in history: ConvictionHistory, _ language: Language
  ) -> String {
    let subject = subject(fact, in: history, language)
    guard !fact.changes.isEmpty else {
      return subject
        + pick(
          language, " Chỉ riêng điều này chưa làm thay đổi kết luận.",
          " By itself it changes nothing.")
    }
    let changes = fact.changes.map { change in
      let value = value(change.value, language)
      let status = SentenceWords.name(change.status, language)
      let person = SentenceWords.name(change.result, language)
      return pick(
        language, "nếu \(value) thì bản án này: \(status), người này: \(person)",
        "if \(value), this judgment: \(status), the person: \(person)")
    }
    return subject + " " + pick(language, "Nếu biết được, kết luận có thể đổi: ", "It may change: ")
      + changes.joined(separator: "; ") + "."
  }

  private static func subject(
    _ fact: MissingFact, in history: ConvictionHistory, _ language: Language
  ) -> String {
    let holder = name(fact.holder, in: language)
    guard let index = fact.conviction else {
      return pick(
        language, "Chưa rõ kết quả giải quyết vụ án đang chờ; hỏi \(holder).",
        "How the pending prosecution ends is unknown; ask \(holder).")
    }
    let conviction = history.convictions[index]
    let day = conviction.judgmentOn.vietnamese
    let what = what(fact.part, of: conviction, language)
    return pick(
      language, "Bản án tuyên ngày \(day): chưa rõ \(what); hỏi \(holder).",
      "Judgment of \(day): \(what) is unknown; ask \(holder).")
  }

  private static func what(
    _ part: MissingFact.Part, of conviction: Conviction, _ language: Language
  ) -> String {
    switch part {
    case .completion(let part):
      let name = SentenceWords.name(part, of: conviction, in: language)
      return pick(language, "\(name) đã xong hay chưa", "whether \(name) is done")
    case .gravity(let row):
      let place = SentenceWords.place(of: conviction.offences[row], in: language)
      return pick(language, "loại tội phạm của \(place)", "the class of \(place)")
    case .fault(let row):
      let place = SentenceWords.place(of: conviction.offences[row], in: language)
      return pick(language, "hình thức lỗi của \(place)", "the fault of \(place)")
    case .pending, .effect:
      return pick(language, "bản án có hiệu lực hay không", "whether it takes effect")
    }
  }

  /// A value of the line format in words.
  private static func value(_ value: String, _ language: Language) -> String {
    if let day = CivilDate(iso: value) {
      return pick(
        language, "đã xong (ví dụ ngày \(day.vietnamese))", "done (on \(day.vietnamese), say)")
    }
    if let gravity = Gravity(rawValue: value) {
      return SentenceWords.name(gravity, in: language)
    }
    if let fault = FaultForm(rawValue: value) { return SentenceWords.name(fault, in: language) }
    return switch value {
    case "no": pick(language, "chưa xong", "not done")
    case "dismissed": pick(language, "không phải là phạm tội", "it was no offence")
    case "annulled": pick(language, "bản án không có hiệu lực", "the judgment has no effect")
    default: value
    }
  }

  package static func name(_ holder: FactHolder, in language: Language) -> String {
    switch holder {
    case .court: pick(language, "Tòa án đã xét xử sơ thẩm", "the court of first instance")
    case .civilEnforcement:
      pick(language, "cơ quan thi hành án dân sự", "the civil enforcement office")
    case .criminalEnforcement:
      pick(
        language, "trại giam hoặc cơ quan thi hành án hình sự",
        "the prison or criminal enforcement agency")
    case .commune:
      pick(language, "Ủy ban nhân dân, Công an cấp xã", "the commune and its police")
    case .prosecution:
      pick(
        language, "cơ quan điều tra, Viện kiểm sát", "the investigating body and the procuracy")
    }
  }
}
