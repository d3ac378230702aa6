/// How certain a fact of law is. No official full text was at hand: facts rest on articles as
/// commonly published, on press and on published portals.
package enum Confidence: String, Sendable, Codable, CaseIterable, Comparable {
  case unsure
  case likely
  case sure

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .unsure: 0
    case .likely: 1
    case .sure: 2
    }
  }
}
