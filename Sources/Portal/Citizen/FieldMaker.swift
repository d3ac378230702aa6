import Desk
import Foundation
import Intake
import Vocabulary
import Words

/// Makes the parts of the declaration's page from what is typed, known and lacking.
struct FieldMaker {
  let draft: DraftView
  let lacks: [Lack]
  let visit: Visit
  private let offers: [FormField: [FormChoices.Choice]]

  init(draft: DraftView, lacks: [Lack], choices: FormChoices, visit: Visit) {
    self.draft = draft
    self.lacks = lacks
    self.visit = visit
    self.offers = FieldMaker.offers(choices, in: visit)
  }

  var applicant: ApplicantRole { draft.form.applicant }

  func section(_ section: DraftSections) -> FormSection {
    let words = visit.words
    let rows = section.table.map(rows) ?? []
    return FormSection(
      id: section.key, title: words["section.\(section.key)", "title"],
      hint: words.texts["section.\(section.key).hint"],
      error: section.table.flatMap { sentence(at: FieldName($0.field)) },
      fields: section.fields.map { field(FieldName($0)) }, rows: rows,
      addAction: section.table.map { "add-\($0.rawValue)" },
      addLabel: section.table.map { words["add", $0.rawValue] },
      copyAction: section.table == .residences && draft.hasEarlierResidences
        ? "copyResidences" : nil)
  }

  private func rows(of table: FormTable) -> [FormRow] {
    (0..<draft.form.rows(of: table)).map { row in
      FormRow(
        legend: visit.words["row", table.rawValue] + " \(row + 1)",
        fields: table.columns.map { field(FieldName($0, row: row)) },
        removeAction: "remove-\(table.rawValue)-\(row)")
    }
  }

  private func field(_ name: FieldName) -> FieldPart {
    let look = name.field.look
    let value = draft.form[name]
    let id = FieldPart.id(of: name.name)
    let hint = name.field.hintKey.map { visit.words["hint", $0] }
    let error = sentence(at: name)
    let described = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }]
      .compactMap { $0 }
    if isLocked(name) { return locked(name, id: id, value: value) }
    var part = FieldPart(
      name: name.name, id: id,
      label: FieldLabels.label(name.field, of: applicant, in: visit.language),
      hint: hint, origin: origin(of: name), error: error,
      describedBy: described.isEmpty ? nil : described.joined(separator: " "), value: value,
      width: name.field.width, inputMode: name.field.inputMode,
      autocomplete: applicant == .own ? name.field.autocomplete : nil,
      maxLength: "\(name.field.characterLimit)",
      isText: look == .text, isArea: look == .area, isSelect: look == .select,
      isRadios: look == .radios, isTick: look == .tick, isChosen: value == "yes",
      choices: choices(of: name, value: value, id: id))
    if draft.disputed.contains(name.field), let registered = draft.registered[name.field] {
      part.registered = shown(registered, at: name.field)
      part.restoreAction = "restore-\(name.name)"
    }
    return part
  }

  /// What the register says is typed over only by who has said that it is wrong.
  private func isLocked(_ name: FieldName) -> Bool {
    guard name.row == nil, draft.registered[name.field] != nil else { return false }
    return !draft.disputed.contains(name.field) && visit.query("open") != name.name
  }

  private func locked(_ name: FieldName, id: String, value: String) -> FieldPart {
    FieldPart(
      name: name.name, id: id,
      label: FieldLabels.label(name.field, of: applicant, in: visit.language), hint: nil,
      origin: origin(of: name), error: sentence(at: name), describedBy: nil, value: value,
      width: "", inputMode: nil, autocomplete: nil, maxLength: "", isText: false, isArea: false,
      isSelect: false, isRadios: false, isTick: false, isChosen: false, choices: [],
      locked: shown(value, at: name.field), disputeAction: "dispute-\(name.name)")
  }

  /// A code in words; everything else as it is.
  private func shown(_ value: String, at field: FormField) -> String {
    offers[field]?.first { $0.code == value }?.words ?? value
  }

  func sentence(at name: FieldName) -> String? {
    let said = lacks.filter { $0.at == name }
      .map { LackWords.sentence($0, in: visit.language) }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  /// Said only where the page did not simply take what was typed.
  private func origin(of name: FieldName) -> String? {
    guard let origin = draft.origins[name.name], origin != .typed else { return nil }
    return ChoiceWords.words(origin, in: visit.language)
  }

  private func choices(of name: FieldName, value: String, id: String) -> [ChoicePart] {
    let offered = offers[name.field] ?? []
    let chosen = value.isEmpty ? FieldMaker.usual[name.field] ?? "" : value
    return offered.map { choice in
      ChoicePart(
        id: "\(id)-\(choice.code)", name: name.name, value: choice.code, text: choice.words,
        isChosen: choice.code == chosen)
    }
  }

  /// Nearly everybody lives here and applies for themselves; everything else must be chosen.
  private static let usual: [FormField: String] = [
    .requestApplicant: ApplicantRole.own.rawValue, .personAbode: Abode.vietnam.rawValue,
  ]

  private static func offers(
    _ choices: FormChoices, in visit: Visit
  ) -> [FormField: [FormChoices.Choice]] {
    let language = visit.language
    return [
      .personSex: all(Sex.self) { ChoiceWords.words($0, in: language) },
      .paperKind: all(PaperKind.self) { ChoiceWords.words($0, in: language) },
      .residenceKind: all(ResidenceKind.self) { ChoiceWords.words($0, in: language) },
      .requestKind: all(CertificateKind.self) { visit.words["kind", $0.rawValue] },
      .requestBanConfirmation: all(BanConfirmation.self) { ChoiceWords.words($0, in: language) },
      .personAbode: all(Abode.self) { ChoiceWords.words($0, in: language) },
      .requestApplicant: all(ApplicantRole.self) { ChoiceWords.words($0, in: language) },
      .requestDelivery: choices.deliveryWays.map {
        .init(code: $0.rawValue, words: ChoiceWords.words($0, in: language))
      },
      .requestPurpose: choices.purposes,
      .requestFeeGroup: choices.feeGroups,
      .personNationality: Countries.all(in: language),
    ]
  }

  private static func all<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, _ words: (Option) -> String
  ) -> [FormChoices.Choice] {
    type.allCases.map { .init(code: $0.rawValue, words: words($0)) }
  }
}

/// The countries of ISO 3166-1 by their names, Vietnam first.
enum Countries {
  private static let vietnamese = named(in: .vietnamese)
  private static let english = named(in: .english)

  static func all(in language: Language) -> [FormChoices.Choice] {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private static func named(in language: Language) -> [FormChoices.Choice] {
    let locale = Locale(identifier: language.rawValue)
    let all = CountryCode.all.map { code in
      FormChoices.Choice(code: code, words: CountryWords.name(code, in: language))
    }
    let first = all.filter { $0.code == "VN" }
    let rest = all.filter { $0.code != "VN" }
    return first + rest.sorted { $0.words.compare($1.words, locale: locale) == .orderedAscending }
  }
}

extension DeclarationForm {
  /// Who applies, as it is typed so far.
  var applicant: ApplicantRole { ApplicantRole(rawValue: self[.requestApplicant]) ?? .own }
}
