import Vocabulary

extension ClaimNames {
  /// From verified claims to a person, or the first reason why not.
  func person(
    from fields: [String: JSON], provider: String
  ) throws(SignInRefusal) -> VerifiedPerson {
    if let accountKind {
      guard word(fields[accountKind]) == personAccount else { throw .notAPerson }
    }
    guard let subject = fields["sub"]?.string, !subject.isEmpty, subject.utf8.count <= 255 else {
      throw .claimUnusable(.subject)
    }
    guard let level = word(fields[self.level]).flatMap({ levels[$0] }) else {
      throw .claimUnusable(.level)
    }
    guard level >= .level2 else { throw .levelTooLow(level) }
    return VerifiedPerson(
      subject: subject, nationalID: try number(fields), name: try spokenName(fields),
      birthDate: try birth(fields), level: level, provider: provider)
  }

  private func number(_ fields: [String: JSON]) throws(SignInRefusal) -> NationalID {
    guard let text = word(fields[nationalID]) else { throw .claimUnusable(.nationalID) }
    do throws(NationalID.Malformed) {
      return try NationalID(text)
    } catch {
      throw .claimUnusable(.nationalID)
    }
  }

  private func spokenName(_ fields: [String: JSON]) throws(SignInRefusal) -> PersonName {
    guard let text = word(fields[name]) else { throw .claimUnusable(.name) }
    do throws(PersonName.Malformed) {
      return try PersonName(text)
    } catch {
      throw .claimUnusable(.name)
    }
  }

  private func birth(_ fields: [String: JSON]) throws(SignInRefusal) -> BirthDate {
    guard let text = word(fields[birthDate]), let date = BirthDate(compact: text) else {
      throw .claimUnusable(.birthDate)
    }
    return date
  }

  /// Some providers write a number where others write its digits.
  private func word(_ value: JSON?) -> String? {
    switch value {
    case .string(let text)?: text
    case .integer(let number)?: String(number)
    case .null?, .bool?, .number?, .array?, .object?, nil: nil
    }
  }
}

extension BirthDate {
  /// `yyyyMMdd` as the national systems write it, or any form of `init(iso:)`.
  init?(compact text: String) {
    let isEightDigits = text.utf8.count == 8 && text.utf8.allSatisfy { hexValue($0) ?? 10 < 10 }
    guard isEightDigits else {
      self.init(iso: text)
      return
    }
    let (year, rest) = (text.prefix(4), text.dropFirst(4))
    self.init(iso: "\(year)-\(rest.prefix(2))-\(rest.suffix(2))")
  }
}
