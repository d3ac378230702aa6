import Dispatch
package import Vocabulary

/// Answers a file of applicants on several threads, in the order of the file.
package struct MatchBatch {
  private let index: MatchIndex
  private let threads: Int

  package init(_ index: MatchIndex, threads: Int) {
    self.index = index
    self.threads = max(1, min(threads, 64))
  }

  /// Calls `body` once an applicant; rows that cannot be read are returned instead.
  ///
  /// - Parameter listsAll: whether candidates below review are asked for too, which takes longer.
  package func answer(
    queries path: String, listsAll: Bool, _ body: (MatchAnswer) -> Void
  ) throws(Fault) -> [BrokenRow] {
    var blocks = try RegisterBlocks(
      path, doing: "reading applicants", columns: RowReader.queryColumns, blockSize: 1 << 18)
    var sessions = (0..<threads).map { _ in MatchSession(index, listsAll: listsAll) }
    var broken: [BrokenRow] = []
    while let parts = try blocks.next(threads) {
      var results = [Part](repeating: Part(), count: parts.count)
      results.withUnsafeMutableBufferPointer { results in
        sessions.withUnsafeMutableBufferPointer { sessions in
          // Each iteration uses one session and writes one result of its own.
          nonisolated(unsafe) let results = results
          nonisolated(unsafe) let sessions = sessions
          DispatchQueue.concurrentPerform(iterations: parts.count) { place in
            results[place] = MatchBatch.answer(parts[place], with: &sessions[place])
          }
        }
      }
      for result in results {
        result.answers.forEach(body)
        broken += result.broken
      }
    }
    return broken.sorted()
  }

  private struct Part: Sendable {
    var answers: [MatchAnswer] = []
    var broken: [BrokenRow] = []
  }

  private static func answer(
    _ part: RegisterBlocks.Part, with session: inout MatchSession
  ) -> Part {
    var result = Part()
    part.bytes.withUnsafeBufferPointer { bytes in
      var rows = QueryRows(bytes, firstLine: part.firstLine)
      reading: while true {
        switch rows.next() {
        case .end: break reading
        case .broken(let row): result.broken.append(row)
        case .row:
          if let answer = session.answer(rows) { result.answers.append(answer) }
        }
      }
    }
    result.broken += session.takeBroken()
    return result
  }

  /// Why one applicant's candidates weigh what they weigh; nil where the file has no such
  /// applicant.
  package func explain(
    _ query: String, in path: String
  ) throws(Fault) -> (explanations: [MatchExplanation]?, broken: [BrokenRow]) {
    var blocks = try RegisterBlocks(
      path, doing: "reading applicants", columns: RowReader.queryColumns, blockSize: 1 << 18)
    var session = MatchSession(index, listsAll: true)
    while let parts = try blocks.next(1) {
      for part in parts {
        let found: [MatchExplanation]?? = part.bytes.withUnsafeBufferPointer { bytes in
          var rows = QueryRows(bytes, firstLine: part.firstLine)
          while true {
            let step = rows.next()
            if step == .end { return nil }
            if step == .row, rows.id == query { return .some(session.explain(rows)) }
          }
        }
        if let found { return (found, session.takeBroken()) }
      }
    }
    return (nil, [])
  }
}
