package import Vocabulary

/// What a page of the accountant shows. Money and numbers of cases; nothing of a person.
package struct DayMoneyView: Equatable, Sendable {
  package var day: CivilDate
  package var channels: [ChannelTakings]
  package var settlement: SettlementView?
  /// Nil for an agency whose merchant this portal is not.
  package var fetching: FetchingView?
  /// Of the day, settled or not.
  package var differences: [DifferenceView]
  /// Of other days, not settled yet.
  package var older: [DifferenceView]
  /// Tills that are not handed over, of any day.
  package var tills: [TillView]
  package var book: [DayBookLine]
  /// Where the book's next page begins; nil at its end.
  package var next: DayBookKey?
}

package struct ChannelTakings: Equatable, Sendable {
  package var channel: PaymentChannel
  package var taken: Dong
  /// Given back through the channel, or handed over to the accountant.
  package var given: Dong
}

package struct SettlementView: Equatable, Sendable {
  package var fetchedAt: Instant
  package var digest: String
  package var lines: Int
  package var paid: Dong
  package var refunded: Dong
}

/// How far the gateway's word has come.
package struct FetchingView: Equatable, Sendable {
  /// The latest day whose file is here; nil before the first.
  package var latest: LatestSettlement?
  /// Days that are over and lack theirs, the oldest first.
  package var lacking: [LackingDayView]
}

package struct LackingDayView: Equatable, Sendable {
  package var day: CivilDate
  /// The last try; nil where nobody has tried yet.
  package var miss: MissView?

  package struct MissView: Equatable, Sendable {
    package var failure: SettlementFailure
    package var tries: Int
    package var triedAt: Instant
    /// Nil where trying again would change nothing, or the day is too long ago to be asked for by
    /// itself.
    package var nextAt: Instant?
  }
}

package struct LatestSettlement: Equatable, Sendable {
  package var day: CivilDate
  package var fetchedAt: Instant
}

package struct DifferenceView: Equatable, Sendable {
  package var day: CivilDate
  package var number: Int
  /// Of the gateway's file in which it was found.
  package var digest: String
  package var kind: SettlementDifference
  package var flow: MoneyFlow
  package var reference: String
  package var caseNumber: String?
  package var ours: Dong?
  package var theirs: Dong?
  package var settledBy: String?
}

package struct TillView: Equatable, Sendable {
  package var officer: OfficerID
  package var officerName: String
  package var day: CivilDate
  package var channel: PaymentChannel
  package var expected: Dong
  package var counted: Dong?
  package var isReceived: Bool
  /// Counted, and the reader is who may count it the second time.
  package var canReceive: Bool
  /// Only where it is the officer's own.
  package var takings: [TakingView]
}

package struct TakingView: Equatable, Sendable {
  package var payment: PaymentID
  package var caseNumber: String
  package var amount: Dong
  package var takenAt: Instant
}

package struct DayBookLine: Equatable, Sendable {
  package var at: Instant
  package var caseNumber: String?
  package var reference: String?
  package var receipt: String?
  package var debit: LedgerAccount
  package var credit: LedgerAccount
  package var amount: Dong
}

package struct DayBookKey: Equatable, Sendable {
  package var at: Instant
  package var id: Int64

  package init(at: Instant, id: Int64) {
    self.at = at
    self.id = id
  }
}
