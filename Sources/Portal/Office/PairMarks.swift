import Vocabulary

/// Two values beside each other, cut into parts, with what differs marked.
struct MarkedPair: Sendable {
  var left: [MarkedPart]
  var right: [MarkedPart]
}

/// One part: a syllable, a day, a digit, a place.
struct MarkedPart: Equatable, Sendable {
  let text: String
  let mark: Mark

  enum Mark: Equatable, Sendable {
    case same
    /// The same letters with other marks.
    case near
    case other
    /// The other side says nothing: nothing can be compared.
    case alone
  }
}

enum PairMarks {
  /// Names: syllable by syllable, each looked for among all names of the other side.
  static func names(_ left: [String], _ right: [String]) -> MarkedPair {
    MarkedPair(left: syllables(left, beside: right), right: syllables(right, beside: left))
  }

  private static func syllables(_ names: [String], beside other: [String]) -> [MarkedPart] {
    let there = other.flatMap { words(of: $0).map { $0.lowercased() } }
    let plain = Set(there.map { SearchKey($0).text })
    var parts: [MarkedPart] = []
    for (place, name) in names.enumerated() {
      for (index, word) in words(of: name).enumerated() {
        let text = place > 0 && index == 0 ? "· \(word)" : word
        let mark: MarkedPart.Mark =
          there.isEmpty
          ? .alone
          : there.contains(word.lowercased())
            ? .same : plain.contains(SearchKey(word).text) ? .near : .other
        parts.append(MarkedPart(text: text, mark: mark))
      }
    }
    return parts
  }

  /// Births: day, month and year, each for itself.
  static func births(_ left: String?, _ right: String?) -> MarkedPair {
    let one = births(of: left)
    let two = births(of: right)
    func parts(_ own: [String?], _ other: [String?]) -> [MarkedPart] {
      own.enumerated().compactMap { place, text in
        guard let text else { return nil }
        guard let there = other[place] else { return MarkedPart(text: text, mark: .alone) }
        return MarkedPart(text: text, mark: text == there ? .same : .other)
      }
    }
    return MarkedPair(left: parts(one, two), right: parts(two, one))
  }

  /// Day, month, year.
  private static func births(of iso: String?) -> [String?] {
    var parts: [String?] = (iso ?? "").split(separator: "-").map { String($0) }
    while parts.count < 3 { parts.append(nil) }
    return Array(parts.prefix(3).reversed())
  }

  /// Numbers: digit by digit, beside the number of the same length that is nearest.
  static func numbers(_ left: [String], _ right: [String]) -> MarkedPair {
    MarkedPair(left: digits(left, beside: right), right: digits(right, beside: left))
  }

  private static func digits(_ numbers: [String], beside other: [String]) -> [MarkedPart] {
    var parts: [MarkedPart] = []
    for (place, number) in numbers.enumerated() {
      if place > 0 { parts.append(MarkedPart(text: " · ", mark: .same)) }
      let nearest = other.filter { $0.count == number.count }
        .min { distance($0, number) < distance($1, number) }
      guard let nearest, distance(nearest, number) * 2 <= number.count else {
        parts.append(MarkedPart(text: number, mark: .alone))
        continue
      }
      // Runs of equal marks are one part, so that a number stays readable aloud.
      for (digit, there) in zip(number, nearest) {
        let mark: MarkedPart.Mark = digit == there ? .same : .other
        if let last = parts.last, last.mark == mark, last.text != " · " {
          parts[parts.count - 1] = MarkedPart(text: last.text + String(digit), mark: mark)
        } else {
          parts.append(MarkedPart(text: String(digit), mark: mark))
        }
      }
    }
    return parts
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    zip(left, right).count { $0 != $1 }
  }

  /// Places: each commune, district and province for itself.
  static func places(_ left: [String], _ right: [String]) -> MarkedPair {
    MarkedPair(left: regions(left, beside: right), right: regions(right, beside: left))
  }

  private static func regions(_ places: [String], beside other: [String]) -> [MarkedPart] {
    let there = Set(other.flatMap { names(of: $0).map { SearchKey($0).text } })
    var parts: [MarkedPart] = []
    for (place, text) in places.enumerated() {
      for (index, name) in names(of: text).enumerated() {
        let shown = index == 0 ? (place > 0 ? "· \(name)" : name) : ", \(name)"
        let mark: MarkedPart.Mark =
          there.isEmpty ? .alone : there.contains(SearchKey(name).text) ? .same : .other
        parts.append(MarkedPart(text: shown, mark: mark))
      }
    }
    return parts
  }

  private static func words(of name: String) -> [String] {
    name.split(separator: " ").map(String.init)
  }

  private static func names(of place: String) -> [String] {
    place.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
