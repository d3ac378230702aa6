import Vocabulary

/// Which rules concluded: stored with every conclusion, so that a later program can say that it
/// goes by others.
package enum RulesEdition {
  /// Raised by hand when a rule of expungement concludes something else than before.
  package static let number = 1

  /// The number and a digest of what the rules say of themselves: `1-9ae16a3b2f90404f`.
  package static let text = "\(number)-\(digest(of: RuleBook.all))"

  /// FNV-1a over names, summaries, citations and interpretations. It guards against oversight,
  /// not against malice.
  private static func digest(of rules: [any Rule.Type]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for rule in rules {
      let words =
        [rule.name, rule.summary] + rule.citations.map(\.description) + rule.interpretations
      for byte in words.joined(separator: "\n").utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
    }
    return String(hash, radix: 16)
  }
}
