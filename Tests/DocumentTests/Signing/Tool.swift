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

  static func run(_ name: String, with arguments: [String]) throws -> Tool {
    try run(path: "/usr/bin/env", [name] + arguments, [:], naming: name)
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
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let tool = try spawn(path, arguments, all)
    guard tool.status != 127 else {
      throw ToolMissing("\(name); type scripts/install-test-deps")
    }
    return tool
  }

  /// Not by Foundation's `Process`: Swift 6.3's reads beyond the end of a buffer where more than a
  /// thousand files are open, as they are when all tests run, and sometimes dies of it
  /// (`findMaximumOpenFromProcSelfFD` copies 256 bytes of an entry that has 24).
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> Tool {
    let output = FileManager.default.temporaryDirectory
      .appendingPathComponent("lylich-tool-\(UUID().uuidString)")
    defer { unlink(output.path) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output.path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let variables = environment.map { "\($0.key)=\($0.value)" }
    var process = pid_t()
    let failure = withTerminated([path] + arguments) { arguments in
      withTerminated(variables) { variables in
        posix_spawn(&process, path, &actions, nil, arguments, variables)
      }
    }
    guard failure == 0 else { throw ToolMissing("\(path): \(String(cString: strerror(failure)))") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // Ended by itself, or by a signal, told as a shell tells it.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    let text = try Data(contentsOf: output)
    return Tool(status: code, output: String(decoding: text, as: UTF8.self))
  }

  private static func withTerminated(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
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
