package import Vocabulary

/// "This is wrong": a field that a register or the e-identity filled in, or that an issued
/// certificate prints, and of which the person says something else. The declaration carries both
/// values; a paper shows which is right, and an officer decides what the certificate prints.
package struct FieldDispute: Equatable, Sendable, Codable {
  package let field: FormField
  /// What the register says, as it was prefilled; or what the certificate prints.
  package let registered: String
  /// What the person says; empty where they say that there is nothing.
  package let stated: String
  /// Where `registered` comes from; nil for the population register, as in every dispute that is
  /// older than this field.
  package let source: Source?

  package enum Source: String, Equatable, Sendable, Codable {
    /// The electronic identity with which the person signed in.
    case identity
    /// An issued certificate, of which a correction is asked.
    case certificate
  }

  package init(field: FormField, registered: String, stated: String, source: Source? = nil) {
    self.field = field
    self.registered = registered
    self.stated = stated
    self.source = source
  }
}

/// Who is right about a field.
package enum FieldVerdict: String, Equatable, Sendable, Codable, CaseIterable {
  case person
  case register
}

/// How it is shown that who applies may apply for the person.
package enum LinkProof: Equatable, Sendable {
  /// It is only claimed.
  case open
  /// The population register knows the tie.
  case register
  /// An officer has seen the paper.
  case officer(OfficerID)
}

/// What the population register says of a tie. It never says why not.
package enum RegisterLink: String, Equatable, Sendable, Codable, CaseIterable {
  case matches
  case toBeConfirmed
}

extension Reader {
  /// Where the form says something else than the register or the e-identity. Each is a dispute, and
  /// disputes need a paper: nothing that was filled in is changed silently.
  mutating func disputes() -> [FieldDispute] {
    let disputed = FormField.allCases.compactMap { field -> FieldDispute? in
      guard let registered = known.registered[field] else { return nil }
      let stated = folded(form[field])
      guard stated != folded(registered), !isSame(stated, as: registered, at: field) else {
        return nil
      }
      return FieldDispute(
        field: field, registered: folded(registered), stated: stated,
        source: FormField.ofIdentity.contains(field) ? .identity : nil)
    }
    if !disputed.isEmpty { need(.correction) }
    return disputed
  }

  /// Whether a field of the e-identity was only written otherwise: a name in capitals, a day with
  /// fewer zeros, the number of another paper. What cannot be read is a lack already.
  private func isSame(_ stated: String, as registered: String, at field: FormField) -> Bool {
    guard let identity = known.identity, FormField.ofIdentity.contains(field) else { return false }
    if field == .personName {
      return PersonName.reading(stated).map { identity.name.isSame(as: $0) } ?? true
    }
    if field == .personBirthDate {
      return TypedDate(stated)?.birth.map { agrees($0, with: identity.birthDate) } ?? true
    }
    return form[.paperKind] != PaperKind.nationalID.rawValue
      || stated.filter { $0 != " " } == identity.nationalID.digits
  }

  /// Unsafe text is a lack at its own field already.
  private func folded(_ text: String) -> String {
    text.inNFC.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension FormField {
  /// What the e-identity states of the person who signed in.
  static let ofIdentity: Set<FormField> = [.personName, .personBirthDate, .paperNumber]
}

extension PersonName {
  /// Nil where the text is no name.
  static func reading(_ text: String) -> PersonName? {
    do {
      return try PersonName(text)
    } catch {
      return nil
    }
  }
}

extension Declaration {
  /// With the register's value where an officer decided that the register is right. A value that
  /// no longer reads as one of its kind stays as the person stated it.
  package func taking(_ verdicts: [FormField: FieldVerdict]) -> Declaration {
    var taken = self
    for dispute in disputes ?? [] where verdicts[dispute.field] == .register {
      taken.take(dispute.registered, at: dispute.field)
    }
    return taken
  }

  mutating func take(_ text: String, at field: FormField) {
    switch field {
    case .personName: person.name = PersonName.reading(text) ?? person.name
    case .personBirthDate: person.birthDate = TypedDate(text)?.birth ?? person.birthDate
    case .paperNumber: person.paper.number = text
    case .personSex: person.sex = Sex(rawValue: text) ?? person.sex
    case .personBirthPlace: person.birthPlace = text
    case .personNationality: person.nationality = text
    case .personEthnicity: person.ethnicity = text
    case .personPermanentResidence: person.permanentResidence = text
    case .personTemporaryResidence: person.temporaryResidence = text
    case .fatherName: family.father.take(text)
    case .motherName: family.mother.take(text)
    case .spouseName: family.spouse.take(text)
    case .personOtherNames, .personAbode, .personAddressAbroad,
      .personLastResidence, .paperKind, .paperIssuedOn, .paperIssuedBy,
      .fatherBirthDate, .fatherPaper, .fatherUnknown, .motherBirthDate, .motherPaper,
      .motherUnknown, .spouseBirthDate, .spousePaper, .personPhone, .personEmail, .residences,
      .residenceFrom, .residenceUntil, .residencePlace, .residenceKind, .residenceOccupation,
      .residenceWorkplace, .convictions, .convictionJudgmentNumber, .convictionJudgmentOn,
      .convictionCourt, .convictionOffence, .convictionPenalty, .convictionExecution,
      .banDeclared, .requestApplicant, .applicantName, .applicantBirthDate, .applicantPaper,
      .applicantAddress,
      .applicantRelation, .proofNumber, .proofIssuedOn, .proofIssuedBy, .requestKind,
      .requestBanConfirmation, .requestPurpose, .requestPurposeNote, .requestCopies,
      .requestDelivery, .requestDeliveryAddress, .requestFeeGroup, .oath, .papers:
      // Nobody fills these in, and no certificate prints them.
      return
    }
  }
}

extension Relative? {
  /// Another name is another person: what was typed of that one goes with it.
  fileprivate mutating func take(_ text: String) {
    do {
      self = Relative(name: try PersonName(text), birthDate: nil, paperNumber: "")
    } catch {
      return
    }
  }
}
