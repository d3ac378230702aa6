import Foundation
import Vocabulary

/// Reads a file of `Law/Resources`, strictly: a key that nobody reads is an error, because a
/// misspelt `validTo` would otherwise leave a repealed row in force.
enum LawFile {
  static func read<Content: Codable>(
    _ name: String, as type: Content.Type
  ) throws(Fault) -> Content {
    let doing = "reading \(name).json"
    guard
      let file = Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Resources")
    else { throw Fault(doing, cause: "the file is not in the program's resources") }
    let bytes: Data
    do {
      bytes = try Data(contentsOf: file)
    } catch {
      throw Fault(doing, cause: "\(error)")
    }
    return try decode(bytes, as: type, doing: doing)
  }

  static func decode<Content: Codable>(
    _ bytes: Data, as type: Content.Type, doing: String
  ) throws(Fault) -> Content {
    do {
      let content = try JSONDecoder().decode(type, from: bytes)
      let written = try JSONDecoder().decode(JSONTree.self, from: bytes)
      let understood = try JSONDecoder().decode(
        JSONTree.self, from: JSONEncoder().encode(content))
      if let stray = written.firstKey(missingIn: understood) {
        throw Fault(doing, cause: "unknown key \(stray); correct or remove it")
      }
      return content
    } catch let fault as Fault {
      throw fault
    } catch let error as DecodingError {
      throw Fault(doing, cause: error.place)
    } catch {
      throw Fault(doing, cause: "\(error)")
    }
  }

  /// Reads a tree that was read or changed before, as strictly as a file.
  static func decode<Content: Codable>(
    _ tree: JSONValue, as type: Content.Type, doing: String
  ) throws(Fault) -> Content {
    try decode(Data(bytes(of: tree)), as: type, doing: doing)
  }

  /// One value, one form: sorted keys.
  static func bytes(
    of value: some Encodable, _ form: JSONEncoder.OutputFormatting = []
  ) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = form.union([.sortedKeys, .withoutEscapingSlashes])
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("rows of law always encode: \(type(of: value))")
    }
  }

  /// The names of the files of a folder, without their extension, in order.
  static func names(in folder: String) -> [String] {
    let files =
      Bundle.module.urls(forResourcesWithExtension: "json", subdirectory: "Resources/\(folder)")
      ?? []
    return files.compactMap { $0.deletingPathExtension?.lastPathComponent }.sorted()
  }
}

extension DecodingError {
  /// `fees[3].amount: no such key`: the place in the file and what is wrong there.
  fileprivate var place: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\(path(context.codingPath + [key])): the key is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      "\(path(context.codingPath)): \(context.debugDescription)"
    @unknown default:
      "\(self)"
    }
  }

  private func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

/// Any JSON value, to compare what a file says with what was understood.
private enum JSONTree: Decodable {
  case object([String: JSONTree])
  case list([JSONTree])
  case leaf

  // A decoder tells what a value is only by refusing what it is not: these errors are answers.
  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(
        try object.allKeys.reduce(into: [:]) { fields, key in
          fields[key.stringValue] = try object.decode(JSONTree.self, forKey: key)
        })
    } else if var list = try? decoder.unkeyedContainer() {
      var items: [JSONTree] = []
      while !list.isAtEnd { items.append(try list.decode(JSONTree.self)) }
      self = .list(items)
    } else {
      self = .leaf
    }
  }

  func firstKey(missingIn other: JSONTree, at path: String = "") -> String? {
    switch (self, other) {
    case (.object(let fields), .object(let known)):
      for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
        let place = path.isEmpty ? key : "\(path).\(key)"
        guard let match = known[key] else { return "'\(place)'" }
        if let stray = value.firstKey(missingIn: match, at: place) { return stray }
      }
      return nil
    case (.list(let items), .list(let known)):
      for (index, (item, match)) in zip(items, known).enumerated() {
        if let stray = item.firstKey(missingIn: match, at: "\(path)[\(index)]") { return stray }
      }
      return nil
    case (.leaf, _), (.object, .leaf), (.object, .list), (.list, .leaf), (.list, .object):
      return nil
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
