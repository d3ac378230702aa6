import Foundation
import Testing

/// Another program beside the test: what it prints goes to a file, which is polled, so that no
/// thread of the tests ever waits on a pipe.
struct Program {
  private let process = Process()
  private let input = Pipe()
  private let output: URL

  init(_ executable: String, _ arguments: [String], in folder: URL) throws {
    self.output = folder.appendingPathComponent("stdout")
    try #require(FileManager.default.createFile(atPath: output.path, contents: nil))
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
  }

  /// The lines printed so far that are complete.
  func lines() throws -> [String] {
    let text = try String(contentsOf: output, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  func firstLine() async throws -> String {
    try await eventually("the program's first line") {
      if !process.isRunning { return try lines().first ?? "" }
      return try lines().first
    }
  }

  func stop() async throws {
    if process.isRunning { process.terminate() }
    _ = try await eventually("the program's end") { process.isRunning ? nil : true }
  }
}

func withProgram<Value: Sendable>(
  _ executable: String, _ arguments: (URL) throws -> [String],
  _ act: (Program) async throws -> Value
) async throws -> Value {
  let folder = try temporaryFolder()
  let program = try Program(executable, arguments(folder), in: folder)
  let value: Value
  do {
    value = try await act(program)
  } catch {
    try await program.stop()
    throw error
  }
  try await program.stop()
  try FileManager.default.removeItem(at: folder)
  return value
}

func peer(_ name: String) throws -> String {
  let found = Bundle.module.url(
    forResource: name, withExtension: "py", subdirectory: "Peers")
  return try #require(found).path
}
