/// A person's name as written, in NFC, checked for characters that names do not have.
///
/// Letters are Latin, as on every Vietnamese paper and in the machine-readable lines of passports
/// (ICAO 9303): a name in another script, and above all one that mixes scripts, is refused with
/// words, because certificates are compared by eye. The typed case is kept.
package struct PersonName: Hashable, Sendable {
  package let text: String

  /// A name from outside, 1 to 100 characters with at least one letter.
  package init(_ typed: String) throws(Malformed) {
    let safe: TypedText
    do {
      safe = try TypedText(typed, limit: PersonName.limit)
    } catch {
      throw .text(error)
    }
    guard !safe.isEmpty else { throw .empty }
    let scalars = safe.text.unicodeScalars.map(PersonName.plainSign)
    var hasLetter = false
    for (index, scalar) in scalars.enumerated() {
      if scalar.isLetter {
        hasLetter = true
        continue
      }
      guard scalar.isMark || PersonName.signs.contains(scalar) else {
        throw .notInNames(
          codePoint: scalar.value, position: TypedText.position(of: index, in: scalars))
      }
    }
    guard hasLetter else { throw .noLetter }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.text = String(view)
  }

  /// A name that was checked when it was first written.
  package init(restoring text: String) {
    self.text = text
  }

  package static let limit = TextLimit(characters: 100)

  /// Why a typed name is none. The name itself is never repeated.
  package enum Malformed: Error, Hashable, Sendable {
    case empty
    case noLetter
    case text(TypedTextRefusal)
    /// A digit or a sign that names do not have. The position counts characters from 1.
    case notInNames(codePoint: UInt32, position: Int)
  }

  private static let signs: Set<Unicode.Scalar> = [" ", "-", "'", "."]

  /// Typographic apostrophes and hyphens are typed for the plain ones, so equal names are equal.
  private static func plainSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018, 0x2019, 0x2BB, 0x2BC: "'"
    case 0x2010, 0x2011: "-"
    default: scalar
    }
  }
}

extension PersonName {
  /// In capitals, as certificates and registers print it: `Đặng Thị Ước` gives `ĐẶNG THỊ ƯỚC`.
  package var upper: String { text.uppercased().inNFC }

  /// Whether both are the same name to a reader who does not mind capitals and spaces. Foreign
  /// registers, whose names are restored and not typed, space them as they like.
  package func isSame(as other: PersonName) -> Bool { plain == other.plain }

  private var plain: [Substring] { text.lowercased().inNFC.split(whereSeparator: \.isWhitespace) }

  /// Họ: the first word. A hint for display; Vietnamese family names may have two words.
  package var familyName: String { String(words.first ?? "") }

  /// Chữ đệm: what stands between the first and the last word; empty where nothing does.
  package var middleName: String { words.dropFirst().dropLast().joined(separator: " ") }

  /// Tên: the last word, by which Vietnamese lists are sorted and people are addressed.
  package var givenName: String { String(words.last ?? "") }

  private var words: [Substring] { text.split(separator: " ") }
}

extension PersonName: Codable {
  /// A name that breaks the rules does not come in through a decoder either.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(try container.decode(String.self))
    } catch is Malformed {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a person's name")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension PersonName: CustomStringConvertible {
  /// Safe for logs: nothing is shown.
  package var description: String { "•" }
}
