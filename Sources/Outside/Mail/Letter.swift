import Crypto
import Foundation
package import Vocabulary

/// A mail: plain words to one person. It says the case's number and the next step, and never a
/// certificate or its outcome; the caller's words decide that.
package struct Letter: Sendable {
  package let to: MailAddress
  package let subject: String
  package let body: String
  /// The same key is the same letter: a repeated sending carries the same Message-ID, and a
  /// receiving system can tell.
  package let idempotencyKey: String

  package init(to: MailAddress, subject: String, body: String, idempotencyKey: String) {
    self.to = to
    self.subject = subject
    self.body = body
    self.idempotencyKey = idempotencyKey
  }
}

/// Who sends: the address and the name shown.
package struct Sender: Sendable {
  package let address: MailAddress
  package let name: String

  package init(address: MailAddress, name: String) {
    self.address = address
    self.name = name
  }
}

extension Letter {
  /// The message of RFC 5322 with MIME (RFC 2045, 2047): ASCII throughout, lines of at most 76
  /// characters, CRLF. Nothing typed reaches a header but in base64, so no header can be added.
  package func message(from sender: Sender, at now: Instant) -> String {
    let headers = [
      "From: \(encodedWords(sender.name)) <\(sender.address.text)>",
      "To: <\(to.text)>",
      "Subject: \(encodedWords(subject))",
      "Date: \(mailDate(now))",
      "Message-ID: <\(messageID(at: sender.address))>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "Auto-Submitted: auto-generated",
    ]
    return headers.joined(separator: "\r\n") + "\r\n\r\n" + encodedBody() + "\r\n"
  }

  func messageID(at sender: MailAddress) -> String {
    let digest = SHA256.hash(data: Data("lylich mail \(idempotencyKey)".utf8))
    let domain = sender.text.split(separator: "@").last.map(String.init) ?? "localhost"
    return base64URL(Data(digest)) + "@" + domain
  }

  private func encodedBody() -> String {
    let lines = body.inNFC.replacingOccurrences(of: "\r\n", with: "\n")
      .replacingOccurrences(of: "\n", with: "\r\n")
    let text = Data(lines.utf8).base64EncodedString()
    var chunks: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      chunks.append(rest.prefix(76))
      rest = rest.dropFirst(76)
    }
    return chunks.joined(separator: "\r\n")
  }
}

/// RFC 2047 encoded words, each whole characters and at most 75 long, folded.
func encodedWords(_ text: String) -> String {
  let plain = text.inNFC.map { $0.isNewline ? " " : $0 }
  var words: [String] = []
  var current = ""
  for character in plain {
    if current.utf8.count + character.utf8.count > 42 {
      words.append(current)
      current = ""
    }
    current.append(character)
  }
  words.append(current)
  return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
    .joined(separator: "\r\n ")
}

/// `Sat, 21 Nov 2026 14:32:42 +0700`: RFC 5322, section 3.3, in Vietnamese time.
func mailDate(_ now: Instant) -> String {
  let day = now.civilDate
  let weekday =
    switch day.weekday {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  let clock = now.wallClock
  let time = [clock.hour, clock.minute, clock.second].map { padded($0, to: 2) }
    .joined(separator: ":")
  return "\(weekday), \(padded(day.day, to: 2)) \(months[day.month - 1]) "
    + "\(padded(day.year, to: 4)) \(time) +0700"
}
