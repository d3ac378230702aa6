package import CaseFile
import Intake
package import Law
package import Vocabulary

/// One agency as this process serves it: its rules by day, its calendar and its press.
package final class Office: Sendable {
  /// As it came with the program; its rules of a day are asked of the shelf.
  package let profile: IssuerProfile
  package let shelf: RuleShelf
  package let press: Press

  package init(profile: IssuerProfile, shelf: RuleShelf, press: Press) {
    self.profile = profile
    self.shelf = shelf
    self.press = press
  }

  package var agency: AgencyID { profile.agency }

  /// The rules of a day as they are known now: what a new case gets.
  package func rules(on day: CivilDate) throws(Fault) -> RuleSet {
    try shelf.rules(of: profile.id, on: day)
  }

  /// The rules of a case: those of the day it was lodged, as they were known then. What is
  /// approved later, be it for that very day, does not touch it.
  package func rules(of facts: CaseFacts) throws(Fault) -> RuleSet {
    let version = facts.lodging.ruleVersion.flatMap { RuleVersion($0) }
    return try shelf.rules(
      of: profile.id, on: facts.lodgedAt.civilDate, knowing: version?.edition ?? 0)
  }

  package var calendar: WorkingCalendar {
    get throws(Fault) { try shelf.calendar(of: profile.id) }
  }

  /// What Intake must know of the rules of a day.
  func intakeRules(on day: CivilDate) throws(Fault) -> IntakeRules {
    let rules = try rules(on: day)
    return IntakeRules(
      purposes: Dictionary(
        rules.purposes.map { ($0.code, Set($0.kinds)) }, uniquingKeysWith: { first, _ in first }),
      purposesWantingNote: Set(rules.purposes.filter { $0.note == .needed }.map(\.code)),
      feeGroups: Set(rules.fees.groups.map(\.code)),
      feeGroupsWantingPaper: Set(rules.fees.groups.filter { $0.paper != nil }.map(\.code)),
      minimumAge: rules.minimumAge,
      maxCopies: rules.fees.copies.limit, deliveries: rules.offeredDeliveries,
      purposesWithoutBasis: Set(
        rules.purposes.filter {
          ThirdPartyDemand.standing(of: $0, kind: .number1, on: rules.legalDay)
            == .demandWithoutBasis
        }.map(\.code)))
  }

  /// The fee with its reason, by the way in which the application came.
  func fee(
    for request: CertificateRequest, through channel: LodgingChannel, by rules: RuleSet
  ) throws -> FeeQuote {
    let fee = try FeeIsDue.reckon(
      group: request.feeGroup, copies: request.copies, channel: channel, ruleSet: rules)
    return FeeQuote(
      amount: fee.amount, group: fee.group.code,
      lines: fee.lines.map {
        .init(vietnamese: $0.words.vi, english: $0.words.en, amount: $0.amount)
      },
      citations: fee.citations)
  }

  /// Whether the birth date rules out the fee group that was claimed (child, elderly).
  func contradictsFeeGroup(
    _ declaration: Declaration, on day: CivilDate
  ) throws(Fault) -> Bool {
    guard let group = try rules(on: day).fees.group(declaration.request.feeGroup) else {
      return false
    }
    return FeeIsDue.standing(in: group, born: declaration.person.birthDate, on: day)
      == .contradictedByAge
  }

  func bodiesToAsk(of facts: CaseFacts) throws(Fault) -> [AgencyBody] {
    try rules(of: facts).inquiries.map(\.body)
  }
}
