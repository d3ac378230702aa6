import Crypto
import Foundation
package import Vocabulary

/// The code of six digits that a program on an officer's telephone shows.
///
/// RFC 6238 over HMAC-SHA-1 (RFC 4226), a new code every 30 seconds: what every such program
/// knows. SHA-1 is no weakness here: HMAC does not rest on its resistance to collisions.
package enum OneTimeCode {
  package static let stepSeconds: Int64 = 30
  package static let secretLength = 20
  /// How far a telephone's clock may be off, in steps.
  static let drift: Int64 = 1

  /// The steps of 30 seconds since 1970.
  package static func step(at now: Instant) -> Int64 { now.milliseconds / (stepSeconds * 1000) }

  /// The code of a step; `digits` is 6 but for the vectors of the RFC.
  package static func code(of secret: [UInt8], step: Int64, digits: Int = 6) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
    let digest = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(digest[19] & 15)
    let word = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let limit = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
    return padded(Int(word % limit), to: digits)
  }

  package enum Verdict: Equatable, Sendable {
    case right(step: Int64)
    /// It, or a later one, was entered before.
    case used
    case wrong
  }

  /// - Parameter last: the step of the latest code that was taken.
  package static func judge(
    _ typed: String, by secret: [UInt8], at now: Instant, after last: Int64
  ) -> Verdict {
    let current = step(at: now)
    var found: Int64?
    // Each is compared, so that the time tells nothing.
    for step in current - drift...current + drift
    where constantTimeEqual(Array(typed.utf8), Array(code(of: secret, step: step).utf8)) {
      found = max(found ?? step, step)
    }
    guard let found else { return .wrong }
    return found > last ? .right(step: found) : .used
  }
}
