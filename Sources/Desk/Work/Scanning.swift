import CaseFile
import Logging
import Outside
import Store
import Vocabulary

extension Desk {
  /// How long a paper waits before the scanner is asked again.
  static var scanPauseSeconds: Int { 10 }

  /// Has a paper scanned and writes the verdict down. A scanner that is away makes papers wait,
  /// however long; that is no failure of the job.
  ///
  /// Dying halfway scans again: the first verdict that is written stands.
  func scan(_ id: PaperID) async throws -> JobOutcome {
    let found = try await database.read { connection in try Papers.row(id, in: connection) }
    guard let row = found, row.scan == .waiting else { return .done }
    let later = surroundings.now().adding(seconds: Desk.scanPauseSeconds)
    guard let scanner = outside.scanner else { return .again(at: later) }
    let file = try files.verified(row.digest)
    let verdict: ScanVerdict
    do {
      verdict = try await scanner.scan(file)
    } catch {
      log.warning("The virus scanner gave no verdict", metadata: ["cause": "\(error)"])
      return .again(at: later)
    }
    let now = surroundings.now()
    let scan: PaperScan =
      switch verdict {
      case .clean: .clean(at: now)
      case .infected(let threat): .infected(at: now, threat: threat)
      }
    try await database.write { transaction in
      guard let current = try Papers.row(id, in: transaction),
        try Papers.settle(id, as: scan, in: transaction)
      else { return }
      let entry = HouseEntry(
        event: .paperScanned(id, verdict: PaperStanding(scan).rawValue), caseID: nil, seq: nil,
        agency: try Papers.agency(of: current, in: transaction), actor: .neighbour("clamd"),
        at: now)
      try Journal.append(entry, in: transaction)
    }
    return .done
  }
}
