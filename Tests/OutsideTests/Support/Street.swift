import AsyncHTTPClient
import Foundation
import Logging
import Neighbours
import Outside
import Testing
import Vocabulary

/// A street of simulated neighbours on free ports, for one test.
struct Street: Sendable {
  let addresses: Addresses
  let client: HTTPClient
  let folder: URL
  let clock: TestClock

  var line: Line { Line(client: client, timeoutSeconds: 5) }
  var browser: Browser { Browser(client: client) }

  static let redirectURI = "http://127.0.0.1:9/sign-in/return"
  static let returnURL = "http://127.0.0.1:9/payment/return"
  static let hashSecret = "TESTSECRETTESTSECRETTESTSECRET00"

  func control(_ neighbour: String, _ json: String) async throws {
    let answer = try await browser.post(
      neighbour + "/control", type: "application/json", body: json)
    #expect(answer.status == 200)
  }

  func endpoint(_ text: String) throws -> Endpoint { try Endpoint(text) }
}

/// A clock that stands until it is moved.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var instant: Instant

  init(_ instant: Instant) { self.instant = instant }

  var now: Instant { lock.withLock { instant } }

  func move(seconds: Int) {
    lock.withLock { instant = instant.adding(seconds: seconds) }
  }
}

/// 21 November 2026, nine o'clock in Vietnam.
let nine = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0)

func withStreet(
  folder kept: URL? = nil,
  _ change: (inout NeighbourhoodSettings) -> Void = { _ in },
  body: @Sendable (Street) async throws -> Void
) async throws {
  let folder = try kept ?? temporaryFolder()
  let clock = TestClock(nine)
  var settings = NeighbourhoodSettings(
    folder: folder, ports: .init(),
    relyingParty: .init(
      clientID: "lylich", clientSecret: "bí mật + 1", redirectURIs: [Street.redirectURI]),
    merchant: .init(
      terminalCode: "DEMO0001", hashSecret: Street.hashSecret,
      noticeURL: "http://127.0.0.1:9/ipn", retrySeconds: 1),
    cast: try Cast.read(), policeSeconds: 2, clock: { clock.now },
    logger: Logger(label: "neighbours", factory: { _ in SwiftLogNoOpLogHandler() }))
  change(&settings)
  let client = Line.makeClient()
  let (ready, announce) = AsyncStream.makeStream(of: Addresses.self)
  let neighbourhood = Neighbourhood(settings)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { announce.finish() }
      try await neighbourhood.run { announce.yield($0) }
    }
    var addresses = ready.makeAsyncIterator()
    if let addresses = await addresses.next() {
      do {
        try await body(Street(addresses: addresses, client: client, folder: folder, clock: clock))
      } catch {
        group.cancelAll()
        try await client.shutdown()
        throw error
      }
      group.cancelAll()
    }
    do {
      while try await group.next() != nil {}
    } catch is CancellationError {}
  }
  try await client.shutdown()
  if kept == nil { try FileManager.default.removeItem(at: folder) }
}

func temporaryFolder() throws -> URL {
  let template = FileManager.default.temporaryDirectory.appendingPathComponent("lylich-XXXXXX")
  var bytes = Array(template.path.utf8CString)
  let made = try #require(mkdtemp(&bytes))
  return URL(fileURLWithPath: String(cString: made), isDirectory: true)
}

/// Asks until the answer is there, or fails after half a minute.
func eventually<Value: Sendable>(
  _ what: String, _ ask: () async throws -> Value?
) async throws -> Value {
  for _ in 0..<600 {
    if let value = try await ask() { return value }
    try await Task.sleep(for: .milliseconds(50))
  }
  Issue.record("never happened: \(what)")
  throw CancellationError()
}
