import CaseFile
import Records
package import Store
package import Vocabulary

/// Brings a file of suppliers' documents into the judicial records. It can be cut off at any
/// moment and goes on where it was; done twice, it changes nothing.
package struct RecordImport: Sendable {
  private let database: Database
  private let agency: AgencyID
  private let mode: Mode

  /// How documents lie in a file.
  package enum Shape: Sendable {
    /// One a line.
    case lines
    /// The whole file is one document.
    case one
  }

  package enum Mode: Sendable {
    case filing
    /// Every part is filed and undone again: what one part needs of an earlier one is not there.
    case dryRun
  }

  /// What an import did, or would do.
  package struct Report: Equatable, Sendable {
    package var lines = 0
    /// Lines that an earlier import of this file had done.
    package var doneBefore = 0
    package var filed = 0
    package var known = 0
    package var refused = 0
    package var newRecords = 0
    package var questionsOpened = 0
  }

  package init(into database: Database, of agency: AgencyID, mode: Mode) {
    self.database = database
    self.agency = agency
    self.mode = mode
  }

  /// - Parameters:
  ///   - shape: how documents lie in the file.
  ///   - now: the clock.
  ///   - progress: told after each part.
  ///   - refused: told of every line that is not taken, in order, those of an earlier run too.
  package func run(
    file path: String, shape: Shape = .lines, now: @Sendable () -> Instant,
    progress: (Report) -> Void,
    refused: (LeftOutLine) -> Void
  ) async throws -> Report {
    let digest = try RecordFile.digest(path: path)
    let done =
      switch mode {
      case .filing:
        try await database.read { connection in
          try RecordImports.linesDone(of: digest, agency: agency, in: connection)
        }
      case .dryRun: 0
      }
    let file = try RecordFile(
      path: path, shape: shape, today: now().civilDate, skipping: done)
    var report = Report()
    report.lines = done
    report.doneBefore = done
    if done > 0 { report.refused = try await tellRefused(before: digest, refused) }
    var counted = 0
    var upcoming = try await file.next()
    while let part = upcoming {
      async let following = file.next()
      let outcome = try await write(part, digest, at: now())
      report.add(part, outcome)
      for line in Self.lines(refusedIn: part, outcome) { refused(line) }
      progress(report)
      upcoming = try await following
      let grown = report.filed - counted
      // Whoever imports reads the tables, too: not only at the end.
      let most = upcoming == nil ? Self.fewUncounted : max(counted, RecordFile.batch)
      if case .filing = mode, grown >= most {
        try await database.write { try RecordStatistics.refresh(in: $0) }
        counted = report.filed
      }
    }
    return report
  }

  /// So many new documents change no plan of a query over all of them.
  private static let fewUncounted = 1_000

  private func write(
    _ part: RecordFile.Part, _ digest: String, at now: Instant
  ) async throws -> FilingOutcome {
    let agency = agency
    let mode = mode
    do {
      return try await database.write { transaction in
        let outcome = try RecordFiling.file(
          part.documents, of: agency, source: .file(digest: digest, line: 0),
          by: .system("import"), at: now, in: transaction)
        switch mode {
        case .filing:
          try RecordImports.note(
            linesDone: part.lastLine, of: digest, agency: agency, at: now, in: transaction)
          try RecordImports.note(
            refused: Self.lines(refusedIn: part, outcome), of: digest, agency: agency,
            in: transaction)
          return outcome
        case .dryRun: throw Undone(outcome: outcome)
        }
      }
    } catch let undone as Undone {
      return undone.outcome
    }
  }

  /// Rolls a dry run back.
  private struct Undone: Error {
    let outcome: FilingOutcome
  }

  /// Names the lines that an earlier run of this import refused. Returns how many.
  private func tellRefused(
    before digest: String, _ refused: (LeftOutLine) -> Void
  ) async throws -> Int {
    let agency = agency
    var count = 0
    var last = 0
    while true {
      let after = last
      let lines = try await database.read { connection in
        try RecordImports.refused(
          of: digest, after: after, limit: 10_000, agency: agency, in: connection)
      }
      guard let final = lines.last else { return count }
      for line in lines { refused(line) }
      count += lines.count
      last = final.line
    }
  }

  private static func lines(
    refusedIn part: RecordFile.Part, _ outcome: FilingOutcome
  ) -> [LeftOutLine] {
    var lines = part.refused
    for (document, result) in zip(part.documents, outcome.results) {
      guard case .refused(let refusal) = result else { continue }
      lines.append(
        LeftOutLine(line: document.line, field: refusal.field, reason: refusal.words))
    }
    return lines.sorted { $0.line < $1.line }
  }
}

extension RecordImport.Report {
  fileprivate mutating func add(_ part: RecordFile.Part, _ outcome: FilingOutcome) {
    lines = part.lastLine
    refused += part.refused.count
    newRecords += outcome.newRecords
    questionsOpened += outcome.questionsOpened
    for result in outcome.results {
      switch result {
      case .filed: filed += 1
      case .known: known += 1
      case .refused: refused += 1
      }
    }
  }
}

extension FilingRefusal {
  var field: String {
    switch self {
    case .numbersOfTwoRecords: "person.numbers"
    case .personUnclear, .noSuchRecord: "person"
    case .correctedUnknown, .correctedAlready: "corrects"
    }
  }

  /// For the report of an import; pages have their own words.
  var words: String {
    switch self {
    case .numbersOfTwoRecords: "its identity numbers stand in different records"
    case .personUnclear:
      "no identity number, and somebody of this name has a record: an officer must attach it"
    case .noSuchRecord: "the record is not there"
    case .correctedUnknown: "the document that it corrects is not in the record"
    case .correctedAlready: "another document corrects the same one already"
    }
  }
}
