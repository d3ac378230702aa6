package import Vocabulary
import Foundation

/// A JSON value, so that a row of any table can be shown, changed and compared leaf by leaf.
/// Numbers are whole: no row of the law has a fraction.
package enum JSONValue: Hashable, Sendable {
  case object([String: JSONValue])
  case list([JSONValue])
  case text(String)
  case number(Int)
  case truth(Bool)
  case null
}

extension JSONValue: Codable {
  package init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    // A decoder tells what a value is only by refusing what it is not: these errors are answers.
    // What is wrong inside a list or an object is told.
    if single.decodeNil() {
      self = .null
    } else if let truth = try? single.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? single.decode(Int.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self = .text(text)
    } else if (try? decoder.unkeyedContainer()) != nil {
      self = .list(try single.decode([JSONValue].self))
    } else {
      self = .object(try single.decode([String: JSONValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .object(let fields): try single.encode(fields)
    case .list(let items): try single.encode(items)
    case .text(let text): try single.encode(text)
    case .number(let number): try single.encode(number)
    case .truth(let truth): try single.encode(truth)
    case .null: try single.encodeNil()
    }
  }
}

extension JSONValue {
  /// One value has one form: sorted keys, no spaces.
  package var bytes: [UInt8] { LawFile.bytes(of: self) }

  /// Reads what somebody typed; nil where it is no JSON.
  package init?(typed text: String) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
      return nil
    }
    self = value
  }

  /// Indented, for people.
  package var pretty: String {
    String(decoding: LawFile.bytes(of: self, .prettyPrinted), as: UTF8.self)
  }

  package subscript(key: String) -> JSONValue? {
    get {
      guard case .object(let fields) = self else { return nil }
      return fields[key]
    }
    set {
      guard case .object(var fields) = self else { return }
      fields[key] = newValue
      self = .object(fields)
    }
  }

  /// The text of a text, the digits of a number; nil for anything else.
  package var plain: String? {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .truth(let truth): truth ? "true" : "false"
    case .object, .list, .null: nil
    }
  }

  package var day: CivilDate? {
    guard case .text(let text) = self else { return nil }
    return CivilDate(iso: text)
  }

  package static func day(_ day: CivilDate?) -> JSONValue {
    guard let day else { return .null }
    return .text(day.iso)
  }
}

/// One value of a row with the way to it: `citation.provision`, `instruments[0].instrument`.
package struct RowLeaf: Hashable, Sendable {
  package let path: String
  package let value: JSONValue
}

extension JSONValue {
  /// Every leaf. A list of texts is one leaf, one text a line; the dates and sources stand last.
  package var leaves: [RowLeaf] {
    collected(at: "").sorted { (rank($0.path), $0.path) < (rank($1.path), $1.path) }
  }

  private func rank(_ path: String) -> Int {
    ["validFrom", "validTo", "confidence", "source"].firstIndex(of: path).map { $0 + 1 } ?? 0
  }

  private func collected(at path: String) -> [RowLeaf] {
    switch self {
    case .object(let fields):
      return fields.sorted { $0.key < $1.key }.flatMap { key, value in
        value.collected(at: path.isEmpty ? key : "\(path).\(key)")
      }
    case .list(let items) where !isListOfTexts:
      return items.enumerated().flatMap { $1.collected(at: "\(path)[\($0)]") }
    case .list, .text, .number, .truth, .null:
      return [RowLeaf(path: path, value: self)]
    }
  }

  private var isListOfTexts: Bool {
    guard case .list(let items) = self else { return false }
    return items.allSatisfy { if case .text = $0 { true } else { false } }
  }

  /// The leaf as it stands in a field of a form: a list one text a line, nothing for null.
  package var typed: String {
    switch self {
    case .list(let items): items.compactMap(\.plain).joined(separator: "\n")
    case .null, .object: ""
    case .text, .number, .truth: plain ?? ""
    }
  }

  /// The same row with other texts at its leaves. A leaf keeps its kind: a number stays a number,
  /// an empty text at one that may be null is null.
  package func replacing(_ typed: (String) -> String?, at path: String = "") -> JSONValue {
    switch self {
    case .object(let fields):
      return .object(
        Dictionary(
          uniqueKeysWithValues: fields.map { key, value in
            (key, value.replacing(typed, at: path.isEmpty ? key : "\(path).\(key)"))
          }))
    case .list(let items) where !isListOfTexts:
      return .list(items.enumerated().map { $1.replacing(typed, at: "\(path)[\($0)]") })
    case .list:
      guard let text = typed(path) else { return self }
      return .list(
        text.split(whereSeparator: \.isNewline)
          .map { .text($0.trimmingCharacters(in: .whitespaces)) }
          .filter { $0 != .text("") })
    case .text:
      guard let text = typed(path) else { return self }
      return path == "validTo" && text.isEmpty ? .null : .text(text)
    case .number:
      guard let text = typed(path) else { return self }
      return Int(text.filter { $0 != "." && $0 != " " }).map { .number($0) } ?? .text(text)
    case .truth:
      guard let text = typed(path) else { return self }
      return text == "true" ? .truth(true) : text == "false" ? .truth(false) : .text(text)
    case .null:
      guard let text = typed(path), !text.isEmpty else { return self }
      return .text(text)
    }
  }

  /// What differs between two rows, leaf by leaf; nil on a side that has no such leaf.
  package static func differences(
    from old: JSONValue?, to new: JSONValue?
  ) -> [(path: String, old: JSONValue?, new: JSONValue?)] {
    let before = old?.leaves ?? []
    let after = new?.leaves ?? []
    var paths = after.map(\.path)
    for leaf in before where !paths.contains(leaf.path) { paths.append(leaf.path) }
    return paths.compactMap { path in
      let was = before.first { $0.path == path }?.value
      let becomes = after.first { $0.path == path }?.value
      return was == becomes ? nil : (path, was, becomes)
    }
  }
}
