import Foundation

/// So many of so many, with Wilson's interval at 95 % (Wilson 1927): honest for shares near none
/// and near all, where the usual one is not.
package struct Proportion: Equatable, Sendable {
  package let count: Int
  package let total: Int

  package init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  package var share: Double { total == 0 ? 0 : Double(count) / Double(total) }

  package var interval: (low: Double, high: Double) {
    guard total > 0 else { return (0, 1) }
    let z = 1.959964
    let n = Double(total)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return (max(0, middle - reach), min(1, middle + reach))
  }
}
