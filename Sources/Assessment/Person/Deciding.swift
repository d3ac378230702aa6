package import Records
package import Vocabulary

/// An officer says whether a record is the applicant's.
///
/// Assessors and leaders may; who has decided on the pair may not decide again.
package func decide(
  _ verdict: PersonVerdict, because reason: String, on record: RecordID, edition: Int,
  in finding: Identification, of agency: AgencyID, by officer: ActingOfficer
) throws(PersonRefusal) -> Opinions.Opinion {
  try mayDecide(officer, of: agency, because: reason)
  let opinion = Opinions.Opinion(by: officer.id, verdict: verdict)
  var after = finding
  try after.add(opinion, on: record, edition: edition)
  return opinion
}

/// A leader who is neither of the two decides where they differ.
package func rule(
  _ verdict: PersonVerdict, because reason: String, on record: RecordID, edition: Int,
  in finding: Identification, of agency: AgencyID, by officer: ActingOfficer
) throws(PersonRefusal) -> Opinions.Opinion {
  try mayDecide(officer, of: agency, because: reason)
  guard officer.roles.contains(.leader) else { throw .roleMissing(.leader) }
  let opinion = Opinions.Opinion(by: officer.id, verdict: verdict)
  var after = finding
  try after.rule(opinion, on: record, edition: edition)
  return opinion
}

/// The same of what a citizen disputes. Who answers for the certificate does not judge it.
package func decide(
  _ verdict: PersonVerdict, because reason: String, in dispute: PersonDispute,
  of agency: AgencyID, by officer: ActingOfficer
) throws(PersonRefusal) -> Opinions.Opinion {
  try mayDecide(officer, of: agency, because: reason)
  guard !dispute.officers.contains(officer.id) else { throw .ownCase }
  let opinion = Opinions.Opinion(by: officer.id, verdict: verdict)
  var after = dispute
  let hasLooked = after.opinions.given.contains { $0.by == officer.id }
  if after.opinions.standing == .leader, !hasLooked {
    guard officer.roles.contains(.leader) else { throw .roleMissing(.leader) }
    try after.opinions.rule(opinion)
  } else {
    try after.opinions.add(opinion)
  }
  return opinion
}

/// "This is not me": a proceeding of its own on an issued certificate, put to two officers.
package struct PersonDispute: Equatable, Sendable {
  package let openedAt: Instant
  /// Who found and approved what is disputed, and who said that the record is the applicant's.
  package let officers: Set<OfficerID>
  package var opinions = Opinions(alwaysTwo: true)

  package init(openedAt: Instant, officers: Set<OfficerID>) {
    self.openedAt = openedAt
    self.officers = officers
  }
}

private func mayDecide(
  _ officer: ActingOfficer, of agency: AgencyID, because reason: String
) throws(PersonRefusal) {
  guard officer.agency == agency else { throw .otherAgency }
  guard officer.roles.contains(.assessor) || officer.roles.contains(.leader) else {
    throw .roleMissing(.assessor)
  }
  guard !reason.isEmpty else { throw .reasonMissing }
}
