import Synchronization
import Vocabulary

/// Token buckets in this process's memory. With several processes behind one address each has its
/// own, so the bound is this one times their number; what must hold across processes (the count of
/// wrong passwords) is the desk's.
final class RateLimit: Sendable {
  struct Bucket: Sendable {
    let name: String
    let burst: Double
    let perSecond: Double

    /// Wrong passwords, per name and address.
    static let passwords = Bucket(name: "password", burst: 10, perSecond: 1.0 / 30)
    /// Ways begun to the e-identity provider, per address.
    static let signIns = Bucket(name: "sign-in", burst: 120, perSecond: 2)
    /// Verification tokens that nobody has, per address.
    static let unknownTokens = Bucket(name: "token", burst: 60, perSecond: 1)
    /// Comparisons with one certificate, whoever asks: names cannot be tried in rows.
    static let comparisons = Bucket(name: "compare", burst: 20, perSecond: 1.0 / 30)
    /// Wrong secrets of slips, per address and per case number.
    static let statusPeers = Bucket(name: "status-peer", burst: 20, perSecond: 1.0 / 20)
    static let statusNumbers = Bucket(name: "status-number", burst: 10, perSecond: 1.0 / 60)
    /// "I do not need it", per address and for all of them: the count is for people, and nobody
    /// swells it. Whoever comes too often is thanked and not counted.
    static let avoided = Bucket(name: "avoided", burst: 5, perSecond: 1.0 / 1800)
    static let allAvoided = Bucket(name: "avoided-all", burst: 300, perSecond: 1.0 / 20)
    /// Papers attached, per citizen.
    static let papers = Bucket(name: "paper", burst: 60, perSecond: 0.2)
    /// PDFs examined, per address.
    static let examinations = Bucket(name: "examine", burst: 30, perSecond: 0.5)
  }

  /// When full, the table forgets all: that is kinder than growing, and an attacker who can come
  /// from so many addresses is not stopped by a table.
  private static let keyLimit = 50_000

  private struct Level {
    var tokens: Double
    var at: Instant
  }

  private let levels = Mutex<[String: Level]>([:])

  /// Takes one token, or throws with the time until there is one.
  func take(_ bucket: Bucket, key: String, at now: Instant) throws(HTTPRefusal) {
    let wait = levels.withLock { levels in
      var level = RateLimit.current(levels["\(bucket.name) \(key)"], bucket, now)
      guard level.tokens >= 1 else { return RateLimit.wait(level, bucket) }
      level.tokens -= 1
      if levels.count >= RateLimit.keyLimit { levels.removeAll() }
      levels["\(bucket.name) \(key)"] = level
      return 0
    }
    guard wait == 0 else { throw .tooManyRequests(retryAfterSeconds: wait) }
  }

  /// Throws where `take` would, and takes nothing.
  func look(_ bucket: Bucket, key: String, at now: Instant) throws(HTTPRefusal) {
    let wait = levels.withLock { levels in
      let level = RateLimit.current(levels["\(bucket.name) \(key)"], bucket, now)
      return level.tokens >= 1 ? 0 : RateLimit.wait(level, bucket)
    }
    guard wait == 0 else { throw .tooManyRequests(retryAfterSeconds: wait) }
  }

  private static func current(_ level: Level?, _ bucket: Bucket, _ now: Instant) -> Level {
    guard let level else { return Level(tokens: bucket.burst, at: now) }
    let seconds = Double(max(0, now.milliseconds - level.at.milliseconds)) / 1000
    return Level(tokens: min(bucket.burst, level.tokens + seconds * bucket.perSecond), at: now)
  }

  private static func wait(_ level: Level, _ bucket: Bucket) -> Int {
    max(1, Int(((1 - level.tokens) / bucket.perSecond).rounded(.up)))
  }
}
