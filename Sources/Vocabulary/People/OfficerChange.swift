/// What two administrators change about one officer.
package enum OfficerChange: Hashable, Sendable, Codable {
  /// Somebody new, with the name under which they sign in.
  case admit(username: String, profile: OfficerProfile)
  /// From the approval on the officer is this.
  case become(OfficerProfile)
  /// Password and second factor are forgotten; a code that is handed over opens the enrolment.
  case resetFactor
  /// Somebody stands in for the officer, both days included.
  case substitute(by: OfficerID, role: Role, from: CivilDate, until: CivilDate)
}
