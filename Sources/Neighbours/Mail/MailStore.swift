import Foundation
import Vocabulary

/// Mails as files, numbered in the order they came.
actor MailStore {
  private let folder: URL
  private var count: Int

  init(in folder: URL) throws(Fault) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let numbers = names.compactMap { Int($0.prefix { $0 != "." }) }
      self.count = numbers.max() ?? 0
    } catch {
      throw Fault("opening the simulated mailbox", cause: "\(error)")
    }
  }

  func keep(_ message: [UInt8]) throws(Fault) {
    count += 1
    do {
      try Data(message).write(to: file(count), options: .atomic)
    } catch {
      throw Fault("keeping a simulated mail", cause: "\(error)")
    }
  }

  /// The newest `limit` mails, newest first.
  func newest(_ limit: Int) throws(Fault) -> [KeptMail] {
    var mails: [KeptMail] = []
    for number in stride(from: count, to: max(0, count - limit), by: -1) {
      do {
        mails.append(KeptMail(try Data(contentsOf: file(number))))
      } catch {
        throw Fault("reading a simulated mail", cause: "\(error)")
      }
    }
    return mails
  }

  private func file(_ number: Int) -> URL {
    folder.appendingPathComponent(padded(number, to: 6) + ".eml")
  }
}

/// A mail as a person reads it: its words decoded as far as our own mails need it.
struct KeptMail: Encodable {
  let to: String
  let subject: String
  let date: String
  let body: String

  init(_ message: Data) {
    let text = String(decoding: message, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    let parts = text.range(of: "\n\n")
    let head = parts.map { String(text[..<$0.lowerBound]) } ?? text
    let raw = parts.map { String(text[$0.upperBound...]) } ?? ""
    let unfolded = head.replacingOccurrences(of: "\n ", with: " ")
    var headers: [String: String] = [:]
    for line in unfolded.split(separator: "\n") {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces)
    }
    self.to = headers["to"] ?? ""
    self.subject = decodedWords(headers["subject"] ?? "")
    self.date = headers["date"] ?? ""
    let isBase64 = headers["content-transfer-encoding"]?.lowercased() == "base64"
    let bytes = isBase64 ? Data(base64Encoded: raw.filter { !$0.isWhitespace }) : nil
    self.body = bytes.map { String(decoding: $0, as: UTF8.self) } ?? raw
  }
}

/// RFC 2047, base64 words in UTF-8; anything else is shown as it is.
private func decodedWords(_ text: String) -> String {
  text.split(separator: " ").map { word in
    guard word.hasPrefix("=?utf-8?B?"), word.hasSuffix("?="),
      let bytes = Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))
    else { return String(word) + " " }
    return String(decoding: bytes, as: UTF8.self)
  }.joined().trimmingCharacters(in: .whitespaces)
}
