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
  let sections: [DocumentPart]
  let errors: [Link]
  let notice: Notice?
  let candidates: [ChoicePart]

  /// - Parameters:
  ///   - rows: how many rows each list shows.
  ///   - wrong: every field that is not taken, by its path.
  ///   - said: what the desk answered to a document that is right.
  init(
    _ kind: DocumentKind?, rows: DocumentRows = DocumentRows(), wrong: [DocumentRefusal] = [],
    said: RecordRefused? = nil, in visit: Visit
  ) {
    self.chrome = visit.chrome(visit.words["records.documentTitle"])
    self.tabs = RecordsTab.all(.documents, in: visit)
    self.kindName = kind.map { DocumentKindWords.words($0, in: visit.language) }
    self.kindCode = kind?.rawValue ?? ""
    self.groups = kind == nil ? KindGroup.all(in: visit) : []
    let reasons = Dictionary(
      wrong.map { ($0.field, $0.reason) }, uniquingKeysWith: { first, _ in first })
    self.sections = (kind?.form(rows) ?? []).map { section in
      DocumentPart(
        legend: DocumentFieldWords.title(section, in: visit.language),
        fields: section.fields.map { Self.part($0, wrong: reasons[$0.path], in: visit) },
        addAction: section.growing.map { "add-\($0.rawValue)" },
        addLabel: section.growing.map { visit.words["records.add", $0.rawValue] })
    }
    let form = kind?.form(rows) ?? []
    self.errors = wrong.map { refusal in
      let section = form.first { section in
        section.fields.contains { field in field.path == refusal.field }
      }
      // A paper has several numbers and days: the list says of what.
      let title = section.map { DocumentFieldWords.title($0, in: visit.language) } ?? ""
      let label = DocumentFieldWords.label(
        DocumentField.pattern(of: refusal.field), in: visit.language)
      let why = DocumentFieldWords.sentence(refusal.reason, in: visit.language)
      return Link(href: "#\(FieldPart.id(of: refusal.field))", text: "\(title) – \(label): \(why)")
    }
    var found: [RecordLine]?
    if case .filing(_, let candidates) = said { found = candidates }
    self.notice = said.map { Notice(.attention, title: visit.sentence($0)) }
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

  private static func part(
    _ field: DocumentField, wrong: DocumentRefusal.Reason?, in visit: Visit
  ) -> FieldPart {
    let id = FieldPart.id(of: field.path)
    let hint: String? =
      switch field.input {
      case .day: visit.words["hint.day"]
      case .several: visit.words["records.several"]
      case .article: visit.words["records.articleHint"]
      case .text, .words, .number, .choice: nil
      }
    let error = wrong.map { DocumentFieldWords.sentence($0, in: visit.language) }
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
      width: [.day, .number, .article].contains(field.input) ? "w-s" : "w-l",
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

/// One section of the form; a list's last one has a button for another row.
struct DocumentPart: MustacheParent, Sendable {
  let legend: String
  let fields: [FieldPart]
  let addAction: String?
  let addLabel: String?

  func child(named field: String) -> Any? {
    switch field {
    case "legend": legend
    case "fields": fields
    case "addAction": addAction
    case "addLabel": addLabel
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
