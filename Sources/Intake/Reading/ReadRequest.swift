import Vocabulary

// What is asked for, and the oath.
extension Reader {
  mutating func request() -> CertificateRequest? {
    let kind = kind()
    let ban = banConfirmation(kind: kind)
    let purpose = purpose(kind: kind)
    let note = purposeNote(purpose: purpose)
    let copies = copies()
    let delivery = delivery()
    let address = deliveryAddress(delivery)
    let feeGroup = feeGroup()
    oath()
    guard let kind, let ban, let purpose, let note, let copies, let delivery, let address,
      let feeGroup
    else { return nil }
    return CertificateRequest(
      kind: kind, banConfirmation: ban, purpose: purpose, purposeNote: note, copies: copies,
      delivery: delivery, deliveryAddress: address, feeGroup: feeGroup)
  }

  private mutating func kind() -> CertificateKind? {
    let kind = choice(.requestKind, of: CertificateKind.self)
    if kind == .number2 { warn(.number2IsForYouAlone, at: .requestKind) }
    return kind
  }

  /// Article 42.3: number 1 states bans only where asked for; Article 43.3: number 2 always does.
  private mutating func banConfirmation(kind: CertificateKind?) -> BanConfirmation? {
    guard kind == .number2 else { return choice(.requestBanConfirmation, of: BanConfirmation.self) }
    guard let typed = text(.requestBanConfirmation) else { return nil }
    if typed == BanConfirmation.notRequested.rawValue {
      warn(.banAlwaysOnNumber2, at: .requestBanConfirmation)
    }
    return .requested
  }

  private mutating func purpose(kind: CertificateKind?) -> String? {
    guard let code = text(.requestPurpose) else { return nil }
    guard !code.isEmpty else {
      note(.notChosen, at: .requestPurpose)
      return nil
    }
    guard let kinds = rules.purposes[code] else {
      note(.purposeUnknown, at: .requestPurpose)
      return nil
    }
    if let kind, !kinds.contains(kind) { note(.purposeNotFor(kind), at: .requestPurpose) }
    if kind == .number1, rules.purposesWithoutBasis.contains(code) {
      warn(.demandWithoutBasis, at: .requestPurpose)
    }
    return code
  }

  /// Words belong to the purposes that want them; beside another they would print a second one.
  private mutating func purposeNote(purpose: String?) -> String? {
    guard let purpose, rules.purposesWantingNote.contains(purpose) else {
      return text(.requestPurposeNote).map { _ in "" }
    }
    return needed(.requestPurposeNote)
  }

  private mutating func copies() -> Int? {
    guard let typed = needed(.requestCopies) else { return nil }
    guard typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      note(.notANumber, at: .requestCopies)
      return nil
    }
    guard let copies = Int(typed), copies >= 1, copies <= rules.maxCopies else {
      note(.copies(limit: rules.maxCopies), at: .requestCopies)
      return nil
    }
    return copies
  }

  private mutating func delivery() -> DeliveryWay? {
    guard let way = choice(.requestDelivery, of: DeliveryWay.self) else { return nil }
    guard rules.deliveries.contains(way) else {
      note(.deliveryNotOffered, at: .requestDelivery)
      return nil
    }
    return way
  }

  private mutating func deliveryAddress(_ way: DeliveryWay?) -> String? {
    guard way == .post else { return text(.requestDeliveryAddress).map { _ in "" } }
    return needed(.requestDeliveryAddress)
  }

  private mutating func feeGroup() -> String? {
    guard let code = text(.requestFeeGroup) else { return nil }
    guard !code.isEmpty else {
      note(.notChosen, at: .requestFeeGroup)
      return nil
    }
    guard rules.feeGroups.contains(code) else {
      note(.feeGroupUnknown, at: .requestFeeGroup)
      return nil
    }
    if rules.feeGroupsWantingPaper.contains(code) { need(.feeGroup) }
    return code
  }

  /// A paper without which the application is not complete.
  mutating func need(_ purpose: PaperPurpose) {
    guard let papers = known.papers, !papers.contains(purpose) else { return }
    note(.paperMissing(purpose), at: .papers)
  }

  /// Tôi xin cam đoan những lời khai trên là đúng sự thật.
  private mutating func oath() {
    if isTicked(.oath) == false { note(.oathMissing, at: .oath) }
  }
}
