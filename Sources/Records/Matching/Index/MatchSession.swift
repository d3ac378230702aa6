/// One thread's way of asking an index: reads an applicant's row, searches, says the outcome.
package struct MatchSession {
  private var reader = RowReader()
  private var search: MatchSearch

  /// - Parameter listsAll: whether candidates below review are asked for too.
  package init(_ index: MatchIndex, listsAll: Bool) {
    search = MatchSearch(
      index, lightest: listsAll ? MatchSearch.lightest : index.weights.thresholds.review)
  }

  /// Asks for the row that `rows` stands on; nil where it cannot be read, which `takeBroken` tells.
  package mutating func answer(_ rows: QueryRows) -> MatchAnswer? {
    guard let applicant = reader.applicant(rows.rows) else { return nil }
    let candidates = search.candidates(applicant)
    return MatchAnswer(
      query: rows.rows.text(0), candidates: candidates, compared: search.compared)
  }

  /// What the row's weights are made of, for the candidates that are worth a look.
  package mutating func explain(_ rows: QueryRows) -> [MatchExplanation]? {
    guard let applicant = reader.applicant(rows.rows) else { return nil }
    let comparison = Comparison(applicant, search.index.scoring.frequencies)
    return search.candidates(applicant).map {
      MatchExplanation(comparison, $0, of: search.index)
    }
  }

  package mutating func takeBroken() -> [BrokenRow] { reader.takeBroken() }
}

/// What an index answers to one applicant.
package struct MatchAnswer: Equatable, Sendable {
  package let query: String
  /// Heaviest first, at most fifty; those below review too where they were asked for.
  package let candidates: [MatchCandidate]
  /// How many entries were compared.
  package let compared: Int

  package enum Outcome: String, Sendable {
    case match, review, clear, below
  }
}

extension MatchThresholds {
  /// What a candidate of this weight is.
  package func outcome(_ weight: Int32) -> MatchAnswer.Outcome {
    weight >= match ? .match : weight >= review ? .review : .below
  }
}

/// Rows of `queries.csv`, one after the other.
package struct QueryRows {
  var rows: CommaSeparated

  /// The bytes must outlive the rows, and end with a whole row.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    rows = CommaSeparated(bytes, firstLine: firstLine)
  }

  /// The key of the row read last.
  package var id: String { rows.text(0) }

  package enum Step: Equatable {
    case row
    case broken(BrokenRow)
    case end
  }

  package mutating func next() -> Step {
    switch rows.next() {
    case .row: .row
    case .end: .end
    case .broken(let column):
      .broken(BrokenRow(line: rows.line, column: column, problem: .quotes))
    }
  }
}
