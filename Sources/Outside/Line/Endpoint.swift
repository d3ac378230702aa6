import Foundation
import Vocabulary

/// Where a neighbour answers: an absolute `https` address, or `http` on loopback only.
///
/// Plain HTTP to anywhere else would carry personal data in the clear, so it cannot be said.
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
  /// Without a slash at the end.
  package let text: String
  /// Lower case, without the port.
  package let host: String

  package init(_ text: String) throws(Malformed) {
    guard text.utf8.count <= 512, let parts = URLComponents(string: text),
      let scheme = parts.scheme?.lowercased(), let host = parts.host?.lowercased(), !host.isEmpty
    else { throw .notAnAddress }
    guard parts.user == nil, parts.password == nil, parts.fragment == nil, parts.query == nil
    else { throw .holdsMoreThanAnAddress }
    switch scheme {
    case "https": break
    case "http":
      guard Self.loopback.contains(host) else { throw .plainHTTPBeyondLoopback }
    default: throw .notAnAddress
    }
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
    self.host = host
  }

  /// The address with a path below it. The path is ours, never a person's.
  package func at(_ path: String) -> String { text + path }

  package var description: String { text }

  private static let loopback: Set<String> = ["127.0.0.1", "localhost", "::1", "[::1]"]

  /// Why a text is not an address we will call.
  package enum Malformed: Error, Equatable, Sendable {
    case notAnAddress
    case holdsMoreThanAnAddress
    case plainHTTPBeyondLoopback
  }
}
