import Foundation

/// Other programs, by which ours is judged. One that is missing fails the test: a check that did
/// not run has shown nothing.
struct Tool {
  let status: Int32
  let output: String

  /// A program of the system, found in PATH.
  static func run(
    _ name: String, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Tool {
    try run(path: "/usr/bin/env", [name] + arguments, environment, naming: name)
  }

  /// Python of the tests' own environment, with pyHanko, pycose and cwt.
  static func python(_ script: String, _ arguments: String...) throws -> Tool {
    try run(path: try inVenv("python"), ["-c", script] + arguments, [:], naming: "python")
  }

  static func pyhanko(_ arguments: String...) throws -> Tool {
    try run(path: try inVenv("pyhanko"), arguments, [:], naming: "pyhanko")
  }

  /// The output, if the program was content.
  @discardableResult
  func succeeded() throws -> String {
    guard status == 0 else { throw ToolFailed(status: status, output: output) }
    return output
  }

  private static func inVenv(_ name: String) throws -> String {
    let own = projectRoot.appendingPathComponent(".venv").path
    let venv = ProcessInfo.processInfo.environment["LYLICH_TEST_VENV"] ?? own
    let path = "\(venv)/bin/\(name)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw ToolMissing("\(path); type scripts/test-venv, or set LYLICH_TEST_VENV")
    }
    return path
  }

  private static func run(
    path: String, _ arguments: [String], _ environment: [String: String], naming name: String
  ) throws -> Tool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      throw ToolMissing("\(name); type scripts/install-test-deps")
    }
    return Tool(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }
}

/// The folder of Package.swift.
let projectRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

struct ToolMissing: Error, CustomStringConvertible {
  let description: String

  init(_ what: String) { description = "missing: \(what)" }
}

struct ToolFailed: Error, CustomStringConvertible {
  let status: Int32
  let output: String

  var description: String { "exit \(status): \(output)" }
}
