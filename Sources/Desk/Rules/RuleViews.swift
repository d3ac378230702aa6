package import Law
package import Vocabulary

/// One table in the list of all tables.
package struct RuleTableLine: Equatable, Sendable {
  package var table: RuleTable
  package var inForce: Int
  package var toCome: Int
  /// Rows in force that are not certain.
  package var doubtful: Int
}

/// The book of rules as an administrator opens it.
package struct RuleBookView: Equatable, Sendable {
  package var agencyName: Bilingual
  package var legalDay: CivilDate
  package var version: RuleVersion
  package var tables: [RuleTableLine]
  package var waiting: [RuleProposalLine]
  package var recent: [RuleProposalLine]
}

package struct RuleTableView: Equatable, Sendable {
  package var table: RuleTable
  package var legalDay: CivilDate
  package var rows: [RuleRow]
  /// What a new row may begin from; nil where no agency has one.
  package var pattern: RuleRow?
}

/// One proposal in a list.
package struct RuleProposalLine: Equatable, Sendable {
  package var id: RuleProposalID
  package var tables: [RuleTable]
  package var changes: Int
  package var firstDay: CivilDate?
  package var reason: String
  package var proposer: String
  package var proposedAt: Instant
  package var outcome: RuleOutcome
}

package enum RuleOutcome: Equatable, Sendable {
  case waiting
  case approved(number: Int, by: String, at: Instant, reason: String)
  case declined(by: String, at: Instant, reason: String)
}

/// What a change does, before anybody approves it.
package struct RuleTrial: Equatable, Sendable {
  package var changes: [RuleChangeView]
  package var impact: RuleImpact
}

/// One change beside what it changes.
package struct RuleChangeView: Equatable, Sendable {
  package var change: RuleChange
  /// The row as it is; nil for a new one.
  package var before: JSONValue?
  /// The row as it would be.
  package var after: JSONValue?
}

/// The open cases of the administrator's agency that were lodged on the days of a change. They
/// keep their rules; number and days only, because an administrator opens no case.
package struct RuleImpact: Equatable, Sendable {
  package var from: CivilDate
  package var until: CivilDate?
  package var count: Int
  /// Counting stopped at `count`: there are more.
  package var isMore: Bool
  package var cases: [Touched]

  package struct Touched: Equatable, Sendable {
    package var number: CaseNumber
    package var lodgedOn: CivilDate
    package var dueOn: CivilDate?
  }
}

package struct RuleProposalView: Equatable, Sendable {
  package var line: RuleProposalLine
  package var changes: [RuleChangeView]
  /// Nil once it is decided.
  package var impact: RuleImpact?
  /// Why it could not be approved as things stand; nil where it could.
  package var obstacle: RuleChangeRefusal?
  package var standing: Standing

  package enum Standing: Equatable, Sendable {
    /// This administrator may decide it.
    case mayDecide
    /// It is their own: another must.
    case own
    case decided
  }
}

/// The working year as the public sees it.
package struct WorkingYearView: Equatable, Sendable {
  package var year: Int
  package var isAnnounced: Bool
  package var agencyName: Bilingual
  package var days: [WorkingDayView]
  package var holidayNames: [String: Bilingual]
  package var limits: TimeLimits
}

package struct WorkingDayView: Equatable, Sendable {
  package var day: CivilDate
  package var reason: DayReason
}

/// A question about a due day with its answer.
package struct DueExplanation: Equatable, Sendable {
  package var received: Instant
  package var due: Due
  package var steps: [DueStep]
}
