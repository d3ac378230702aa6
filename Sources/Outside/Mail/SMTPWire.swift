import NIOCore
import NIOPosix
import NIOSSL

/// Lines to and from a mail server: bounded, and nothing read ahead of encryption survives it.
struct SMTPWire {
  private var incoming: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private let outgoing: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private let channel: any Channel
  private var unread: [UInt8] = []

  init(
    _ incoming: NIOAsyncChannelInboundStream<ByteBuffer>,
    _ outgoing: NIOAsyncChannelOutboundWriter<ByteBuffer>, on channel: any Channel
  ) {
    self.incoming = incoming.makeAsyncIterator()
    self.outgoing = outgoing
    self.channel = channel
  }

  /// What the conversation broke on, without the server's words, which may repeat an address.
  enum Broken: Error {
    case closed
    case malformed
    case tooLong
    /// The server said more before encryption began than it should: an injection.
    case saidTooMuch
    case refused(step: String, code: Int)
  }

  struct Reply {
    let code: Int
    let lines: [String]
  }

  mutating func say(_ line: String) async throws {
    try await outgoing.write(ByteBuffer(string: line + "\r\n"))
  }

  /// A reply of RFC 5321, section 4.2: lines `250-…` and a last one `250 …`, at most 100.
  mutating func reply() async throws -> Reply {
    var lines: [String] = []
    while lines.count < 100 {
      let line = try await nextLine()
      guard line.utf8.count >= 3, let code = Int(line.prefix(3)), (200...599).contains(code) else {
        throw Broken.malformed
      }
      lines.append(String(line.dropFirst(4)))
      if line.utf8.count == 3 || line.dropFirst(3).first == " " {
        return Reply(code: code, lines: lines)
      }
    }
    throw Broken.tooLong
  }

  mutating func expect(_ codes: Set<Int>, after step: String) async throws -> Reply {
    let reply = try await reply()
    guard codes.contains(reply.code) else { throw Broken.refused(step: step, code: reply.code) }
    return reply
  }

  /// After the server's 220 to STARTTLS. What it already sent in the clear is an injection
  /// (CVE-2011-0411): the conversation ends.
  mutating func encrypt(host: String) async throws {
    guard unread.isEmpty else { throw Broken.saidTooMuch }
    let context = try NIOSSLContext(configuration: .makeClientConfiguration())
    let channel = channel
    try await channel.eventLoop.submit {
      let handler = try NIOSSLClientHandler(context: context, serverHostname: host)
      try channel.pipeline.syncOperations.addHandler(handler, position: .first)
    }.get()
  }

  private mutating func nextLine() async throws -> String {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        var line = unread[..<end]
        if line.last == 0x0D { line = line.dropLast() }
        let text = String(decoding: line, as: UTF8.self)
        unread.removeSubrange(...end)
        return text
      }
      guard unread.count <= 4096 else { throw Broken.tooLong }
      guard let more = try await incoming.next() else { throw Broken.closed }
      unread.append(contentsOf: more.readableBytesView)
    }
  }
}
