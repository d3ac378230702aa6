import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Vocabulary

/// This very program as a child on loopback, with a data folder of its own.
final class ServerProcess {
  let base: String
  private let process: Process
  private let log: URL
  private var undo: Undo?

  /// Starts it and waits until it answers `/health`.
  ///
  /// - Parameters:
  ///   - arguments: the command and its options.
  ///   - environment: added to this process's own.
  ///   - log: where its lines go.
  /// - Throws: `Fault` if it ends, or does not answer within a minute.
  static func start(
    _ arguments: [String], environment: [String: String], port: Int, log: URL
  ) async throws -> ServerProcess {
    let server = try ServerProcess(arguments, environment, port: port, log: log)
    do {
      try await server.waitUntilHealthy()
    } catch {
      server.stop()
      throw error
    }
    return server
  }

  private init(
    _ arguments: [String], _ environment: [String: String], port: Int, log: URL
  ) throws {
    self.base = "http://127.0.0.1:\(port)"
    self.log = log
    self.process = Process()
    guard FileManager.default.createFile(atPath: log.path, contents: nil) else {
      throw Fault("starting the server", cause: "\(log.path) cannot be written")
    }
    let lines = try FileHandle(forWritingTo: log)
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = lines
    process.standardError = lines
    try process.run()
    undo = Undo.later { [process] in
      process.terminate()
      process.waitUntilExit()
    }
  }

  var facts: ProcessFacts { ProcessFacts(pid: process.processIdentifier) }

  /// Asks it to end, and waits for that.
  func stop() {
    undo?.now()
  }

  private func waitUntilHealthy() async throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(60)
    while clock.now < end {
      guard process.isRunning else { throw failure("it ended") }
      if await answers() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw failure("it did not answer within a minute")
  }

  private func answers() async -> Bool {
    do {
      var request = HTTPClientRequest(url: base + "/health")
      request.method = .GET
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(2))
      return response.status.code == 200
    } catch {
      return false
    }
  }

  private func failure(_ what: String) -> Fault {
    let tail = (FileManager.default.contents(atPath: log.path) ?? Data()).suffix(2_000)
    return Fault(
      "starting the server",
      cause: what + "; its last lines:\n" + String(decoding: tail, as: UTF8.self))
  }
}

/// A port on loopback that nobody listens on now.
func freePort() throws(Fault) -> Int {
  try freePorts(1)
}

/// The first of so many ports in a row on which nobody listens now.
func freePorts(_ count: Int) throws(Fault) -> Int {
  for _ in 0..<50 {
    // Below those that the system gives to whoever connects: of these, one may be gone when the
    // server starts, minutes later.
    let first = Int.random(in: 15_000..<(20_000 - count))
    if (0..<count).allSatisfy({ isFree(first + $0) }) { return first }
  }
  throw Fault("looking for free ports", cause: "there are no \(count) in a row")
}

private func isFree(_ port: Int) -> Bool {
  let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(listener) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  address.sin_port = UInt16(port).bigEndian
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
}
