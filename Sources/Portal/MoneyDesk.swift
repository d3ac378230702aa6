package import Desk
package import Vocabulary

/// What the accountant's pages and the till ask of the desk.
package protocol MoneyDesk: Sendable {
  func dayMoney(
    of day: CivilDate, after key: DayBookKey?, by officer: ActingOfficer
  ) async throws -> DayMoneyView
  /// Written piece by piece.
  func dayBookTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws
  func fetchSettlement(of day: CivilDate, by officer: ActingOfficer) async throws
  func settleDifference(
    _ one: DifferenceMark, reason: String, by officer: ActingOfficer
  ) async throws
  func receiveTill(
    of holder: OfficerID, on day: CivilDate, _ channel: PaymentChannel,
    by officer: ActingOfficer
  ) async throws
  func ownTills(of officer: ActingOfficer) async throws -> [TillView]
  func takeFee(
    ofCase number: String, through channel: PaymentChannel, reference: String,
    by officer: ActingOfficer
  ) async throws -> PaymentID
  func takenReceipt(_ payment: PaymentID, by officer: ActingOfficer) async throws -> [UInt8]
  func closeTill(
    of day: CivilDate, _ channel: PaymentChannel, counted: Dong, reason: String,
    by officer: ActingOfficer
  ) async throws
}
