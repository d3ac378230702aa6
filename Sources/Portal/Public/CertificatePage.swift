import Desk
import Hummingbird
import Vocabulary
import Words

/// /v/:token: a certificate as its paper's reader may see it.
struct CertificatePage: Page {
  static let template = "certificate"
  let chrome: Chrome
  let standing: Notice
  let rows: [SummaryRow]
  let comparison: ComparisonPart?
  let typed: TypedPart
  let comparesOutcome: Bool
  let action: String

  init(_ certificate: PublicCertificate, comparison: Comparison?, in visit: Visit) {
    let words = visit.words
    self.chrome = visit.chrome(words["certificate.title"])
    self.standing =
      switch certificate.state {
      case .revoked: revokedNotice(certificate, in: visit)
      case .issued, .issuing:
        Notice(
          .good, title: words["certificate.valid.title"], text: words["certificate.valid.text"])
      }
    self.rows = certificateRows(certificate, in: visit)
    self.comparison = comparison.map { ComparisonPart($0, in: visit) }
    self.typed = TypedPart(visit.form)
    self.comparesOutcome = certificate.kind == .number1
    self.action = visit.request.uri.path
  }
}

/// What the reader typed, given back so that a slip of the finger can be mended.
struct TypedPart: Sendable {
  let number: String
  let name: String
  let birthDate: String
  let saysNone: Bool
  let saysHas: Bool

  init(_ form: TypedForm) {
    self.number = form["number"]
    self.name = form["name"]
    self.birthDate = form["birthDate"]
    self.saysNone = form["outcome"] == "none"
    self.saysHas = form["outcome"] == "has"
  }
}

struct ComparisonPart: Sendable {
  let summary: Notice
  let lines: [ComparisonRow]

  init(_ comparison: Comparison, in visit: Visit) {
    let words = visit.words
    let fields = [
      ("number", comparison.number), ("name", comparison.name),
      ("birthDate", comparison.birthDate), ("outcome", comparison.outcome),
    ]
    self.lines = fields.map { name, match in
      ComparisonRow(
        label: words["compare", name],
        result: Tag(words["match", match.rawValue], ComparisonPart.tone(match)))
    }
    let member = ComparisonPart.member(fields.map(\.1))
    self.summary = Notice(
      member == "different" ? .bad : member == "same" ? .good : .attention,
      title: words["compared.\(member)", "title"], text: words["compared.\(member)", "text"])
  }

  private static func member(_ matches: [Comparison.Match]) -> String {
    if matches.contains(.different) { return "different" }
    return matches.contains(.notTyped) ? "partly" : "same"
  }

  private static func tone(_ match: Comparison.Match) -> Tag.Tone {
    switch match {
    case .same: .good
    case .different: .bad
    case .notTyped, .notCompared: .quiet
    }
  }
}

struct ComparisonRow: Sendable {
  let label: String
  let result: Tag
}

extension CertificatePage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "standing": standing
    case "rows": rows
    case "comparison": comparison
    case "typed": typed
    case "comparesOutcome": comparesOutcome
    case "action": action
    default: nil
    }
  }
}

extension TypedPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "number": number
    case "name": name
    case "birthDate": birthDate
    case "saysNone": saysNone
    case "saysHas": saysHas
    default: nil
    }
  }
}

extension ComparisonPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "summary": summary
    case "lines": lines
    default: nil
    }
  }
}

extension ComparisonRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "label": label
    case "result": result
    default: nil
    }
  }
}
