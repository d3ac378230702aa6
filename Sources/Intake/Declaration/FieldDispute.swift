package import Vocabulary

/// "This is wrong": a field that a register filled in and of which the person says something else.
/// The declaration carries both values; a paper shows which is right, and an officer decides what
/// the certificate prints.
package struct FieldDispute: Equatable, Sendable, Codable {
  package let field: FormField
  /// What the register says, as it was prefilled.
  package let registered: String
  /// What the person says; empty where they say that there is nothing.
  package let stated: String

  package init(field: FormField, registered: String, stated: String) {
    self.field = field
    self.registered = registered
    self.stated = stated
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
  /// Where the form says something else than the register. Each is a dispute, and disputes need a
  /// paper: nothing that a register filled in is changed silently.
  mutating func disputes() -> [FieldDispute] {
    let disputed = FormField.allCases.compactMap { field -> FieldDispute? in
      guard let registered = known.registered[field] else { return nil }
      let stated = folded(form[field])
      guard stated != folded(registered) else { return nil }
      return FieldDispute(field: field, registered: folded(registered), stated: stated)
    }
    if !disputed.isEmpty { need(.correction) }
    return disputed
  }

  /// Unsafe text is a lack at its own field already.
  private func folded(_ text: String) -> String {
    text.inNFC.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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

  private mutating func take(_ text: String, at field: FormField) {
    switch field {
    case .personSex: person.sex = Sex(rawValue: text) ?? person.sex
    case .personBirthPlace: person.birthPlace = text
    case .personNationality: person.nationality = text
    case .personEthnicity: person.ethnicity = text
    case .personPermanentResidence: person.permanentResidence = text
    case .personTemporaryResidence: person.temporaryResidence = text
    case .fatherName: family.father.take(text)
    case .motherName: family.mother.take(text)
    case .spouseName: family.spouse.take(text)
    case .personName, .personOtherNames, .personBirthDate, .personAbode, .personAddressAbroad,
      .personLastResidence, .paperKind, .paperNumber, .paperIssuedOn, .paperIssuedBy,
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
      // The register fills none of these in.
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
