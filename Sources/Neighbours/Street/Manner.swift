import Synchronization

/// How a neighbour behaves: as the protocol says, or in one of the ways the world fails.
package enum Manner: Equatable, Sendable {
  case ok
  /// Answers rightly, after this long.
  case slow(seconds: Double)
  /// Status 503.
  case error
  /// Takes the question and never answers.
  case silent
  /// Answers in time, and what it says cannot be right.
  case wrong

  /// `ok`, `slow:2.5`, `error`, `silent` or `wrong`; nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "ok": self = .ok
    case "error": self = .error
    case "silent": self = .silent
    case "wrong": self = .wrong
    case _ where text.hasPrefix("slow:"):
      guard let seconds = Double(text.dropFirst(5)), (0...600).contains(seconds) else {
        return nil
      }
      self = .slow(seconds: seconds)
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .ok: "ok"
    case .slow(let seconds): "slow:\(seconds)"
    case .error: "error"
    case .silent: "silent"
    case .wrong: "wrong"
    }
  }
}

extension Manner: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let manner = Manner(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a mode is ok, slow:SECONDS, error, silent or wrong")
    }
    self = manner
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The manner of one neighbour at this moment; it begins well after each start.
final class Mood: Sendable {
  private let manner = Mutex(Manner.ok)

  var now: Manner { manner.withLock { $0 } }

  func set(_ manner: Manner) {
    self.manner.withLock { $0 = manner }
  }
}
