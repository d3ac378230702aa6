import Foundation
import Logging
import NIOCore
import Vocabulary

/// A mail server that keeps what it is given (`mail/000001.eml`) and delivers nothing.
struct MailSink: ConversingServer {
  let store: MailStore
  let mood: Mood
  let logger: Logger

  func converse(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
    do {
      try await connection.executeThenClose { incoming, outgoing in
        var talk = SMTPTalk(mood: mood)
        try await outgoing.write(ByteBuffer(string: "220 localhost mo phong ESMTP\r\n"))
        var unread: [UInt8] = []
        for try await bytes in incoming {
          unread.append(contentsOf: bytes.readableBytesView)
          guard unread.count <= 1024 * 1024 else { return }
          while let end = unread.firstIndex(of: 0x0A) {
            let line = Array(unread[..<end].filter { $0 != 0x0D })
            unread.removeSubrange(...end)
            let answer = talk.hear(line)
            if let letter = talk.finished() { try await store.keep(letter) }
            if let answer { try await outgoing.write(ByteBuffer(string: answer + "\r\n")) }
            if talk.isOver { return }
          }
        }
      }
    } catch {
      logger.debug("A mail conversation broke off", metadata: ["error": "\(type(of: error))"])
    }
  }
}

/// One conversation of RFC 5321, as far as taking mail needs it.
struct SMTPTalk {
  let mood: Mood
  private(set) var isOver = false
  private var isInMessage = false
  private var lines: [[UInt8]] = []
  private var letter: [UInt8]?

  init(mood: Mood) {
    self.mood = mood
  }

  /// The answer to a line, or nil inside a message.
  mutating func hear(_ line: [UInt8]) -> String? {
    if isInMessage { return hearMessage(line) }
    let text = String(decoding: line, as: UTF8.self)
    switch text.split(separator: " ").first?.uppercased() ?? "" {
    case "EHLO": return "250-localhost\r\n250 8BITMIME"
    case "HELO", "NOOP", "RSET", "RCPT": return "250 OK"
    case "MAIL": return mood.now == .error ? "451 down on purpose" : "250 OK"
    case "DATA":
      isInMessage = true
      lines = []
      return "354 End with a dot"
    case "QUIT":
      isOver = true
      return "221 Bye"
    default: return "502 Not known here"
    }
  }

  private mutating func hearMessage(_ line: [UInt8]) -> String? {
    guard line == [0x2E] else {
      // Dot-unstuffing, RFC 5321, section 4.5.2.
      lines.append(line.first == 0x2E ? Array(line.dropFirst()) : line)
      return nil
    }
    isInMessage = false
    letter = Array(lines.joined(separator: [0x0D, 0x0A]))
    return "250 Kept"
  }

  /// The message that has just ended, once.
  mutating func finished() -> [UInt8]? {
    defer { letter = nil }
    return letter
  }
}
