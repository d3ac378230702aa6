import Foundation
import Vocabulary

/// What the simulated court has sent and what it was told; kept, so that a restart goes on.
actor CourtBook {
  struct Sent: Codable, Sendable {
    let name: String
    let body: String
    let firstTriedAt: Instant
    var tries: Int
    /// The HTTP status of the last answer; nil where none came.
    var status: Int?
    var answer: String
  }

  private let keep: Keep<[Sent]>
  private var messages: [Sent]
  private let texts: CourtMessages

  init(_ texts: CourtMessages, in folder: URL) throws(Fault) {
    self.keep = try Keep("messages.json", in: folder)
    self.messages = try keep.read() ?? []
    self.texts = texts
  }

  var all: [Sent] { messages }

  /// The message that is due: one that was not answered, else the next; nil after the last. A
  /// message is built once, so that each try sends the same bytes.
  func due(at now: Instant) throws(Fault) -> Sent? {
    if let open = messages.first(where: { !Self.isAnswered($0) }) { return open }
    guard messages.count < texts.count else { return nil }
    let number = String(messages.count + 1)
    let next = Sent(
      name: "TA-" + String(repeating: "0", count: max(0, 6 - number.count)) + number,
      body: texts.body(of: messages.count, on: now.civilDate), firstTriedAt: now, tries: 0,
      status: nil, answer: "")
    messages.append(next)
    try keep.write(messages)
    return next
  }

  /// Notes what came back.
  func note(_ name: String, status: Int?, answer: String) throws(Fault) {
    guard let place = messages.firstIndex(where: { $0.name == name }) else { return }
    messages[place].tries += 1
    messages[place].status = status
    messages[place].answer = answer
    try keep.write(messages)
  }

  /// Taken, or refused in a way that the same message cannot mend.
  private static func isAnswered(_ sent: Sent) -> Bool {
    guard let status = sent.status else { return false }
    return (200..<300).contains(status) || [409, 413, 422].contains(status)
  }
}
