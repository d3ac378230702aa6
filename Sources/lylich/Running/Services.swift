import Desk
import Foundation
import Hummingbird
import Logging
import Portal
import ServiceLifecycle
import Store
import UnixSignals
import Vocabulary

/// The portal, until the process is asked to stop.
struct ServedPortal: Service {
  let assembly: Assembly

  func run() async throws {
    let settings = assembly.settings
    let portal = try Portal(
      desk: OpenDesk(assembly), settings: portalSettings(settings), log: assembly.log,
      now: { Instant.now })
    let log = assembly.log
    let application = portal.application(host: settings.host, port: settings.port) { _ in
      log.info("The portal listens", metadata: ["address": "\(settings.baseURL)"])
      ProgramPages.letGoOfStart()
    }
    try await application.run()
  }

  private func portalSettings(_ settings: Settings) -> PortalSettings {
    PortalSettings(
      origin: settings.baseURL,
      formTargets: [origin(of: settings.identity.issuer), origin(of: settings.payment.payURL)],
      stage: assembly.installation.mode == .demo ? .demo : .real)
  }

  private func origin(of address: String) -> String {
    guard let url = URL(string: address), let host = url.host else { return address }
    return "\(url.scheme ?? "https")://\(host)" + (url.port.map { ":\($0)" } ?? "")
  }
}

/// The worker and the journal's sequencer. Several may run beside each other: notes and the tree
/// are leased in the database.
struct RunningWorker: Service {
  let assembly: Assembly

  func run() async throws {
    let worker = Worker(desk: assembly.desk, name: assembly.sequencer.holder)
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await worker.run() }
        group.addTask { await sequence() }
      }
    }
  }

  /// Gives every event its leaf, well within a second.
  private func sequence() async {
    while !Task.isCancelled {
      do {
        _ = try await assembly.sequencer.round(on: assembly.database, at: Instant.now)
      } catch {
        assembly.log.error(
          "The journal's tree could not be kept", metadata: ["cause": "\(type(of: error))"])
      }
      do {
        try await Task.sleep(for: .milliseconds(250))
      } catch {
        return
      }
    }
  }
}

/// Runs services until Ctrl-C or SIGTERM, then lets what is under way end.
private func runServices(_ services: [any Service], log: Logger) async throws {
  var configuration = ServiceGroupConfiguration(
    services: services.map {
      .init(
        service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
        failureTerminationBehavior: .gracefullyShutdownGroup)
    },
    gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(log))
  configuration.maximumGracefulShutdownDuration = .seconds(10)
  try await ServiceGroup(configuration: configuration).run()
}

/// Runs services on an assembly and closes it afterwards, whatever ended them. Being asked to
/// stop is no error.
func runServices(_ services: [any Service], on assembly: Assembly) async throws {
  do {
    try await runServices(services, log: assembly.log)
  } catch is CancellationError {
    assembly.log.debug("Services were cancelled")
  } catch {
    try await assembly.close()
    throw error
  }
  try await assembly.close()
}

/// The library's own chatter is of no use to the person at the terminal.
private func quiet(_ log: Logger) -> Logger {
  var log = log
  log.logLevel = .error
  return log
}

func makeLog(_ level: Logger.Level = .info) -> Logger {
  var log = Logger(label: "lylich") { _ in LineLog() }
  log.logLevel = level
  return log
}
