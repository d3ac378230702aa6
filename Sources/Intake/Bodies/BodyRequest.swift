package import Law
package import Vocabulary

/// A request of a body about a person (forms 05a and 05b), as it was read.
package struct BodyRequest: Equatable, Sendable {
  package let body: BodiesMayAsk.Body
  package let bodyName: String
  package let urgency: Urgency
  /// Nil for an urgent request whose letter follows.
  package let letter: Letter?
  package let subjectName: PersonName
  package let subjectBirthDate: BirthDate
  package let subjectPaper: String
  package let kind: CertificateKind
  /// Whether number 1 is to state bans (Article 42.3); number 2 always does.
  package let bans: BanConfirmation
  package let purpose: BodiesMayAsk.Purpose

  package enum Urgency: String, Sendable, CaseIterable {
    case ordinary
    /// By telephone, fax or otherwise; only for bodies conducting proceedings (Article 46.1).
    case urgent
  }

  package struct Letter: Equatable, Sendable {
    package let number: String
    package let on: CivilDate
  }
}

/// By when a request must be answered.
package enum BodyAnswerDue: Equatable, Sendable {
  /// Article 48.1.
  case day(Due)
  /// Article 48.2, with the day by which the letter must have followed (Article 46.1).
  case hours(Instant, letterBy: CivilDate)
}

/// What reading a body's request came to.
package enum BodyRequestReading: Equatable, Sendable {
  case request(BodyRequest, by: Citation, due: BodyAnswerDue)
  /// Article 49.2, with the provision that the request does not meet.
  case refused(BodiesMayAsk.Refusal)
  /// Never empty; in the order of the form.
  case lacking([BodyLack])
}

/// What is typed of a body's request, by its stable name.
package enum BodyField: String, Sendable, CaseIterable {
  case body = "body.kind"
  case bodyName = "body.name"
  case urgency = "letter.urgency"
  case letterNumber = "letter.number"
  case letterOn = "letter.on"
  case subjectName = "subject.name"
  case subjectBirthDate = "subject.birthDate"
  case subjectPaper = "subject.paper"
  case kind = "request.kind"
  case bans = "request.banConfirmation"
  case purpose = "request.purpose"
}

/// What a body's request lacks, at one field.
package struct BodyLack: Equatable, Sendable {
  package let at: BodyField
  package let reason: Lack.Reason

  package init(at: BodyField, _ reason: Lack.Reason) {
    self.at = at
    self.reason = reason
  }
}
