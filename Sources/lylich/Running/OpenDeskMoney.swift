import Desk
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func dayMoney(
    of day: CivilDate, after key: DayBookKey?, by officer: ActingOfficer
  ) async throws -> DayMoneyView {
    try await desk.dayMoney(of: day, after: key, by: officer)
  }

  func dayBookTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws {
    try await desk.dayBookTable(from: from, to: to, by: officer, write: write)
  }

  func fetchSettlement(of day: CivilDate, by officer: ActingOfficer) async throws {
    try await desk.fetchSettlement(of: day, by: officer)
  }

  func settleDifference(
    _ one: DifferenceMark, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.settleDifference(one, reason: reason, by: officer)
  }

  func receiveTill(
    of holder: OfficerID, on day: CivilDate, _ channel: PaymentChannel,
    by officer: ActingOfficer
  ) async throws {
    try await desk.receiveTill(of: holder, on: day, channel, by: officer)
  }

  func ownTills(of officer: ActingOfficer) async throws -> [TillView] {
    try await desk.ownTills(of: officer)
  }

  func takeFee(
    ofCase number: String, through channel: PaymentChannel, reference: String,
    by officer: ActingOfficer
  ) async throws -> PaymentID {
    try await desk.takeFee(
      ofCase: number, through: channel, reference: reference, by: officer)
  }

  func takenReceipt(_ payment: PaymentID, by officer: ActingOfficer) async throws -> [UInt8] {
    try await desk.takenReceipt(payment, by: officer)
  }

  func closeTill(
    of day: CivilDate, _ channel: PaymentChannel, counted: Dong, reason: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.closeTill(of: day, channel, counted: counted, reason: reason, by: officer)
  }
}
