/// Why the gateway's word on a day is not taken. None of them says that nothing was taken that day:
/// a day without takings has a file that says so.
package enum SettlementFailure: String, Hashable, Sendable, Codable, CaseIterable {
  /// The gateway was not reached, or not in time: it answers for no other day either.
  case noAnswer
  /// The gateway answered for this day, and the answer is no file: it has none, or is out of order.
  case noFile
  /// What came is not provably its own file of that day, whole.
  case notGenuine
  /// A difference of an earlier file of that day is settled already, so that file stands.
  case fileStands
}
