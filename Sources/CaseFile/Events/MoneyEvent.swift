package import Vocabulary

/// What happens to an agency's money outside any case.
package enum MoneyEvent: Equatable, Sendable, Codable {
  /// The gateway's file of a day was compared with the books; the digest is that of its bytes.
  /// Told again where the file of the day beside it changed what was found.
  case settlementFiled(day: CivilDate, digest: String, differences: Int)
  /// The reason is the payload.
  case differenceSettled(day: CivilDate, number: Int)
  /// An officer counted a till; where it holds another sum than was taken, why is the payload.
  case tillClosed(officer: OfficerID, day: CivilDate, channel: PaymentChannel, counted: Dong)
  /// The accountant has it.
  case tillReceived(officer: OfficerID, day: CivilDate, channel: PaymentChannel)
  /// A refund that the gateway would not make is to be paid by hand.
  case refundOrdered(PaymentID)
}
