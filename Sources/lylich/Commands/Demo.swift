import ArgumentParser
import Desk
import Document
import Foundation
import Law
import Logging
import Neighbours
import ServiceLifecycle
import Store
import Vocabulary

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the whole system on this machine, with invented people.",
    discussion: """
      Makes the data folder on the first start: database, keys, officers with random passwords.
      Starts the portal, a worker and the simulated neighbours (e-identity, population register,
      records centre, police, payment gateway, timestamps, mail, a court that sends documents, a
      virus scanner), each on a port of its own after the portal's. Ctrl-C stops all; a second
      start continues where it was.

      A demo listens on loopback only, stamps its pages and papers BẢN MẪU, takes no real keys and
      never becomes a real installation.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The issuer profile to serve.")
  var profile = "stp-cantho-2023"

  @Option(help: "The portal's port; the neighbours take the eleven after it.")
  var port = 8080

  func run() async throws {
    try await reporting {
      var overrides = common.overrides
      overrides["profile"] = profile
      overrides["http.port"] = String(port)
      let place = try await common.place()
      let folder = DataFolder(root: place.data)
      let street = try DemoStreet(folder: folder, port: port)
      try DemoInstallation.prepare(folder)
      let source = try await SettingsSource(
        overrides: overrides, file: common.config, preset: try street.preset())
      let settings = try Settings(reading: source)
      let log = makeLog()
      try await DemoInstallation(folder: folder, settings: settings).make()
      let assembly = try await Assembly.make(settings, log: log)
      announce(assembly, street, folder)
      let (arrival, arrived) = AsyncStream<Void>.makeStream()
      let services: [any Service] = [
        ServedNeighbours(
          street: street, receiver: assembly.desk.home, settings: settings, log: log,
          onReady: { arrived.finish() }),
        PortalAmongNeighbours(arrival: arrival, portal: ServedPortal(assembly: assembly)),
        RuleWatch(assembly: assembly),
      ]
      try await runServices(services + carriers(of: assembly), on: assembly)
      say("Stopped. The same command continues where it was.")
    }
  }

  private func announce(_ assembly: Assembly, _ street: DemoStreet, _ folder: DataFolder) {
    let accounts = (try? DemoInstallation.accounts(in: folder)) ?? DemoAccounts(accounts: [])
    say(
      """

      Lý Lịch, bản thử · demo (\(assembly.settings.profile))
        Cổng thông tin · portal   \(assembly.settings.baseURL)
        Hộp thư thử · mailbox     \(street.mailbox)
        Tòa án thử · court        \(street.court)
        Dữ liệu · data            \(folder.root.path)

      Cán bộ · officers (\(assembly.settings.baseURL)/office/sign-in)
      """)
    for account in accounts.accounts {
      let roles = account.roles.map(\.rawValue).joined(separator: "+")
      say("  \(account.username)  \(account.password)  \(roles)  [\(account.agency)]")
    }
    say("  Mã xác thực: trên trang đầu của cổng · codes: on the portal's front page")
    say("\nNgười dân: đăng nhập bằng định danh điện tử mô phỏng · citizens: the simulated e-ID")
    say("Ctrl-C dừng tất cả · stops everything\n")
  }
}

/// The simulated neighbours beside the portal: their ports, their secrets, and the settings that
/// lead to them.
struct DemoStreet: Sendable {
  let folder: DataFolder
  let port: Int

  init(folder: DataFolder, port: Int) throws(SettingsProblem) {
    guard (1024...65524).contains(port) else {
      throw SettingsProblem(
        key: "http.port", value: String(port), source: "the command line (--port)",
        wants: "a number from 1024 to 65524: the neighbours take the eleven ports after it",
        example: "make run PORT=8080")
    }
    self.folder = folder
    self.port = port
  }

  var mailbox: String { address(8) }
  var court: String { address(9) }

  private func address(_ offset: Int) -> String { "http://127.0.0.1:\(port + offset)" }

  /// What a demo sets where nobody said otherwise.
  func preset() throws -> [String: String] {
    [
      "http.host": "127.0.0.1", "http.base": address(0),
      "identity.issuer": address(1), "identity.client": "lylich-demo",
      "identity.secretFile": folder.secrets.appending(path: "eid.secret").path,
      "population.url": address(2), "agencies.records": address(3),
      "agencies.police": address(4), "payment.page": address(5) + "/paymentv2/vpcpay.html",
      "payment.api": address(5) + "/merchant_webapi/api/transaction",
      "payment.terminal": "DEMO0001",
      "payment.secretFile": folder.secrets.appending(path: "vnpay.secret").path,
      "timestamp.url": address(6), "mail.host": "127.0.0.1", "mail.port": String(port + 7),
      "mail.from": "khong-tra-loi@lylich.example",
      "scanner.address": "tcp:127.0.0.1:\(port + 10)",
    ]
  }
}

/// The neighbours as a service of the demo's process.
struct ServedNeighbours: Service {
  let street: DemoStreet
  /// To whom the court sends.
  let receiver: AgencyID
  let settings: Settings
  let log: Logger
  /// Called once, when all of them listen.
  let onReady: @Sendable () -> Void

  func run() async throws {
    let keys = DemoAuthority(in: street.folder.keys.path)
    let neighbourhood = Neighbourhood(
      NeighbourhoodSettings(
        folder: street.folder.neighbours, ports: .init(from: street.port + 1),
        relyingParty: .init(
          clientID: settings.identity.clientID,
          clientSecret: try secret(in: settings.identity.clientSecretFile),
          redirectURIs: [settings.baseURL + "/sign-in/return"]),
        merchant: .init(
          terminalCode: settings.payment.terminal,
          hashSecret: try secret(in: settings.payment.secretFile),
          noticeURL: settings.baseURL + "/payments/vnpay/ipn"),
        timestampKey: keys.timestampKeyPath, timestampChain: keys.timestampChainPath,
        cast: try Cast.read(),
        supply: .init(
          address: settings.baseURL + "/supply/messages", receiver: receiver.code,
          code: DemoSuppliers.court, seed: try street.folder.courtSeed(), everySeconds: 90),
        clock: { Instant.now }, logger: log))
    do {
      try await cancelWhenGracefulShutdown {
        try await neighbourhood.run { _ in onReady() }
      }
    } catch is CancellationError {
      log.debug("The neighbours were asked to stop")
    }
  }
}

/// The portal of a demo: who finds it open finds every neighbour at home.
struct PortalAmongNeighbours: Service {
  /// Ends when they all listen.
  let arrival: AsyncStream<Void>
  let portal: ServedPortal

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await _ in arrival {}
    }
    guard !Task.isShuttingDownGracefully else { return }
    try await portal.run()
  }
}
