package import Records

/// Two records that may be one person's, side by side, and why.
package struct RecordPairView: Equatable, Sendable {
  package var pair: RecordPair
  package var low: JudicialRecord
  package var high: JudicialRecord

  package init(pair: RecordPair, low: JudicialRecord, high: JudicialRecord) {
    self.pair = pair
    self.low = low
    self.high = high
  }
}

/// A move of documents, with the people and the words.
package struct RecordMoveView: Equatable, Sendable {
  package var move: RecordMove
  /// Nil where it holds no document now.
  package var source: JudicialRecord?
  package var target: JudicialRecord?
  /// What a confirmed move moved.
  package var moved: [DocumentID]
  /// Where to: of a split into a new record known only once it is confirmed.
  package var into: RecordID?
  package var proposer: String
  /// Empty while it waits.
  package var decider: String
  /// Empty where it was purged.
  package var reason: String
  /// Whether the reader is the second of two.
  package var canConfirm: Bool
  /// The first takes it back, the second declines.
  package var canDecline: Bool

  package init(
    move: RecordMove, source: JudicialRecord?, target: JudicialRecord?, moved: [DocumentID],
    into: RecordID?, proposer: String, decider: String, reason: String,
    canConfirm: Bool, canDecline: Bool
  ) {
    self.move = move
    self.source = source
    self.target = target
    self.moved = moved
    self.into = into
    self.proposer = proposer
    self.decider = decider
    self.reason = reason
    self.canConfirm = canConfirm
    self.canDecline = canDecline
  }
}

/// What waits in the matter of who is who.
package struct RecordPairsView: Equatable, Sendable {
  /// Moves that wait for a second officer.
  package var waiting: [RecordMoveView]
  package var pairs: [RecordPairView]

  package init(waiting: [RecordMoveView], pairs: [RecordPairView]) {
    self.waiting = waiting
    self.pairs = pairs
  }
}
