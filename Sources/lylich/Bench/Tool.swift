import Foundation
import Vocabulary

/// Other programs, run to their end. Their complaints go to the terminal.
enum Tool {
  /// What the program printed.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that PATH finds.
  ///   - environment: added to this process's own.
  /// - Throws: `Fault` if it cannot be started or fails.
  static func output(
    of program: String, _ arguments: [String], environment: [String: String] = [:],
    complaints: Complaints = .shown
  ) throws(Fault) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    if complaints == .dropped { process.standardError = FileHandle.nullDevice }
    do {
      try process.run()
    } catch {
      throw Fault("starting \(program)", cause: "\(error)")
    }
    let undo = Undo.later {
      process.interrupt()
      process.waitUntilExit()
    }
    defer { undo.forget() }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Fault("running \(program)", cause: "it ended with status \(process.terminationStatus)")
    }
    return text
  }

  static func lastLine(
    of program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws(Fault) -> String {
    let text = try output(of: program, arguments, environment: environment)
    guard let line = text.split(separator: "\n").last else {
      throw Fault("running \(program)", cause: "it printed nothing")
    }
    return String(line)
  }

  enum Complaints {
    case shown
    case dropped
  }
}

/// A folder that is gone when the closure ends. Those of measurements that were killed go too.
func withTemporaryFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
  let place = FileManager.default.temporaryDirectory
  for name in try FileManager.default.contentsOfDirectory(atPath: place.path)
  where Maker.isGone(name, prefix: "lylich-bench-") {
    try FileManager.default.removeItem(at: place.appending(path: name))
  }
  var template = Array((place.path + "/lylich-bench-\(Maker.mark)-XXXXXX").utf8CString)
  guard let made = mkdtemp(&template) else {
    throw Fault("making a temporary folder", cause: String(cString: strerror(errno)))
  }
  let folder = URL(fileURLWithPath: String(cString: made), isDirectory: true)
  let undo = Undo.later {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      complain("Could not remove \(folder.path): \(error)")
    }
  }
  defer { undo.now() }
  return try await body(folder)
}
