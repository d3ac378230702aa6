import Law
import Vocabulary

/// Whether two extracts of one judgment can both be right: what one of them does not know is no
/// disagreement.
private func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
  left == nil || right == nil || left == right
}

extension ExtractedOffence {
  func agrees(with other: ExtractedOffence) -> Bool {
    let samePlace =
      agree(code, other.code) && agree(articleText, other.articleText)
      && agree(clause, other.clause)
      && agree(point, other.point)
    let sameGravity =
      gravity == .unknown || other.gravity == .unknown || gravity == other.gravity
    let sameFault = fault == .unknown || other.fault == .unknown || fault == other.fault
    return samePlace && sameGravity && sameFault && agree(committedOn, other.committedOn)
  }

  var knownFacts: Int {
    [code != nil, article != nil, clause != nil, committedOn != nil, gravity != .unknown]
      .filter { $0 }.count + (fault == .unknown ? 0 : 1)
  }
}

extension [ExtractedOffence] {
  func agree(with other: [ExtractedOffence]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.agrees(with: $1) }
  }

  var knownFacts: Int { map(\.knownFacts).reduce(0, +) }
}

extension ExtractedPrincipal {
  func agrees(with other: ExtractedPrincipal) -> Bool {
    agree(kind, other.kind) && agree(months, other.months)
      && agree(probationMonths, other.probationMonths)
  }

  var knownFacts: Int {
    [kind != nil, months != nil, probationMonths != nil].filter { $0 }.count
  }
}
