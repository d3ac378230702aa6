/// Where a clamd listens: `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`.
///
/// The protocol has no encryption, and papers are personal: beyond loopback it cannot be said.
package enum ScannerAddress: Equatable, Sendable, CustomStringConvertible {
  case unix(path: String)
  case tcp(host: String, port: Int)

  package init(_ text: String) throws(Malformed) {
    if text.hasPrefix("unix:/") {
      self = .unix(path: String(text.dropFirst(5)))
      return
    }
    guard text.hasPrefix("tcp:"), let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (1...65535).contains(port)
    else { throw .notAnAddress }
    let host = String(text[..<colon].dropFirst(4))
    guard ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host) else {
      throw .plainBeyondLoopback
    }
    self = .tcp(host: host == "[::1]" ? "::1" : host, port: port)
  }

  package var description: String {
    switch self {
    case .unix(let path): "unix:\(path)"
    case .tcp(let host, let port): "tcp:\(host):\(port)"
    }
  }

  package enum Malformed: Error, Equatable, Sendable {
    case notAnAddress
    case plainBeyondLoopback
  }
}
