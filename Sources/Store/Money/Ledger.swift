package import Vocabulary

/// One posting of money: what is debited equals what is credited.
package struct LedgerBatch: Equatable, Sendable {
  package let agency: AgencyID
  package let caseID: CaseID?
  package let payment: PaymentID?
  package let at: Instant
  package let lines: [Line]

  package enum Line: Equatable, Sendable {
    case debit(LedgerAccount, Dong)
    case credit(LedgerAccount, Dong)
  }

  package init(
    agency: AgencyID, caseID: CaseID?, payment: PaymentID?, at: Instant, lines: [Line]
  ) {
    self.agency = agency
    self.caseID = caseID
    self.payment = payment
    self.at = at
    self.lines = lines
  }
}

/// Why a posting cannot be.
package enum LedgerRefusal: Error, Equatable, CustomStringConvertible {
  case unbalanced(debit: Dong, credit: Dong)
  /// Amounts are positive; the side says the direction.
  case amountNotPositive
  case empty

  package var description: String {
    switch self {
    case .unbalanced(let debit, let credit):
      "a posting debits \(debit) and credits \(credit); both must be the same"
    case .amountNotPositive: "a posting has a line that is not above zero"
    case .empty: "a posting has no lines"
    }
  }
}

/// Tables `ledger_accounts`, `ledger_batches`, `ledger_entries`: money by double entry. A mistake
/// is corrected by another posting.
package enum Ledger {
  /// Posts a batch and returns its id. Accounts come to be when they are first used.
  @discardableResult
  package static func post(_ batch: LedgerBatch, in transaction: Transaction) throws -> Int64 {
    try assertBalanced(batch)
    let rows = try transaction.returning(
      """
      INSERT INTO ledger_batches (agency, case_id, payment, at)
      VALUES (\(batch.agency), \(batch.caseID), \(batch.payment), \(batch.at))
      RETURNING id
      """)
    guard let id = try rows.first?.int64("id") else {
      throw Fault("posting to the ledger", cause: "the database gave no id")
    }
    for (index, line) in batch.lines.enumerated() {
      try write(line, number: index + 1, of: id, agency: batch.agency, in: transaction)
    }
    return id
  }

  private static func assertBalanced(_ batch: LedgerBatch) throws(LedgerRefusal) {
    guard !batch.lines.isEmpty else { throw .empty }
    var (debit, credit) = (Dong.zero, Dong.zero)
    for line in batch.lines {
      let (_, debited, credited) = line.columns
      guard debited + credited > .zero, debited >= .zero, credited >= .zero else {
        throw .amountNotPositive
      }
      debit = debit + debited
      credit = credit + credited
    }
    guard debit == credit else { throw .unbalanced(debit: debit, credit: credit) }
  }

  private static func write(
    _ line: LedgerBatch.Line, number: Int, of batch: Int64, agency: AgencyID,
    in transaction: Transaction
  ) throws {
    let (account, debit, credit) = line.columns
    try transaction.run(
      """
      INSERT INTO ledger_accounts (agency, code) VALUES (\(agency), \(account.rawValue))
      ON CONFLICT (agency, code) DO NOTHING
      """)
    try transaction.run(
      """
      INSERT INTO ledger_entries (batch, line, agency, account, debit, credit)
      VALUES (\(batch), \(number), \(agency), \(account.rawValue), \(debit), \(credit))
      """)
  }

  /// What an account holds: debits less credits. Income and debts are below zero.
  package static func balance(
    of account: LedgerAccount, agency: AgencyID, in connection: Connection
  ) throws(Fault) -> Dong {
    let row = try connection.row(
      """
      SELECT COALESCE(SUM(debit - credit), 0) AS balance
        FROM ledger_entries
       WHERE agency = \(agency) AND account = \(account.rawValue)
      """)
    return Dong(try row?.int("balance") ?? 0)
  }

  /// What the books ever owed back to the payer of one case, paid by now or not.
  package static func owedBack(
    of caseID: CaseID, in connection: Connection
  ) throws(Fault) -> Dong {
    let row = try connection.row(
      """
      SELECT COALESCE(SUM(ledger_entries.credit), 0) AS owed
        FROM ledger_batches JOIN ledger_entries ON ledger_entries.batch = ledger_batches.id
       WHERE ledger_batches.case_id = \(caseID)
         AND ledger_entries.account = \(LedgerAccount.refundsOwed.rawValue)
      """)
    return Dong(try row?.int("owed") ?? 0)
  }

  /// Every account of an agency with what it holds.
  package static func balances(
    of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [(account: LedgerAccount, balance: Dong)] {
    try LedgerAccount.allCases.map { account throws(Fault) in
      (account, try balance(of: account, agency: agency, in: connection))
    }
  }

  /// Postings whose sides differ: there can be none.
  package static func unbalancedBatches(
    limit: Int, in connection: Connection
  ) throws(Fault) -> [Int64] {
    try connection.rows(
      """
      SELECT ledger_batches.id AS id
        FROM ledger_batches
        LEFT JOIN ledger_entries ON ledger_entries.batch = ledger_batches.id
       GROUP BY ledger_batches.id
      HAVING COALESCE(SUM(debit), 0) <> COALESCE(SUM(credit), 0) OR COUNT(line) = 0
       ORDER BY ledger_batches.id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try row.int64("id") }
  }
}

extension LedgerBatch.Line {
  fileprivate var columns: (account: LedgerAccount, debit: Dong, credit: Dong) {
    switch self {
    case .debit(let account, let amount): (account, amount, .zero)
    case .credit(let account, let amount): (account, .zero, amount)
    }
  }
}
