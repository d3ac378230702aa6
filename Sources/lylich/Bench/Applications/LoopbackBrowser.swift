import Foundation
import Glibc
import Vocabulary

/// A browser as far as a load needs one, on the thread that asks: HTTP/1.1 over connections that
/// stay open, a cookie a port, redirects followed. It has an address of its own within 127/8, as
/// every visitor has, so that what the portal counts by address counts this one alone.
final class LoopbackBrowser {
  private let address: UInt32
  private var lines: [Int: HTTPLine] = [:]
  private var cookies: [Int: String] = [:]

  struct Page {
    let status: Int
    let place: LoopbackPlace
    let text: PageText
  }

  /// - Parameter number: which visitor; each number has its address, up to four million.
  init(number: Int) {
    // 127.64.0.0 and on: what is told apart here is still this machine.
    self.address = 0x7F40_0000 + UInt32(number % 0x3F_0000)
  }

  deinit { rest() }

  /// Lets go of the connections; the cookies stay.
  func rest() {
    for line in lines.values { line.close() }
    lines = [:]
  }

  func get(_ place: LoopbackPlace) throws(Fault) -> Page {
    try follow("GET", place, nil)
  }

  func post(_ place: LoopbackPlace, _ fields: [FormPair]) throws(Fault) -> Page {
    try follow("POST", place, fields)
  }

  /// Where a post leads, without going there.
  func post(
    _ place: LoopbackPlace, _ fields: [FormPair], leadsTo host: Int
  ) throws(Fault) -> LoopbackPlace {
    let answer = try exchange("POST", place, fields)
    guard let next = answer.location.flatMap({ LoopbackPlace($0, from: place) }),
      next.port == host
    else { throw Fault("following \(place.route)", cause: "it leads elsewhere") }
    return next
  }

  private func follow(
    _ method: String, _ place: LoopbackPlace, _ fields: [FormPair]?
  ) throws(Fault) -> Page {
    var place = place
    var answer = try exchange(method, place, fields)
    for _ in 0..<6 {
      guard (301...303).contains(answer.status),
        let next = answer.location.flatMap({ LoopbackPlace($0, from: place) })
      else { return Page(status: answer.status, place: place, text: PageText(answer.body)) }
      place = next
      answer = try exchange("GET", place, nil)
    }
    throw Fault("following \(place.route)", cause: "more than six redirects")
  }

  private func exchange(
    _ method: String, _ place: LoopbackPlace, _ fields: [FormPair]?
  ) throws(Fault) -> HTTPLine.Answer {
    let body = fields.map { Array($0.map(\.encoded).joined(separator: "&").utf8) } ?? []
    var head = "\(method) \(place.target) HTTP/1.1\r\nHost: 127.0.0.1:\(place.port)\r\n"
    head += "Accept-Language: vi\r\n"
    if let cookie = cookies[place.port] { head += "Cookie: \(cookie)\r\n" }
    if fields != nil {
      head += "Origin: http://127.0.0.1:\(place.port)\r\n"
      head += "Content-Type: application/x-www-form-urlencoded\r\n"
      head += "Content-Length: \(body.count)\r\n"
    }
    let request = Array((head + "\r\n").utf8) + body
    let answer = try sent(request, to: place.port)
    if let cookie = answer.cookie { cookies[place.port] = cookie }
    return answer
  }

  /// A connection that was open may have been closed meanwhile: then once more on a new one.
  private func sent(_ request: [UInt8], to port: Int) throws(Fault) -> HTTPLine.Answer {
    if let line = lines[port] {
      if let answer = try line.ask(request) { return kept(answer, line, port) }
      line.close()
      lines[port] = nil
    }
    let line = try HTTPLine(from: address, to: port)
    lines[port] = line
    guard let answer = try line.ask(request) else {
      throw Fault("asking at port \(port)", cause: "a new connection was closed without an answer")
    }
    return kept(answer, line, port)
  }

  private func kept(_ answer: HTTPLine.Answer, _ line: HTTPLine, _ port: Int) -> HTTPLine.Answer {
    if answer.closes {
      line.close()
      lines[port] = nil
    }
    return answer
  }
}

/// An address on this machine.
struct LoopbackPlace: Sendable {
  let port: Int
  /// Path and query.
  let target: String

  init(port: Int, _ target: String) {
    self.port = port
    self.target = target
  }

  /// An address as a page or a redirect gives it; nil where it leads off this machine.
  init?(_ text: String, from other: LoopbackPlace) {
    let plain = text.prefix { $0 != "#" }
    if plain.hasPrefix("/") {
      self.init(port: other.port, String(plain))
      return
    }
    let start = "http://127.0.0.1:"
    guard plain.hasPrefix(start) else { return nil }
    let rest = plain.dropFirst(start.count)
    guard let port = Int(rest.prefix { $0 != "/" }) else { return nil }
    let target = rest.drop { $0 != "/" }
    self.init(port: port, target.isEmpty ? "/" : String(target))
  }

  var path: String { String(target.prefix { $0 != "?" }) }

  /// The path without its ids, to be named in a report.
  var route: String {
    path.split(separator: "/").map { $0.utf8.count == 26 ? ":id" : String($0) }
      .reduce("") { $0 + "/" + $1 }
  }

  /// What stands after `?`, decoded.
  var query: [FormPair] {
    guard let start = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: start)...].split(separator: "&").map { part in
      let pair = part.split(separator: "=", maxSplits: 1).map {
        $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
      }
      return FormPair(pair.first ?? "", pair.count == 2 ? pair[1] : "")
    }
  }
}

/// One field of a form, as it is sent.
struct FormPair: Sendable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  var encoded: String { "\(Self.escaped(name))=\(Self.escaped(value))" }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 2)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      case 0x20: bytes.append(0x2B)
      default: bytes += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
