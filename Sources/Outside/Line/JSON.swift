import Foundation
import Vocabulary

/// A JSON value, before anyone has said what it means.
enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])
}

extension JSON: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let fields): try container.encode(fields)
    }
  }
}

extension JSON {
  /// The object in these bytes; nil for anything else.
  static func object(in bytes: Data) -> [String: JSON]? {
    do {
      guard case .object(let fields) = try JSONDecoder().decode(JSON.self, from: bytes) else {
        return nil
      }
      return fields
    } catch {
      return nil
    }
  }

  var string: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  var integer: Int? {
    if case .integer(let value) = self { return value }
    return nil
  }
}

/// Reads an object field by field and then insists that nothing was left over: a field that we do
/// not know may change the meaning of those that we know.
struct StrictObject {
  private var fields: [String: JSON]

  /// What does not fit, by the field's name; never its value.
  struct Misfit: Error, Equatable {
    let words: String
  }

  init(_ fields: [String: JSON]) {
    self.fields = fields
  }

  init(_ value: JSON, as name: String) throws(Misfit) {
    guard case .object(let fields) = value else {
      throw Misfit(words: "\"\(name)\" is no object")
    }
    self.fields = fields
  }

  mutating func any(_ name: String) -> JSON? {
    guard let value = fields.removeValue(forKey: name), value != .null else { return nil }
    return value
  }

  /// A text of 1 to `limit` bytes, in NFC, without control characters other than a line's end.
  mutating func text(_ name: String, limit: Int = 500) throws(Misfit) -> String {
    guard let value = try optionalText(name, limit: limit) else {
      throw Misfit(words: "\"\(name)\" is missing")
    }
    return value
  }

  /// The same, or nil where the field is absent, null or empty.
  mutating func optionalText(_ name: String, limit: Int = 500) throws(Misfit) -> String? {
    guard let value = any(name) else { return nil }
    guard let text = value.string else { throw Misfit(words: "\"\(name)\" is no text") }
    guard text.utf8.count <= limit else { throw Misfit(words: "\"\(name)\" is too long") }
    guard text.unicodeScalars.allSatisfy(isPlain) else {
      throw Misfit(words: "\"\(name)\" holds control characters")
    }
    let trimmed = text.inNFC.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  mutating func day(_ name: String) throws(Misfit) -> CivilDate {
    guard let day = try optionalDay(name) else { throw Misfit(words: "\"\(name)\" is missing") }
    return day
  }

  mutating func optionalDay(_ name: String) throws(Misfit) -> CivilDate? {
    guard let text = try optionalText(name, limit: 10) else { return nil }
    guard let day = CivilDate(iso: text) else {
      throw Misfit(words: "\"\(name)\" is no day (YYYY-MM-DD)")
    }
    return day
  }

  mutating func nationalID(_ name: String) throws(Misfit) -> NationalID {
    guard let number = try optionalNationalID(name) else {
      throw Misfit(words: "\"\(name)\" is missing")
    }
    return number
  }

  mutating func optionalNationalID(_ name: String) throws(Misfit) -> NationalID? {
    guard let text = try optionalText(name, limit: 12) else { return nil }
    do throws(NationalID.Malformed) {
      return try NationalID(text)
    } catch {
      throw Misfit(words: "\"\(name)\" is no identity number")
    }
  }

  mutating func name(_ name: String) throws(Misfit) -> PersonName {
    let text = try text(name)
    do throws(PersonName.Malformed) {
      return try PersonName(text)
    } catch {
      throw Misfit(words: "\"\(name)\" is no person's name")
    }
  }

  mutating func bool(_ name: String) throws(Misfit) -> Bool {
    guard case .bool(let value)? = any(name) else {
      throw Misfit(words: "\"\(name)\" is neither true nor false")
    }
    return value
  }

  mutating func array(_ name: String, limit: Int) throws(Misfit) -> [JSON] {
    guard let value = any(name) else { return [] }
    guard case .array(let values) = value else { throw Misfit(words: "\"\(name)\" is no list") }
    guard values.count <= limit else { throw Misfit(words: "\"\(name)\" is too long") }
    return values
  }

  func end() throws(Misfit) {
    // Only a name of ours may be repeated; a stranger's could hold anything.
    guard fields.isEmpty else { throw Misfit(words: "\(fields.count) unknown field(s)") }
  }
}

/// Letters, marks, digits, punctuation and line ends; no controls, no invisible direction marks.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control: scalar == "\n" || scalar == "\t"
  case .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
  default: true
  }
}
