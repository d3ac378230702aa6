import Foundation
import Glibc
import Vocabulary

/// One connection to a server on this machine, asked and answered by turns.
final class HTTPLine {
  private let socket: Int32
  private var unread: [UInt8] = []
  private var isOpen = true

  struct Answer {
    let status: Int
    let location: String?
    /// `name=value` of the cookie that was set.
    let cookie: String?
    let closes: Bool
    let body: [UInt8]
  }

  /// - Parameter address: the visitor's own, within 127/8.
  init(from address: UInt32, to port: Int) throws(Fault) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    // The port is chosen at the connect, so that each address has all ports for each server.
    setsockopt(
      socket, Int32(IPPROTO_IP), 24, &on, socklen_t(MemoryLayout<Int32>.size))
    guard Self.place(address, 0, { bind(socket, $0, $1) }) == 0,
      Self.place(0x7F00_0001, UInt16(port), { connect(socket, $0, $1) }) == 0
    else {
      let cause = String(cString: strerror(errno))
      Glibc.close(socket)
      throw Fault("connecting to port \(port)", cause: cause)
    }
  }

  deinit { close() }

  func close() {
    guard isOpen else { return }
    isOpen = false
    Glibc.close(socket)
  }

  private static func place(
    _ address: UInt32, _ port: UInt16, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = address.bigEndian
    place.sin_port = port.bigEndian
    return withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// Nil where the other side had closed the connection before it took the request.
  func ask(_ request: [UInt8]) throws(Fault) -> Answer? {
    guard isOpen else { return nil }
    var sent = 0
    while sent < request.count {
      let count = request[sent...].withUnsafeBytes {
        send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return nil }
      sent += count
    }
    unread.removeAll(keepingCapacity: true)
    var headEnd: Int?
    while headEnd == nil {
      let before = unread.count
      guard try receive() else {
        if before == 0 { return nil }
        throw Fault("reading an answer", cause: "it broke off in its head")
      }
      headEnd = end(from: max(0, before - 3))
    }
    return try answer(headEnd ?? 0)
  }

  /// False at the end of the connection.
  private func receive() throws(Fault) -> Bool {
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { room in
      let count = recv(socket, room.baseAddress, room.count, 0)
      if count > 0 { unread.append(contentsOf: room[..<count]) }
      return count
    }
    if count < 0, errno == EAGAIN {
      throw Fault("waiting for an answer", cause: "none came within a minute")
    }
    return count > 0
  }

  /// Where the head ends: after an empty line.
  private func end(from start: Int) -> Int? {
    guard unread.count >= 4 else { return nil }
    return unread.withUnsafeBufferPointer { bytes in
      for place in start...(bytes.count - 4)
      where bytes[place] == 0x0D && bytes[place + 1] == 0x0A && bytes[place + 2] == 0x0D
        && bytes[place + 3] == 0x0A
      {
        return place + 4
      }
      return nil
    }
  }

  private func answer(_ headEnd: Int) throws(Fault) -> Answer {
    let head = String(decoding: unread[..<headEnd], as: UTF8.self)
    var lines = head.split(separator: "\r\n").makeIterator()
    guard let first = lines.next(),
      let status = Int(first.split(separator: " ").dropFirst().first ?? "")
    else { throw Fault("reading an answer", cause: "it is not HTTP") }
    var length = 0
    var location: String?
    var cookie: String?
    var closes = false
    while let line = lines.next() {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let value = pair[1].drop { $0 == " " }
      switch pair[0].lowercased() {
      case "content-length": length = Int(value) ?? 0
      case "location": location = String(value)
      case "set-cookie": cookie = String(value.prefix { $0 != ";" })
      case "connection": closes = value.lowercased() == "close"
      case "transfer-encoding":
        throw Fault("reading an answer", cause: "it comes in chunks, which is not known here")
      default: break
      }
    }
    while unread.count < headEnd + length {
      guard try receive() else {
        throw Fault("reading an answer", cause: "it broke off in its body")
      }
    }
    return Answer(
      status: status, location: location, cookie: cookie, closes: closes,
      body: Array(unread[headEnd..<(headEnd + length)]))
  }
}
