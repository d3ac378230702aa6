import Foundation
import Glibc

/// The bytes of a page, and what a visitor of ours looks for in them: forms and marks. No parser:
/// the load shares the machine with what it measures, and it knows the pages it reads.
struct PageText {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func contains(_ text: String) -> Bool { place(of: text) != nil }

  /// Where the text begins, from a place on.
  func place(of text: String, from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard start < end else { return nil }
    var text = text
    return bytes.withUnsafeBytes { all in
      text.withUTF8 { wanted in
        guard let base = all.baseAddress, let sought = wanted.baseAddress else { return nil }
        var at = start
        // From one place where the first byte stands to the next.
        while end - at >= wanted.count,
          let found = memchr(base + at, Int32(sought[0]), end - at - wanted.count + 1)
        {
          if memcmp(found, sought, wanted.count) == 0 { return UnsafeRawPointer(found) - base }
          at = UnsafeRawPointer(found) - base + 1
        }
        return nil
      }
    }
  }

  /// What stands between the first such text and the next `"`.
  func value(after text: String, from start: Int = 0, to end: Int? = nil) -> String? {
    guard let begin = place(of: text, from: start, to: end) else { return nil }
    let first = begin + text.utf8.count
    guard let last = bytes[first...].firstIndex(of: 0x22) else { return nil }
    return Self.plain(String(decoding: bytes[first..<last], as: UTF8.self))
  }

  /// Every form whose action has this in it.
  func forms(to part: String) -> [PageForm] {
    var forms: [PageForm] = []
    var at = 0
    while let begin = place(of: "<form ", from: at) {
      let end = place(of: "</form>", from: begin) ?? bytes.count
      at = end
      guard let action = value(after: "action=\"", from: begin, to: end), action.contains(part)
      else { continue }
      forms.append(PageForm(action: action, hidden: hidden(from: begin, to: end)))
    }
    return forms
  }

  private func hidden(from begin: Int, to end: Int) -> [FormPair] {
    let start = "<input type=\"hidden\" name=\""
    var fields: [FormPair] = []
    var at = begin
    while let found = place(of: start, from: at, to: end) {
      at = found + start.utf8.count
      guard let name = value(after: start, from: found, to: end),
        let value = value(after: "value=\"", from: at, to: end)
      else { break }
      fields.append(FormPair(name, value))
    }
    return fields
  }

  /// The texts between `begin` and the next `end`, for rows of a list.
  func parts(from begin: String, to end: String) -> [PageText] {
    var parts: [PageText] = []
    var at = 0
    while let first = place(of: begin, from: at) {
      let last = place(of: end, from: first) ?? bytes.count
      parts.append(PageText(Array(bytes[first..<last])))
      at = last
    }
    return parts
  }

  /// Where the link to the next page of a list leads.
  var next: String? {
    let links = parts(from: "<a class=\"button plain\" href=\"", to: "</a>")
    let link = links.first { $0.contains("rel=\"next\"") } ?? links.first
    guard link?.contains("rel=\"prev\"") != true else { return nil }
    return link?.value(after: "href=\"")
  }

  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return text.replacingOccurrences(of: "&quot;", with: "\"")
      .replacingOccurrences(of: "&#39;", with: "'").replacingOccurrences(of: "&lt;", with: "<")
      .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&amp;", with: "&")
  }
}

/// A form with what it would send of itself.
struct PageForm {
  let action: String
  let hidden: [FormPair]

  subscript(name: String) -> String? { hidden.first { $0.name == name }?.value }

  /// With what was typed; a field that was hidden and is typed now is sent once.
  func filled(_ typed: [FormPair]) -> [FormPair] {
    let names = Set(typed.map(\.name))
    return hidden.filter { !names.contains($0.name) } + typed
  }
}
