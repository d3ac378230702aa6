import Foundation
import Vocabulary

/// A neighbour's memory: one JSON file, replaced whole at each change, so that a restart goes on.
struct Keep<Value: Codable & Sendable>: Sendable {
  private let file: URL

  init(_ name: String, in folder: URL) throws(Fault) {
    self.file = folder.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault("making a neighbour's folder", cause: "\(error)")
    }
  }

  /// What was kept, or nil at the first start.
  func read() throws(Fault) -> Value? {
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
    } catch {
      throw Fault("reading \(file.lastPathComponent)", cause: "\(error)")
    }
  }

  func write(_ value: Value) throws(Fault) {
    do {
      try JSONEncoder().encode(value).write(to: file, options: .atomic)
    } catch {
      throw Fault("writing \(file.lastPathComponent)", cause: "\(error)")
    }
  }
}
