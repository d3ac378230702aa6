import Dispatch
package import Foundation
package import Vocabulary

/// Learns weights from an index, its applicants and the truth about them.
package struct LearningRun {
  let index: MatchIndex
  let truth: MatchTruth
  /// Strangers an applicant is compared with, drawn by a fixed rule.
  private let strangers: Int

  package init(index: MatchIndex, truth: MatchTruth, strangers: Int) {
    self.index = index
    self.truth = truth
    self.strangers = strangers
  }

  /// Counts over the applicants of a file; several runs can be added up.
  package func count(queries path: String, into counts: inout LearntCounts) throws(Fault) {
    var blocks = try RegisterBlocks(
      path, doing: "learning", columns: RowReader.queryColumns, blockSize: 1 << 20)
    let rows = index.rowsByID()
    while let parts = try blocks.next(2) {
      var results = [Learning](repeating: Learning(), count: parts.count)
      results.withUnsafeMutableBufferPointer { results in
        // Each iteration writes one place of its own.
        nonisolated(unsafe) let results = results
        DispatchQueue.concurrentPerform(iterations: parts.count) { place in
          results[place] = count(parts[place], rows)
        }
      }
      for result in results { counts.learning.merge(result) }
    }
    for (rival, count) in truth.kindCounts { counts.kinds[rival, default: 0] += count }
    counts.people += truth.peopleCount
  }

  private func count(_ part: RegisterBlocks.Part, _ rowsByID: [String: Int]) -> Learning {
    var learning = Learning()
    part.bytes.withUnsafeBufferPointer { bytes in
      var rows = CommaSeparated(bytes, firstLine: part.firstLine)
      var reader = RowReader()
      while true {
        let step = rows.next()
        guard step != .end else { break }
        guard step == .row, let applicant = reader.applicant(rows) else { continue }
        let query = rows.text(0)
        guard let known = truth.of[query] else { continue }
        let comparison = Comparison(applicant, index.scoring.frequencies)
        for id in known.records {
          guard let row = rowsByID[id] else { continue }
          var record = index.record(row)
          learning.addSame(comparison.levels(&record), record)
        }
        if let near = known.near, let row = rowsByID[near], let rival = known.rival {
          add(rival, row, comparison, &learning)
        }
        var state = IDList.hash(query.utf8)
        for _ in 0..<strangers {
          state = mixed(state)
          let row = Int(state.multipliedFullWidth(by: UInt64(index.base.head.rows)).high)
          add(.stranger, row, comparison, &learning)
        }
      }
    }
    return learning
  }

  private func add(
    _ rival: Rival, _ row: Int, _ comparison: Comparison, _ learning: inout Learning
  ) {
    var record = index.record(row)
    let levels = comparison.levels(&record)
    let rarity = ApplicantRarity(comparison, index.scoring.frequencies)
    learning.add(rival, levels, record, index.scoring.rarities(levels, &record, rarity))
  }
}

/// What was counted, before it is made into weights.
package struct LearntCounts {
  var learning = Learning()
  var kinds: [Rival: Int] = [:]
  var people = 0

  package init() {}

  /// Weights of the counts, written as a file.
  package func write(
    to url: URL, version: String, note: String, thresholds: MatchThresholds
  ) throws(Fault) {
    // Each person in the register meets every entry as a stranger's, and a rival as often as the
    // labels say, but for those whom invented applicants have too many of.
    var shares: [Rival: Double] = [.stranger: 2]
    for rival in Rival.allCases where rival != .stranger {
      shares[rival] =
        Double(max(kinds[rival, default: 0], 1)) / Double(max(people, 1)) / rival.rarerInLife
    }
    let weights = learning.weights(version: version, thresholds: thresholds, shares: shares)
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try encoder.encode(WeightsFile(weights, note: note)).write(to: url)
    } catch {
      throw Fault("writing weights", cause: "\(url.lastPathComponent) cannot be written")
    }
  }
}

extension LearningRun {
  /// People whose entry no key reaches, and how many there are in all.
  package func unreached(queries path: String) throws(Fault) -> (missed: [String], people: Int) {
    var blocks = try RegisterBlocks(path, doing: "learning", columns: RowReader.queryColumns)
    let rowsByID = index.rowsByID()
    var search = MatchSearch(index)
    var reader = RowReader()
    var missed: [String] = []
    var people = 0
    while let parts = try blocks.next(1) {
      for part in parts {
        part.bytes.withUnsafeBufferPointer { bytes in
          var rows = CommaSeparated(bytes, firstLine: part.firstLine)
          while true {
            let step = rows.next()
            guard step != .end else { break }
            guard step == .row, let applicant = reader.applicant(rows),
              let known = truth.of[rows.text(0)], !known.records.isEmpty
            else { continue }
            people += 1
            let found = Set(search.rowsOfKeys(applicant).map(Int.init))
            let own = known.records.compactMap { rowsByID[$0] }
            if !own.contains(where: found.contains) { missed.append(rows.text(0)) }
          }
        }
      }
    }
    return (missed, people)
  }
}

extension MatchIndex {
  func rowsByID() -> [String: Int] {
    var rows: [String: Int] = [:]
    rows.reserveCapacity(count)
    for row in 0..<count { rows[id(row)] = row }
    return rows
  }
}
