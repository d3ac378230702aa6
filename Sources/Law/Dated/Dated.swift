package import Vocabulary

/// A fact as an authority set it: the days on which it holds, how certain it is, and who says so.
///
/// In a file the four keys stand beside those of the row. `validTo` is always written: `null` says
/// that no end is known.
package struct Dated<Row: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
  package let row: Row
  package let period: Period
  package let confidence: Confidence
  /// Where the fact is from, and what is doubtful about it.
  package let source: String

  private enum Key: String, CodingKey {
    case validFrom, validTo, confidence, source
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let from = try container.decode(CivilDate.self, forKey: .validFrom)
    guard container.contains(.validTo) else {
      throw DecodingError.keyNotFound(
        Key.validTo, .init(codingPath: container.codingPath, debugDescription: "null if open"))
    }
    let until = try container.decodeIfPresent(CivilDate.self, forKey: .validTo)
    if let until, until < from {
      throw DecodingError.dataCorruptedError(
        forKey: Key.validTo, in: container, debugDescription: "it lies before validFrom")
    }
    self.period = Period(from: from, until: until)
    self.confidence = try container.decode(Confidence.self, forKey: .confidence)
    self.source = try container.decode(String.self, forKey: .source)
    guard !source.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: Key.source, in: container, debugDescription: "every row says where it is from")
    }
    self.row = try Row(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    try row.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(period.from, forKey: .validFrom)
    try container.encode(period.until, forKey: .validTo)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(source, forKey: .source)
  }
}

/// The rows of one subject and one day.
struct DayRows {
  let day: CivilDate
  /// For messages: `reading the rules of stp-cantho-2023 on 2023-05-02`.
  let doing: String
  private(set) var doubts: [Doubt] = []
  /// Every row that was taken, in one form each: what the digest of the rule set covers.
  private(set) var texts: [String] = []

  init(day: CivilDate, doing: String) {
    self.day = day
    self.doing = doing
  }

  /// Every row valid on the day.
  mutating func all<Row>(_ rows: [Dated<Row>], of subject: String) -> [Row] {
    rows.filter { $0.period.contains(day) }.map { dated in
      if dated.confidence < .sure {
        doubts.append(
          Doubt(subject: subject, confidence: dated.confidence, source: dated.source))
      }
      let row = String(decoding: LawFile.bytes(of: dated.row), as: UTF8.self)
      texts.append("\(subject) \(row)")
      return dated.row
    }
  }

  /// The row valid on the day; nil where there is none.
  mutating func one<Row>(_ rows: [Dated<Row>], of subject: String) throws(Fault) -> Row? {
    let valid = all(rows, of: subject)
    guard valid.count <= 1 else {
      throw Fault(doing, cause: "\(valid.count) rows of '\(subject)' are valid; end the older one")
    }
    return valid.first
  }

  mutating func needed<Row>(_ rows: [Dated<Row>], of subject: String) throws(Fault) -> Row {
    guard let row = try one(rows, of: subject) else {
      throw Fault(doing, cause: "no row of '\(subject)' is valid on that day; add one")
    }
    return row
  }
}

/// A fact in use that is not certain, for the page that lists what a lawyer must check.
package struct Doubt: Equatable, Sendable {
  package let subject: String
  package let confidence: Confidence
  package let source: String
}
