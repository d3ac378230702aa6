import Foundation
import NIOCore
import NIOPosix
package import Vocabulary

/// Sends letters over SMTP (RFC 5321), one conversation a letter.
///
/// A letter that the server took (250 after the dot) is sent. A connection that breaks before that
/// word is a fault to be tried again; the Message-ID is the same, so a double can be recognised.
package struct Mailer: Sendable {
  private let server: MailServer

  package init(server: MailServer) {
    self.server = server
  }

  private static let doing = "sending a mail"

  package func send(_ letter: Letter, at now: Instant) async throws(Fault) {
    let message = letter.message(from: server.sender, at: now)
    do {
      try await converse(with: letter.to, message)
    } catch SMTPWire.Broken.refused(let step, let code) {
      throw Fault(
        Self.doing, cause: "the server answered \(code) to \(step)",
        retry: code < 500 ? .later : .never)
    } catch SMTPWire.Broken.saidTooMuch {
      throw Fault(Self.doing, cause: "the server spoke before encryption began")
    } catch let error as SMTPWire.Broken {
      throw Fault(Self.doing, cause: "the server's answer is \(error)", retry: .later)
    } catch let error as NoEncryption {
      throw Fault(Self.doing, cause: error.words)
    } catch {
      throw Fault(Self.doing, cause: "no conversation (\(type(of: error)))", retry: .later)
    }
  }

  private struct NoEncryption: Error {
    let words = "the server offers no encryption, and it is required"
  }

  private func converse(with recipient: MailAddress, _ message: String) async throws {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.seconds(5))
      .connect(host: server.host, port: server.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let raw = channel.channel
    // Closing the channel ends every wait below.
    let deadline = raw.eventLoop.scheduleTask(in: .seconds(Int64(server.timeoutSeconds))) {
      raw.close(promise: nil)
    }
    defer { deadline.cancel() }
    try await channel.executeThenClose { incoming, outgoing in
      var wire = SMTPWire(incoming, outgoing, on: raw)
      _ = try await wire.expect([220], after: "the greeting")
      try await begin(&wire)
      try await deliver(&wire, to: recipient, message)
    }
  }

  private func begin(_ wire: inout SMTPWire) async throws {
    var offers = try await hello(&wire)
    let isOffered = offers.contains("STARTTLS")
    switch server.security {
    case .none: break
    case .required where !isOffered: throw NoEncryption()
    case .whenOffered where !isOffered: break
    case .required, .whenOffered:
      try await wire.say("STARTTLS")
      _ = try await wire.expect([220], after: "STARTTLS")
      try await wire.encrypt(host: server.host)
      offers = try await hello(&wire)
    }
    guard let credentials = server.credentials else { return }
    let word = Data("\0\(credentials.user)\0\(credentials.password)".utf8).base64EncodedString()
    try await wire.say("AUTH PLAIN \(word)")
    _ = try await wire.expect([235], after: "AUTH")
  }

  /// The first word of each extension that the server offers.
  private func hello(_ wire: inout SMTPWire) async throws -> Set<String> {
    try await wire.say("EHLO \(server.helloName)")
    let reply = try await wire.expect([250], after: "EHLO")
    return Set(
      reply.lines.dropFirst().compactMap { $0.split(separator: " ").first }
        .map { $0.uppercased() })
  }

  private func deliver(
    _ wire: inout SMTPWire, to recipient: MailAddress, _ message: String
  ) async throws {
    try await wire.say("MAIL FROM:<\(server.sender.address.text)>")
    _ = try await wire.expect([250], after: "MAIL")
    try await wire.say("RCPT TO:<\(recipient.text)>")
    _ = try await wire.expect([250, 251], after: "RCPT")
    try await wire.say("DATA")
    _ = try await wire.expect([354], after: "DATA")
    try await wire.say(dotStuffed(message) + ".")
    _ = try await wire.expect([250], after: "the message")
    try await wire.say("QUIT")
    // Sent already: whatever comes now, or nothing, changes nothing.
  }
}

/// RFC 5321, section 4.5.2: a line that begins with a dot gets another. `message` ends in CRLF.
func dotStuffed(_ message: String) -> String {
  let stuffed = message.replacingOccurrences(of: "\r\n.", with: "\r\n..")
  return stuffed.hasPrefix(".") ? "." + stuffed : stuffed
}
