import CaseFile
import Desk
import Intake
import Law
import Vocabulary
import Words

/// The form for telephone and mail address on the case's page.
struct ContactPart: MustacheParent, Sendable {
  private let parts: Parts
  /// What could not be taken, with where it stands.
  let mistakes: [Link]

  init(phone: String, email: String, lacks: [Lack] = [], in visit: Visit) {
    func error(at field: FormField) -> String? {
      let sentences = lacks.filter { $0.at == FieldName(field) }
        .map { LackWords.sentence($0, in: visit.language) }
      return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
    self.parts = Parts([
      "phone": phone, "email": email, "phoneError": error(at: .personPhone),
      "emailError": error(at: .personEmail), "isOpen": !lacks.isEmpty,
    ])
    self.mistakes = [
      (FormField.personPhone, "#phone", "case.contact.phone"),
      (.personEmail, "#email", "case.contact.email"),
    ].compactMap { field, href, label in
      error(at: field).map { Link(href: href, text: "\(visit.words[label]): \($0)") }
    }
  }

  func child(named name: String) -> Any? { parts.child(named: name) }
}

extension Visit {
  /// Whom the case waits for, in a sentence; nil where it has ended.
  func waiting(for view: CitizenCaseView) -> String? {
    let silent = view.inquiries.filter { $0.state != .answered }.map {
      words["body", $0.body.rawValue]
    }
    switch view.line.state {
    case .inAssessment where !silent.isEmpty:
      return "\(words["waiting.bodies"]): \(silent.joined(separator: ", "))."
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved, .issuing,
      .issued:
      return words["waiting", view.line.state.rawValue]
    case .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      return nil
    }
  }

  /// The working days that are left or have passed since the appointment, in words.
  func words(ofDaysLeft days: Int?) -> String? {
    guard let days else { return nil }
    if days == 0 { return words["days.today"] }
    return days > 0
      ? "\(words["days.left"]) \(days) \(words["days.unit"])"
      : "\(words["days.over"]) \(-days) \(words["days.unit"])"
  }

  /// Who opened the file, by day, the newest first.
  func rows(of looks: [LookView]) -> [SummaryRow] {
    looks.map { look in
      let times = look.times == 1 ? "" : " (\(look.times) \(words["looks.times"]))"
      let why = look.reasons.map { words["lookReason", $0.rawValue] }.joined(separator: "; ")
      return SummaryRow(
        label: look.on.vietnamese,
        value: "\(words["looks.officer"]) \(look.agency[language])\(times)",
        note: why.isEmpty ? nil : "\(words["looks.why"]): \(why)")
    }
  }
}
