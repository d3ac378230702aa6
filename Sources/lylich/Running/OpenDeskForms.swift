import Desk
import Issuance
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func officeForm(
    _ form: StatutoryForm, of id: CaseID, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    try await desk.officeForm(form, of: id, by: officer)
  }

  func citizenForm(
    _ form: StatutoryForm, of id: CaseID, of citizen: CitizenID
  ) async throws -> [UInt8] {
    try await desk.citizenForm(form, of: id, of: citizen)
  }

  func reappoint(
    _ id: CaseID, version: Int, day: CivilDate, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.reappoint(id, version: version, day: day, reason: reason, by: officer)
  }

  func registerVolumes(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> RegisterView {
    try await desk.registerVolumes(from: from, to: to, by: officer)
  }

  func registerVolume(
    _ volume: RegisterVolume, from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    try await desk.registerVolume(volume, from: from, to: to, by: officer)
  }

  func registerTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws {
    try await desk.registerTable(from: from, to: to, by: officer, write: write)
  }
}
