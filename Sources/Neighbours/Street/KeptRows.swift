import Foundation
import Vocabulary

/// A neighbour's memory of many things by their names: each change is one line at the end of a
/// file, so that it costs the same however much is remembered, and a restart goes on.
///
/// Not to be used from two threads at once: an actor holds it.
final class KeptRows<Value: Codable & Sendable> {
  private(set) var values: [String: Value] = [:]
  private let file: FileHandle
  private let name: String

  private struct Line: Codable {
    let key: String
    let value: Value
  }

  /// Opens `NAME.jsonl`. What an older demo kept in `NAME.json`, all in one, is taken over.
  init(_ name: String, in folder: URL) throws(Fault) {
    self.name = name
    let place = folder.appendingPathComponent("\(name).jsonl")
    let older: Keep<[String: Value]> = try Keep("\(name).json", in: folder)
    do {
      if !FileManager.default.fileExists(atPath: place.path) {
        let lines = try (try older.read() ?? [:]).map { try Self.bytes(of: $0, $1) }
        try Data(lines.joined()).write(to: place, options: .atomic)
      }
      let data = try Data(contentsOf: place)
      // A line without its end is what a killed neighbour was writing.
      let whole = data[..<(data.lastIndex(of: 0x0A).map { $0 + 1 } ?? data.startIndex)]
      let decoder = JSONDecoder()
      for line in whole.split(separator: 0x0A) {
        let line = try decoder.decode(Line.self, from: line)
        values[line.key] = line.value
      }
      file = try FileHandle(forUpdating: place)
      try file.truncate(atOffset: UInt64(whole.count))
      try file.seekToEnd()
    } catch {
      throw Fault("reading a neighbour's \(name)", cause: "\(error)")
    }
  }

  subscript(key: String) -> Value? { values[key] }

  func set(_ key: String, _ value: Value) throws(Fault) {
    values[key] = value
    do {
      try file.write(contentsOf: Self.bytes(of: key, value))
    } catch {
      throw Fault("writing a neighbour's \(name)", cause: "\(error)")
    }
  }

  private static func bytes(of key: String, _ value: Value) throws -> Data {
    try JSONEncoder().encode(Line(key: key, value: value)) + [0x0A]
  }
}
