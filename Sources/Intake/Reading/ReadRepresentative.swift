package import Law
package import Vocabulary

// Form 04: who applies for another (Articles 45.3 and 46.2).
extension Reader {
  /// For whom the declaration is; nil where what stands there is none of the answers.
  mutating func role() -> ApplicantRole? {
    isBlank(form[.requestApplicant])
      ? .own : choice(.requestApplicant, of: ApplicantRole.self)
  }

  /// Who applies in another's place. Nil where the person applies alone, and where something
  /// lacks; then the lack is noted.
  mutating func representative(as role: ApplicantRole?, of birth: BirthDate?) -> Representative? {
    guard let role, role != .own else { return nil }
    let kind = CertificateKind(rawValue: form[.requestKind]) ?? .number1
    switch NumberTwoIsPersonal.standing(of: role, asking: kind) {
    case .allowed: return nil
    case .onlyThePerson:
      // Its fields are not asked for: no paper would help.
      note(.number2OnlyForOneself, at: .requestApplicant)
      return nil
    case .allowedWith(let proof):
      checkMinor(role, birth)
      return representative(as: role, showing: proof)
    }
  }

  private mutating func representative(
    as role: ApplicantRole, showing kind: NumberTwoIsPersonal.Proof
  ) -> Representative? {
    let name = applicantName()
    let birth = applicantBirthDate()
    let number = applicantPaper()
    let address = needed(.applicantAddress)
    let relation = needed(.applicantRelation)
    let proof = proof(kind)
    guard let name, let birth, let number, let address, let relation, let proof else { return nil }
    return Representative(
      role: role, name: name, birthDate: birth, paperNumber: number, address: address,
      relation: relation, proof: proof)
  }

  /// A parent or guardian acts for a minor; of age, the family tie or an authority counts.
  private mutating func checkMinor(_ role: ApplicantRole, _ birth: BirthDate?) {
    switch role {
    case .own, .closeFamily, .authorised: return
    case .parentOfMinor, .guardianOfMinor:
      guard let birth, !Minority.isMinor(birth, on: today) else { return }
      note(.notAMinor(age: Minority.age), at: .requestApplicant)
    }
  }

  /// Who has signed in is known; at a counter it is typed.
  private mutating func applicantName() -> PersonName? {
    guard !isBlank(form[.applicantName]) else {
      if known.identity == nil { note(.missing, at: .applicantName) }
      return known.identity?.name
    }
    guard let name = name(.applicantName) else { return nil }
    if let identity = known.identity, !identity.name.isSame(as: name) {
      note(.differsFromIdentity, at: .applicantName)
    }
    return name
  }

  private mutating func applicantBirthDate() -> BirthDate? {
    var birth = known.identity?.birthDate
    if !isBlank(form[.applicantBirthDate]) {
      guard let typed = birthDate(.applicantBirthDate) else { return nil }
      if let verified = birth, !agrees(typed, with: verified) {
        note(.differsFromIdentity, at: .applicantBirthDate)
      }
      birth = birth ?? typed
    }
    guard let birth else {
      note(.missing, at: .applicantBirthDate)
      return nil
    }
    checkAge(birth, at: .applicantBirthDate)
    return birth
  }

  private mutating func applicantPaper() -> String? {
    guard let typed = text(.applicantPaper) else { return nil }
    guard let own = known.identity?.nationalID.digits else { return needed(.applicantPaper) }
    if !typed.isEmpty, typed.filter({ $0 != " " }) != own {
      note(.differsFromIdentity, at: .applicantPaper)
    }
    return own
  }

  private mutating func proof(_ kind: NumberTwoIsPersonal.Proof) -> ProofPaper? {
    let number = text(.proofNumber)
    let issuedOn = neededDay(.proofIssuedOn)
    let issuedBy = needed(.proofIssuedBy)
    need(kind.purpose)
    guard let number, let issuedOn, let issuedBy else { return nil }
    return ProofPaper(kind: kind, number: number, issuedOn: issuedOn, issuedBy: issuedBy)
  }

  private mutating func neededDay(_ field: FormField) -> CivilDate? {
    guard !isBlank(form[field]) else {
      note(.missing, at: field)
      return nil
    }
    return pastDay(FieldName(field))
  }

  /// From the age of the rules on one applies, be it for oneself or for another.
  mutating func checkAge(_ birth: BirthDate, at field: FormField) {
    guard let age = rules.minimumAge,
      case .tooYoung = ApplicantAge.standing(of: birth, on: today, minimumAge: age)
    else { return }
    note(.tooYoung(minimumAge: age), at: field)
  }
}

extension NumberTwoIsPersonal.Proof {
  /// As what the paper is attached.
  package var purpose: PaperPurpose {
    switch self {
    case .familyTie, .guardianship: .familyLink
    case .writtenAuthority: .authorisation
    }
  }
}
