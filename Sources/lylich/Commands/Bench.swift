import ArgumentParser
import Foundation

struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures this program beside Python peers that do the same work, in one run.",
    discussion: """
      Only ratios of one run are worth quoting: rates on a shared machine swing by a fifth.
      Run the release build. docs/performance.md says what was measured and how.
      """,
    subcommands: [
      BenchIssue.self, BenchRecords.self, BenchWeb.self, BenchExpungement.self, BenchMatch.self,
      BenchApplications.self, BenchQueues.self,
    ])
}

struct BenchIssue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Certificates per second of processor time, beside reportlab + pyHanko.")

  @OptionGroup var peers: PeerOptions

  func run() async throws {
    try await IssueMeasurement(seconds: peers.seconds, peer: peers.peer()).run()
  }
}

struct BenchWeb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "web",
    abstract: "A page by key and a durable form post, beside Flask + gunicorn.",
    discussion: "Needs wrk (Debian). All servers listen on loopback only.")

  @OptionGroup var peers: PeerOptions

  @Option(
    help: """
      postgres://USER@HOST/NAME to measure on as well, in two schemas that are dropped \
      again; needs \
      psql.
      """)
  var postgres: String?

  @Option(help: "Open connections of the load.")
  var connections: Int = 32

  func run() async throws {
    try await WebMeasurement(
      seconds: peers.seconds, connections: connections, postgres: postgres, peer: peers.peer()
    ).run()
  }
}

struct BenchExpungement: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expungement",
    abstract: "Histories per second in process, and lines per second through the command.",
    discussion: "The histories are invented from the seed; no peer takes part.")

  @Option(help: "How long each line is measured.")
  var seconds: Int = 5

  @Option(help: "The same seed gives the same people.")
  var seed: UInt64 = 2026

  func validate() throws {
    guard (1...600).contains(seconds) else {
      throw ValidationError("--seconds is \(seconds); it must be from 1 to 600.")
    }
  }

  func run() async throws {
    try await ExpungementMeasurement(seconds: seconds, seed: seed).run()
  }
}

struct BenchMatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Finding applicants in invented registers, beside the bars and PostgreSQL.",
    discussion: """
      Benchmarks/linkage/noisy.py makes the registers (Python with numpy), unless --data names \
      folders with register.csv, queries.csv and truth.csv. Of a million persons there are three \
      registers, of other seeds: the first is measured, and what the keys reach is pooled.
      """)

  @OptionGroup var peers: PeerOptions

  @Option(help: "Persons in the register: 1m, 10m or a number.")
  var size: String = "1m"

  @Option(help: "Applicants, half of them in the register; of 1m 100000, else 40000.")
  var applicants: Int?

  @Option(help: "The seed of the first register.")
  var seed: Int = 31

  @Option(help: "A factor on every rate of error, or old, parents, typing, dates or places.")
  var noise: String = "1"

  @Option(help: "A folder with data made before (may be repeated); the index is put into it.")
  var data: [String] = []

  @Option(help: "postgres://USER@HOST/NAME of a database that the peer may fill (slow).")
  var postgres: String?

  func run() async throws {
    let sizes = ["1m": 1_000_000, "10m": 10_000_000]
    guard let entries = sizes[size] ?? Int(size), entries > 0 else {
      throw ValidationError("--size is \(size); it must be 1m, 10m or a number.")
    }
    let isMillion = entries == 1_000_000
    let measurement = MatchMeasurement(
      entries: entries, applicants: applicants ?? (isMillion ? 100_000 : 40_000),
      registers: isMillion ? 3 : 1, seed: seed, noise: noise, peer: peers.peer(),
      postgres: postgres)
    try await reporting {
      if data.isEmpty { try await measurement.run() } else { try measurement.run(in: data) }
    }
  }
}

struct BenchRecords: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Import of judicial records, beside sqlite3 .import; then finding people in them.",
    discussion: "Needs sqlite3 (Debian) and about three kilobytes of disk a document.")

  @Option(help: "How many invented documents.")
  var count: Int = 1_000_000

  @Option(help: "A file of documents in the place of the invented ones; sqlite3 is left out.")
  var documents: String?

  @Option(
    help: """
      A folder that keeps the installation. Where it has one already, nothing is imported and the \
      searches and pages are measured again.
      """)
  var keep: String?

  @Option(
    help: """
      postgres://USER@HOST/NAME to measure on instead, in a schema that is dropped afterwards.
      """)
  var postgres: String?

  func validate() throws {
    guard postgres == nil || keep == nil else {
      throw ValidationError("--keep and --postgres: what is on a server is not kept.")
    }
  }

  func run() async throws {
    try await reporting {
      try await RecordsMeasurement(
        count: count, documents: documents, keep: keep, postgres: postgres
      ).run()
    }
  }
}

/// Where the peers are, and for how long each line is measured.
struct PeerOptions: ParsableArguments {
  @Option(help: "How long each line is measured.")
  var seconds: Int = 10

  @Option(help: "The Python environment of the peers (scripts/bench-venv makes it).")
  var peers: String = ".venv-bench"

  @Option(help: "The folder of the peers' scripts.")
  var scripts: String = "Benchmarks"

  func validate() throws {
    guard (1...600).contains(seconds) else {
      throw ValidationError("--seconds is \(seconds); it must be from 1 to 600.")
    }
  }

  /// Nil, with the way out, where there is no such environment.
  func peer() -> Peer? {
    let peer = Peer(environment: peers, scripts: scripts)
    guard peer.isThere else {
      say("There is no \(peer.python), so only this program is measured.")
      say("Make it with: scripts/bench-venv")
      return nil
    }
    return peer
  }
}
