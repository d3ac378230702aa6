import CaseFile
import Intake
import Vocabulary

/// What a draft's row holds, in two lines of JSON: what was known beforehand and from whom, which
/// never changes, and what was typed. Saving puts a new second line behind the first, unread.
struct DraftContent: Equatable, Sendable {
  struct Known: Equatable, Sendable, Codable {
    let prefill: Prefill
    let register: DraftView.RegisterStanding
  }

  let known: Known
  let form: [String: String]

  init(known: Known, form: [String: String]) {
    self.known = known
    self.form = form
  }

  /// - Throws: `Fault` or `JournalUnreadable` where it is not what `text` writes.
  init(stored text: String) throws {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    guard lines.count == 2 else {
      throw Fault("reading a draft", cause: "it has \(lines.count) lines")
    }
    self.known = try JournalCodec.value(Known.self, from: Array(lines[0]))
    self.form = try JournalCodec.value([String: String].self, from: Array(lines[1]))
  }

  var text: String { DraftContent.line(known) + DraftContent.line(form) }

  static func line(_ value: some Encodable) -> String {
    String(decoding: JournalCodec.bytes(of: value), as: UTF8.self) + "\n"
  }
}
