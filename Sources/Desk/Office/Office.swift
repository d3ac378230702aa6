import Intake
package import Law
package import Vocabulary

/// One agency as this process serves it: its rules by day, its calendar and its press.
package final class Office: Sendable {
  package let profile: IssuerProfile
  package let calendar: WorkingCalendar
  package let press: Press
  private let shelf = RuleShelf()

  package init(profile: IssuerProfile, calendar: WorkingCalendar, press: Press) {
    self.profile = profile
    self.calendar = calendar
    self.press = press
  }

  package var agency: AgencyID { profile.agency }

  package func rules(on day: CivilDate) throws(Fault) -> RuleSet {
    try shelf.rules(of: profile, on: day)
  }

  /// What Intake must know of the rules of a day.
  func intakeRules(on day: CivilDate) throws(Fault) -> IntakeRules {
    let rules = try rules(on: day)
    return IntakeRules(
      purposes: Dictionary(
        rules.purposes.map { ($0.code, Set($0.kinds)) }, uniquingKeysWith: { first, _ in first }),
      purposesWantingNote: Set(rules.purposes.filter { $0.note == .needed }.map(\.code)),
      feeGroups: Set(rules.fees.groups.map(\.code)), minimumAge: rules.minimumAge,
      maxCopies: rules.fees.copies.limit, deliveries: rules.offeredDeliveries)
  }

  /// The fee with its reason.
  func fee(for request: CertificateRequest, on day: CivilDate) throws -> FeeQuote {
    let fee = try FeeIsDue.reckon(
      group: request.feeGroup, copies: request.copies, ruleSet: try rules(on: day))
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

  /// The day of the appointment (Article 48).
  func dueOn(_ declaration: Declaration, receivedAt now: Instant) throws(Fault) -> CivilDate {
    let rules = try rules(on: now.civilDate)
    return DueDate.reckon(
      received: now, difficulty: try difficulty(of: declaration), ruleSet: rules,
      calendar: calendar
    ).on
  }

  /// What makes a case take the longer limit, as far as the declaration tells it.
  private func difficulty(of declaration: Declaration) throws(Fault) -> Difficulty {
    let places = try PlaceDirectory.load()
    // One map for all, the older where it knows the name: a province that was only renamed or
    // merged in 2025 must not count as a second residence.
    let provinces = declaration.residences.compactMap {
      (places.province(ending: $0.place, map: .before)
        ?? places.province(ending: $0.place, map: .from))?.key
    }
    return Difficulty(
      LongerLimit.complications(
        nationality: declaration.person.nationality, provinces: Set(provinces),
        livedAbroad: .no, declaredConvictions: declaration.convictions.count))
  }

  func bodiesToAsk(on day: CivilDate) throws(Fault) -> [AgencyBody] {
    try rules(on: day).inquiries.map(\.body)
  }
}
