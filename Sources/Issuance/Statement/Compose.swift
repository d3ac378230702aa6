package import Assessment
package import Decision
import Intake
import Law
import Records
package import Vocabulary

/// From a decision to exactly what the certificate states on its day.
///
/// Law 28/2009/QH12, Article 42 (number 1: identity; convictions not cleared; the ban only if
/// asked for) and Article 43 (number 2: parents and spouse too; every conviction in order of
/// time; the ban always). Pending prosecutions and administrative sanctions are in no record.
///
/// - Parameter recheck: what the rules conclude on the certificate's day. A decision of an earlier
///   day says nothing of this one by itself.
package func compose(
  _ decided: Decided, number: String, issuedOn: CivilDate, recheck: Recheck
) throws(IssuanceRefusal) -> CertificateStatement {
  guard recheck.day == issuedOn, recheck.changed.isEmpty else { throw .conclusionChanged }
  return statement(of: decided.assessed, number: number, issuedOn: issuedOn)
}

/// What a certificate would state if the finding were approved today: for the officers' preview.
package func preview(_ assessed: Assessed, on day: CivilDate) -> CertificateStatement {
  statement(of: assessed, number: "…", issuedOn: day)
}

private func statement(
  of assessed: Assessed, number: String, issuedOn: CivilDate
) -> CertificateStatement {
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
  switch CertificateStates.printsFamily(kind: kind) {
  case .leftOut: nil
  case .printed:
    CertificateStatement.FamilyNames(
      father: family.father?.name.text ?? "", mother: family.mother?.name.text ?? "",
      spouse: family.spouse?.name.text ?? "")
  }
}

private func criminalRecord(
  _ judgments: [Judgment], on kind: CertificateKind, at day: CivilDate
) -> CertificateStatement.CriminalRecordSection {
  let printed = judgments.filter {
    CertificateStates.printsJudgment($0.clearance, kind: kind, on: day) == .printed
  }
  return printed.isEmpty ? .none : .judgments(printed)
}

private func ban(
  _ ban: Ban?, on kind: CertificateKind, asked: BanConfirmation, at day: CivilDate
) -> CertificateStatement.BanSection {
  switch CertificateStates.printsBan(asked, kind: kind) {
  case .leftOut: .leftOut
  case .printed:
    if let ban, CertificateStates.banBinds(until: ban.until, on: day) {
      .banned(ban)
    } else {
      .notBanned
    }
  }
}
