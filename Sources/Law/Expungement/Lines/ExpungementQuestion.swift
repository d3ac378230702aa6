package import Vocabulary

/// One line of `lylich expungement`: a person's history and the day to judge it on.
package struct ExpungementQuestion: Equatable, Sendable {
  /// The asker's own; means nothing.
  package var id: String
  package var asOf: CivilDate
  package var history: ConvictionHistory

  package init(id: String, asOf: CivilDate, history: ConvictionHistory) {
    self.id = id
    self.asOf = asOf
    self.history = history
  }

  /// What a line is refused beyond: no person's history comes near it.
  package static let limitBytes = 1 << 20

  /// Reads one line, without its line feed. Whatever the format does not know is refused.
  package init(
    line bytes: [UInt8], in range: Range<Int>
  ) throws(RefusedLine) {
    guard range.count <= Self.limitBytes else {
      throw RefusedLine(id: nil, flaw: HistoryFlaw("", .tooLong(limitBytes: Self.limitBytes)))
    }
    do throws(HistoryFlaw) {
      var reader = HistoryReader(bytes, range)
      let question = try reader.question()
      if let flaw = HistoryCheck.flaw(in: question.history, asOf: question.asOf) { throw flaw }
      self = question
    } catch {
      throw RefusedLine(bytes, range, because: error)
    }
  }

  /// What the rules say to it.
  package func answer() throws(RefusedLine) -> ExpungementAnswer {
    do throws(HistoryFlaw) {
      return try Expungement.answer(history, asOf: asOf)
    } catch {
      throw RefusedLine(id: id, flaw: error)
    }
  }

  package init(line: String) throws(RefusedLine) {
    let bytes = Array(line.utf8)
    try self.init(line: bytes, in: bytes.indices)
  }
}

/// A line that holds no history that can be judged.
package struct RefusedLine: Error, Equatable, Sendable {
  /// The line's own id, where the line is JSON and has one.
  package var id: String?
  package var flaw: HistoryFlaw

  package init(id: String?, flaw: HistoryFlaw) {
    self.id = id
    self.flaw = flaw
  }

  /// A line that is no JSON at all is refused for that, wherever the reader stopped.
  init(_ bytes: [UInt8], _ range: Range<Int>, because flaw: HistoryFlaw) {
    var check = JSONCheck(bytes, range)
    do throws(HistoryFlaw) {
      try check.run()
      self.init(id: check.id, flaw: flaw)
    } catch {
      self.init(id: nil, flaw: error)
    }
  }
}
