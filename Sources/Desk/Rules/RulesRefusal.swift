package import Law

/// Why a change of the rules is not made.
package enum RulesRefusal: Error, Equatable, Sendable {
  /// The change itself cannot be.
  case change(RuleChangeRefusal)
  /// The calendar's sheet cannot be read: every line with its reason.
  case sheet([CalendarSheet.Lack])
  /// What was pasted is neither a sheet nor a proposal file.
  case notAProposal
  /// Four eyes: who proposed it does not decide it.
  case samePerson
  /// Somebody decided it already.
  case decided
}
