import Foundation
package import Vocabulary

/// Who of the applicants is in the register, and as what the others resemble it: `truth.csv`.
package struct MatchTruth: Sendable {
  package struct Known: Sendable, Equatable {
    package var kind: String
    package var records: [String]
    /// The entry that a person who is not in the register was made to resemble.
    package var near: String?
    package var rival: Rival? { Rival.allCases.first { $0.kind == kind } }
  }

  package private(set) var of: [String: Known] = [:]

  package var peopleCount: Int { of.values.count { !$0.records.isEmpty } }

  var kindCounts: [Rival: Int] {
    of.values.reduce(into: [:]) { counts, known in
      if let rival = known.rival { counts[rival, default: 0] += 1 }
    }
  }

  package init(_ path: String) throws(Fault) {
    let doing = "reading the truth"
    var blocks = try RegisterBlocks(
      path, doing: doing, columns: ["q_id", "kind", "rec_ids", "near_rec"], blockSize: 1 << 20)
    while let parts = try blocks.next(1) {
      for part in parts {
        try part.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
          var rows = CommaSeparated(bytes, firstLine: part.firstLine)
          while true {
            let step = rows.next()
            if step == .end { break }
            guard step == .row, rows.fields.count == 4 else {
              throw Fault(doing, cause: "line \(rows.line) is no row of four fields")
            }
            let records = rows.text(2).split(separator: ";").map(String.init)
            let near = rows.text(3)
            of[rows.text(0)] = Known(
              kind: rows.text(1), records: records,
              near: records.isEmpty && !near.isEmpty ? near : nil)
          }
        }
      }
    }
  }
}
