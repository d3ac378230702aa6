package import Desk
package import Issuance
package import Vocabulary

/// What the pages of the statutory forms ask of the desk.
package protocol FormsDesk: Sendable {
  func officeForm(
    _ form: StatutoryForm, of id: CaseID, by officer: ActingOfficer
  ) async throws -> [UInt8]
  func citizenForm(
    _ form: StatutoryForm, of id: CaseID, of citizen: CitizenID
  ) async throws -> [UInt8]
  /// The agency excuses itself and names another day, once.
  func reappoint(
    _ id: CaseID, version: Int, day: CivilDate, reason: String, by officer: ActingOfficer
  ) async throws
  func registerVolumes(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> RegisterView
  func registerVolume(
    _ volume: RegisterVolume, from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> [UInt8]
  /// Written piece by piece.
  func registerTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws
}
