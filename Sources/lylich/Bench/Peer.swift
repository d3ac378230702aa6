import Foundation
import Vocabulary

/// The Python programs that do the same work.
struct Peer: Sendable {
  let python: String
  let scripts: String

  init(environment: String, scripts: String) {
    self.python = environment + "/bin/python"
    self.scripts = scripts
  }

  var isThere: Bool { FileManager.default.isExecutableFile(atPath: python) }

  /// Runs a script to its end and reads the JSON in its last line.
  func figures<Figures: Decodable>(
    _ type: Figures.Type, from script: String, _ arguments: [String]
  ) throws -> Figures {
    let line = try Tool.lastLine(of: python, ["\(scripts)/\(script)"] + arguments)
    return try decoded(type, line, from: script)
  }
}

/// What `issue_peer.py` prints.
struct IssueFigures: Decodable {
  let issued: Int
  let cpuSeconds: Double
  let perCPUSecond: Double
  let pdfBytes: Int

  private enum CodingKeys: String, CodingKey {
    case issued
    case cpuSeconds = "cpu_seconds"
    case perCPUSecond = "per_cpu_second"
    case pdfBytes = "pdf_bytes"
  }
}

/// What `web_peer.py` prints.
struct WebFigures: Decodable {
  let page: Load
  let post: Load
  let pageBytes: Int
  let memoryKiB: Int

  private enum CodingKeys: String, CodingKey {
    case page, post
    case pageBytes = "page_bytes"
    case memoryKiB = "memory_kib"
  }
}

/// What a load saw, as `Benchmarks/load.lua` prints it.
struct Load: Decodable {
  let requests: Int
  let perSecond: Double
  let p50: Double
  let p99: Double
  let wrongAnswers: Int
  let socketErrors: Int
  /// Set by whoever can see the server's processor time.
  var perCPUSecond: Double?

  /// A figure with a wrong answer in it is no figure.
  var isSound: Bool { requests > 0 && wrongAnswers == 0 && socketErrors == 0 }

  private enum CodingKeys: String, CodingKey {
    case requests
    case perSecond = "per_second"
    case p50 = "p50_ms"
    case p99 = "p99_ms"
    case wrongAnswers = "wrong_answers"
    case socketErrors = "socket_errors"
    case perCPUSecond = "per_cpu_second"
  }
}

func decoded<Figures: Decodable>(
  _ type: Figures.Type, _ line: String, from source: String
) throws(Fault) -> Figures {
  do {
    return try JSONDecoder().decode(type, from: Data(line.utf8))
  } catch {
    throw Fault(
      "reading the figures of \(source)", cause: "the last line is not its JSON: \(error)")
  }
}
