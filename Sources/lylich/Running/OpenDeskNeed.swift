import Desk
import Law
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func need(
    purpose: String, kind: CertificateKind, of citizen: CitizenID?
  ) async throws -> NeedView? {
    try await desk.need(purpose: purpose, kind: kind, of: citizen)
  }

  func countAvoided(purpose: String, kind: CertificateKind) async throws {
    try await desk.countAvoided(purpose: purpose, kind: kind)
  }

  func avoided(by officer: ActingOfficer) async throws -> AvoidedView {
    try await desk.avoided(by: officer)
  }
}
