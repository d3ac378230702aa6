import Foundation
import Hummingbird
import Logging
import NIOCore
import Vocabulary

/// All the simulated neighbours in one process, each on a loopback port of its own.
package struct Neighbourhood: Sendable {
  private let settings: NeighbourhoodSettings

  package init(_ settings: NeighbourhoodSettings) {
    self.settings = settings
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter onReady: called once, when every neighbour listens.
  /// - Throws: `Fault` where a file cannot be used; a port that is taken ends it too.
  package func run(onReady: @escaping @Sendable (Addresses) async -> Void) async throws {
    let court = try settings.supply.map { try Court($0, settings, mood: Mood()) }
    let arrivals = Arrivals(
      awaiting: Door.allCases.count - (court == nil ? 1 : 0), onReady: onReady)
    let identityAddress = OwnAddress()
    let identity = try await IdentityProvider(settings, mood: Mood(), address: identityAddress)
    let gateway = try Gateway(settings, mood: Mood())
    let mailMood = Mood()
    let store = try MailStore(in: settings.folder.appendingPathComponent("mail"))
    let sink = MailSink(store: store, mood: mailMood, logger: settings.logger)
    let ports = settings.ports
    let smtp = try await sink.bind(port: ports.smtp)
    await arrivals.note(.smtp, port: smtp.channel.localAddress?.port ?? 0)
    let scanner = ScannerSimulation(mood: Mood(), logger: settings.logger)
    let scans = try await scanner.bind(port: ports.scanner)
    await arrivals.note(.scanner, port: scans.channel.localAddress?.port ?? 0)

    var servers: [(Door, Int, Router<BasicRequestContext>)] = [
      (.identity, ports.identity, try identity.router()),
      (
        .population, ports.population,
        Population(cast: settings.cast, mood: Mood()).router()
      ),
      (.recordsCentre, ports.recordsCentre, try recordsCentre().router()),
      (.police, ports.police, try police().router()),
      (.payment, ports.payment, try gateway.router()),
      (.timestamp, ports.timestamp, try TimestampNeighbour(settings, mood: Mood()).router()),
      (.mailbox, ports.mailbox, try Mailbox(store: store, mood: mailMood).router()),
      (.scannerControl, ports.scannerControl, scanner.router()),
    ]
    if let court { servers.append((.court, ports.court, try court.router())) }
    try await serve(servers, arrivals, identityAddress) { group in
      group.addTask { try await sink.serve(smtp) }
      group.addTask { try await scanner.serve(scans) }
      group.addTask { try await gateway.deliverNotices() }
      if let court { group.addTask { try await court.deliver() } }
    }
  }

  private func serve(
    _ servers: [(Door, Int, Router<BasicRequestContext>)], _ arrivals: Arrivals,
    _ identityAddress: OwnAddress, beside others: (inout ThrowingTaskGroup<Void, any Error>) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      others(&group)
      for (door, port, router) in servers {
        let server = application(router, port: port) { bound in
          if door == .identity { identityAddress.set("http://127.0.0.1:\(bound)") }
          await arrivals.note(door, port: bound)
        }
        group.addTask { try await server.run() }
      }
      // The first that ends, ends the street: half a neighbourhood would be a riddle.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func recordsCentre() throws(Fault) -> Agency {
    try agency("records-centre", "TTLLTPQG", settings.recordsCentreSeconds) { $0.recordsCentre }
  }

  private func police() throws(Fault) -> Agency {
    try agency("police", "PV06", settings.policeSeconds) { $0.police }
  }

  private func agency(
    _ body: String, _ prefix: String, _ seconds: Double,
    script: @escaping @Sendable (CastMember) -> AgencyScript?
  ) throws(Fault) -> Agency {
    let folder = settings.folder.appendingPathComponent(body)
    let mood = Mood()
    return Agency(
      body: body, cast: settings.cast, script: script, thinkingSeconds: seconds,
      inquiries: try Inquiries(prefix: prefix, in: folder),
      facts: FactDesk(
        cast: settings.cast, thinkingSeconds: seconds,
        questions: try FactQuestions(prefix: prefix, in: folder), mood: mood,
        clock: settings.clock),
      mood: mood, clock: settings.clock)
  }

  private func application(
    _ router: Router<BasicRequestContext>, port: Int,
    onRunning: @escaping @Sendable (Int) async -> Void
  ) -> some ApplicationProtocol {
    var logger = settings.logger
    // The framework would log addresses of pages; our own lines are enough.
    logger.logLevel = .critical
    return Application(
      router: router,
      configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "mo-phong"),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
      logger: logger)
  }
}

enum Door: Hashable, CaseIterable {
  case identity, population, recordsCentre, police, payment, timestamp, smtp, mailbox, court
  case scanner, scannerControl
}

/// Counts the doors that are open, and says so once all are.
private actor Arrivals {
  private var ports: [Door: Int] = [:]
  private let awaited: Int
  private let onReady: @Sendable (Addresses) async -> Void

  init(awaiting count: Int, onReady: @escaping @Sendable (Addresses) async -> Void) {
    self.awaited = count
    self.onReady = onReady
  }

  func note(_ door: Door, port: Int) async {
    ports[door] = port
    guard ports.count == awaited else { return }
    await onReady(
      Addresses(
        identity: web(.identity), population: web(.population),
        recordsCentre: web(.recordsCentre), police: web(.police), payment: web(.payment),
        timestamp: web(.timestamp), smtpPort: ports[.smtp] ?? 0, mailbox: web(.mailbox),
        scannerPort: ports[.scanner] ?? 0, scannerControl: web(.scannerControl)))
  }

  private func web(_ door: Door) -> String { "http://127.0.0.1:\(ports[door] ?? 0)" }
}
