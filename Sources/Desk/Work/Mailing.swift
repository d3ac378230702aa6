import CaseFile
import Intake
import Outside
import Vocabulary
import Words

extension Desk {
  /// Sends one mail: the number and the next step, never a certificate and never its outcome.
  ///
  /// Dying after sending and before noting it sends the same message again, under the same
  /// Message-ID, which readers show once.
  ///
  /// - Parameter day: the day that the mail names; nil for that of the appointment.
  func send(_ mailing: Job.Mailing, until day: CivilDate? = nil) async throws -> JobOutcome {
    guard let mailer = outside.mailer else { return .done }
    let facts = try await facts(of: mailing.caseID)
    guard let contact = facts.contact, let to = MailAddress(contact.email)
    else { return .done }
    let place = mailing.event.map { ".\($0)" } ?? ""
    let words = MailWords(
      number: facts.lodging.number, step: mailing.step,
      address: "\(baseURL)/cases/\(mailing.caseID)", dueOn: day ?? facts.history.dueOn)
    try await mailer.send(
      Letter(
        to: to, subject: words.subject, body: words.body,
        idempotencyKey: "\(mailing.caseID).\(mailing.step.rawValue)\(place)"),
      at: surroundings.now())
    return .done
  }
}
