import Foundation
import Records
import Vocabulary

/// Times an index: one query alone, many on two threads, an entry added.
struct MatchTiming {
  let index: MatchIndex
  let queries: String

  /// So many applicants are timed, however many the file has.
  private static let most = 40_000

  /// Milliseconds of each query alone, normalisation included, on the second pass over the file.
  func single(listsAll: Bool) throws -> [Double] {
    let file = try Data(contentsOf: URL(fileURLWithPath: queries), options: .alwaysMapped)
    var times: [Double] = []
    times.reserveCapacity(Self.most)
    let clock = ContinuousClock()
    file.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      let start = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      var session = MatchSession(index, listsAll: listsAll)
      for _ in 0..<2 {
        times.removeAll(keepingCapacity: true)
        var rows = QueryRows(UnsafeBufferPointer(rebasing: bytes[start...]), firstLine: 2)
        var step = rows.next()
        while step != .end, times.count < Self.most {
          let begun = clock.now
          _ = session.answer(rows)
          step = rows.next()
          times.append((clock.now - begun) / .milliseconds(1))
        }
      }
    }
    return times.sorted()
  }

  /// Queries a second on so many threads, answered into a file.
  func batch(threads: Int, to path: String, listsAll: Bool) throws -> Double {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    var lines = AnswerLines(index, listsAll: listsAll, to: file)
    lines.begin()
    var count = 0
    let time = try ContinuousClock().measure {
      _ = try MatchBatch(index, threads: threads).answer(queries: queries, listsAll: listsAll) {
        lines.add($0)
        count += 1
      }
      lines.flush()
    }
    try file.close()
    return Double(count) / (time / .seconds(1))
  }

  /// Milliseconds to make an entry durable, and from then to the answer that has it.
  func added() throws -> (durable: [Double], found: [Double]) {
    var durable: [Double] = []
    var found: [Double] = []
    let clock = ContinuousClock()
    var session = MatchSession(index, listsAll: true)
    for number in 0..<200 {
      let day = "\(10 + number % 18)/1\(number % 3)/19\(40 + number % 50)"
      let begun = clock.now
      try index.add(row: "BENCH\(number),Đinh Bá Khiêm,Nam,\(day),Cà Mau,,Đinh Bá Lễ,,,,2000")
      let synced = clock.now
      var question = "Q,Đinh Bá Khiêm,Nam,\(day),Cà Mau,,,Đinh Bá Lễ,,,\n"
      let isFound = question.withUTF8 { bytes in
        var rows = QueryRows(bytes, firstLine: 1)
        guard rows.next() == .row, let answer = session.answer(rows) else { return false }
        return answer.candidates.contains { index.id($0.row) == "BENCH\(number)" }
      }
      found.append((clock.now - synced) / .milliseconds(1))
      durable.append((synced - begun) / .milliseconds(1))
      guard isFound else { throw Fault("adding an entry", cause: "it was not found") }
    }
    return (durable.sorted(), found.sorted())
  }
}
