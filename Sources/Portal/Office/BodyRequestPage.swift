import Desk
import HTTPTypes
import Hummingbird
import Intake
import Law
import Vocabulary
import Words

extension Portal {
  var bodyRoutes: [Route] {
    [
      .officer(.get, "/office/body-request", bodyRequest),
      .officer(.post, "/office/body-request", examineBodyRequest),
    ]
  }

  /// /office/body-request: may this body ask this, and by when is it answered?
  @Sendable func bodyRequest(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    return try visit.answer(BodyRequestPage([:], nil, in: visit))
  }

  /// POST /office/body-request: reads what was typed and keeps nothing.
  @Sendable func examineBodyRequest(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let typed = visit.form.dictionary
    let reading = try await desk.examineBodyRequest(typed, by: officer)
    let status: HTTPResponse.Status =
      switch reading {
      case .request, .refused: .ok
      case .lacking: .unprocessableContent
      }
    return try visit.answer(BodyRequestPage(typed, reading, in: visit), status: status)
  }
}

struct BodyRequestPage: PartsPage {
  static let template = "body-request"
  let parts: Parts

  init(_ typed: [String: String], _ reading: BodyRequestReading?, in visit: Visit) {
    let words = visit.words
    var lacks: [BodyLack] = []
    if case .lacking(let found)? = reading { lacks = found }
    self.parts = Parts([
      "chrome": visit.chrome(words["bodyRequest.title"], path: "/office/body-request"),
      "fields": BodyField.allCases.map { field in
        BodyRequestPage.field(
          field, typed[field.rawValue] ?? "", lacks.filter { $0.at == field }, in: visit)
      },
      "answer": reading.flatMap { BodyRequestPage.answer($0, in: visit) },
    ])
  }

  private static func answer(_ reading: BodyRequestReading, in visit: Visit) -> Notice? {
    let words = visit.words
    switch reading {
    case .lacking: return Notice(.bad, title: words["bodyRequest.lacking"])
    case .refused(let refusal):
      let ground = RefusalGround.notEntitled
      return Notice(
        .bad, title: words["bodyRequest.refused"],
        text: "\(BodyWords.sentence(refusal, in: visit.language)) (\(refusal.citation); "
          + "\(ground.citation))")
    case .request(_, let citation, .day(let due)):
      return Notice(
        .good, title: words["bodyRequest.allowed"],
        text: "\(words["bodyRequest.dueOn"]) \(due.on.vietnamese) (\(citation); "
          + "\(due.limit.citation)).")
    case .request(let request, let citation, .hours(let at, let letterBy)):
      let letter =
        request.letter == nil ? " \(words["bodyRequest.letterBy"]) \(letterBy.vietnamese)." : ""
      let provisions = UrgentAnswer.citations.map(\.description).joined(separator: "; ")
      return Notice(
        .attention, title: words["bodyRequest.urgent"],
        text:
          "\(words["bodyRequest.dueAt"]) \(at.vietnamese) (\(citation); \(provisions)).\(letter)")
    }
  }

  private static func field(
    _ field: BodyField, _ value: String, _ lacks: [BodyLack], in visit: Visit
  ) -> FieldPart {
    let id = FieldPart.id(of: field.rawValue)
    let choices = options(of: field, in: visit)
    // The words of a declaration's lacks say what to do; the field they stand at is ours.
    let error = lacks.map {
      LackWords.sentence(Lack(at: FieldName(.paperNumber), $0.reason), in: visit.language)
    }.joined(separator: " ")
    return FieldPart(
      name: field.rawValue, id: id, label: BodyWords.label(field, in: visit.language), hint: nil,
      origin: nil, error: error.isEmpty ? nil : error,
      describedBy: error.isEmpty ? nil : "\(id)-error", value: value, width: "w-m",
      inputMode: nil, autocomplete: nil, maxLength: "200", isText: choices.isEmpty, isArea: false,
      isSelect: !choices.isEmpty, isRadios: false, isTick: false, isChosen: false,
      choices: choices.map {
        ChoicePart(
          id: "\(id)-\($0.code)", name: field.rawValue, value: $0.code, text: $0.words,
          isChosen: $0.code == value)
      })
  }

  private static func options(of field: BodyField, in visit: Visit) -> [FormChoices.Choice] {
    let language = visit.language
    switch field {
    case .body:
      return BodiesMayAsk.Body.allCases.map {
        .init(code: $0.rawValue, words: BodyWords.words($0, in: language))
      }
    case .urgency:
      return BodyRequest.Urgency.allCases.map {
        .init(code: $0.rawValue, words: BodyWords.words($0, in: language))
      }
    case .kind:
      return CertificateKind.allCases.map {
        .init(code: $0.rawValue, words: visit.words["kind", $0.rawValue])
      }
    case .bans:
      return BanConfirmation.allCases.map {
        .init(code: $0.rawValue, words: ChoiceWords.words($0, in: language))
      }
    case .purpose:
      return BodiesMayAsk.Purpose.allCases.map {
        .init(code: $0.rawValue, words: BodyWords.words($0, in: language))
      }
    case .bodyName, .letterNumber, .letterOn, .subjectName, .subjectBirthDate, .subjectPaper:
      return []
    }
  }
}
