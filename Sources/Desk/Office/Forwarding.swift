package import CaseFile
import Intake
import Law
package import Vocabulary
import Words

extension Desk {
  /// An intake officer hands a case on, with its file, to the agency that is competent. The number
  /// stays, the fee stays in the books of the agency that received it, and the clock has not
  /// begun: the receiving agency's calendar counts from its acceptance.
  package func forward(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws {
    let office = try office(of: officer.agency)
    try await freshRules()
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .intake)
      let lodged = try step.facts.lodged()
      let standing = try office.standing(
        of: lodged.declaration, by: office.rules(of: step.facts))
      guard let receiver = self.receiver(for: standing, besides: office) else {
        throw Refused.intake(.competentHere)
      }
      let forwarded = try refusing(Refused.intake) { () throws(IntakeRefusal) in
        try Intake.forward(lodged, standing: standing, to: receiver.agency, by: officer)
      }
      try step.record(
        .forwarded(by: forwarded.by, to: forwarded.to),
        payload: ForwardingGrounds(
          reason: forwarded.finding.reason, citation: forwarded.finding.citation))
      try step.mail(.forwarded)
    }
  }

  /// An intake officer sends a case, with its file, to a competent agency outside this
  /// installation. It ends here: the rules say whether a fee that was paid is owed back.
  ///
  /// - Parameter reference: the number of the letter with which the file leaves.
  package func sendOutside(
    _ id: CaseID, version: Int, way: CaseEvent.SendingWay, reference: String,
    by officer: ActingOfficer
  ) async throws {
    guard !reference.isEmpty else { throw Refused.referenceMissing }
    let now = surroundings.now()
    let office = try office(of: officer.agency)
    try await freshRules()
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .intake)
      let lodged = try step.facts.lodged()
      let rules = try office.rules(of: step.facts)
      let standing = try office.standing(of: lodged.declaration, by: rules)
      guard self.receiver(for: standing, besides: office) == nil else {
        throw Refused.intake(.competentHere)
      }
      let sent = try refusing(Refused.intake) { () throws(IntakeRefusal) in
        try Intake.sendOutside(lodged, standing: standing, by: officer)
      }
      try step.record(
        .sentOutside(by: sent.by, way: way),
        payload: Departure(
          agency: try Departure.Destination(sent.finding.agency), reason: sent.finding.reason,
          citation: sent.finding.citation, reference: reference,
          owedBack: step.feeOwedBack(by: rules)))
      try step.oweFeeBack(by: rules, at: now)
      try step.mail(.sentOutside)
    }
  }

  /// The office of this installation that is competent instead; nil where there is none.
  private func receiver(for standing: Competence.Standing, besides office: Office) -> Office? {
    guard case .another(let finding) = standing,
      case .province(let key) = finding.agency
    else { return nil }
    return offices.values.sorted { $0.agency.code < $1.agency.code }.first {
      $0.agency != office.agency && $0.profile.competence(on: key.map) == finding.agency
    }
  }

  /// Which other agency is competent for what is declared; nil where this one is, where one may
  /// apply anywhere, and where the addresses do not tell.
  func elsewhere(
    _ declaration: Declaration, at office: Office, by rules: RuleSet
  ) throws -> ElsewhereView? {
    let standing = try office.standing(of: declaration, by: rules)
    guard case .another(let finding) = standing else { return nil }
    let agency: ElsewhereView.Named
    if let receiver = self.receiver(for: standing, besides: office) {
      agency = .here(
        receiver.agency, try receiver.rules(on: surroundings.now().civilDate).names.name)
    } else {
      agency = .outside(try Departure.Destination(finding.agency))
    }
    return ElsewhereView(agency: agency, reason: finding.reason, citation: finding.citation)
  }

  /// The same for a case that nobody has accepted yet.
  func elsewhere(_ facts: CaseFacts) throws -> ElsewhereView? {
    // A certificate is corrected by the agency that issued it.
    guard facts.lodging.cites == nil else { return nil }
    switch facts.history.state.name {
    case .awaitingFee, .lodged: break
    case .inAssessment, .awaitingSupplement, .assessed, .approved, .issuing, .issued,
      .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      return nil
    }
    guard let office = offices[facts.agency], let declaration = facts.declaration else {
      return nil
    }
    return try elsewhere(declaration, at: office, by: office.rules(of: facts))
  }

  func forwarded(_ facts: CaseFacts) throws -> ForwardedView? {
    if let departure = facts.departure, let last = facts.events.last(where: { $0.hasLeft }) {
      return ForwardedView(
        to: Bilingual(
          vi: CompetenceWords.name(departure.agency, in: .vietnamese),
          en: CompetenceWords.name(departure.agency, in: .english)),
        on: last.at.civilDate, reason: departure.reason, citation: departure.citation,
        reference: departure.reference, owedBack: departure.owedBack)
    }
    guard let forwarding = facts.forwarding else { return nil }
    let day = forwarding.at.civilDate
    let code = forwarding.to.code
    return ForwardedView(
      to: try offices[forwarding.to]?.rules(on: day).names.name ?? Bilingual(vi: code, en: code),
      on: day, reason: forwarding.grounds?.reason, citation: forwarding.grounds?.citation)
  }
}

extension CaseEntry {
  fileprivate var hasLeft: Bool {
    if case .sentOutside = event { true } else { false }
  }
}

extension Departure.Destination {
  init(_ agency: CompetentAgency) throws(Fault) {
    switch agency {
    case .province(let key):
      self = .province(try PlaceDirectory.load().place(key)?.name ?? key.code)
    case .nationalCentre: self = .nationalCentre
    }
  }
}

extension Office {
  /// Whether this agency is the right one for what is declared, by the rules of the case. An
  /// address that cannot be read as a province of the day's map counts for nobody else.
  fileprivate func standing(
    of declaration: Declaration, by rules: RuleSet
  ) throws(Fault) -> Competence.Standing {
    let map = PlaceMap(on: rules.legalDay)
    guard
      let residence = Competence.Residence(
        declaration.person, map: map, places: try PlaceDirectory.load())
    else { return .competent }
    return Competence.standing(
      of: profile.competence(on: map), for: residence, policy: rules.competence)
  }
}
