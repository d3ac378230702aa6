import Desk
import Intake
import Vocabulary
import Words

/// The statutory declaration, one long form in sections.
struct DraftPage: Page {
  static let template = "draft"
  let chrome: Chrome
  let action: String
  let version: String
  let notice: Notice?
  let register: Notice
  let errors: [Link]
  let hasErrors: Bool
  let sections: [FormSection]
  /// How many papers are attached, and which are lacking.
  let papers: String
  let papersError: String?

  init(
    _ draft: DraftView, lacks: [Lack], notice: Notice?, choices: FormChoices, in visit: Visit
  ) {
    let words = visit.words
    self.chrome = visit.chrome(words[lacks.isEmpty ? "draft.title" : "draft.lacking"])
    self.action = "/drafts/\(draft.id)"
    self.version = "\(draft.version)"
    self.notice = notice
    self.register = Notice(
      draft.register == .prefilled ? .calm : .attention,
      title: words["register.\(draft.register.rawValue)", "title"],
      text: words["register.\(draft.register.rawValue)", "text"])
    self.errors = lacks.map { lack in
      Link(
        href: "#\(FieldPart.id(of: lack.at.name))",
        text: DraftPage.said(
          LackWords.sentence(lack, in: visit.language),
          at: FieldLabels.label(lack.at, of: draft.form.applicant, in: visit.language)))
    }
    self.hasErrors = !lacks.isEmpty
    let maker = FieldMaker(draft: draft, lacks: lacks, choices: choices, visit: visit)
    self.sections = DraftSections.all
      .filter { $0.key != "applicant" || maker.applicant != .own }
      .map { maker.section($0) }
    self.papers = words[draft.papers.isEmpty ? "papers.none" : "papers.count"]
      .replacing("%", with: "\(draft.papers.count)")
    self.papersError = maker.sentence(at: FieldName(.papers))
  }

  /// The oath's label is a sentence of its own.
  private static func said(_ lack: String, at label: String) -> String {
    label.hasSuffix(".") ? "\(label) \(lack)" : "\(label): \(lack)"
  }
}

/// A part of the form: fields, or rows of fields.
struct FormSection: Sendable {
  let id: String
  let title: String
  let hint: String?
  let error: String?
  let fields: [FieldPart]
  let rows: [FormRow]
  let addAction: String?
  let addLabel: String?
  /// The button that copies the rows of an earlier application.
  var copyAction: String?
}

/// One row of a table, as a group of its own: a phone has no room for columns.
struct FormRow: Sendable {
  let legend: String
  let fields: [FieldPart]
  let removeAction: String
}

/// One field with its label above, its hint, where it comes from, and what is wrong with it.
struct FieldPart: Sendable {
  let name: String
  let id: String
  let label: String
  let hint: String?
  let origin: String?
  let error: String?
  /// The ids of the hint and the error, for `aria-describedby`.
  let describedBy: String?
  let value: String
  let width: String
  let inputMode: String?
  let autocomplete: String?
  let maxLength: String
  let isText: Bool
  let isArea: Bool
  let isSelect: Bool
  let isRadios: Bool
  let isTick: Bool
  let isChosen: Bool
  let choices: [ChoicePart]
  /// What a register filled in, shown and not typed over; nil for a field that is typed.
  var locked: String?
  /// The button that says that it is wrong.
  var disputeAction: String?
  /// What the register says where the person says something else, and the way back to it.
  var registered: String?
  var restoreAction: String?

  /// `residences[0].from` becomes `residences-0-from`: an id that a link can name.
  static func id(of name: String) -> String {
    let letters = name.map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return String(letters).split(separator: "-").joined(separator: "-")
  }
}

struct ChoicePart: Sendable {
  let id: String
  let name: String
  let value: String
  let text: String
  let isChosen: Bool
}

extension DraftPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "action": action
    case "version": version
    case "notice": notice
    case "register": register
    case "errors": errors
    case "hasErrors": hasErrors
    case "sections": sections
    case "papers": papers
    case "papersError": papersError
    default: nil
    }
  }
}

extension FormSection: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "id": id
    case "title": title
    // Not `hint` and `error`: a field without one of its own would show its section's.
    case "sectionHint": hint
    case "sectionError": error
    case "fields": fields
    case "rows": rows
    case "addAction": addAction
    case "addLabel": addLabel
    case "copyAction": copyAction
    default: nil
    }
  }
}

extension FormRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "legend": legend
    case "fields": fields
    case "removeAction": removeAction
    default: nil
    }
  }
}

extension FieldPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "name": name
    case "id": id
    case "label": label
    case "hint": hint
    case "origin": origin
    case "error": error
    case "describedBy": describedBy
    case "value": value
    case "width": width
    case "inputMode": inputMode
    case "autocomplete": autocomplete
    case "maxLength": maxLength
    case "isText": isText
    case "isArea": isArea
    case "isSelect": isSelect
    case "isRadios": isRadios
    case "isTick": isTick
    case "isChosen": isChosen
    case "choices": choices
    case "locked": locked
    case "disputeAction": disputeAction
    case "registered": registered
    case "restoreAction": restoreAction
    default: nil
    }
  }
}

extension ChoicePart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "id": id
    case "name": name
    case "value": value
    case "text": text
    case "isChosen": isChosen
    default: nil
    }
  }
}
