package import Vocabulary

/// One line of a list of records.
package struct RecordLine: Equatable, Sendable {
  package let id: RecordID
  package let name: String
  package let born: BirthDate?

  package init(id: RecordID, name: String, born: BirthDate?) {
    self.id = id
    self.name = name
    self.born = born
  }
}

/// To which record a document belongs.
package enum RecordAttachment: Equatable, Sendable {
  /// The one in which one of its identity numbers stands, or a new one.
  case byNumber
  /// An officer has found the person.
  case to(RecordID)
  /// An officer has looked and found nobody.
  case newRecord
}

/// Why a right document could not be put into a record.
package enum FilingRefusal: String, Error, Equatable, Sendable, CaseIterable {
  /// Its identity numbers stand in different records.
  case numbersOfTwoRecords
  /// It bears no number, and somebody of this name and birth year has a record: an officer must
  /// say whether it is the same person.
  case personUnclear
  /// The document that it corrects is not in the record.
  case correctedUnknown
  /// Another document corrects the same one already.
  case correctedAlready
  /// The record to which an officer attached it is not there.
  case noSuchRecord
}

/// One issuer's lateness.
package struct LateIssuer: Equatable, Sendable {
  package let issuer: String
  package let supplier: Supplier
  /// How many documents came late.
  package let count: Int
  package let worstDays: Int
  package let lastReceivedOn: CivilDate

  package init(
    issuer: String, supplier: Supplier, count: Int, worstDays: Int, lastReceivedOn: CivilDate
  ) {
    self.issuer = issuer
    self.supplier = supplier
    self.count = count
    self.worstDays = worstDays
    self.lastReceivedOn = lastReceivedOn
  }
}

/// One document that came late.
package struct LateDocument: Equatable, Sendable {
  package let document: DocumentID
  package let record: RecordID
  package let issuer: String
  package let daysLate: Int
  package let receivedOn: CivilDate

  package init(
    document: DocumentID, record: RecordID, issuer: String, daysLate: Int, receivedOn: CivilDate
  ) {
    self.document = document
    self.record = record
    self.issuer = issuer
    self.daysLate = daysLate
    self.receivedOn = receivedOn
  }
}
