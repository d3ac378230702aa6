package import Vocabulary
package import Words

/// A note for the worker. Every job may run twice and must then change nothing more.
package enum Job: Equatable, Sendable {
  /// Send an inquiry, or ask again whether it was answered.
  case inquire(InquiryID)
  /// The same for a question about one fact of one judgment.
  case askFact(InquiryID)
  /// Ask the gateway what became of a payment of which we heard nothing.
  case reconcile(PaymentID)
  /// Search the register for the applicant of an accepted case, where that failed at acceptance.
  case search(CaseID)
  /// Bring the certificate of an approved case to its end, from wherever it stands.
  case issue(CaseID)
  case mail(Mailing)
  /// The one mail about an application that was left alone.
  case remindDraft(DraftID)
  /// Bring money that is owed back of a payment one step nearer to its payer.
  case refund(PaymentID)
  /// Have a paper scanned for viruses.
  case scan(PaperID)
  /// End the waiting for an answer to a request for a supplement whose day has passed.
  case lapseSupplement(CaseID)
  /// Remind, once, of an answer that is still owed.
  case remindSupplement(CaseID)

  /// A mail says the number and the next step, and nothing else.
  package struct Mailing: Equatable, Sendable {
    package var caseID: CaseID
    package var step: MailStep
    /// After which event of the case; a step can come again. Nil in notes older than this field.
    package var event: Int?
  }
}

extension Job {
  package var kind: String {
    switch self {
    case .inquire: "inquire"
    case .askFact: "askFact"
    case .reconcile: "reconcile"
    case .search: "search"
    case .issue: "issue"
    case .mail: "mail"
    case .remindDraft: "remindDraft"
    case .refund: "refund"
    case .scan: "scan"
    case .lapseSupplement: "lapseSupplement"
    case .remindSupplement: "remindSupplement"
    }
  }

  package var payload: String {
    switch self {
    case .inquire(let id), .askFact(let id): id.text
    case .reconcile(let id), .refund(let id): id.text
    case .search(let id), .issue(let id), .lapseSupplement(let id), .remindSupplement(let id):
      id.text
    case .remindDraft(let id): id.text
    case .scan(let id): id.text
    case .mail(let mailing):
      ([mailing.caseID.text, mailing.step.rawValue] + (mailing.event.map { ["\($0)"] } ?? []))
        .joined(separator: " ")
    }
  }

  /// Nil for a note that this program does not know: an older or newer program wrote it.
  package init?(kind: String, payload: String) {
    switch kind {
    case "inquire":
      guard let id = InquiryID(payload) else { return nil }
      self = .inquire(id)
    case "askFact":
      guard let id = InquiryID(payload) else { return nil }
      self = .askFact(id)
    case "reconcile":
      guard let id = PaymentID(payload) else { return nil }
      self = .reconcile(id)
    case "search":
      guard let id = CaseID(payload) else { return nil }
      self = .search(id)
    case "issue":
      guard let id = CaseID(payload) else { return nil }
      self = .issue(id)
    case "refund":
      guard let id = PaymentID(payload) else { return nil }
      self = .refund(id)
    case "lapseSupplement":
      guard let id = CaseID(payload) else { return nil }
      self = .lapseSupplement(id)
    case "remindSupplement":
      guard let id = CaseID(payload) else { return nil }
      self = .remindSupplement(id)
    case "scan":
      guard let id = PaperID(payload) else { return nil }
      self = .scan(id)
    case "mail":
      let parts = payload.split(separator: " ").map(String.init)
      guard (2...3).contains(parts.count), let id = CaseID(parts[0]),
        let step = MailStep(rawValue: parts[1])
      else { return nil }
      let event = parts.count == 3 ? Int(parts[2]) : nil
      guard parts.count == 2 || event != nil else { return nil }
      self = .mail(Mailing(caseID: id, step: step, event: event))
    case "remindDraft":
      guard let id = DraftID(payload) else { return nil }
      self = .remindDraft(id)
    default:
      return nil
    }
  }
}
