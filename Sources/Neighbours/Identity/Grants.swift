import Crypto
import Foundation
import Vocabulary

/// What a person allowed a client to learn, waiting to be fetched with a code.
struct Grant: Codable, Sendable {
  let person: String
  let clientID: String
  let redirectURI: String
  let challenge: String
  let nonce: String?
  let expiresAt: Instant
}

/// Codes that wait: each works once, within a minute, for the client and address it was made for.
actor Grants {
  private let keep: Keep<[String: Grant]>
  private var waiting: [String: Grant]

  init(in folder: URL) throws(Fault) {
    self.keep = try Keep("codes.json", in: folder)
    self.waiting = try keep.read() ?? [:]
  }

  func issue(_ grant: Grant, now: Instant) throws(Fault) -> String {
    var generator = SystemRandomNumberGenerator()
    let code = randomHex(bytes: 24, &generator)
    waiting = waiting.filter { $0.value.expiresAt > now }
    waiting[code] = grant
    try keep.write(waiting)
    return code
  }

  /// The grant, and the code is spent, whatever comes of it (RFC 6749, section 10.5).
  func spend(_ code: String, now: Instant) throws(Fault) -> Grant? {
    guard let grant = waiting.removeValue(forKey: code) else { return nil }
    try keep.write(waiting)
    return grant.expiresAt > now ? grant : nil
  }
}

func randomHex(bytes count: Int, _ generator: inout some RandomNumberGenerator) -> String {
  hex((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined()
}

/// `code_challenge` of RFC 7636 for a verifier.
func challenge(for verifier: String) -> String {
  Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
    .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
    .replacingOccurrences(of: "=", with: "")
}
