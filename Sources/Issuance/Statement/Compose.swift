import Assessment
package import Decision
import Intake
package import Records
package import Vocabulary

/// From a decision to exactly what the certificate states on its day.
///
/// Law 28/2009/QH12, Article 42 (number 1: identity; convictions not cleared; the ban only if
/// asked for) and Article 43 (number 2: parents and spouse too; every conviction in order of
/// time; the ban always). Pending prosecutions and administrative sanctions are in no record.
package func compose(
  _ decided: Decided, number: String, issuedOn: CivilDate
) -> CertificateStatement {
  let assessed = decided.assessed
  let declaration = assessed.accepted.declaration
  let kind = declaration.request.kind
  return CertificateStatement(
    kind: kind, number: number, issuedOn: issuedOn,
    identity: identity(of: declaration.person),
    family: family(of: declaration.family, on: kind),
    criminalRecord: criminalRecord(assessed.finding.judgments, on: kind, at: issuedOn),
    ban: ban(
      assessed.finding.ban, on: kind, asked: declaration.request.banConfirmation, at: issuedOn))
}

private func identity(of person: DeclaredPerson) -> CertificateStatement.Identity {
  CertificateStatement.Identity(
    name: person.name.text, sex: person.sex, birthDate: person.birthDate,
    birthPlace: person.birthPlace, nationality: person.nationality,
    ethnicity: person.ethnicity, paperKind: person.paper.kind.rawValue,
    paperNumber: person.paper.number, paperIssuedOn: person.paper.issuedOn,
    paperIssuedBy: person.paper.issuedBy, permanentResidence: person.permanentResidence,
    temporaryResidence: person.temporaryResidence)
}

private func family(
  of family: Family, on kind: CertificateKind
) -> CertificateStatement.FamilyNames? {
  switch kind {
  case .number1: nil
  case .number2:
    CertificateStatement.FamilyNames(
      father: family.father?.name.text ?? "", mother: family.mother?.name.text ?? "",
      spouse: family.spouse?.name.text ?? "")
  }
}

private func criminalRecord(
  _ judgments: [Judgment], on kind: CertificateKind, at day: CivilDate
) -> CertificateStatement.CriminalRecordSection {
  let printed =
    switch kind {
    case .number1: judgments.filter { !$0.isCleared(on: day) }
    case .number2: judgments
    }
  return printed.isEmpty ? .none : .judgments(printed)
}

private func ban(
  _ ban: Ban?, on kind: CertificateKind, asked: BanConfirmation,
  at day: CivilDate
) -> CertificateStatement.BanSection {
  switch (kind, asked) {
  case (.number1, .notRequested): .leftOut
  case (.number1, .requested), (.number2, .requested), (.number2, .notRequested):
    if let ban, ban.isInForce(on: day) { .banned(ban) } else { .notBanned }
  }
}

extension Judgment {
  /// Whether the person counts as not convicted by this judgment on that day.
  package func isCleared(on day: CivilDate) -> Bool {
    switch clearance {
    case .notCleared: false
    case .cleared(let from): from <= day
    }
  }
}

extension Ban {
  /// A ban whose end is not known is in force.
  package func isInForce(on day: CivilDate) -> Bool {
    guard let until else { return true }
    return day <= until
  }
}
