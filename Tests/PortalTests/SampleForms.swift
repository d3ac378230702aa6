import CaseFile
@testable import Desk
import Issuance
import Vocabulary

@testable import Portal

/// The statutory papers of invented cases.
extension SampleDesk {
  func officeForm(
    _ form: StatutoryForm, of id: CaseID, by officer: ActingOfficer
  ) async throws -> [UInt8] { Array("%PDF-1.4 form \(form.rawValue)".utf8) }

  func citizenForm(
    _ form: StatutoryForm, of id: CaseID, of citizen: CitizenID
  ) async throws -> [UInt8] { Array("%PDF-1.4 form \(form.rawValue)".utf8) }

  func reappoint(
    _ id: CaseID, version: Int, day: CivilDate, reason: String, by officer: ActingOfficer
  ) async throws { try act() }

  func registerVolumes(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> RegisterView {
    let key = RegisterVolume.Key(lodgedAt: Sample.now, id: Sample.caseID)
    return RegisterView(
      from: from, to: to,
      volumes: [RegisterVolume(number: 1, after: nil), RegisterVolume(number: 2, after: key)],
      isCut: true)
  }

  func registerVolume(
    _ volume: RegisterVolume, from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> [UInt8] { Array("%PDF-1.4 volume \(volume.number)".utf8) }

  func registerTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws {
    try await write(SpreadsheetLine.mark + SpreadsheetLine(["TT", "=1+1"]).text)
    try await write(SpreadsheetLine(["1", "Nguyễn Thị Mẫu"]).text)
  }
}

extension Sample {
  static let apology = ApologyView(
    on: CivilDate(2026, 11, 30), oldDay: CivilDate(2026, 12, 1), newDay: CivilDate(2026, 12, 8),
    reason: "Cơ quan được hỏi chưa trả lời. <b>Xin lỗi</b>")
}
