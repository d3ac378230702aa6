import Assessment
import Decision
import CaseFile
import Desk
import Foundation
import HTTPTypes
import Intake
import Law
import Records
import Vocabulary

/// What an officer typed cannot be read: which field, by the name in the form.
enum Unreadable: Error, Equatable {
  case day(String)
  case text(String)
  case time(String)
  case amount(String)
  case outcome
  case body
  case fact
}

/// Why the case's page is shown again with what was typed.
enum OfficeSaid {
  case refused(Refused)
  case unreadable(Unreadable)

  var status: HTTPResponse.Status {
    switch self {
    case .refused(.stale): .conflict
    case .refused, .unreadable: .unprocessableContent
    }
  }
}

extension Refused {
  /// Whether the officer can mend it on the same page.
  var isMendable: Bool {
    switch self {
    case .stale, .officer, .notClean, .notOpened, .assessment, .waitingForAnswers, .reasonMissing,
      .referenceMissing, .answerAhead,
      .intake(.feeOpen), .intake(.feeUnproven), .intake(.supplementAskedBefore),
      .intake(.supplementReasonMissing), .intake(.fieldUndecided), .intake(.linkUnproven),
      .decision(.overrulingNotAcknowledged(_)),
      .decision(.conclusionChanged), .factAskedAlready, .factAnsweredAlready, .factTakenAlready,
      .factSaysNothing, .person, .revocation, .newDay, .periodTooLong,
      .tillClosed, .referenceUsed, .settlementUnusable, .settlementSettled, .feeNotOpen,
      .bodyLacking, .bodyUnsettled,
      .caseState(.reappointedBefore):
      true
    case .notFound, .roleMissing, .identityLevelTooLow, .signInExpired, .credentialsWrong,
      .tooManyTries, .lookReasonNeeded, .lacking, .intake, .decision, .issuance,
      .handover, .caseState,
      .documentTooLarge, .notAPDF, .paper, .rules:
      false
    }
  }
}

/// An answer that came by paper, as typed.
struct TypedAnswer {
  let form: TypedForm

  init(_ form: TypedForm) {
    self.form = form
  }

  func answer(filedBy officer: OfficerID) throws -> FiledAnswer {
    guard let body = AgencyBody(rawValue: form["body"]) else { throw Unreadable.body }
    guard let outcome = FiledAnswer.Outcome(rawValue: form["outcome"]) else {
      throw Unreadable.outcome
    }
    return FiledAnswer(
      body: body, outcome: outcome, reference: try typedText(form, "reference"),
      details: try typedText(form, "details"), answeredOn: try typedDay(form, "answeredOn"),
      source: .paper(filedBy: officer))
  }
}

extension TypedAnswer {
  /// An answer about one fact: a day, `chưa`, or nothing where the body cannot tell.
  func fact(filedBy officer: OfficerID) throws -> FiledFact {
    guard let inquiry = InquiryID(form["question"]) else { throw Unreadable.fact }
    let typed = form["value"].trimmingCharacters(in: .whitespaces)
    let value: String
    switch typed.lowercased() {
    case "": value = "unknown"
    case "chưa", "no": value = "no"
    case "lessserious", "serious", "veryserious", "extremelyserious", "intentional", "negligent":
      value = typed
    default: value = try typedDay(form, "value").iso
    }
    return FiledFact(
      inquiry: inquiry, value: value, reference: try typedText(form, "reference"),
      note: try typedText(form, "note"), answeredOn: try typedDay(form, "answeredOn"),
      source: .paper(filedBy: officer))
  }
}

/// A text at the door; empty is allowed and judged by the room.
func typedText(_ form: TypedForm, _ name: String) throws(Unreadable) -> String {
  do {
    return try TypedText(form[name], limit: TextLimit(characters: 2_000)).text
  } catch {
    throw .text(name)
  }
}

/// The field's day, typed as `CivilDate.init(typed:)` reads it.
func typedDay(_ form: TypedForm, _ name: String) throws(Unreadable) -> CivilDate {
  guard let day = CivilDate(typed: form[name]) else { throw .day(name) }
  return day
}

extension CivilDate {
  /// `d/m/yyyy`, `dd-mm-yyyy` or `yyyy-mm-dd`, as a person types it; nil for anything else.
  init?(typed: String) {
    let typed = typed.trimmingCharacters(in: .whitespaces)
    if let day = CivilDate(iso: typed) {
      self = day
      return
    }
    let parts = typed.split(whereSeparator: { "/-.".contains($0) }).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
