/// The world failed: a disk, a network, a partner. The log gets it with a trace id; a person gets
/// an apology and that id. It never carries personal data or secrets.
package struct Fault: Error, Sendable, CustomStringConvertible {
  /// What we were doing, as a phrase: "saving the case".
  package let doing: String
  /// What the world answered, without personal data.
  package let cause: String
  /// Whether the same act may succeed later.
  package let retry: Retry

  package enum Retry: Sendable {
    case later
    case never
  }

  package init(_ doing: String, cause: String, retry: Retry = .never) {
    self.doing = doing
    self.cause = cause
    self.retry = retry
  }

  package var description: String { "\(doing): \(cause)" }
}
