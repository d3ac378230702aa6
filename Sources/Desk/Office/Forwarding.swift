import CaseFile
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
      try step.belongs(to: officer)
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
      try step.note(.mail(.init(caseID: id, step: .forwarded)))
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
      switch finding.agency {
      case .province(let key):
        agency = .province(try PlaceDirectory.load().place(key)?.name ?? key.code)
      case .nationalCentre: agency = .nationalCentre
      }
    }
    return ElsewhereView(agency: agency, reason: finding.reason, citation: finding.citation)
  }

  /// The same for a case that nobody has accepted yet.
  func elsewhere(_ facts: CaseFacts) throws -> ElsewhereView? {
    switch facts.history.state.name {
    case .awaitingFee, .lodged: break
    case .inAssessment, .assessed, .approved, .issuing, .issued, .handedOver, .refused,
      .withdrawn:
      return nil
    }
    guard let office = offices[facts.agency], let declaration = facts.declaration else {
      return nil
    }
    return try elsewhere(declaration, at: office, by: office.rules(of: facts))
  }

  func forwarded(_ facts: CaseFacts) throws -> ForwardedView? {
    guard let forwarding = facts.forwarding else { return nil }
    let day = forwarding.at.civilDate
    let code = forwarding.to.code
    return ForwardedView(
      to: try offices[forwarding.to]?.rules(on: day).names.name ?? Bilingual(vi: code, en: code),
      on: day, reason: forwarding.grounds?.reason, citation: forwarding.grounds?.citation)
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
