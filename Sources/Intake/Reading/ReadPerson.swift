import Vocabulary

// Fields 1 to 10 and 14.
extension Reader {
  mutating func person() -> DeclaredPerson? {
    let name = ownName()
    let otherNames = otherNames()
    let sex = choice(.personSex, of: Sex.self)
    let birth = ownBirthDate()
    let birthPlace = needed(.personBirthPlace)
    let nationality = nationality()
    let ethnicity = ethnicity(nationality: nationality)
    let abode = abode()
    let (permanent, temporary) = addresses(abode)
    let abroad = abode == .abroad ? lifeAbroad(nationality: nationality) : nil
    let paper = paper(birth: birth, sex: sex)
    let (phone, email) = contact()
    guard let name, let otherNames, let sex, let birth, let birthPlace, let nationality,
      let ethnicity, let permanent, let temporary, let paper, let phone, let email
    else { return nil }
    return DeclaredPerson(
      name: name, otherNames: otherNames, sex: sex, birthDate: birth, birthPlace: birthPlace,
      nationality: nationality, ethnicity: ethnicity, permanentResidence: permanent,
      temporaryResidence: temporary, paper: paper, phone: phone, email: email, abroad: abroad)
  }

  private mutating func ownName() -> PersonName? {
    guard !isBlank(form[.personName]) else {
      note(.missing, at: .personName)
      return nil
    }
    guard let name = name(.personName) else { return nil }
    if let identity = known.identity, isForOneself, !identity.name.isSame(as: name),
      known.registered[.personName] == nil
    {
      note(.differsFromIdentity, at: .personName)
    }
    return name
  }

  /// Parted by semicolons or commas, which no name has.
  private mutating func otherNames() -> [PersonName]? {
    guard let text = text(.personOtherNames) else { return nil }
    let typed = text.split { $0 == ";" || $0 == "," }.map(String.init).filter { !isBlank($0) }
    guard typed.count <= Reader.otherNamesLimit else {
      note(
        .tooManyOtherNames(typed.count, limit: Reader.otherNamesLimit), at: .personOtherNames)
      return nil
    }
    var names: [PersonName] = []
    for one in typed {
      do {
        names.append(try PersonName(one))
      } catch {
        note(.name(error), at: .personOtherNames)
        return nil
      }
    }
    return names
  }

  private static let otherNamesLimit = 5

  private mutating func ownBirthDate() -> BirthDate? {
    guard !isBlank(form[.personBirthDate]) else {
      note(.missing, at: .personBirthDate)
      return nil
    }
    guard let birth = birthDate(.personBirthDate) else { return nil }
    if let identity = known.identity, isForOneself, !agrees(birth, with: identity.birthDate),
      known.registered[.personBirthDate] == nil
    {
      note(.differsFromIdentity, at: .personBirthDate)
    }
    if isForOneself { checkAge(birth, at: .personBirthDate) }
    return birth
  }

  /// An e-identity that knows the year alone is content with any day of it.
  func agrees(_ typed: BirthDate, with verified: BirthDate) -> Bool {
    typed.earliest >= verified.earliest && typed.latest <= verified.latest
  }

  /// The birth date once more for the questions after it, without noting its lacks twice.
  func quietBirthDate() -> BirthDate? {
    var copy = self
    return copy.birthDate(.personBirthDate)
  }

  private mutating func nationality() -> String? {
    guard let code = needed(.personNationality)?.uppercased() else { return nil }
    guard CountryCode.all.contains(code) else {
      note(.unknownCountry, at: .personNationality)
      return nil
    }
    return code
  }

  /// The register knows an ethnic group of citizens only.
  private mutating func ethnicity(nationality: String?) -> String? {
    nationality == "VN" ? needed(.personEthnicity) : text(.personEthnicity)
  }

  private mutating func abode() -> Abode? {
    isBlank(form[.personAbode]) ? .vietnam : choice(.personAbode, of: Abode.self)
  }

  /// Article 45.2: from abroad, the last residence before leaving; of foreigners Article 7.1 asks
  /// that there was one.
  private mutating func lifeAbroad(nationality: String?) -> LifeAbroad? {
    let address = needed(.personAddressAbroad)
    let last = text(.personLastResidence)
    if last == "" {
      if nationality == "VN" {
        if isBlank(form[.personPermanentResidence]) {
          warn(.lastResidenceUnknown, at: .personLastResidence)
        }
      } else if nationality != nil {
        note(.neverLivedHere, at: .personLastResidence)
      }
    }
    guard let address, let last else { return nil }
    return LifeAbroad(address: address, lastResidence: last)
  }

  /// Article 45.1: the permanent residence, or where there is none the temporary one. Who lives
  /// abroad may have neither.
  private mutating func addresses(_ abode: Abode?) -> (permanent: String?, temporary: String?) {
    let permanent = text(.personPermanentResidence)
    let temporary = text(.personTemporaryResidence)
    if permanent == "", temporary == "", abode == .vietnam {
      note(.noResidence, at: .personPermanentResidence)
    }
    return (permanent, temporary)
  }

  /// Field 14: one of the two is enough to reach the person.
  private mutating func contact() -> (phone: String?, email: String?) {
    var phone = text(.personPhone)
    if let typed = phone, !typed.isEmpty {
      phone = Contact.phone(typed)
      if phone == nil { note(.phone, at: .personPhone) }
    }
    var email = text(.personEmail)
    if let typed = email, !typed.isEmpty {
      email = Contact.email(typed)
      if email == nil { note(.email, at: .personEmail) }
    }
    if phone == "", email == "" { note(.noContact, at: .personPhone) }
    return (phone, email)
  }

  /// Whether the declaration is about the signed-in person, as far as it can be read.
  var isForOneself: Bool {
    let role = form[.requestApplicant]
    return isBlank(role) || role == ApplicantRole.own.rawValue
  }
}
