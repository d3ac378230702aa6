import Foundation
import Neighbours
import Outside
import Testing
import Vocabulary

@Suite("Mail: the message")
struct LetterTests {
  func letter(_ subject: String, _ body: String, key: String = "case-1/accepted") throws -> Letter {
    Letter(
      to: try #require(MailAddress("mai@example.test")), subject: subject, body: body,
      idempotencyKey: key)
  }

  func sender() throws -> Sender {
    Sender(address: try #require(MailAddress("lltp@example.test")), name: "Sở Tư pháp Cần Thơ")
  }

  @Test func `a message is ASCII, dated in Vietnamese time, and bears the same id each time`()
    throws
  {
    let letter = try letter("Hồ sơ đã được tiếp nhận", "Xin chào.\n.\nHết.")
    let message = letter.message(from: try sender(), at: nine)
    #expect(message.utf8.allSatisfy { $0 < 0x80 })
    #expect(message.contains("\r\nDate: Sat, 21 Nov 2026 09:00:00 +0700\r\n"))
    #expect(message == letter.message(from: try sender(), at: nine))
    let later = letter.message(from: try sender(), at: nine.adding(seconds: 60))
    #expect(messageID(later) == messageID(message) && messageID(message) != nil)
    let other = try self.letter("Hồ sơ đã được tiếp nhận", "Xin chào.", key: "case-2/accepted")
    #expect(messageID(other.message(from: try sender(), at: nine)) != messageID(message))
    #expect(message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
  }

  func messageID(_ message: String) -> Substring? {
    message.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: <") }
  }

  @Test(arguments: ["a\r\nBcc: thief@example.test", "a\nBcc: thief@example.test", "a\rBcc: x"])
  func `a subject cannot add a header`(subject: String) throws {
    let message = try letter(subject, "x").message(from: try sender(), at: nine)
    #expect(!message.contains("Bcc"))
  }

  @Test func `a long subject is folded between whole letters`() throws {
    let subject = String(repeating: "Thông báo về hồ sơ ", count: 12)
    let message = try letter(subject, "x").message(from: try sender(), at: nine)
    let words = message.split(separator: "=?utf-8?B?").dropFirst(2)
    let decoded = words.map { word in
      let text = word.split(separator: "?=", maxSplits: 1)[0]
      return String(decoding: Data(base64Encoded: String(text)) ?? Data(), as: UTF8.self)
    }
    #expect(decoded.joined() == subject)
  }

  @Test(arguments: [
    "", "mai", "mai@", "@example.test", "mai@exa mple.test", "mai@example.test\r\nRCPT TO:<x@y>",
    "\"a b\"@example.test", "mai@[127.0.0.1]", "a..b@example.test", "mai@-example.test",
    "maì@example.test", "a@b@c.test", String(repeating: "a", count: 65) + "@example.test",
  ])
  func `an address that a command could misread is none`(typed: String) {
    #expect(MailAddress(typed) == nil)
  }

  @Test func `mail does not leave the machine unencrypted`() throws {
    let sender = try sender()
    #expect(throws: MailServer.Malformed.plainBeyondLoopback) {
      try MailServer(
        host: "mail.example.test", port: 25, security: .none, credentials: nil,
        helloName: "lylich", sender: sender)
    }
    #expect(throws: MailServer.Malformed.passwordNeedsEncryption) {
      try MailServer(
        host: "mail.example.test", port: 587, security: .whenOffered,
        credentials: .init(user: "u", password: "p"), helloName: "lylich", sender: sender)
    }
  }
}

@Suite("Mail: conversations", .serialized)
struct MailTests {
  func mailer(port: Int, _ security: MailServer.Security = .none, user: Bool = false) throws
    -> Mailer
  {
    Mailer(
      server: try MailServer(
        host: "127.0.0.1", port: port, security: security,
        credentials: user ? .init(user: "lylich", password: "bí mật") : nil,
        helloName: "lylich.test",
        sender: Sender(
          address: try #require(MailAddress("lltp@example.test")), name: "Sở Tư pháp"),
        timeoutSeconds: 5))
  }

  let body =
    "Số hồ sơ: 000.00.10.H13-261121-0007\n.\n..\n.dấu chấm đầu dòng\nBước tiếp theo: nộp phí."

  func letter(_ key: String = "k") throws -> Letter {
    Letter(
      to: try #require(MailAddress("mai@example.test")), subject: "Hồ sơ 0007 đã được tiếp nhận",
      body: body, idempotencyKey: key)
  }

  /// aiosmtpd prints each message it took as one line of JSON.
  func withRealServer(
    _ arguments: [String] = [], _ act: (Int) async throws -> Void
  ) async throws -> [[String: String]] {
    let script = try peer("smtpd")
    return try await withProgram(try testPython()) { _ in
      [script] + arguments
    } _: { program in
      let port = try #require(Int(try await program.firstLine()))
      try await act(port)
      return try program.lines().dropFirst().map {
        try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
      }
    }
  }

  @Test func `a real server reads the letter as it was written`() async throws {
    let mails = try await withRealServer { port in
      try await mailer(port: port).send(letter(), at: nine)
    }
    #expect(mails.count == 1)
    #expect(mails.first?["subject"] == "Hồ sơ 0007 đã được tiếp nhận")
    #expect(mails.first?["body"]?.trimmingCharacters(in: .newlines) == body)
    #expect(mails.first?["to"] == "mai@example.test")
    #expect(mails.first?["from"] == "Sở Tư pháp <lltp@example.test>")
    #expect(mails.first?["id"]?.hasSuffix("@example.test>") == true)
  }

  @Test func `a password goes to a server that asks for it, and a wrong one is a fault`()
    async throws
  {
    let mails = try await withRealServer(["--user", "lylich", "--password", "bí mật"]) { port in
      try await mailer(port: port, user: true).send(letter(), at: nine)
      await #expect(throws: Fault.self) { try await mailer(port: port).send(letter(), at: nine) }
    }
    #expect(mails.count == 1)
  }

  @Test func `a server whose certificate nobody signed gets nothing`() async throws {
    let mails = try await withRealServer(["--tls"]) { port in
      for security in [MailServer.Security.required, .whenOffered] {
        await #expect(throws: Fault.self) {
          try await mailer(port: port, security).send(letter(), at: nine)
        }
      }
    }
    #expect(mails.isEmpty)
  }

  @Test func `where encryption is required, a server without it gets nothing`() async throws {
    let mails = try await withRealServer { port in
      await #expect(throws: Fault.self) {
        try await mailer(port: port, .required).send(letter(), at: nine)
      }
      try await mailer(port: port, .whenOffered).send(letter(), at: nine)
    }
    #expect(mails.count == 1)
  }

  @Test func `the simulated server keeps the letter and shows it`() async throws {
    try await withStreet { street in
      try await mailer(port: street.addresses.smtpPort).send(letter(), at: nine)
      let page = try await street.browser.get(street.addresses.mailbox)
      #expect(page.body.contains("Hồ sơ 0007 đã được tiếp nhận"))
      #expect(page.body.contains(".dấu chấm đầu dòng"))
      try await street.control(street.addresses.mailbox, #"{"mode":"error"}"#)
      await #expect(throws: Fault.self) {
        try await mailer(port: street.addresses.smtpPort).send(letter(), at: nine)
      }
    }
  }

  @Test func `a server that is not there is a fault to be tried later`() async throws {
    let port = try freePort()
    let mailer = try mailer(port: port)
    let fault = await #expect(throws: Fault.self) { try await mailer.send(letter(), at: nine) }
    #expect(fault?.retry == .later)
  }
}

/// The Python of the test environment, made by `scripts/test-venv`.
func testPython() throws -> String {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let set = ProcessInfo.processInfo.environment["LYLICH_TEST_VENV"]
  let venv = set ?? root.appendingPathComponent(".venv").path
  let python = venv + "/bin/python3"
  try #require(FileManager.default.fileExists(atPath: python), "run scripts/test-venv first")
  return python
}
