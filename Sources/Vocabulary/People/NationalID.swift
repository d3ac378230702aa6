/// A personal identity number (số định danh cá nhân): twelve digits.
///
/// Decree 137/2015, Article 13: three digits for the province or country of birth registration,
/// one for century and sex, two for the year, six at random. There is no check digit, and the
/// structure is only a warning: corrections and changes of sex leave numbers that disagree.
package struct NationalID: Hashable, Sendable {
  package let digits: String

  /// Spaces and dots between groups are forgiven; everything else is refused.
  package init(_ typed: String) throws(Malformed) {
    let digits = typed.filter { $0 != " " && $0 != "." }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notADigit }
    guard digits.utf8.count == 12 else { throw .wrongLength(digits.utf8.count) }
    guard digits.prefix(3) != "000" else { throw .noSuchPlace }
    self.digits = digits
  }

  /// Why a typed number is no identity number. The number itself is never repeated.
  package enum Malformed: Error, Equatable, Sendable {
    case notADigit
    case wrongLength(Int)
    case noSuchPlace
  }
}

extension NationalID: CustomStringConvertible {
  /// Safe for logs: nothing is shown.
  package var description: String { "•" }
}

extension NationalID {
  /// The sex that the fourth digit states, if the structure holds.
  package var statedSex: Sex? {
    let digit = Int(digits.utf8[digits.utf8.index(digits.utf8.startIndex, offsetBy: 3)]) - 0x30
    return digit % 2 == 0 ? .male : .female
  }

  /// The year of birth that digits four to six state.
  package var statedBirthYear: Int {
    let values = digits.utf8.map { Int($0) - 0x30 }
    return 1900 + values[3] / 2 * 100 + values[4] * 10 + values[5]
  }
}

package enum Sex: String, Sendable, Codable, CaseIterable {
  case male
  case female
}

/// A day of birth as far as it is known. Old papers often give the year alone.
package enum BirthDate: Hashable, Sendable {
  case day(CivilDate)
  case month(year: Int, month: Int)
  case year(Int)

  /// `1990-01-31`, `1990-01` or `1990`; nil for anything else.
  package init?(iso: String) {
    if let day = CivilDate(iso: iso) {
      self = .day(day)
      return
    }
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first),
      (1850...2200).contains(year)
    else { return nil }
    if parts.count == 1 {
      self = .year(year)
      return
    }
    guard parts.count == 2, parts[1].utf8.count == 2, let month = Int(parts[1]),
      (1...12).contains(month)
    else { return nil }
    self = .month(year: year, month: month)
  }

  package var iso: String {
    switch self {
    case .day(let day): day.iso
    case .month(let year, let month): "\(padded(year, to: 4))-\(padded(month, to: 2))"
    case .year(let year): padded(year, to: 4)
    }
  }

  /// As documents print it: `31/01/1990`, `01/1990`, `1990`.
  package var vietnamese: String {
    switch self {
    case .day(let day): day.vietnamese
    case .month(let year, let month): "\(padded(month, to: 2))/\(padded(year, to: 4))"
    case .year(let year): padded(year, to: 4)
    }
  }

  package var year: Int {
    switch self {
    case .day(let day): day.year
    case .month(let year, _): year
    case .year(let year): year
    }
  }

  /// The last day on which the person can have been born: what age limits must assume.
  package var latest: CivilDate {
    switch self {
    case .day(let day): day
    case .month(let year, let month):
      CivilDate(year, month, CivilDate.daysIn(month: month, of: year))
    case .year(let year): CivilDate(year, 12, 31)
    }
  }

  /// The first day on which the person can have been born.
  package var earliest: CivilDate {
    switch self {
    case .day(let day): day
    case .month(let year, let month): CivilDate(year, month, 1)
    case .year(let year): CivilDate(year, 1, 1)
    }
  }
}

extension BirthDate: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = BirthDate(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a birth date is YYYY-MM-DD, YYYY-MM or YYYY")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension NationalID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(try container.decode(String.self))
    } catch is Malformed {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "an identity number is twelve digits")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}
