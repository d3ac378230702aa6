/// Something that must hold, over how many things it was looked at, and where it does not hold.
package struct Invariant: Equatable, Sendable {
  /// A sentence, such as "every leaf is the hash of its event".
  package let name: String
  /// How many things were looked at.
  package private(set) var figure: Int
  /// The ids of those that fail: the first hundred.
  package private(set) var failures: [String]
  package private(set) var failureCount: Int

  package var holds: Bool { failureCount == 0 }

  private static let mostShown = 100

  package init(_ name: String, figure: Int = 0, failures: [String] = []) {
    self.name = name
    self.figure = figure
    self.failures = Array(failures.prefix(Self.mostShown))
    self.failureCount = failures.count
  }

  /// Counts one more thing.
  package mutating func expect(_ holds: Bool, _ id: @autoclosure () -> String) {
    figure += 1
    if !holds { fail(id()) }
  }

  package mutating func fail(_ id: String) {
    failureCount += 1
    if failures.count < Self.mostShown { failures.append(id) }
  }
}
