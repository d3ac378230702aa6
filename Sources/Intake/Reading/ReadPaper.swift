import Vocabulary

// Field 10.
extension Reader {
  mutating func paper(birth: BirthDate?, sex: Sex?) -> IdentityPaper? {
    let kind = choice(.paperKind, of: PaperKind.self)
    let number = needed(.paperNumber).flatMap { typed in
      kind.flatMap { kind in paperNumber(typed, kind: kind, birth: birth, sex: sex) }
    }
    let issuedOn = issuedOn(birth: birth)
    let issuedBy = needed(.paperIssuedBy)
    guard let kind, let number, let issuedOn, let issuedBy else { return nil }
    return IdentityPaper(kind: kind, number: number, issuedOn: issuedOn, issuedBy: issuedBy)
  }

  mutating func paperNumber(
    _ typed: String, kind: PaperKind, birth: BirthDate?, sex: Sex?
  ) -> String? {
    switch kind {
    case .nationalID: return nationalID(typed, birth: birth, sex: sex)
    case .oldIdentityCard: return oldIdentityCard(typed)
    case .passport: return passport(typed)
    }
  }

  private mutating func nationalID(_ typed: String, birth: BirthDate?, sex: Sex?) -> String? {
    do {
      let number = try NationalID(typed)
      if !isForOneself, known.identity?.nationalID == number {
        note(.subjectIsApplicant, at: .paperNumber)
      }
      if let identity = known.identity, isForOneself, identity.nationalID != number,
        known.registered[.paperNumber] == nil
      {
        note(.differsFromIdentity, at: .paperNumber)
      }
      compareStructure(of: number, birth: birth, sex: sex)
      return number.digits
    } catch {
      note(.nationalID(error), at: .paperNumber)
      return nil
    }
  }

  /// Nine digits; the last generation of these cards already bore twelve.
  private mutating func oldIdentityCard(_ typed: String) -> String? {
    let digits = typed.filter { $0 != " " && $0 != "." }
    let allDigits = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard allDigits, digits.utf8.count == 9 || digits.utf8.count == 12 else {
      note(.oldIdentityCard(digits: allDigits ? digits.utf8.count : 0), at: .paperNumber)
      return nil
    }
    warnOfOtherPaper()
    return digits
  }

  /// ICAO 9303 gives nine places in the machine-readable lines; longer numbers run over them.
  private mutating func passport(_ typed: String) -> String? {
    let number = typed.uppercased().filter { $0 != " " }
    let plain = number.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
    }
    let hasDigit = number.utf8.contains { (0x30...0x39).contains($0) }
    guard plain, hasDigit, (5...12).contains(number.utf8.count) else {
      note(.passport, at: .paperNumber)
      return nil
    }
    warnOfOtherPaper()
    return number
  }

  private mutating func warnOfOtherPaper() {
    guard known.identity != nil, isForOneself else { return }
    warn(.notYourIdentityNumber, at: .paperKind)
  }

  private mutating func issuedOn(birth: BirthDate?) -> CivilDate? {
    let name = FieldName(.paperIssuedOn)
    guard !isBlank(form[name]) else {
      note(.missing, at: name)
      return nil
    }
    guard let day = pastDay(name) else { return nil }
    if let birth, day < birth.earliest { note(.issuedBeforeBirth, at: name) }
    return day
  }

  /// Decree 137/2015, Article 13. A disagreement is a warning: numbers outlive corrections.
  private mutating func compareStructure(of number: NationalID, birth: BirthDate?, sex: Sex?) {
    if let sex, let stated = number.statedSex, stated != sex {
      warn(.numberDisagreesWithSex, at: .paperNumber)
    }
    if let birth, number.statedBirthYear != birth.year {
      warn(.numberDisagreesWithBirthYear, at: .paperNumber)
    }
  }
}
