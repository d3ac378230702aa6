/// What finding a person must reach, by the size of the register; nil where it is only reported.
struct MatchBars {
  let p50Ms: Double
  let p99Ms: Double
  let perSecond: Double
  /// In millions of bytes.
  let megabytes: Double
  let buildSeconds: Double
  let addedMs = 1.0
  let accuracy: Accuracy?

  struct Accuracy {
    /// Recall where so many of the unrelated are stopped.
    let recall = [(stopped: 0.002, atLeast: 0.995), (0.01, 0.9975), (0.05, 0.999)]
    /// All who are not in the register stopped, at a recall.
    let stopped = [(recall: 0.995, atMost: 0.01), (0.999, 0.15)]
    /// Entries of people among those that the keys reach.
    let reach = 0.9998
  }

  static let million = MatchBars(
    p50Ms: 0.025, p99Ms: 0.25, perSecond: 30_000, megabytes: 350, buildSeconds: 8,
    accuracy: Accuracy())
  static let tenMillion = MatchBars(
    p50Ms: 0.15, p99Ms: 1.5, perSecond: 5_000, megabytes: 3_000, buildSeconds: 100, accuracy: nil)

  /// The bars of the smaller size hold up to three times as many entries.
  static func bars(entries: Int) -> MatchBars { entries > 3_000_000 ? tenMillion : million }
}

/// Rows of what was measured, beside the bar, and whether it holds.
struct MatchTable {
  private var table = TextTable(["", "measured", "bar", ""])

  mutating func note(_ what: String, _ value: String) { table.add([what, value]) }

  mutating func atMost(_ what: String, _ value: Double, _ bar: Double?, _ text: (Double) -> String)
  {
    add(what, text(value), bar.map { "≤ " + text($0) }, bar.map { value <= $0 })
  }

  mutating func atLeast(
    _ what: String, _ value: Double, _ bar: Double?, _ text: (Double) -> String
  ) {
    add(what, text(value), bar.map { "≥ " + text($0) }, bar.map { value >= $0 })
  }

  private mutating func add(_ what: String, _ value: String, _ bar: String?, _ holds: Bool?) {
    table.add([what, value, bar ?? "reported", holds.map { $0 ? "holds" : "MISSED" } ?? ""])
  }

  var lines: [String] { table.lines }
}
