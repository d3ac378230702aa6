import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Neighbours
import Outside
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Desk

/// The simulated gateway on a free port, a database, and a clock that the test moves.
final class GatewayStreet: Sendable {
  let database: Database
  let fetching: SettlementFetching
  private let client: HTTPClient
  private let address: String
  private let clock: Clock

  /// A clock that stands until it is moved.
  private final class Clock: Sendable {
    let now = Mutex(DeskDatabase.now)
  }

  /// The gateway answers in this process, which may have much else to do.
  private static let patience = HTTPClient.Configuration(
    timeout: .init(connect: .seconds(60), read: .seconds(120)))
  private static let secret = "TESTSECRETTESTSECRETTESTSECRET00"

  private init(
    _ database: Database, _ client: HTTPClient, _ address: String, _ clock: Clock,
    timeoutSeconds: Int
  ) throws {
    self.database = database
    self.client = client
    self.address = address
    self.clock = clock
    let settings = VNPaySettings(
      terminalCode: "DEMO0001", hashSecret: GatewayStreet.secret,
      payURL: try Endpoint(address + "/paymentv2/vpcpay.html"),
      apiURL: try Endpoint(address + "/merchant_webapi/api/transaction"),
      returnURL: "http://127.0.0.1:9/payment/return")
    self.fetching = SettlementFetching(
      database: database, agency: DeskDatabase.agency,
      gateway: VNPayAPI(
        settings: settings, line: Line(client: client, timeoutSeconds: timeoutSeconds)),
      surroundings: Surroundings(
        now: { clock.now.withLock { $0 } },
        secretBytes: { count in (0..<count).map { _ in .random(in: 0...255) } }),
      log: Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  static func with(
    _ engine: DeskDatabase, timeoutSeconds: Int = 60,
    _ body: @Sendable (GatewayStreet) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lylich-gateway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = Clock()
    let neighbourhood = Neighbourhood(
      NeighbourhoodSettings(
        folder: folder, ports: .init(),
        relyingParty: .init(clientID: "lylich", clientSecret: "s", redirectURIs: []),
        merchant: .init(
          terminalCode: "DEMO0001", hashSecret: secret, noticeURL: "http://127.0.0.1:9/ipn",
          retrySeconds: 1),
        cast: try Cast.read(), clock: { clock.now.withLock { $0 } },
        logger: Logger(label: "neighbours", factory: { _ in SwiftLogNoOpLogHandler() })))
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: patience)
    let (ready, announce) = AsyncStream.makeStream(of: String.self)
    let outcome = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { announce.finish() }
        try await neighbourhood.run { announce.yield($0.payment) }
      }
      let result: Result<Void, any Error>
      do {
        for await address in ready {
          try await engine.with { database in
            try await body(
              GatewayStreet(database, client, address, clock, timeoutSeconds: timeoutSeconds))
          }
          break
        }
        result = .success(())
      } catch {
        result = .failure(error)
      }
      group.cancelAll()
      do {
        while try await group.next() != nil {}
      } catch is CancellationError {}
      return result
    }
    try await client.shutdown()
    try FileManager.default.removeItem(at: folder)
    try outcome.get()
  }

  func wait(until day: CivilDate, hour: Int, minute: Int = 0) {
    clock.now.withLock { $0 = Instant(day, hour: hour, minute: minute) }
  }

  /// Sets how the gateway behaves: `{"mode": "silent"}`, `{"settlement": "extra"}`.
  func control(_ json: String) async throws {
    var request = HTTPClientRequest(url: address + "/control")
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.body = .bytes(ByteBuffer(string: json))
    let response = try await client.execute(request, timeout: .seconds(120))
    #expect(response.status == .ok)
  }

  /// The books have a fee of 200.000 đồng as received at an hour of a day.
  func receive(_ reference: String, on day: CivilDate, hour: Int) async throws {
    try await database.write { transaction in
      let id = padded(1, to: 26)
      let paidAt = Instant(day, hour: hour, minute: 0)
      try transaction.run(
        """
        INSERT INTO citizens (id, national_id, name, birth_date, created_at)
        VALUES (\(id), \(padded(1, to: 12)), 'Nguyễn Văn Mẫu', '1990-01-01', \(paidAt))
        """)
      try transaction.run(
        """
        INSERT INTO cases (id, agency, number, citizen, certificate_kind, procedure, state, version,
                           lodged_at, applicant, search_name, sort_name)
        VALUES (\(id), \(DeskDatabase.agency), 'H13-261125-0001', \(id), 'number1', '1.001',
                'lodged', 0, \(paidAt), 'Nguyễn Văn Mẫu', 'nguyen van mau', 'mau van nguyen')
        """)
      let payment = PaymentRow(
        id: try #require(PaymentID(id)), caseID: try #require(CaseID(id)),
        agency: DeskDatabase.agency, reference: reference, amount: Dong(200_000), state: .pending,
        providerNumber: nil, createdAt: paidAt, expiresAt: paidAt, code: nil)
      try Payments.insert(payment, in: transaction)
      let settled = try Payments.settle(
        payment.id, from: .pending, to: .paid, providerNumber: "99", code: "00", at: paidAt,
        in: transaction)
      #expect(settled == 1)
    }
  }

  func round(by worker: String = "w1") async throws {
    try await fetching.fetchDue(by: worker)
  }

  func standing() async throws -> FetchingView {
    let fetching = fetching
    return try await database.read { connection in try fetching.standing(in: connection) }
  }

  func settlement(of day: CivilDate) async throws -> SettlementRow? {
    try await database.read { connection in
      try Settlements.row(of: day, at: DeskDatabase.agency, in: connection)
    }
  }
}
