package import Vocabulary

/// Words with places for values, as an office writes them in a form's file:
/// `{name}` is a value, `{spouse|—}` one with words for its absence, and a part in square brackets,
/// such as `[, cấp ngày {paperIssuedOn}]`, is left out when a value in it is empty.
package struct Pattern: Equatable, Sendable {
  package let text: String
  private let parts: [Part]

  private enum Part: Equatable, Sendable {
    case words(String)
    case value(String, otherwise: String?)
    case optional([Part])
  }

  /// - Throws: `Fault` with the pattern where brackets do not match.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var rest = Substring(text)
    parts = try Pattern.parts(of: &rest, inBrackets: false, all: text)
  }

  /// The names of all values in it.
  package var names: Set<String> { Pattern.names(of: parts) }

  package func filled(_ values: [String: String]) -> String {
    Pattern.filled(parts, values).text
  }

  private static func parts(
    of rest: inout Substring, inBrackets: Bool, all: String
  ) throws(Fault) -> [Part] {
    var parts: [Part] = []
    var words = ""
    func unbalanced(_ sign: String) -> Fault {
      Fault("reading the pattern \(all)", cause: "a \(sign) is missing or too many")
    }
    while let sign = rest.popFirst() {
      switch sign {
      case "{", "[", "]":
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
      default: words.append(sign)
      }
      if sign == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw unbalanced("}") }
        let inner = rest[..<end].split(
          separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        parts.append(
          .value(String(inner[0]), otherwise: inner.count > 1 ? String(inner[1]) : nil))
        rest = rest[rest.index(after: end)...]
      } else if sign == "[" {
        parts.append(.optional(try Pattern.parts(of: &rest, inBrackets: true, all: all)))
      } else if sign == "]" {
        guard inBrackets else { throw unbalanced("[") }
        return parts
      }
    }
    guard !inBrackets else { throw unbalanced("]") }
    if !words.isEmpty { parts.append(.words(words)) }
    return parts
  }

  private static func names(of parts: [Part]) -> Set<String> {
    parts.reduce(into: []) { names, part in
      switch part {
      case .words: break
      case .value(let name, _): names.insert(name)
      case .optional(let inner): names.formUnion(Pattern.names(of: inner))
      }
    }
  }

  private static func filled(
    _ parts: [Part], _ values: [String: String]
  ) -> (text: String, isWhole: Bool) {
    var text = ""
    var isWhole = true
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .value(let name, let otherwise):
        let value = values[name] ?? ""
        if value.isEmpty, otherwise == nil { isWhole = false }
        text += value.isEmpty ? otherwise ?? "" : value
      case .optional(let inner):
        let filled = Pattern.filled(inner, values)
        if filled.isWhole { text += filled.text }
      }
    }
    return (text, isWhole)
  }
}

extension Pattern: Codable {
  package init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
