import Desk
import Handover
import Intake
import Law
import Vocabulary
import Words

/// Asking for a correction, or opening one: each line of the certificate as it is printed, with
/// room for what is right, for words, and for a paper that shows it.
struct CorrectionPage: PartsPage {
  static let template = "correction"
  let parts: Parts

  /// The certificate, as it stands before whoever wants it corrected.
  struct Sheet: Sendable {
    /// Where its case is.
    let place: String
    let caseNumber: String
    let certificateNumber: String?
    let kind: CertificateKind
    let declaration: Declaration
    let asker: CorrectionAsker

    init(_ view: CitizenCaseView) {
      self.place = "/cases/\(view.line.id)"
      self.caseNumber = view.line.number.text
      self.certificateNumber = view.certificate?.number
      self.kind = view.line.kind
      self.declaration = view.declaration
      self.asker = .holder
    }

    init(_ view: RevocationView) {
      self.place = "/office/cases/\(view.line.id)"
      self.caseNumber = view.line.number.text
      self.certificateNumber = view.certificate.number
      self.kind = view.line.kind
      self.declaration = view.declaration
      self.asker = .officer
    }
  }

  /// What was posted, given back so that nothing typed is lost.
  struct Typed: Sendable {
    let form: DeclarationForm
    let words: String
    let ground: RevocationGround?

    init(_ posted: TypedForm) {
      var form = DeclarationForm()
      for field in FormField.printed(on: .number2) { form[field] = posted[field.rawValue] }
      self.form = form
      self.words = String(posted["words"].prefix(4_000))
      self.ground = RevocationGround(rawValue: posted["ground"])
    }
  }

  /// What is wrong with what was posted.
  struct Wrong: Sendable {
    var lacks: [Lack] = []
    var paper: PaperRefusal?
    /// An officer chose no ground.
    var ground = Ground.said
    /// Where the certificate is looked at again already; nothing typed is at fault.
    var open: OpenCorrection?
    /// What is not about a field.
    var said: OfficeSaid?

    enum Ground: Sendable { case said, missing }

    static let nothing = Wrong()
  }

  init(_ sheet: Sheet, typed: Typed? = nil, wrong: Wrong = .nothing, in visit: Visit) {
    let words = visit.words
    let fields = FormField.printed(on: sheet.kind)
    let ofOffice = sheet.asker == .officer
    func error(at field: FormField) -> String? {
      let sentences = wrong.lacks.filter { $0.at == FieldName(field) }.map { lack in
        lack == Lack(at: FieldName(.convictions), .missing)
          ? words[ofOffice ? "correction.noReason" : "correction.nothing"]
          : LackWords.sentence(lack, in: visit.language)
      }
      return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
    let wordsLabel = words[ofOffice ? "correction.reason" : "correction.words"]
    let paperError = wrong.paper.map { words["refused.paper", $0.rawValue] }
    let groundError = wrong.ground == .missing ? words["correction.noGround"] : nil
    var errors = fields.compactMap { field in
      error(at: field).map {
        Link(
          href: "#\(FieldPart.id(of: field.rawValue))",
          text: "\(FieldLabels.label(field, in: visit.language)): \($0)")
      }
    }
    if let groundError {
      errors.insert(
        Link(
          href: "#ground-\(RevocationGround.wrongContent.rawValue)",
          text: "\(words["revocation.ground"]): \(groundError)"), at: 0)
    }
    if let text = error(at: .convictions) {
      errors.append(Link(href: "#words", text: "\(wordsLabel): \(text)"))
    }
    if let paperError {
      errors.append(Link(href: "#file", text: "\(words["correction.paper"]): \(paperError)"))
    }
    if let open = wrong.open {
      let isOwn = open.cause == .holder
      let text = words[isOwn ? "correction.ownCase" : "correction.officersCase"]
      errors.insert(Link(href: "/cases/\(open.id)", text: text), at: 0)
    }
    self.parts = Parts([
      "chrome": visit.chrome(
        words[ofOffice ? "correction.officeTitle" : "correction.title"],
        path: "\(sheet.place)/correction"),
      "title": words[ofOffice ? "correction.officeTitle" : "correction.title"],
      "lead": words[ofOffice ? "correction.officeLead" : "correction.lead"],
      "action": "\(sheet.place)/correction",
      "back": ofOffice ? "\(sheet.place)/revocation" : sheet.place,
      "backText": words[ofOffice ? "correction.backToCertificate" : "correction.back"],
      "number": sheet.caseNumber, "certificate": sheet.certificateNumber,
      "notice": wrong.said.map { visit.notice(of: $0) },
      "hasErrors": !errors.isEmpty, "errors": errors,
      "grounds": ofOffice
        ? Parts([
          "choices": RevocationGround.allCases.map { ground in
            ChoicePart(
              id: "ground-\(ground.rawValue)", name: "ground", value: ground.rawValue,
              text: words["revocationGround", ground.rawValue], isChosen: ground == typed?.ground)
          }, "error": groundError,
        ]) : nil,
      "fields": fields.map { field in
        CorrectionPage.line(
          field, printed: sheet.declaration.printed(field), text: typed?.form[field] ?? "",
          error: error(at: field), in: visit)
      },
      "words": typed?.words ?? "", "wordsError": error(at: .convictions),
      "wordsLabel": wordsLabel,
      "wordsHint": words[ofOffice ? "correction.reasonHint" : "correction.wordsHint"],
      "mustSay": ofOffice,
      "paperError": paperError, "chooseAgain": typed != nil,
      "after": words[ofOffice ? "correction.officeAfter" : "correction.after"],
      "send": words[ofOffice ? "correction.officeSend" : "correction.send"],
    ])
  }

  private static func line(
    _ field: FormField, printed: String, text: String, error: String?, in visit: Visit
  ) -> Parts {
    Parts([
      "id": FieldPart.id(of: field.rawValue), "name": field.rawValue,
      "label": FieldLabels.label(field, in: visit.language),
      "printed": visit.shown(printed, at: field),
      "value": text, "error": error, "isText": field != .personSex,
      "choices": field == .personSex
        ? Sex.allCases.map { sex in
          ChoicePart(
            id: "sex-\(sex.rawValue)", name: field.rawValue, value: sex.rawValue,
            text: ChoiceWords.words(sex, in: visit.language), isChosen: text == sex.rawValue)
        } : nil,
      "isSelect": field == .personSex,
    ])
  }
}
