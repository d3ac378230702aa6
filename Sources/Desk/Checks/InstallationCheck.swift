import CaseFile
package import Store
package import Vocabulary

/// Recomputes everything that can be recomputed and compares it with what is stored.
///
/// Time grows with the installation; memory does not: cases are read in batches, files one by one.
package struct InstallationCheck: Sendable {
  private let database: Database
  private let files: FileStore
  private let journal: JournalCheck

  package init(database: Database, files: FileStore, journal: JournalCheck) {
    self.database = database
    self.files = files
    self.journal = journal
  }

  static let batch = 200

  /// - Parameter progress: told now and then what is looked at, and how many so far.
  package func run(
    at now: Instant, progress: @escaping @Sendable (_ what: String, _ count: Int) -> Void
  ) async throws -> [Invariant] {
    let tree = try await journal.run(on: database, at: now) { progress("leaves", $0) }
    let cases = try await cases(progress)
    let records = try await RecordCheck.run(on: database) { progress("records", $0) }
    let rules = try await RuleCheck.run(on: database)
    let files = try await storedFiles(progress)
    let supply = try await SupplyCheck.run(on: database)
    let money = try await MoneyCheck.run(on: database)
    let bodies = try await BodyCheck.run(on: database)
    return tree + cases + (try await books()) + money + [bodies, files, rules] + records + supply
  }

  private func cases(
    _ progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> [Invariant] {
    var findings = CaseFindings()
    var last = ""
    while true {
      let after = last
      let batch = try await database.read { connection in
        try Cases.batch(after: after, limit: InstallationCheck.batch, in: connection)
      }
      guard let final = batch.last else { break }
      last = final.id.text
      for row in batch { try await look(at: row.id, &findings) }
      progress("cases", findings.cases)
    }
    return findings.invariants
  }

  /// Row and journal of one moment: the installation may be at work meanwhile.
  private func look(at id: CaseID, _ findings: inout CaseFindings) async throws {
    let found = try await database.read { connection in
      let row = try Cases.row(id, lock: .none, in: connection)
      let hasLeft = row?.state == .sentOutside
      let facts = Result { try Cases.facts(of: id, in: connection) }
      return (
        row: row, facts: facts,
        memory: Result { try remembersRightly(try facts.get(), in: connection) },
        certificate: try Certificates.row(of: id, in: connection),
        payments: try Payments.of(id, in: connection),
        papers: try Papers.of(id, in: connection),
        refunds: try Refunds.of(id, in: connection),
        revocations: try Revocations.of(id, in: connection),
        owedBack: hasLeft ? try Ledger.owedBack(of: id, in: connection) : Dong.zero
      )
    }
    findings.cases += 1
    guard let row = found.row, case .success(let facts) = found.facts else {
      findings.expect(.stateIsFold, false, id.text)
      return
    }
    let history = facts.history
    let isFold =
      row.agency == facts.agency && row.state == history.state.name
      && row.version == history.length && row.dueOn == history.dueOn
      && row.number.text == facts.lodging.number
      && (row.closedAt != nil) == history.state.name.isClosed
    findings.expect(.stateIsFold, isFold, row.id.text)
    if case .success(true) = found.memory {
      findings.expect(.memoryIsRight, true, row.id.text)
    } else {
      findings.expect(.memoryIsRight, false, row.id.text)
    }
    findings.compareMoney(facts, found.payments)
    findings.compareDeparture(facts, booked: found.owedBack)
    findings.compareRefunds(facts, found.refunds)
    findings.comparePapers(facts, found.papers)
    findings.compareCertificate(facts, found.certificate)
    findings.compareRevocations(facts, found.certificate, found.revocations)
    guard let certificate = found.certificate, certificate.state != .issuing,
      let digest = certificate.documentDigest
    else { return }
    findings.expect(.documentIsTheLeafs, isStored(digest, size: nil), row.id.text)
  }

  /// The double-entry books: every batch balances, what the gateway owes us is what it confirmed
  /// and has not given back, and what we owe is what no payer has got yet.
  private func books() async throws -> [Invariant] {
    try await database.read { connection in
      let unbalanced = try Ledger.unbalancedBatches(limit: 1000, in: connection)
      let total = try Ledger.gatewayTotals(in: connection)
      let refunds = try Refunds.totals(in: connection)
      let owed = try Ledger.owedBack(in: connection)
      return [
        Invariant(
          "every ledger batch balances", figure: total.batches,
          failures: unbalanced.map { "batch \($0)" }),
        Invariant(
          "the gateway's account is what it confirmed less what it gave back",
          figure: total.payments,
          failures: total.booked + refunds.throughGateway == total.confirmed
            ? [] : ["gateway-receivable"]),
        Invariant(
          "what the books owe back is the sum of the refunds that are not paid",
          figure: refunds.count, failures: owed == refunds.open ? [] : ["refund-payable"]),
      ]
    }
  }

  /// Every row of `files` has its bytes in the folder, and they are those bytes.
  private func storedFiles(
    _ progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> Invariant {
    var invariant = Invariant("files and rows agree")
    var last = ""
    while true {
      let after = last
      let batch = try await database.read { connection in
        try FileStore.rows(after: after, limit: InstallationCheck.batch, in: connection)
      }
      guard let final = batch.last else { return invariant }
      last = final.digest
      for row in batch { invariant.expect(isStored(row.digest, size: row.size), row.digest) }
      progress("files", invariant.figure)
    }
  }

  private func isStored(_ digest: String, size: Int?) -> Bool {
    do {
      let bytes = try files.read(digest)
      return size == nil || bytes.count == size
    } catch {
      return false
    }
  }
}
