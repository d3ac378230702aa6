import Desk
import Intake
import Vocabulary
import Words

extension AcceptanceChecks {
  /// `verdict-person.sex` is `person` or `register`; `link` is `seen`. Anything else says nothing.
  init(_ form: TypedForm) {
    var verdicts: [FormField: FieldVerdict] = [:]
    for pair in form.pairs where pair.name.hasPrefix(AcceptanceChecks.prefix) {
      let name = String(pair.name.dropFirst(AcceptanceChecks.prefix.count))
      guard let field = FormField(rawValue: name) else { continue }
      verdicts[field] = FieldVerdict(rawValue: pair.text)
    }
    self.init(verdicts: verdicts, link: form["link"] == "seen" ? .seen : .notSaid)
  }

  fileprivate static let prefix = "verdict-"
}

extension Visit {
  /// What an officer says with the acceptance, with what was ticked.
  func checks(of view: OfficeCaseView) -> Parts {
    let ticked = AcceptanceChecks(form)
    let open = view.disputes.filter { $0.verdict == nil }
    let decided = view.disputes.filter { $0.verdict != nil }
    let isOfOffice = view.correction.isOfOffice
    return Parts([
      "hasToDecide": !open.isEmpty,
      "toDecide": open.map {
        choice(of: $0, ticked: ticked.verdicts[$0.dispute.field], by: view.correction)
      },
      "fieldsTitle": words[isOfOffice ? "dispute.officerFields" : "dispute.fields"],
      "decideText": words[isOfOffice ? "dispute.officerDecideText" : "dispute.decideText"],
      "hasDecided": !decided.isEmpty,
      "decided": decided.map { row(of: $0, in: view.correction) },
      "mustSeeLink": view.link == .open, "linkIsTicked": ticked.link == .seen,
      "link": view.link.map { link in
        Parts([
          "standing": link.rawValue, "tone": link == .open ? "attention" : "good",
          "text": words["link", link.rawValue],
        ])
      },
    ])
  }

  private func choice(
    of field: DisputedFieldView, ticked: FieldVerdict?, by correction: CorrectionView
  ) -> Parts {
    let dispute = field.dispute
    return Parts([
      "label": FieldLabels.label(dispute.field, in: language),
      "choices": FieldVerdict.allCases.map { verdict in
        let text =
          switch verdict {
          case .person: dispute.stated
          case .register: dispute.registered
          }
        return ChoicePart(
          id: "verdict-\(FieldPart.id(of: dispute.field.rawValue))-\(verdict.rawValue)",
          name: AcceptanceChecks.prefix + dispute.field.rawValue, value: verdict.rawValue,
          text: "\(said(verdict, of: dispute, in: correction)): \(shown(text, at: dispute.field))",
          isChosen: ticked == verdict)
      },
    ])
  }

  /// Who the officer said is right about a field; nil for whatever else a form says.
  func decided(_ name: String, _ value: String, in view: OfficeCaseView) -> SummaryRow? {
    let field = view.disputes.first { AcceptanceChecks.prefix + $0.dispute.field.rawValue == name }
    guard let dispute = field?.dispute, let verdict = FieldVerdict(rawValue: value) else {
      return nil
    }
    return SummaryRow(
      label: FieldLabels.label(dispute.field, in: language),
      value: said(verdict, of: dispute, in: view.correction))
  }

  /// What was decided of a field, with both values.
  func row(of field: DisputedFieldView, in correction: CorrectionView) -> SummaryRow {
    let dispute = field.dispute
    let verdict = field.verdict.map { said($0, of: dispute, in: correction) }
    return SummaryRow(
      label: FieldLabels.label(dispute.field, in: language),
      value: verdict ?? words["dispute.undecided"],
      note: FieldVerdict.allCases.map { one in
        let text =
          switch one {
          case .person: dispute.stated
          case .register: dispute.registered
          }
        return "\(said(one, of: dispute, in: correction)): \(shown(text, at: dispute.field))"
      }.joined(separator: " · "))
  }

  /// Whose word it is: the person's or that of the officer who opened the correction; or that of
  /// the register, the e-identity or the certificate.
  private func said(
    _ verdict: FieldVerdict, of dispute: FieldDispute, in correction: CorrectionView
  ) -> String {
    switch (verdict, dispute.source) {
    case (.person, _) where correction.isOfOffice: words["fieldVerdict.officer"]
    case (.person, _), (.register, nil): words["fieldVerdict", verdict.rawValue]
    case (.register, .identity): words["fieldVerdict.identity"]
    case (.register, .certificate): words["fieldVerdict.certificate"]
    }
  }

  /// What stands beside a field of which somebody says that it is wrong: who has it otherwise.
  func said(beside dispute: FieldDispute) -> String {
    switch dispute.source {
    case nil: words["dispute.registered"]
    case .identity: words["dispute.identity"]
    case .certificate: words["correction.printed"]
    }
  }

  /// A value of a field as a person reads it; nothing is said to be nothing.
  func shown(_ text: String, at field: FormField) -> String {
    if text.isEmpty { return words["dispute.nothing"] }
    if field == .personSex, let sex = Sex(rawValue: text) {
      return ChoiceWords.words(sex, in: language)
    }
    return field == .personNationality ? CountryWords.name(text, in: language) : text
  }
}
