import Intake
import Vocabulary
import Words

/// A declaration as lists of labels and answers, for the citizen's review and the officer's desk.
struct DeclarationSummary {
  let groups: [SummaryGroup]

  init(_ declaration: Declaration, choices: FormChoices, in visit: Visit) {
    let maker = SummaryMaker(
      choices: choices, visit: visit, role: declaration.representative?.role ?? .own,
      disputes: declaration.disputes ?? [])
    self.groups =
      [maker.request(declaration.request)]
      + (declaration.representative.map { [maker.representative($0)] } ?? [])
      + [maker.person(declaration.person), maker.family(declaration.family)] + [
        maker.residences(declaration.residences)
      ]
      + [maker.convictions(declaration.convictions, ban: declaration.declaredBan)]
  }
}

private struct SummaryMaker {
  let choices: FormChoices
  let visit: Visit
  let role: ApplicantRole
  let disputes: [FieldDispute]
  var language: Language { visit.language }

  func request(_ request: CertificateRequest) -> SummaryGroup {
    let purpose = choices.purposes.first { $0.code == request.purpose }?.words ?? request.purpose
    let payer = choices.feeGroups.first { $0.code == request.feeGroup }?.words ?? request.feeGroup
    return group("request") {
      [
        row(.requestKind, visit.words["kind", request.kind.rawValue]),
        row(.requestBanConfirmation, ChoiceWords.words(request.banConfirmation, in: language)),
        row(.requestPurpose, purpose), row(.requestPurposeNote, request.purposeNote),
        row(.requestCopies, "\(request.copies)"), row(.requestFeeGroup, payer),
        row(.requestDelivery, ChoiceWords.words(request.delivery, in: language)),
        row(.requestDeliveryAddress, request.deliveryAddress),
      ]
    }
  }

  func representative(_ representative: Representative) -> SummaryGroup {
    let proof = representative.proof
    return group("applicant") {
      [
        row(.requestApplicant, ChoiceWords.words(representative.role, in: language)),
        row(.applicantName, representative.name.text),
        row(.applicantBirthDate, representative.birthDate.vietnamese),
        row(.applicantPaper, representative.paperNumber),
        row(.applicantAddress, representative.address),
        row(.applicantRelation, representative.relation),
        SummaryRow(
          label: ChoiceWords.words(proof.kind, in: language),
          value: [proof.number, proof.issuedOn.vietnamese, proof.issuedBy]
            .filter { !$0.isEmpty }.joined(separator: " · ")),
      ]
    }
  }

  func person(_ person: DeclaredPerson) -> SummaryGroup {
    group("person") {
      [
        row(.personName, person.name.text),
        row(.personOtherNames, person.otherNames.map(\.text).joined(separator: "; ")),
        row(.personSex, ChoiceWords.words(person.sex, in: language)),
        row(.personBirthDate, person.birthDate.vietnamese),
        row(.personBirthPlace, person.birthPlace),
        row(.personNationality, CountryWords.name(person.nationality, in: language)),
        row(.personEthnicity, person.ethnicity),
        row(.personPermanentResidence, person.permanentResidence),
        row(.personTemporaryResidence, person.temporaryResidence),
        row(.personAddressAbroad, person.abroad?.address ?? ""),
        row(.personLastResidence, person.abroad?.lastResidence ?? ""),
        row(.paperKind, ChoiceWords.words(person.paper.kind, in: language)),
        row(.paperNumber, person.paper.number),
        row(.paperIssuedOn, person.paper.issuedOn?.vietnamese ?? ""),
        row(.paperIssuedBy, person.paper.issuedBy),
        row(.personPhone, person.phone), row(.personEmail, person.email),
      ]
    }
  }

  func family(_ family: Family) -> SummaryGroup {
    group("family") {
      [
        row(.fatherName, family.father.map(relative) ?? visit.words["summary.unknown"]),
        row(.motherName, family.mother.map(relative) ?? visit.words["summary.unknown"]),
        row(.spouseName, family.spouse.map(relative) ?? ""),
      ]
    }
  }

  func residences(_ residences: [Residence]) -> SummaryGroup {
    SummaryGroup(
      title: visit.words["section.residences.title"],
      rows: residences.map { residence in
        let until = residence.until?.vietnamese ?? visit.words["summary.now"]
        return SummaryRow(
          label: "\(residence.from.vietnamese) – \(until)", value: residence.place,
          note: [
            ChoiceWords.words(residence.kind, in: language), residence.occupation,
            residence.workplace,
          ].filter { !$0.isEmpty }.joined(separator: " · "))
      })
  }

  func convictions(_ convictions: [DeclaredConviction], ban: String) -> SummaryGroup {
    let none = SummaryRow(
      label: FieldLabels.label(.convictions, in: language),
      value: visit.words["summary.noneDeclared"])
    let rows = convictions.map { conviction in
      SummaryRow(
        label: conviction.offence, value: conviction.penalty,
        note: [
          conviction.court, conviction.judgmentNumber,
          conviction.judgmentOn?.vietnamese ?? "", conviction.execution,
        ].filter { !$0.isEmpty }.joined(separator: " · "))
    }
    let bans = row(.banDeclared, ban).map { [$0] } ?? []
    return SummaryGroup(
      title: visit.words["section.convictions.title"], rows: (rows.isEmpty ? [none] : rows) + bans)
  }

  private func relative(_ relative: Relative) -> String {
    [relative.name.text, relative.birthDate?.vietnamese ?? "", relative.paperNumber]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func group(_ key: String, _ rows: () -> [SummaryRow?]) -> SummaryGroup {
    SummaryGroup(title: visit.words["section.\(key)", "title"], rows: rows().compactMap { $0 })
  }

  /// Nil where nothing was typed: an empty line tells nobody anything.
  private func row(_ field: FormField, _ value: String) -> SummaryRow? {
    let label = FieldLabels.label(field, of: role, in: language)
    if let dispute = disputes.first(where: { $0.field == field }) {
      let registered = visit.shown(dispute.registered, at: field)
      return SummaryRow(
        label: label, value: value.isEmpty ? visit.words["dispute.nothing"] : value,
        note: "\(visit.said(beside: dispute)): \(registered)")
    }
    return value.isEmpty ? nil : SummaryRow(label: label, value: value)
  }
}
