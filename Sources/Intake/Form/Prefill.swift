package import Vocabulary

/// Who the e-identity says has signed in. Typed data about oneself must agree with it.
package struct VerifiedIdentity: Equatable, Sendable, Codable {
  package let nationalID: NationalID
  package let name: PersonName
  package let birthDate: BirthDate

  package init(nationalID: NationalID, name: PersonName, birthDate: BirthDate) {
    self.nationalID = nationalID
    self.name = name
    self.birthDate = birthDate
  }
}

/// What the population register knows of the signed-in person. Empty text where it knows nothing.
package struct RegisterFacts: Equatable, Sendable, Codable {
  package var sex: Sex?
  package var birthPlace: String
  /// ISO 3166-1 alpha-2.
  package var nationality: String
  package var ethnicity: String
  package var permanentResidence: String
  package var temporaryResidence: String
  package var fatherName: String
  package var motherName: String
  package var spouseName: String

  package init(
    sex: Sex? = nil, birthPlace: String = "", nationality: String = "", ethnicity: String = "",
    permanentResidence: String = "", temporaryResidence: String = "", fatherName: String = "",
    motherName: String = "", spouseName: String = ""
  ) {
    self.sex = sex
    self.birthPlace = birthPlace
    self.nationality = nationality
    self.ethnicity = ethnicity
    self.permanentResidence = permanentResidence
    self.temporaryResidence = temporaryResidence
    self.fatherName = fatherName
    self.motherName = motherName
    self.spouseName = spouseName
  }
}

/// What the register answered. Its silence is no reason to stop the form.
package enum RegisterReply: Equatable, Sendable {
  case found(RegisterFacts)
  /// It is down, or does not know the person: what it would have said is to be confirmed.
  case silent
}

/// What can stand in the form before anything is typed, and where each field comes from.
///
/// The residence history is never prefilled: the register does not keep it.
package struct Prefill: Equatable, Sendable, Codable {
  package let fields: [String: String]
  package let sources: [String: FieldOrigin]

  /// - Parameter role: for another, only what is asked of who applies is filled in: of the other
  ///   person nobody was asked.
  package static func from(
    _ identity: VerifiedIdentity, register: RegisterReply, as role: ApplicantRole = .own
  ) -> Prefill {
    role == .own ? ofOneself(identity, register) : ofApplicant(identity, register, role)
  }

  private static func ofApplicant(
    _ identity: VerifiedIdentity, _ register: RegisterReply, _ role: ApplicantRole
  ) -> Prefill {
    var known: [(FormField, String, FieldOrigin)] = [
      (.requestApplicant, role.rawValue, .typed),
      (.applicantName, identity.name.text, .identity),
      (.applicantBirthDate, identity.birthDate.vietnamese, .identity),
      (.applicantPaper, identity.nationalID.digits, .identity),
    ]
    if case .found(let facts) = register {
      known.append((.applicantAddress, facts.permanentResidence, .populationRegister))
    }
    return Prefill(known)
  }

  private static func ofOneself(
    _ identity: VerifiedIdentity, _ register: RegisterReply
  ) -> Prefill {
    var known: [(FormField, String, FieldOrigin)] = [
      (.personName, identity.name.text, .identity),
      (.personBirthDate, identity.birthDate.vietnamese, .identity),
      (.paperKind, PaperKind.nationalID.rawValue, .identity),
      (.paperNumber, identity.nationalID.digits, .identity),
    ]
    switch register {
    case .silent: break
    case .found(let facts):
      known += registerFields.map { ($0, facts.text(of: $0), .populationRegister) }
    }
    return Prefill(known)
  }

  private init(_ known: [(FormField, String, FieldOrigin)]) {
    let filled = known.filter { !$0.1.isEmpty }
    self.fields = Dictionary(uniqueKeysWithValues: filled.map { ($0.0.rawValue, $0.1) })
    self.sources = Dictionary(uniqueKeysWithValues: filled.map { ($0.0.rawValue, $0.2) })
  }

  /// What the population register and the e-identity say, by field: what a person cannot change
  /// without saying that it is wrong. Where who applies for another lives is told to reach them,
  /// and is theirs to say; who applies for another is who signed in.
  package var registered: [FormField: String] {
    var registered: [FormField: String] = [:]
    for (name, source) in sources {
      guard let field = FormField(rawValue: name), field != .applicantAddress else { continue }
      let isDisputable =
        source == .populationRegister
        || source == .identity && FormField.ofIdentity.contains(field)
      if isDisputable { registered[field] = fields[name] }
    }
    return registered
  }

  /// A form that begins with what is known.
  package var form: DeclarationForm {
    var form = DeclarationForm()
    for (name, text) in fields {
      guard let field = FieldName(name) else { continue }
      form[field] = text
    }
    return form
  }

  /// Where what now stands in each filled field comes from. A prefilled field that reads
  /// otherwise was changed; what the register should have said and did not is to be confirmed.
  package func origins(in form: DeclarationForm) -> [String: FieldOrigin] {
    var origins: [String: FieldOrigin] = [:]
    for (name, text) in form.dictionary where !isBlank(text) {
      origins[name] = .typed
    }
    for field in Prefill.registerFields where origins[field.rawValue] != nil {
      origins[field.rawValue] = .toBeConfirmed
    }
    for (name, source) in sources {
      guard let field = FieldName(name), let known = fields[name] else { continue }
      origins[name] = form[field].inNFC.utf8.elementsEqual(known.inNFC.utf8) ? source : .changed
    }
    return origins
  }

  /// What the register is asked for. Where it gave no answer the typed text is unconfirmed.
  private static let registerFields: [FormField] = [
    .personSex, .personBirthPlace, .personNationality, .personEthnicity,
    .personPermanentResidence, .personTemporaryResidence, .fatherName, .motherName, .spouseName,
  ]
}

extension RegisterFacts {
  fileprivate func text(of field: FormField) -> String {
    let texts: [FormField: String] = [
      .personSex: sex?.rawValue ?? "", .personBirthPlace: birthPlace,
      .personNationality: nationality, .personEthnicity: ethnicity,
      .personPermanentResidence: permanentResidence,
      .personTemporaryResidence: temporaryResidence, .fatherName: fatherName,
      .motherName: motherName, .spouseName: spouseName,
    ]
    return texts[field] ?? ""
  }
}
