import Desk
import Records
import Vocabulary
import Words

/// Enter a supplier's document: first its kind, then the form of that kind.
struct RecordDocumentPage: Page {
  static let template = "records-document"
  let chrome: Chrome
  let tabs: [FilterPart]
  let kindName: String?
  let kindCode: String
  let groups: [KindGroup]
  let sections: [FormRow]
  let errors: [Link]
  let notice: Notice?
  let candidates: [ChoicePart]

  init(_ kind: DocumentKind?, said: RecordRefused?, in visit: Visit) {
    self.chrome = visit.chrome(visit.words["records.documentTitle"])
    self.tabs = RecordsTab.all(.documents, in: visit)
    self.kindName = kind.map { DocumentKindWords.words($0, in: visit.language) }
    self.kindCode = kind?.rawValue ?? ""
    self.groups = kind == nil ? KindGroup.all(in: visit) : []
    var wrong: DocumentRefusal?
    if case .document(let refusal) = said { wrong = refusal }
    let place = wrong.map { Self.field(of: $0, in: kind) }
    self.sections = (kind?.form ?? []).map { section in
      FormRow(
        legend: DocumentFieldWords.title(section, in: visit.language),
        fields: section.fields.map { field in
          let isWrong = field.path == place
          return Self.part(field, wrong: isWrong ? wrong : nil, in: visit)
        }, removeAction: "")
    }
    self.errors =
      wrong.map { refusal in
        let field = Self.field(of: refusal, in: kind)
        let label = DocumentFieldWords.label(
          DocumentField.pattern(of: field), in: visit.language)
        let why = DocumentFieldWords.sentence(refusal.reason, in: visit.language)
        return [Link(href: "#\(FieldPart.id(of: field))", text: "\(label): \(why)")]
      } ?? []
    var found: [RecordLine]?
    if case .filing(_, let candidates) = said { found = candidates }
    self.notice = found == nil ? nil : said.map { Notice(.attention, title: visit.sentence($0)) }
    self.candidates = Self.candidates(found, in: visit)
  }

  private static func candidates(_ found: [RecordLine]?, in visit: Visit) -> [ChoicePart] {
    guard let found else { return [] }
    let people = found.map { line in
      ChoicePart(
        id: "attachment-\(line.id)", name: "attachment", value: line.id.description,
        text: "\(visit.words["records.attachTo"]) \(line.id): \(line.name), "
          + (line.born?.vietnamese ?? "–"), isChosen: false)
    }
    return people + [
      ChoicePart(
        id: "attachment-new", name: "attachment", value: "new",
        text: visit.words["records.attachNew"], isChosen: false)
    ]
  }

  /// The field of the form that the reader's refusal is about, or the first of its part: a row
  /// that lacks its kind is refused as a whole.
  private static func field(of refusal: DocumentRefusal, in kind: DocumentKind?) -> String {
    let all = (kind?.form ?? []).flatMap(\.fields).map(\.path)
    if all.contains(refusal.field) { return refusal.field }
    let row = refusal.field.isEmpty ? "issuer" : refusal.field
    return all.first { $0.hasPrefix(row) || row.hasPrefix($0) } ?? row
  }

  private static func part(
    _ field: DocumentField, wrong: DocumentRefusal?, in visit: Visit
  ) -> FieldPart {
    let id = FieldPart.id(of: field.path)
    let hint: String? =
      switch field.input {
      case .day: visit.words["hint.day"]
      case .several: visit.words["records.several"]
      case .text, .words, .number, .choice: nil
      }
    let error = wrong.map { DocumentFieldWords.sentence($0.reason, in: visit.language) }
    let described = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }]
      .compactMap { $0 }.joined(separator: " ")
    var choices: [ChoicePart] = []
    if case .choice(let values) = field.input {
      choices = values.map { value in
        ChoicePart(
          id: "\(id)-\(value)", name: field.path, value: value,
          text: RecordPartWords.choice(value, of: field.pattern, in: visit.language),
          isChosen: visit.form[field.path] == value)
      }
    }
    let today = field.path == "receivedOn" && !visit.form.has(field.path)
    return FieldPart(
      name: field.path, id: id, label: DocumentFieldWords.label(field.pattern, in: visit.language),
      hint: hint, origin: nil, error: error, describedBy: described.isEmpty ? nil : described,
      value: today ? visit.now.civilDate.vietnamese : visit.form[field.path],
      width: field.input == .day || field.input == .number ? "w-s" : "w-l",
      inputMode: field.input == .number ? "numeric" : nil, autocomplete: nil, maxLength: "1000",
      isText: choices.isEmpty && field.input != .words, isArea: field.input == .words,
      isSelect: !choices.isEmpty, isRadios: false, isTick: false, isChosen: false,
      choices: choices)
  }

  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "tabs": tabs
    case "kindName": kindName
    case "kindCode": kindCode
    case "groups": groups
    case "sections": sections
    case "errors": errors
    case "hasErrors": !errors.isEmpty
    case "notice": notice
    case "candidates": candidates
    case "hasCandidates": !candidates.isEmpty
    default: nil
    }
  }
}

/// The kinds of one supplier.
struct KindGroup: MustacheParent, Sendable {
  let title: String
  let kinds: [Link]

  static func all(in visit: Visit) -> [KindGroup] {
    Supplier.allCases.map { supplier in
      KindGroup(
        title: DocumentKindWords.words(supplier, in: visit.language),
        kinds: DocumentKind.allCases.filter { $0.supplier == supplier }.map {
          Link(
            href: "/office/records/documents?kind=\($0.rawValue)",
            text: DocumentKindWords.words($0, in: visit.language))
        })
    }
  }

  func child(named field: String) -> Any? {
    switch field {
    case "title": title
    case "kinds": kinds
    default: nil
    }
  }
}
