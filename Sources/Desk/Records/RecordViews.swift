package import Law
package import Records
package import Vocabulary

/// What an officer looks for: a number, or a name with or without a birth year.
package struct RecordQuery: Equatable, Sendable {
  package var number: String
  package var name: String
  package var birthYear: Int?

  package init(number: String, name: String, birthYear: Int?) {
    self.number = number
    self.name = name
    self.birthYear = birthYear
  }
}

/// Records that fit what was looked for.
package struct FoundRecords: Equatable, Sendable {
  package var lines: [RecordLine]
  /// More may fit than are listed.
  package var isPart: Bool

  package init(lines: [RecordLine], isPart: Bool = false) {
    self.lines = lines
    self.isPart = isPart
  }
}

/// Why a record is opened: for a case by its number, or for a reason in words.
package struct RecordLook: Equatable, Sendable {
  package var caseNumber: String
  package var reason: String

  package init(caseNumber: String, reason: String) {
    self.caseNumber = caseNumber
    self.reason = reason
  }
}

/// A record as an officer of its agency sees it.
package struct RecordView: Equatable, Sendable {
  package var record: JudicialRecord
  package var questions: [RecordQuestionView]
  /// The names of those who filed or answered something.
  package var officers: [OfficerID: String]
  /// Moves of documents into it and out of it.
  package var moves: [RecordMoveView] = []
  /// Where its documents are, when all moved away.
  package var successor: RecordID?
}

/// A question with the documents it is about.
package struct RecordQuestionView: Equatable, Sendable {
  package var id: Int64
  package var record: RecordID
  package var personName: String
  package var subject: String
  package var documents: [FiledDocument]
  package var askedAt: Instant
  package var closedAt: Instant?
  /// The officer's reason; nil while it is open, or where a document ended it.
  package var reason: String?
}

package struct LateSuppliersView: Equatable, Sendable {
  package var issuers: [LateIssuer]
  package var worst: [LateDocument]
  /// What the rules give suppliers today.
  package var term: SupplyTerm
}

/// The desk says no in a matter of records.
package enum RecordRefused: Error, Equatable, Sendable {
  /// A record is opened for a case or a reason, and neither was given.
  case lookReasonMissing
  case noSuchCase
  case document(DocumentRefusal)
  /// The document is right; where it belongs is not clear. Candidates are people of that name.
  case filing(FilingRefusal, candidates: [RecordLine])
  case answerReasonMissing
  case questionClosed
  case move(RecordMoveRefusal)
}
