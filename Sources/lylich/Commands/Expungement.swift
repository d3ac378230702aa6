import ArgumentParser
import Foundation

/// `lylich expungement`: the rules of expungement for many people at once.
struct AskExpungement: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expungement",
    abstract: "Has this person a criminal record on that day? JSON Lines in, JSON Lines out.",
    discussion: """
      One person a line, answered in the same order: the result, each conviction's status with its
      day, provisions and explanation, and what each certificate would print. docs/expungement.md
      describes the format. A line that cannot be read is answered with its error, and the others
      all the same. Nothing is stored.

      Exit status: 0 every line answered, 1 some line refused, 2 the input cannot be read.
      """)

  @Flag(help: "Add a trace: each rule tried, the facts it looked at, and what is missing.")
  var explain = false

  @Argument(help: "The file of lines; - or nothing is standard input.")
  var file: String = "-"

  func run() async throws {
    let lines: LineBlocks
    do {
      lines = try LineBlocks(file: file)
    } catch {
      complain("\(error)")
      throw ExitCode(2)
    }
    // A reader who has seen enough, such as head, ends us in order.
    signal(SIGPIPE, SIG_IGN)
    let stream = AnswerStream(detail: explain ? .traced : .explained)
    let refused: Int
    do {
      refused = try await stream.answer(lines, to: STDOUT_FILENO)
    } catch is AnswerStream.ReaderGone {
      throw ExitCode(128 + SIGPIPE)
    } catch {
      complain("\(error)")
      throw ExitCode(2)
    }
    guard refused == 0 else { throw ExitCode(1) }
  }
}
