package import Vocabulary

/// What an application costs, and why.
///
/// TT 244/2016/TT-BTC, and TT 16/2025/TT-BTC in its place: a fee (phí) for one person and one
/// application, halved or waived for named groups; two copies are covered and each further one is
/// charged. Amounts and groups are rows of the rule set.
package enum FeeIsDue: Rule {
  package static let summary =
    "The fee is per application and person; two copies are covered, each further one is charged."
  package static let citations = [
    Citation("TT 244/2016/TT-BTC"), Citation("TT 16/2025/TT-BTC"),
  ]
  package static let inForce = Period(from: CivilDate(2017, 1, 1))
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "Extra copies are charged to exempt persons too: the charge is for the paper, not for the "
      + "information (likely; a row decides).",
    "What a province pays for a channel is taken off the fee, not off the charge for further "
      + "copies (a row names channel, share and days).",
  ]

  package enum Refusal: Error, Equatable, Sendable {
    /// The table of the day has no such group.
    case unknownGroup
    case noCopies
    case tooManyCopies(limit: Int)
    /// The day of birth says that the person is not of the group.
    case notOfThatAge
  }

  /// - Parameter group: a code of the fee table; whether its proof is in order is for Intake.
  package static func reckon(
    group code: String, copies: Int, channel: LodgingChannel = .online, ruleSet: RuleSet
  ) throws(Refusal) -> Fee {
    try reckon(group: code, copies: copies, channel: channel, table: ruleSet.fees)
  }

  package static func reckon(
    group code: String, copies: Int, channel: LodgingChannel = .online, table: FeeTable
  ) throws(Refusal) -> Fee {
    guard let group = table.group(code) else { throw .unknownGroup }
    guard copies >= 1 else { throw .noCopies }
    let charge = table.copies
    guard copies <= charge.limit else { throw .tooManyCopies(limit: charge.limit) }
    let extra = max(copies - charge.included, 0)
    var lines = [Fee.Line(words: group.name, amount: group.amount)]
    var amount = group.amount
    var citations = [group.citation]
    if let subsidy = table.subsidies.first(where: { $0.channel == channel }) {
      let part = subsidy.part(of: group.amount)
      if part > .zero {
        lines.append(Fee.Line(words: subsidy.name, amount: .zero - part))
        amount = amount - part
        citations.append(subsidy.citation)
      }
    }
    if extra > 0, group.kind != .exempt || charge.exemptPayToo == .yes {
      let line = Fee.Line(words: words(extra: extra, charge), amount: charge.perExtra * extra)
      lines.append(line)
      amount = amount + line.amount
      if charge.citation != group.citation { citations.append(charge.citation) }
    }
    return Fee(
      amount: amount, group: group, copies: copies, extraCopies: extra, lines: lines,
      citations: citations)
  }

  /// What the day of birth says about belonging to a group.
  package enum Standing: Equatable, Sendable {
    case nothingToProve
    case shownByAge
    case contradictedByAge
    case paperNeeded(Bilingual)
  }

  package static func standing(
    in group: FeeGroup, born: BirthDate, on day: CivilDate
  ) -> Standing {
    switch group.proof {
    case .none: .nothingToProve
    case .paper(let words): .paperNeeded(words)
    case .youngerThan(let years):
      born.latest.adding(years: years) > day ? .shownByAge : .contradictedByAge
    case .atLeast(let years):
      born.earliest.adding(years: years) <= day ? .shownByAge : .contradictedByAge
    }
  }

  private static func words(extra: Int, _ charge: CopyCharge) -> Bilingual {
    Bilingual(
      vi: "\(extra) Phiếu ngoài \(charge.included) Phiếu đầu, \(charge.perExtra) mỗi Phiếu",
      en: "\(extra) beyond the first \(charge.included) copies, \(charge.perExtra) each")
  }
}
