package import Vocabulary

/// Documents that an officer would have in another record, and what another made of it.
package struct RecordMove: Equatable, Sendable {
  package let id: Int64
  package let kind: RecordMoveKind
  package let source: RecordID
  /// Nil where a split begins a new record.
  package let target: RecordID?
  /// Of a split; a merge moves all there are.
  package let documents: [DocumentID]
  package let proposedBy: OfficerID
  package let proposedAt: Instant
  /// Its event, whose payload is the reason.
  package let event: Int64
  /// Nil while it waits.
  package let decision: Decision?

  package struct Decision: Equatable, Sendable {
    package let verdict: Verdict
    package let by: OfficerID
    package let at: Instant
    package let event: Int64

    package init(verdict: Verdict, by: OfficerID, at: Instant, event: Int64) {
      self.verdict = verdict
      self.by = by
      self.at = at
      self.event = event
    }

    package enum Verdict: String, Sendable, CaseIterable {
      case confirmed, declined
    }
  }

  package init(
    id: Int64, kind: RecordMoveKind, source: RecordID, target: RecordID?,
    documents: [DocumentID], proposedBy: OfficerID, proposedAt: Instant, event: Int64,
    decision: Decision?
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.target = target
    self.documents = documents
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
    self.event = event
    self.decision = decision
  }
}

package enum RecordMoveKind: String, Sendable, CaseIterable {
  /// Two records are one person's: all documents of one move to the other.
  case merge
  /// One record is two persons', or was merged wrongly: some documents move out.
  case split
}

/// What an officer wants.
package enum RecordMoveWish: Equatable, Sendable {
  /// All documents of the first record into the other.
  case merge(RecordID, into: RecordID)
  /// Some documents into a record that is there (to undo a merge: the emptied one) or a new one.
  case split(RecordID, [DocumentID], into: RecordID?)
}

extension RecordMove {
  /// As it was proposed.
  package var wish: RecordMoveWish {
    switch (kind, target) {
    case (.merge, let target?): .merge(source, into: target)
    case (.merge, nil), (.split, _): .split(source, documents, into: target)
    }
  }
}

/// Why a move was not taken.
package enum RecordMoveRefusal: String, Error, Equatable, Sendable, CaseIterable {
  /// There is no such record here, or it holds nothing.
  case noSuchRecord
  case sameRecord
  /// A split must move some documents of the record and leave some.
  case notAPart
  /// A correction must stay with what it corrects.
  case correctionApart
  /// Another move of one of the records waits for its second officer.
  case alreadyProposed
  /// There is no such move or pair, or it is decided.
  case notOpen
  /// The second officer is another person.
  case sameOfficer
  case reasonMissing
}
