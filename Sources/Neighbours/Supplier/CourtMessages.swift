import Foundation
import Vocabulary

/// The messages that the simulated court sends, in order, about invented people
/// (`Resources/messages.txt`). `{-12}` in a text is the day twelve days before it is sent.
struct CourtMessages: Sendable {
  /// Each message is its documents, each one JSON object.
  private let messages: [[String]]

  init() throws(Fault) {
    let doing = "reading the simulated court's messages"
    guard
      let url = Bundle.module.url(
        forResource: "messages", withExtension: "txt", subdirectory: "Resources")
    else { throw Fault(doing, cause: "Resources/messages.txt is missing beside the program") }
    do {
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      var messages: [[String]] = []
      var documents: [String] = []
      // A line is a document; a line of three hyphens stands between messages.
      for line in lines {
        if line == "---" {
          messages.append(documents)
          documents = []
        } else {
          documents.append(String(line))
        }
      }
      self.messages = documents.isEmpty ? messages : messages + [documents]
    } catch {
      throw Fault(doing, cause: "\(url.path) cannot be read")
    }
  }

  var count: Int { messages.count }

  /// The body of a message as it is sent on a day: one document a line.
  func body(of index: Int, on today: CivilDate) -> String {
    messages[index].map { dated($0, on: today) }.joined(separator: "\n") + "\n"
  }

  private func dated(_ text: String, on today: CivilDate) -> String {
    text.replacing(#/\{-([0-9]{1,4})\}/#) { match in
      today.adding(days: -(Int(match.1) ?? 0)).iso
    }
  }
}
