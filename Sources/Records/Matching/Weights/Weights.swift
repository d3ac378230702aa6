import Foundation
import Vocabulary

/// What agreement and difference weigh, in hundredths of a bit: learnt from a register and labelled
/// pairs, bounded by hand, kept as data with a version.
package struct Weights: Sendable {
  package let version: String
  /// By era, level and rival: hundredths of a bit for "the same person".
  private(set) var table: [SIMD8<Int32>]
  /// Added against each rival: how often it turns up, beside how often the person does.
  /// A stranger's depends on the register's size and is reckoned there.
  private(set) var priors: SIMD8<Int32>
  package let thresholds: MatchThresholds

  init(
    version: String, table: [SIMD8<Int32>], priors: SIMD8<Int32>, thresholds: MatchThresholds
  ) {
    precondition(table.count == Era.allCases.count * MatchField.allLevels, "a table of this size")
    self.version = version
    self.table = table
    self.priors = priors
    self.thresholds = thresholds
  }
}

/// Policy: from which weight on an officer looks, and from which the answer is called a match.
/// In hundredths of a bit of the odds that it is the same person.
package struct MatchThresholds: Equatable, Sendable, Codable {
  package var review: Int32
  package var match: Int32

  package init(review: Int32, match: Int32) {
    self.review = review
    self.match = match
  }
}

extension Weights {
  /// Weights that weigh nothing, to learn the first ones with.
  package static let empty = Weights(
    version: "none",
    table: Array(
      repeating: SIMD8(repeating: 0), count: Era.allCases.count * MatchField.allLevels),
    priors: SIMD8(repeating: 0), thresholds: MatchThresholds(review: 0, match: 0))
}
