import Assessment
import CaseFile
import Decision
import Desk
import HTTPTypes
import Handover
import Hummingbird
import Intake
import Issuance
import Law
import Logging
import Vocabulary
import Words

/// Turns whatever was thrown into a page in words: what happened, what is safe, what to do.
///
/// A stranger's case and a missing one give the same page. A fault is logged with its cause and a
/// trace id; the person gets an apology and that id.
struct ErrorPages: RouterMiddleware {
  typealias Context = PortalContext
  let portal: Portal

  func handle(
    _ request: Request, context: PortalContext,
    next: (Request, PortalContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      return try answer(Sorry(error), request, context)
    } catch let error as HTTPRefusal {
      return try answer(Sorry(error), request, context)
    } catch Refused.lookReasonNeeded(let id) {
      let visit = Visit(request: request, context: context, portal: portal, form: .empty)
      return try visit.answer(
        LookReasonPage(id, place: request.method == .get ? request.uri.path : "", in: visit))
    } catch let refused as Refused {
      return try answer(Sorry(refused), request, context)
    } catch is Unreadable {
      // A text with hidden characters, where the page cannot be shown again with what was typed.
      return try answer(Sorry(HTTPRefusal.bodyUnreadable), request, context)
    } catch let error as CancellationError {
      throw error
    } catch {
      log(error, context)
      return try answer(Sorry.fault, request, context)
    }
  }

  private func log(_ error: any Error, _ context: PortalContext) {
    let words = (error as? Fault)?.description ?? "\(type(of: error))"
    portal.log.error(
      "Request failed",
      metadata: [
        "route": "\(context.endpointPath ?? "none")", "cause": "\(words)",
        "trace": "\(context.trace)",
      ])
  }

  private func answer(
    _ sorry: Sorry, _ request: Request, _ context: PortalContext
  ) throws -> Response {
    let visit = Visit(request: request, context: context, portal: portal, form: .empty)
    let words = visit.words
    let title = words["sorry.\(sorry.key)", "title"]
    let page = ErrorPage(
      chrome: visit.chrome(title), status: "\(sorry.status.code)", title: title,
      happened: words["sorry.\(sorry.key)", "happened"],
      safe: words["sorry.\(sorry.key)", "safe"],
      advice: words["sorry.\(sorry.key)", "advice"],
      reason: sorry.reason.map { words[$0.family, $0.member] }, trace: context.trace)
    var response = try visit.answer(page, status: sorry.status)
    response.headers[.cacheControl] = "no-store"
    for (name, value) in sorry.headers { response.headers[name] = value }
    return response
  }
}

/// Which error page, with which status.
struct Sorry {
  var status: HTTPResponse.Status
  /// The family of texts: `sorry.KEY.title`, `.happened`, `.safe`, `.advice`.
  var key: String
  /// A sentence that is more exact than the page.
  var reason: (family: String, member: String)?
  var headers: [(HTTPField.Name, String)] = []

  static let fault = Sorry(status: .internalServerError, key: "fault")
  static let missing = Sorry(status: .notFound, key: "missing")
}

extension Sorry {
  init(_ refusal: HTTPRefusal) {
    switch refusal {
    case .formNotOurs: self.init(status: .forbidden, key: "formNotOurs")
    case .bodyTooLarge: self.init(status: .contentTooLarge, key: "tooLarge")
    case .bodyTooSlow: self.init(status: .requestTimeout, key: "tooSlow")
    case .bodyUnreadable: self.init(status: .badRequest, key: "unreadable")
    case .notFound: self = .missing
    case .methodNotAllowed(let allowed):
      self.init(
        status: .methodNotAllowed, key: "method",
        headers: [(.allow, allowed.joined(separator: ", "))])
    case .tooManyRequests(let seconds):
      self.init(status: .tooManyRequests, key: "tooMany", headers: [(.retryAfter, "\(seconds)")])
    }
  }

  /// What the framework throws: a route that is not there, a body that is too long.
  init(_ error: any HTTPResponseError) {
    switch error.status {
    case .notFound: self = .missing
    case .contentTooLarge: self.init(.bodyTooLarge(limitBytes: 0))
    case .methodNotAllowed: self.init(.methodNotAllowed(allowed: []))
    default: self.init(status: error.status, key: "unreadable")
    }
  }

  init(_ refused: Refused) {
    switch refused {
    case .notFound: self = .missing
    case .stale: self.init(status: .conflict, key: "stale")
    case .tooManyTries(let seconds): self.init(.tooManyRequests(retryAfterSeconds: seconds))
    case .roleMissing: self.init(status: .forbidden, key: "role")
    case .identityLevelTooLow: self.init(status: .forbidden, key: "level")
    case .signInExpired: self.init(status: .badRequest, key: "signIn")
    case .credentialsWrong: self.init(status: .forbidden, key: "signIn")
    case .documentTooLarge: self.init(.bodyTooLarge(limitBytes: 0))
    case .officer, .lookReasonNeeded:
      self.init(
        status: .unprocessableContent, key: "refused", reason: ("refused", refused.wordsKey))
    case .decision(.sameOfficer), .caseState(.sameOfficer), .person(.sameOfficer),
      .caseState(.person(.sameOfficer)), .person(.ownCase), .revocation(.sameOfficer),
      .caseState(.revocation(.sameOfficer)):
      self.init(status: .forbidden, key: "refused", reason: ("refused", "sameOfficer"))
    case .lacking, .intake, .assessment, .waitingForAnswers, .decision, .issuance, .handover,
      .caseState, .reasonMissing, .notClean, .notOpened, .referenceMissing, .answerAhead,
      .feeNotOpen, .factAskedAlready,
      .factAnsweredAlready, .factTakenAlready, .factSaysNothing, .notAPDF, .paper, .rules,
      .person, .revocation, .newDay, .periodTooLong, .tillClosed, .referenceUsed,
      .settlementUnusable, .settlementSettled, .bodyLacking, .bodyUnsettled:
      self.init(
        status: .unprocessableContent, key: "refused", reason: ("refused", refused.wordsKey))
    }
  }
}

extension Refused {
  /// The member of the family `refused` whose text says this refusal.
  var wordsKey: String {
    switch self {
    case .notFound: "notFound"
    case .stale: "stale"
    case .roleMissing: "roleMissing"
    case .identityLevelTooLow: "identityLevelTooLow"
    case .signInExpired: "signInExpired"
    case .credentialsWrong: "credentialsWrong"
    case .tooManyTries: "tooManyTries"
    case .lookReasonNeeded: "lookReasonNeeded"
    case .officer(let refusal): "officer.\(refusal.rawValue)"
    case .lacking: "lacking"
    case .intake(.feeOpen), .intake(.feeUnproven): "feeOpen"
    case .intake(.supplementAskedBefore), .caseState(.supplementAskedBefore):
      "supplementAskedBefore"
    case .intake(.fieldUndecided): "fieldUndecided"
    case .intake(.linkUnproven): "linkUnproven"
    case .intake(.supplementReasonMissing): "supplementReasonMissing"
    case .intake(.supplementAnswerEmpty): "supplementAnswerEmpty"
    case .intake: "intake"
    case .assessment(.groundsMissing): "groundsMissing"
    case .assessment(.judgmentsOutOfOrder): "judgmentsOutOfOrder"
    case .assessment(.judgmentAfterToday): "judgmentAfterToday"
    case .assessment(.judgmentIncomplete): "judgmentIncomplete"
    case .assessment(.banIncomplete): "banIncomplete"
    case .assessment(.banUndated): "banUndated"
    case .assessment(.needsVerification): "needsVerification"
    case .assessment: "assessment"
    case .waitingForAnswers: "waitingForAnswers"
    case .notClean: "notClean"
    case .notOpened: "notOpened"
    case .decision(.sameOfficer), .caseState(.sameOfficer): "sameOfficer"
    case .person(.sameOfficer), .caseState(.person(.sameOfficer)): "samePersonOfficer"
    case .person(.notSearched), .caseState(.person(.notSearched)): "personNotSearched"
    case .person(.notSettled), .caseState(.person(.notSettled)): "personNotSettled"
    case .person(.ownCase): "ownCase"
    case .person, .caseState(.person): "person"
    case .revocation, .caseState(.revocation): "revocation"
    case .decision(.overrulingNotAcknowledged), .caseState(.overrulingNotAcknowledged):
      "overrulingNotAcknowledged"
    case .decision(.conclusionChanged), .issuance(.conclusionChanged): "conclusionChanged"
    case .decision: "decision"
    case .factAskedAlready: "factAskedAlready"
    case .factAnsweredAlready: "factAnsweredAlready"
    case .factTakenAlready: "factTakenAlready"
    case .factSaysNothing: "factSaysNothing"
    case .issuance: "issuance"
    case .handover: "handover"
    case .caseState(.reappointedBefore): "reappointedBefore"
    case .newDay(.notWorking): "newDayNotWorking"
    case .newDay, .caseState(.newDayTooEarly): "newDayTooEarly"
    case .periodTooLong: "periodTooLong"
    case .bodyLacking: "lacking"
    case .bodyUnsettled: "bodyUnsettled"
    case .tillClosed: "tillClosed"
    case .referenceUsed: "referenceUsed"
    case .settlementUnusable: "settlementUnusable"
    case .settlementSettled: "settlementSettled"
    case .caseState: "outOfOrder"
    case .reasonMissing: "reasonMissing"
    case .referenceMissing: "referenceMissing"
    case .answerAhead: "answerAhead"
    case .feeNotOpen: "feeNotOpen"
    case .documentTooLarge: "documentTooLarge"
    case .notAPDF: "notAPDF"
    case .paper(let refusal): "paper.\(refusal.rawValue)"
    case .rules(.samePerson): "rulesSamePerson"
    case .rules(.decided): "rulesDecided"
    case .rules(.notAProposal): "rulesNotAProposal"
    case .rules(.change), .rules(.sheet): "rulesChange"
    }
  }
}
