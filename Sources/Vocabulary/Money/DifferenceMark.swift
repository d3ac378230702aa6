/// Which difference somebody has read of. A number alone does not tell: the night may put another
/// file in the place of the one that was read, and the number may be another difference's then.
package struct DifferenceMark: Hashable, Sendable {
  package let day: CivilDate
  package let number: Int
  /// Of the gateway's file that was read: lower-case hex SHA-256.
  package let digest: String
  package let kind: SettlementDifference
  package let flow: MoneyFlow
  /// Our reference.
  package let reference: String

  package init(
    day: CivilDate, number: Int, digest: String, kind: SettlementDifference, flow: MoneyFlow,
    reference: String
  ) {
    self.day = day
    self.number = number
    self.digest = digest
    self.kind = kind
    self.flow = flow
    self.reference = reference
  }
}
