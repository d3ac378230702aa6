package import Vocabulary

/// Two records that may be one person's.
package struct RecordPair: Equatable, Sendable {
  package let low: RecordID
  package let high: RecordID
  /// Hundredths of a bit of the odds that they are.
  package let weight: Int32
  package let foundAt: Instant

  package init(low: RecordID, high: RecordID, weight: Int32, foundAt: Instant) {
    self.low = low
    self.high = high
    self.weight = weight
    self.foundAt = foundAt
  }
}
