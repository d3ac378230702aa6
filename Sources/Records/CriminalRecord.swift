package import Law
package import Vocabulary

/// What the assessor found the record to hold for the certificate, on the day of assessment.
///
/// Law 28/2009/QH12, Article 42.2 and 43.2. Until the law engine concludes it, the assessor
/// enters it by hand from the agencies' answers.
package struct RecordFinding: Equatable, Sendable, Codable {
  /// Chronological by judgment day.
  package var judgments: [Judgment]
  package var ban: Ban?
  /// Where the finding rests: answers' numbers, paper references. Read by the second officer.
  package var grounds: String

  package init(judgments: [Judgment], ban: Ban?, grounds: String) {
    self.judgments = judgments
    self.ban = ban
    self.grounds = grounds
  }
}

/// One criminal judgment, with the fields that number 2 prints (Article 43.2.b).
package struct Judgment: Equatable, Sendable, Codable {
  package var number: String
  package var pronouncedOn: CivilDate
  package var court: String
  /// Tội danh, such as `Trộm cắp tài sản`.
  package var offence: String
  /// Điều khoản áp dụng, such as `Điều 173 khoản 1 Bộ luật Hình sự 2015`.
  package var provision: String
  package var principalPenalty: String
  /// Empty where there is none.
  package var supplementaryPenalty: String
  package var civilObligations: String
  package var courtFees: String
  package var execution: String
  package var clearance: Clearance

  /// Whether and from when the judgment is cleared, as the law's rule takes it.
  package typealias Clearance = CertificateStates.Clearance

  package init(
    number: String, pronouncedOn: CivilDate, court: String, offence: String, provision: String,
    principalPenalty: String, supplementaryPenalty: String, civilObligations: String,
    courtFees: String, execution: String, clearance: Clearance
  ) {
    self.number = number
    self.pronouncedOn = pronouncedOn
    self.court = court
    self.offence = offence
    self.provision = provision
    self.principalPenalty = principalPenalty
    self.supplementaryPenalty = supplementaryPenalty
    self.civilObligations = civilObligations
    self.courtFees = courtFees
    self.execution = execution
    self.clearance = clearance
  }
}

/// A ban on office and on founding or managing enterprises and co-operatives after a bankruptcy
/// decision (Articles 42.3 and 43.3).
package struct Ban: Equatable, Sendable, Codable {
  package var decisionNumber: String
  package var decidedOn: CivilDate
  package var court: String
  /// Chức vụ bị cấm đảm nhiệm.
  package var office: String
  /// Thời hạn không được thành lập, quản lý doanh nghiệp, hợp tác xã, in words.
  package var term: String
  /// The last day of the ban, if it is known.
  package var until: CivilDate?

  package init(
    decisionNumber: String, decidedOn: CivilDate, court: String, office: String, term: String,
    until: CivilDate?
  ) {
    self.decisionNumber = decisionNumber
    self.decidedOn = decidedOn
    self.court = court
    self.office = office
    self.term = term
    self.until = until
  }
}
