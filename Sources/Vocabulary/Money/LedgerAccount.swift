/// The accounts of an agency. Names are those of the books, not of a chart of accounts.
package enum LedgerAccount: String, Sendable, CaseIterable {
  /// What the payment gateway has taken for us and owes us.
  case gateway = "gateway-receivable"
  /// Fees in the tills of officers.
  case cash = "till-cash"
  /// Fees that the post has collected and that lie with officers.
  case post = "post-receivable"
  /// Fees that were earned.
  case feeIncome = "fee-income"
  /// What we owe back to payers.
  case refundsOwed = "refund-payable"
  /// What was paid outside the gateway, by hand, and what tills were handed over to.
  case treasury
  /// By how much tills held another sum than was taken.
  case tillDifference = "till-difference"
  /// Money that nobody can explain yet.
  case suspense
}
