import Crypto
import CryptoExtras
import Foundation
package import Vocabulary

/// A password as it is kept: scrypt with its parameters, salt and hash.
package struct PasswordHash: Equatable, Sendable {
  /// `scrypt$N$r$p$salt$hash`, salt and hash in base64.
  package let text: String

  /// RFC 7914, with the parameters that OWASP recommends at the least (N = 2^17 needs 128 MB; we
  /// take 2^15 with 32 MB, so that forty sign-ins at once do not exhaust a small server).
  package init(of password: String, salt: [UInt8]) throws(Fault) {
    let hash = try derive(password, salt: salt, rounds: 1 << 15, blockSize: 8, parallelism: 1)
    self.text =
      "scrypt$\(1 << 15)$8$1$\(Data(salt).base64EncodedString())$"
      + Data(hash).base64EncodedString()
  }

  package init(restoring text: String) {
    self.text = text
  }

  /// Whether this is the password; the comparison takes the same time for every wrong one.
  package func matches(_ password: String) throws(Fault) -> Bool {
    let parts = text.split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Data(base64Encoded: parts[4]), let expected = Data(base64Encoded: parts[5])
    else { throw Fault("checking a password", cause: "the stored hash has another form") }
    let hash = try derive(
      password, salt: Array(salt), rounds: rounds, blockSize: blockSize,
      parallelism: parallelism)
    return constantTimeEqual(hash, Array(expected))
  }
}

private func derive(
  _ password: String, salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int
) throws(Fault) -> [UInt8] {
  do {
    let key = try KDF.Scrypt.deriveKey(
      from: Data(password.precomposedStringWithCanonicalMapping.utf8), salt: Data(salt),
      outputByteCount: 32, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    return key.withUnsafeBytes { Array($0) }
  } catch {
    throw Fault("hashing a password", cause: "\(type(of: error))")
  }
}

func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for (a, b) in zip(left, right) { difference |= a ^ b }
  return difference == 0
}
