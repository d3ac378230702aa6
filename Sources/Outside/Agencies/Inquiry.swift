package import Vocabulary

/// A question to a body about one person, sent until it is answered; the same id is the same
/// question, however often it arrives.
package struct Inquiry: Equatable, Sendable {
  package let id: InquiryID
  package let body: InquiredBody
  package let caseNumber: CaseNumber
  package let person: InquiredPerson

  package init(id: InquiryID, body: InquiredBody, caseNumber: CaseNumber, person: InquiredPerson) {
    self.id = id
    self.body = body
    self.caseNumber = caseNumber
    self.person = person
  }
}

/// Who can be asked. The raw values are those of `Law`'s agency bodies.
package enum InquiredBody: String, Sendable, Codable, CaseIterable {
  case recordsCentre = "records-centre"
  case police
}

/// What a body needs to find a person and to tell namesakes apart.
package struct InquiredPerson: Equatable, Sendable {
  package let nationalID: NationalID?
  package let otherNumbers: [String]
  package let name: PersonName
  package let otherNames: [PersonName]
  package let birthDate: BirthDate
  package let fatherName: PersonName?
  package let motherName: PersonName?

  package init(
    nationalID: NationalID?, otherNumbers: [String], name: PersonName, otherNames: [PersonName],
    birthDate: BirthDate, fatherName: PersonName?, motherName: PersonName?
  ) {
    self.nationalID = nationalID
    self.otherNumbers = otherNumbers
    self.name = name
    self.otherNames = otherNames
    self.birthDate = birthDate
    self.fatherName = fatherName
    self.motherName = motherName
  }
}

/// What came of sending or asking after an inquiry.
package typealias InquiryReply = AgencyReply<InquiryAnswer>

/// A body's answer, complete and about the person that was asked for.
package enum InquiryAnswer: Equatable, Sendable {
  /// Searched, and nothing found. Law 28/2009/QH12, Article 47.
  case noRecord(reference: String, searchedOn: CivilDate)
  /// At least one judgment or ban; a person reads it.
  case record(
    reference: String, searchedOn: CivilDate, summary: String, entries: [RecordEntry],
    bans: [BanEntry])
  /// The body cannot say: a namesake, a file not found.
  case doubtful(reference: String, searchedOn: CivilDate, reason: String)
}

/// One judgment as a body reports it: words for the assessor, who enters the record by hand.
package struct RecordEntry: Equatable, Sendable {
  package let judgmentNumber: String
  package let judgmentOn: CivilDate
  package let court: String
  package let offence: String
  package let provision: String?
  package let principalPenalty: String
  package let supplementaryPenalty: String?
  package let civilObligations: String?
  package let courtFees: String?
  package let execution: String?
  /// The day from which the conviction is expunged, if the body says so.
  package let clearedFrom: CivilDate?
}

/// A ban on office and enterprises after a bankruptcy decision, as a body reports it.
package struct BanEntry: Equatable, Sendable {
  package let decisionNumber: String
  package let decidedOn: CivilDate
  package let court: String
  package let office: String
  package let term: String
  package let until: CivilDate?
}
