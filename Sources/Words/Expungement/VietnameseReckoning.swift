import Law
import Vocabulary

/// How a term was reckoned, in Vietnamese.
struct VietnameseReckoning {
  private let reckoning: Reckoning
  private let explained: ExplainedCase
  private var text = ""

  static func write(_ reckoning: Reckoning, of explained: ExplainedCase, to text: inout String) {
    var words = VietnameseReckoning(reckoning, explained)
    words.route()
    words.principal()
    words.otherParts()
    words.termAndNewOffences()
    words.transition()
    words.conclusion()
    text += words.text
  }

  private init(_ reckoning: Reckoning, _ explained: ExplainedCase) {
    self.reckoning = reckoning
    self.explained = explained
    text.reserveCapacity(600)
  }

  private var conviction: Conviction { explained.conviction }

  private mutating func route() {
    switch reckoning.route {
    case .juvenile:
      text += "Mọi tội của bản án đều thực hiện khi người bị kết án chưa đủ 18 tuổi (sinh ngày "
      text +=
        "\(explained.history.bornOn.vietnamese)) và không thuộc trường hợp không bị coi là có "
      text += "án tích. "
    case .court:
      guard let offence = conviction.offences.first(where: CourtTerm.isForCourt) else { return }
      text += "Tội theo \(SentenceWords.place(of: offence, in: .vietnamese)) thuộc chương mà việc "
      text += "xóa án tích do Tòa án quyết định. "
    case .law: break
    }
  }

  private mutating func principal() {
    let principal = conviction.principal
    text += "Hình phạt chính là "
    text += SentenceWords.name(principal, in: .vietnamese)
    text += ", "
    switch principal.completed {
    case .on(let day): done(principal.kind, on: day)
    case .no: text += "chưa chấp hành xong"
    case .unknown: text += "chưa rõ đã chấp hành xong hay chưa"
    case nil: text += "không có phần phải chấp hành"
    }
    if let day = principal.limitationExpiredOn {
      text += "; thời hiệu thi hành bản án \(day > explained.day ? "sẽ hết" : "đã hết") ngày "
      text += day.vietnamese
    }
    text += ". "
  }

  private mutating func done(_ kind: PrincipalPenalty.Kind, on day: CivilDate) {
    if day > explained.day { text += "sẽ " }
    switch kind {
    case .suspendedImprisonment: text += "hết thời gian thử thách ngày "
    case .fine: text += "nộp xong ngày "
    case .warning, .nonCustodialReform, .imprisonment, .lifeImprisonment, .deathCommuted,
      .expulsion, .exempt, .juvenileMeasure:
      text += "chấp hành xong ngày "
    }
    text += day.vietnamese
  }

  /// A minor's other parts are not asked for, so they are not named.
  private mutating func otherParts() {
    guard reckoning.route != .juvenile else { return }
    let count = conviction.supplementary.count + conviction.obligations.count
    guard count > 0 else {
      text += "Không ghi nhận hình phạt bổ sung hoặc nghĩa vụ khác. "
      return
    }
    text += "Các phần khác của bản án: "
    var isFirst = true
    for penalty in conviction.supplementary {
      let name = SentenceWords.name(penalty.kind, in: .vietnamese)
      part(name, penalty.completed, "chấp hành xong", &isFirst)
    }
    for obligation in conviction.obligations {
      let name = SentenceWords.name(obligation.kind, in: .vietnamese)
      part(name, obligation.completed, "thi hành xong", &isFirst)
    }
    text += ". "
  }

  private mutating func part(
    _ name: String, _ completed: Completion, _ verb: String, _ isFirst: inout Bool
  ) {
    if !isFirst { text += "; " }
    isFirst = false
    text += name
    switch completed {
    case .on(let day):
      text += day > explained.day ? " sẽ " : " đã "
      text += verb
      text += " ngày "
      text += day.vietnamese
    case .no:
      text += " chưa "
      text += verb
    case .unknown:
      text += " chưa rõ đã "
      text += verb
      text += " hay chưa"
    }
  }

  /// In the order of time: the own term comes first, unless a new sentence moved its start.
  private mutating func termAndNewOffences() {
    if case .newSentence = reckoning.start?.ground {
      newOffences()
      term()
      return
    }
    term()
    newOffences()
    switch reckoning.outcome {
    case .newSentenceNotDone, .newSentenceUnknown: return
    case .dated, .notDone, .startUnknown, .partUnknown, .pendingAct, .unsettledAct: break
    }
    if !reckoning.restarts.isEmpty {
      text += "Bản án mới kết thúc không muộn hơn ngày trên nên thời hạn không đổi. "
    }
  }

  private mutating func newOffences() {
    for restart in reckoning.restarts {
      let other = explained.history.convictions[restart.conviction]
      text +=
        "Ngày \(restart.actOn.vietnamese), khi chưa được xóa án tích, người này phạm tội mới và "
      text += "bị kết án theo bản án tuyên ngày \(other.judgmentOn.vietnamese) (có hiệu lực ngày "
      text += "\(other.effectiveOn.vietnamese)), nên thời hạn được tính lại theo bản án mới. "
    }
  }

  private mutating func term() {
    guard let start = reckoning.start, let end = reckoning.termEnd else { return }
    text += "Thời hạn "
    text += reckoning.route == .court ? "để đề nghị Tòa án xóa án tích" : "xóa án tích"
    text += " là \(padded(reckoning.years, to: 2)) năm, tính từ ngày "
    text += start.on.vietnamese
    switch start.ground {
    case .completed:
      text +=
        conviction.principal.kind == .suspendedImprisonment
        ? " (hết thời gian thử thách)" : " (chấp hành xong hình phạt chính)"
    case .limitationExpired: text += " (hết thời hiệu thi hành bản án)"
    case .newSentence(let index):
      let other = explained.history.convictions[index]
      text +=
        other.principal.completed == nil
        ? " (bản án mới có hiệu lực)"
        : " (kết thúc hình phạt chính, thử thách hoặc thời hiệu của bản án mới)"
    }
    text += ", hết ngày \(end.vietnamese). "
    if let part = reckoning.decisive, let reached = reckoning.reached {
      text += "Phần xong sau cùng là "
      text += SentenceWords.name(part, of: conviction, in: .vietnamese)
      text += ", nên điều kiện chỉ đủ từ ngày \(reached.vietnamese). "
    }
  }

  private mutating func transition() {
    switch reckoning.transition {
    case nil: break
    case .later:
      text += "Bản án có hiệu lực trước ngày 01/01/2018; áp dụng BLHS 2015 vì có lợi hơn. "
    case .floor:
      text += "Bản án có hiệu lực trước ngày 01/01/2018; quy định có lợi hơn của BLHS 2015 được áp "
      text += "dụng từ ngày 01/01/2018. "
    case .code1999(let whole, let years):
      text +=
        "Theo BLHS 1999, thời hạn \(padded(years, to: 2)) năm tính từ ngày chấp hành xong toàn "
      text += reckoning.restarts.isEmpty ? "bộ bản án " : "bộ bản án, kể cả bản án mới, "
      text += "(\(whole.vietnamese)) đã hết ngày \(whole.adding(years: years).vietnamese), sớm hơn "
      text += "ngày áp dụng BLHS 2015. "
    }
  }

  private mutating func conclusion() {
    switch reckoning.outcome {
    case .dated: dated()
    case .notDone:
      text +=
        "Kết luận: chưa được xóa án tích vì \(names(of: .no)) chưa xong; chưa xác định được ngày "
      text += reckoning.route == .court ? "có thể đề nghị Tòa án." : "được xóa án tích."
    case .startUnknown:
      text += "Kết luận: cần xác minh việc chấp hành \(name(.principal)), vì chưa có ngày để tính "
      text += "thời hạn."
    case .partUnknown: partUnknown()
    case .newSentenceNotDone(let index):
      text += "Kết luận: chưa được xóa án tích vì hình phạt chính của bản án mới tuyên ngày "
      text += "\(explained.history.convictions[index].judgmentOn.vietnamese) chưa chấp hành xong."
    case .newSentenceUnknown(let index):
      text += "Kết luận: cần xác minh việc chấp hành hình phạt chính của bản án mới tuyên ngày "
      text += "\(explained.history.convictions[index].judgmentOn.vietnamese), vì chưa có ngày để "
      text += "tính lại thời hạn."
    case .pendingAct(let index):
      unsettled(on: explained.history.pendingActs[index], "đang bị truy cứu, chưa có kết quả")
    case .unsettledAct(let index, let day):
      let other = explained.history.convictions[index]
      unsettled(
        on: day, "bị kết án ngày \(other.judgmentOn.vietnamese) nhưng bản án chưa có hiệu lực")
    }
  }

  private mutating func dated() {
    guard let day = reckoning.day?.vietnamese else { return }
    let today = explained.day.vietnamese
    switch explained.conclusion.status {
    case .expunged:
      text += "Kết luận: đương nhiên được xóa án tích; từ ngày \(day) coi như chưa bị kết án."
    case .awaitingCourtDecision:
      text += "Kết luận: chưa được xóa án tích, phải có quyết định của Tòa án; "
      text +=
        reckoning.day.map { $0 <= explained.day } ?? false
        ? "đã có thể đề nghị Tòa án từ ngày \(day)." : "có thể đề nghị Tòa án từ ngày \(day)."
    case .active, .neverCounted, .needsVerification, .annulled, .notEffective:
      text +=
        "Kết luận: đến ngày \(today) chưa được xóa án tích; nếu không phạm tội mới thì từ ngày "
      text += "\(day) coi như chưa bị kết án."
    }
  }

  private mutating func partUnknown() {
    guard let reached = reckoning.reached?.vietnamese else { return }
    let names = names(of: .unknown)
    if explained.conclusion.status == .needsVerification {
      text += "Kết luận: theo các phần đã biết thì "
      text += reckoning.route == .court ? "có thể đề nghị Tòa án" : "được xóa án tích"
      text += " từ ngày \(reached), nhưng cần xác minh \(names) đã xong hay chưa."
    } else {
      text +=
        "Kết luận: đến ngày \(explained.day.vietnamese) chưa được xóa án tích, vì sớm nhất là "
      text += "ngày \(reached); chưa xác định được ngày chính xác khi chưa rõ \(names) đã xong hay "
      text += "chưa."
    }
  }

  private mutating func unsettled(on act: CivilDate, _ standing: String) {
    text += "Kết luận: nếu không phạm tội mới thì được xóa án tích"
    if let day = reckoning.day { text += " từ ngày \(day.vietnamese)" }
    text +=
      ", nhưng người này có hành vi ngày \(act.vietnamese) trong thời hạn đó \(standing). Cần "
    text += "xác minh."
  }

  /// Every part of which that is known.
  private func names(of completed: Completion) -> String {
    var names: [String] = []
    if conviction.principal.completed == completed, conviction.principal.limitationExpiredOn == nil
    {
      names.append(name(.principal))
    }
    names += conviction.supplementary.filter { $0.completed == completed }
      .map { SentenceWords.name($0.kind, in: .vietnamese) }
    names += conviction.obligations.filter { $0.completed == completed }
      .map { SentenceWords.name($0.kind, in: .vietnamese) }
    return names.joined(separator: ", ")
  }

  private func name(_ part: SentencePart) -> String {
    let name = SentenceWords.name(part, of: conviction, in: .vietnamese)
    return part == .principal ? "hình phạt chính (\(name))" : name
  }
}
