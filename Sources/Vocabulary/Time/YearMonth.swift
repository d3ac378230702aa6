/// A month of a year, as residence histories count.
package struct YearMonth: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int

  package init?(year: Int, month: Int) {
    guard (1850...2200).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// `YYYY-MM`; nil for anything else.
  package init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  package var iso: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }
  package var vietnamese: String { "\(padded(month, to: 2))/\(padded(year, to: 4))" }

  /// Months since year zero: the distance between two months is a subtraction.
  package var ordinal: Int { year * 12 + month - 1 }

  package static func < (left: YearMonth, right: YearMonth) -> Bool {
    left.ordinal < right.ordinal
  }
}

extension YearMonth: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let month = YearMonth(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a month is YYYY-MM")
    }
    self = month
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
