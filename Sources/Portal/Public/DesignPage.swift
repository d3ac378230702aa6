import CaseFile
import Hummingbird
import Vocabulary
import Words

extension Portal {
  /// /design: every part of the design system, as pages use them.
  @Sendable func design(_ visit: Visit) async throws -> Response {
    try visit.answer(DesignPage(in: visit))
  }
}

struct DesignPage: Page {
  static let template = "design"
  let chrome: Chrome
  let notices: [Notice]
  let tags: [Tag]
  let steps: [StepPart]
  let rows: [SummaryRow]
  let fields: [FieldPart]
  let errors: [Link]

  init(in visit: Visit) {
    let words = visit.words
    self.chrome = visit.chrome(words["design.title"])
    let tones: [(Tag.Tone, String)] = [
      (.calm, "calm"), (.good, "good"), (.attention, "attention"), (.bad, "bad"),
      (.quiet, "quiet"),
    ]
    self.notices = tones.map { tone, name in
      Notice(tone, title: words["design", name], text: words["design.sample"])
    }
    self.tags = tones.map { Tag(words["design", $0.1], $0.0) }
    self.steps = StepPart.all(at: .inAssessment, in: visit)
    self.rows = ["number", "kind", "issuedOn"].map {
      SummaryRow(label: words["certificate", $0], value: words["design.value"])
    }
    self.fields = DesignPage.fields(in: visit)
    self.errors = [Link(href: "#design-wrong", text: words["design.error"])]
  }

  private static func fields(in visit: Visit) -> [FieldPart] {
    let words = visit.words
    func field(
      _ id: String, look: FormField.Look, error: String? = nil, origin: String? = nil
    ) -> FieldPart {
      let choices = ["calm", "good"].map { name in
        ChoicePart(
          id: "design-\(id)-\(name)", name: "design-\(id)", value: name,
          text: words["design", name], isChosen: name == "good")
      }
      return FieldPart(
        name: "design-\(id)", id: "design-\(id)", label: words["design.label"],
        hint: words["design.hint"], origin: origin, error: error,
        describedBy: "design-\(id)-hint", value: words["design.value"], width: "w-m",
        inputMode: nil, autocomplete: nil, maxLength: "60", isText: look == .text,
        isArea: look == .area, isSelect: look == .select, isRadios: look == .radios,
        isTick: look == .tick, isChosen: false, choices: choices)
    }
    return [
      field("plain", look: .text, origin: words["design.origin"]),
      field("wrong", look: .text, error: words["design.error"]),
      field("select", look: .select), field("radios", look: .radios),
      field("area", look: .area), field("tick", look: .tick),
    ]
  }
}

extension DesignPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "notices": notices
    case "tags": tags
    case "steps": steps
    case "rows": rows
    case "fields": fields
    case "errors": errors
    default: nil
    }
  }
}
