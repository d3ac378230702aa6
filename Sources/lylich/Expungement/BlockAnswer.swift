import Law
import Vocabulary
import Words

/// The answers to one block of lines.
struct BlockAnswer: Sendable {
  enum Detail: Sendable {
    /// With the officer's explanation.
    case explained
    /// With the trace of the rules as well.
    case traced
  }

  private(set) var bytes: [UInt8] = []
  /// How many lines were refused.
  private(set) var refused = 0

  init(to block: LineBlocks.Block, _ detail: Detail) {
    var json = JSONText(capacityBytes: block.bytes.count * 4)
    var line = block.firstLine
    var start = 0
    while start <= block.bytes.count {
      let end = block.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? block.bytes.count
      answer(block.bytes, in: start..<end, line: line, detail, to: &json)
      line += 1
      start = end + 1
    }
    bytes = json.bytes
  }

  /// An empty line is no person and no mistake: it gets no answer.
  private mutating func answer(
    _ bytes: [UInt8], in range: Range<Int>, line: Int, _ detail: Detail, to json: inout JSONText
  ) {
    guard !bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return }
    do throws(RefusedLine) {
      let question = try ExpungementQuestion(line: bytes, in: range)
      AnswerWords.append(to: question, try question.answer(), detail.trace, in: &json)
    } catch {
      refused += 1
      let message = FlawWords.sentence(error.flaw.reason, in: .vietnamese)
      AnswerLine.append(error, line: line, message: message, to: &json)
    }
    json.raw("\n")
  }
}

extension BlockAnswer.Detail {
  fileprivate var trace: AnswerWords.Trace {
    switch self {
    case .explained: .leftOut
    case .traced: .added
    }
  }
}
