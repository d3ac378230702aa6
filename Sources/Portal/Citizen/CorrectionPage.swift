import Desk
import Intake
import Vocabulary
import Words

/// Asking for a correction: each line of the certificate as it is printed, with room for what is
/// right, and room for whatever else is wrong.
struct CorrectionPage: PartsPage {
  static let template = "correction"
  let parts: Parts

  /// What was posted, given back so that nothing typed is lost.
  struct Typed: Sendable {
    let form: DeclarationForm
    let words: String

    init(_ posted: TypedForm) {
      var form = DeclarationForm()
      for field in FormField.printed(on: .number2) { form[field] = posted[field.rawValue] }
      self.form = form
      self.words = String(posted["words"].prefix(4_000))
    }
  }

  /// Why nothing that was typed is at fault and still nothing was sent.
  enum Obstacle {
    /// An officer looks at the certificate again already.
    case officersCase
  }

  init(
    _ view: CitizenCaseView, typed: Typed? = nil, lacks: [Lack] = [],
    obstacle: Obstacle? = nil, in visit: Visit
  ) {
    let words = visit.words
    let fields = FormField.printed(on: view.line.kind)
    func error(at field: FormField) -> String? {
      let sentences = lacks.filter { $0.at == FieldName(field) }.map { lack in
        lack == Lack(at: FieldName(.convictions), .missing)
          ? words["correction.nothing"] : LackWords.sentence(lack, in: visit.language)
      }
      return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
    let wrong = fields.filter { error(at: $0) != nil }
    let inTheWay = obstacle.map { obstacle in
      switch obstacle {
      case .officersCase:
        Link(
          href: "/cases/\(view.correction.open?.id ?? view.line.id)",
          text: words["correction.officersCase"])
      }
    }
    self.parts = Parts([
      "chrome": visit.chrome(words["correction.title"], path: "/cases/\(view.line.id)/correction"),
      "action": "/cases/\(view.line.id)/correction", "back": "/cases/\(view.line.id)",
      "number": view.line.number.text, "certificate": view.certificate?.number,
      "hasErrors": !lacks.isEmpty || inTheWay != nil,
      "errors": (inTheWay.map { [$0] } ?? [])
        + wrong.map { field in
          Link(
            href: "#\(FieldPart.id(of: field.rawValue))",
            text: "\(FieldLabels.label(field, in: visit.language)): \(error(at: field) ?? "")")
        }
        + (error(at: .convictions).map {
          [Link(href: "#words", text: "\(words["correction.words"]): \($0)")]
        } ?? []),
      "fields": fields.map { field in
        let text = typed?.form[field] ?? ""
        return Parts([
          "id": FieldPart.id(of: field.rawValue), "name": field.rawValue,
          "label": FieldLabels.label(field, in: visit.language),
          "printed": visit.shown(view.declaration.printed(field), at: field),
          "value": text, "error": error(at: field), "isText": field != .personSex,
          "choices": field == .personSex
            ? Sex.allCases.map { sex in
              ChoicePart(
                id: "sex-\(sex.rawValue)", name: field.rawValue, value: sex.rawValue,
                text: ChoiceWords.words(sex, in: visit.language),
                isChosen: text == sex.rawValue)
            } : nil,
          "isSelect": field == .personSex,
        ])
      },
      "words": typed?.words ?? "", "wordsError": error(at: .convictions),
    ])
  }
}
