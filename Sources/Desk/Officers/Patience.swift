import Store
import Vocabulary

/// How long somebody waits who could not sign in: longer with each failure, by account and by
/// address. An account is slowed and never closed, so that nobody can lock another out for good.
package enum Patience {
  /// Failures that cost nothing: people mistype. Behind one address many people sit.
  static let freeByAccount = 5
  static let freeByAddress = 30
  static let longestSeconds = 15 * 60
  /// What was longer ago counts no longer.
  static let memorySeconds = 24 * 3600

  /// The wait after so many failures in a row, from the last of them.
  package static func seconds(afterFailures times: Int, free: Int) -> Int {
    guard times >= free else { return 0 }
    return min(longestSeconds, 15 << min(times - free, 10))
  }
}

extension Roster {
  /// The subjects under which failures of this account and this address are counted.
  private func subjects(_ username: String, _ peer: String) -> [(mark: String, free: Int)] {
    [
      (box.mark("account", username.lowercased()), Patience.freeByAccount),
      (box.mark("address", peer), Patience.freeByAddress),
    ]
  }

  /// Throws `tooManyTries` where it is too early to try again.
  func mustBePatient(_ username: String, from peer: String) async throws {
    let now = surroundings.now()
    try await database.read { connection in
      try mustHaveWaited(username, peer, now, in: connection)
    }
  }

  /// The same in the transaction in which the verdict is used: of many tries at once each counts
  /// those before it, and none learns more than it would have learned alone.
  func mustBePatient(
    _ username: String, from peer: String, at now: Instant, in transaction: Transaction
  ) throws {
    try SignInFailures.takeTurn(of: subjects(username, peer).map(\.mark), in: transaction)
    try mustHaveWaited(username, peer, now, in: transaction)
  }

  private func mustHaveWaited(
    _ username: String, _ peer: String, _ now: Instant, in connection: Connection
  ) throws {
    var longest = 0
    for (mark, free) in subjects(username, peer) {
      guard let count = try SignInFailures.of(mark, in: connection) else { continue }
      let wait = Patience.seconds(afterFailures: count.times, free: free)
      let waited = (now.milliseconds - count.lastAt.milliseconds) / 1000
      longest = max(longest, wait - Int(waited))
    }
    guard longest <= 0 else { throw Refused.tooManyTries(retryAfterSeconds: longest) }
  }

  func noteFailure(
    of username: String, from peer: String, at now: Instant, in transaction: Transaction
  ) throws {
    for (mark, _) in subjects(username, peer) {
      try SignInFailures.note(
        mark, at: now, forgottenAt: now.adding(seconds: -Patience.memorySeconds), in: transaction)
    }
  }

  /// The account's failures are forgotten; the address's are not, so that one right password
  /// covers no guessing at others.
  func forgetFailures(of username: String, in transaction: Transaction) throws {
    try SignInFailures.forget(box.mark("account", username.lowercased()), in: transaction)
  }
}
