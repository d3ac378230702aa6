import Foundation
import Records

/// Writes answers as lines, gathered so that a million of them are not a million writes.
struct AnswerLines {
  private let index: MatchIndex
  private let listsAll: Bool
  private let output: FileHandle
  private var bytes: [UInt8] = []

  private static let flushAt = 1 << 16

  init(_ index: MatchIndex, listsAll: Bool, to output: FileHandle = .standardOutput) {
    self.output = output
    self.index = index
    self.listsAll = listsAll
    bytes.reserveCapacity(AnswerLines.flushAt * 2)
  }

  mutating func begin() { bytes += Array("q_id,rank,rec_id,weight,outcome\n".utf8) }

  mutating func add(_ answer: MatchAnswer) {
    let thresholds = index.weights.thresholds
    var rank = 0
    let query = AnswerLines.field(answer.query)
    let isClear = answer.candidates.first.map { thresholds.outcome($0.weight) == .below } ?? true
    if isClear { line("\(query),0,,,clear\n") }
    for candidate in answer.candidates {
      let outcome = thresholds.outcome(candidate.weight)
      guard listsAll || outcome != .below else { break }
      rank += 1
      let id = AnswerLines.field(index.id(candidate.row))
      line("\(query),\(rank),\(id),\(candidate.weight),\(outcome.rawValue)\n")
    }
    if bytes.count >= AnswerLines.flushAt { flush() }
  }

  mutating func flush() {
    output.write(Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func line(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Quoted where the commas would otherwise not tell.
  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
