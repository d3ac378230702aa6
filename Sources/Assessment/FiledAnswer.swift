package import Law
package import Vocabulary

/// What a body answered to an inquiry, as filed on the case. There is no case for silence:
/// a body that has not answered has no `FiledAnswer`, and no answer is ever "no record".
package struct FiledAnswer: Equatable, Sendable, Codable {
  package var body: AgencyBody
  package var outcome: Outcome
  /// The body's own number for its answer.
  package var reference: String
  /// What the body said beyond the outcome; personal data, purged with the case.
  package var details: String
  package var answeredOn: CivilDate
  package var source: Source

  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// Không có thông tin án tích.
    case noRecord
    /// Có thông tin: a person must read it.
    case record
    /// The body cannot say: a namesake, a file not found. A person must resolve it.
    case doubtful
  }

  package enum Source: Equatable, Sendable, Codable {
    case message
    /// An officer filed it from paper.
    case paper(filedBy: OfficerID)
  }

  package init(
    body: AgencyBody, outcome: Outcome, reference: String, details: String,
    answeredOn: CivilDate, source: Source
  ) {
    self.body = body
    self.outcome = outcome
    self.reference = reference
    self.details = details
    self.answeredOn = answeredOn
    self.source = source
  }
}
