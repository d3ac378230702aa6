import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Store
import Vocabulary

/// `lylich bench web`: a page with one row by key, and a form post that is durable before it is
/// answered, on the program and on Flask + gunicorn, with the same load.
struct WebMeasurement {
  enum Engine: String {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    /// At least so many times the peer's rate.
    var bars: (page: Double, post: Double) {
      switch self {
      case .sqlite: (3.5, 5)
      case .postgres: (3.5, 4)
      }
    }
  }

  /// Of the peer's memory, at most.
  static let memoryBar = 2.0 / 3

  let seconds: Int
  let connections: Int
  let postgres: String?
  let peer: Peer?

  private struct Ours {
    let page: Load
    let post: Load
    let pageBytes: Int
    let memoryKiB: Int
  }

  func run() async throws {
    say("Measuring on SQLite …")
    let ours = try await withTemporaryFolder { try await measure(nil, in: $0) }
    let theirs = try peer.map { try ask($0, nil, pageBytes: ours.pageBytes) }
    report(.sqlite, ours, theirs)
    if let postgres { try await compareOnPostgres(postgres) }
  }

  /// Each side has a schema of its own, which is gone afterwards.
  private func compareOnPostgres(_ uri: String) async throws {
    say("Measuring on PostgreSQL …")
    try Schema.dropOrphans(in: uri)
    let (mine, others) = try (Schema(in: uri), Schema(in: uri))
    let undo = Undo.later {
      mine.drop()
      others.drop()
    }
    defer { undo.now() }
    let ours = try await withTemporaryFolder { try await measure(mine.uri, in: $0) }
    let theirs = try peer.map { try ask($0, others.uri, pageBytes: ours.pageBytes) }
    report(.postgres, ours, theirs)
  }

  private func measure(_ uri: String?, in folder: URL) async throws -> Ours {
    let place = try await InventedInstallation.make(
      in: folder.appending(path: "data"), database: uri, port: try freePort())
    let server = try await ServerProcess.start(
      ["serve"], environment: place.environment, port: place.port,
      log: folder.appending(path: "server.log"))
    defer { server.stop() }
    let database = try Database.open(place.database, connections: 2)
    defer { database.close() }
    let planted = try await Planted.plant(in: database, agency: place.agency, at: Instant.now)
    let wrk = Wrk(connections: connections, seconds: seconds, scripts: scripts)
    let bytes = try await pageBytes(server)
    let page = try wrk.page(server)
    let before = try await Planted.savedDrafts(in: database)
    let post = try wrk.post(server, planted, in: folder)
    let saved = try await Planted.savedDrafts(in: database) - before
    guard saved >= post.requests - post.wrongAnswers else {
      throw Fault(
        "measuring the form post",
        cause: "\(post.requests) were answered and the journal has \(saved)")
    }
    return Ours(
      page: page, post: post, pageBytes: bytes, memoryKiB: try server.facts.memoryKiB())
  }

  private var scripts: String { peer?.scripts ?? "Benchmarks" }

  private func pageBytes(_ server: ServerProcess) async throws -> Int {
    let request = HTTPClientRequest(url: server.base + "/v/" + Planted.link(1))
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
    guard response.status == .ok else {
      throw Fault("reading the page to be measured", cause: "its status is \(response.status.code)")
    }
    return try await response.body.collect(upTo: 1 << 20).readableBytes
  }

  private func ask(_ peer: Peer, _ uri: String?, pageBytes: Int) throws -> WebFigures {
    var arguments = [
      "--seconds", "\(seconds)", "--connections", "\(connections)", "--page-bytes", "\(pageBytes)",
    ]
    if let uri { arguments += ["--database", uri, "--threads", "4"] }
    return try peer.figures(WebFigures.self, from: "web_peer.py", arguments)
  }

  private func report(_ engine: Engine, _ ours: Ours, _ theirs: WebFigures?) {
    var table = TextTable([
      engine.rawValue, "req/s", "p50 ms", "p99 ms", "per CPU-s", "wrong",
    ])
    func add(_ name: String, _ load: Load) {
      table.add([
        name, figure(load.perSecond), figure(load.p50), figure(load.p99),
        load.perCPUSecond.map(figure) ?? "–", "\(load.wrongAnswers + load.socketErrors)",
      ])
    }
    add("lylich, page of a certificate (\(ours.pageBytes) bytes)", ours.page)
    add("lylich, saving a draft", ours.post)
    if let theirs {
      add("Flask + gunicorn, page (\(theirs.pageBytes) bytes)", theirs.page)
      add("Flask + gunicorn, saving a draft", theirs.post)
    }
    say("")
    for line in table.lines { say(line) }
    say("memory: lylich \(ours.memoryKiB / 1024) MiB")
    guard let theirs else { return }
    say("memory: Flask + gunicorn \(theirs.memoryKiB / 1024) MiB")
    say("")
    judge(engine, ours, theirs)
  }

  private func judge(_ engine: Engine, _ ours: Ours, _ theirs: WebFigures) {
    let loads = [ours.page, ours.post, theirs.page, theirs.post]
    verdict(loads.allSatisfy(\.isSound), "every answer was the expected one")
    let page = ours.page.perSecond / theirs.page.perSecond
    verdict(
      page >= engine.bars.page, "page \(figure(page))×; the bar is \(figure(engine.bars.page))×")
    let post = ours.post.perSecond / theirs.post.perSecond
    verdict(
      post >= engine.bars.post,
      "durable post \(figure(post))×; the bar is \(figure(engine.bars.post))×")
    verdict(
      ours.page.p99 < theirs.page.p99 && ours.post.p99 < theirs.post.p99,
      "p99 is better: page \(figure(ours.page.p99)) and \(figure(theirs.page.p99)) ms, "
        + "post \(figure(ours.post.p99)) and \(figure(theirs.post.p99)) ms")
    let memory = Double(ours.memoryKiB) / Double(theirs.memoryKiB)
    verdict(
      memory <= Self.memoryBar,
      "memory \(Int((memory * 100).rounded())) % of the peer's; at most 67 %")
  }

  private func verdict(_ holds: Bool, _ what: String) {
    say("\(holds ? "PASS " : "BELOW")  \(what)")
  }
}
