import Foundation
import Law
import Vocabulary

/// Answers blocks of lines on every core, and writes the answers in the order of the lines.
struct AnswerStream: Sendable {
  /// Whoever reads the answers has closed the pipe.
  struct ReaderGone: Error {}

  let detail: BlockAnswer.Detail
  private let blocksInFlight = max(2, ProcessInfo.processInfo.activeProcessorCount) * 2

  init(detail: BlockAnswer.Detail) {
    self.detail = detail
  }

  /// - Returns: how many lines were refused.
  func answer(_ lines: LineBlocks, to output: Int32) async throws -> Int {
    var lines = lines
    var answering: [Task<BlockAnswer, Never>] = []
    var refused = 0
    while let block = try lines.next() {
      let detail = detail
      answering.append(Task.detached { BlockAnswer(to: block, detail) })
      // Whoever asks line by line gets each answer before we wait for the next line.
      let keep = lines.hasMoreAtOnce ? blocksInFlight : 0
      while answering.count > keep {
        refused += try write(await answering.removeFirst().value, to: output)
      }
    }
    for task in answering { refused += try write(await task.value, to: output) }
    return refused
  }

  private func write(_ answer: BlockAnswer, to output: Int32) throws -> Int {
    var sent = 0
    while sent < answer.bytes.count {
      let count = answer.bytes[sent...].withUnsafeBytes {
        Glibc.write(output, $0.baseAddress, $0.count)
      }
      if count < 0 {
        guard errno != EINTR else { continue }
        guard errno != EPIPE else { throw ReaderGone() }
        throw Fault("writing the answers", cause: String(cString: strerror(errno)))
      }
      sent += count
    }
    return answer.refused
  }
}
