@testable import Desk
import Issuance
@testable import Portal
import Vocabulary

/// The sample officers' sign-in: `thuly` has a second factor, `moi` enrols, and `moivao` chooses a
/// password too.
extension SampleDesk {
  static let code = "123456"

  func checkPassword(
    username: String, password: String, from peer: String
  ) async throws -> PendingOfficer {
    let steps: [String: PendingOfficer.Next] = [
      "thuly": .code, "moi": .enrolment, "moivao": .enrolmentWithPassword,
    ]
    guard let next = steps[username], password == "right" else { throw Refused.credentialsWrong }
    return PendingOfficer(officer: Sample.officer.id, agency: Sample.agency, next: next)
  }

  func signIn(
    _ pending: PendingOfficer, code: String, from peer: String
  ) async throws -> ActingOfficer {
    guard code == SampleDesk.code else { throw Refused.officer(.codeWrong) }
    return officer
  }

  func stepUp(_ officer: ActingOfficer, code: String, from peer: String) async throws {
    guard code == SampleDesk.code else { throw Refused.officer(.codeUsed) }
  }

  func enrolment(of pending: PendingOfficer) async throws -> OfficerEnrolment {
    OfficerEnrolment(
      username: "moi", letters: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
      code: QRModules(size: 21, dark: (0..<441).map { $0 % 3 == 0 }))
  }

  func enrol(
    _ pending: PendingOfficer, code: String, passwords: (String, String), from peer: String
  ) async throws -> EnrolledOfficer {
    guard code == SampleDesk.code else { throw Refused.officer(.codeWrong) }
    return EnrolledOfficer(
      officer: officer, recoveryCodes: try await renewRecoveryCodes(of: officer))
  }

  func renewRecoveryCodes(of officer: ActingOfficer) async throws -> [String] {
    (0..<10).map { "abcd-efgh-ijk\($0)" }
  }

  func recoveryCodesLeft(of officer: ActingOfficer) async throws -> Int { 9 }
  func noteSessionsEnded(_ count: Int, of officer: ActingOfficer) async throws {}
}
