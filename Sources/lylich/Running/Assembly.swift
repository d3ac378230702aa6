import AsyncHTTPClient
import CaseFile
import Desk
import Document
import Foundation
import Law
import Logging
import Outside
import Records
import Store
import Vocabulary

/// Everything that a process is made of, put together from its settings once.
struct Assembly: Sendable {
  let settings: Settings
  let installation: Installation
  let database: Database
  let desk: Desk
  let sequencer: Sequencer
  let verifier: NoteVerifier
  let client: HTTPClient
  let log: Logger

  /// - Throws: `Fault` or `SettingsProblem`, with what to do about it.
  static func make(_ settings: Settings, log: Logger) async throws -> Assembly {
    let client = Line.makeClient()
    do {
      return try await make(settings, client: client, log: log)
    } catch {
      try await client.shutdown()
      throw error
    }
  }

  private static func make(
    _ settings: Settings, client: HTTPClient, log: Logger
  ) async throws -> Assembly {
    let folder = DataFolder(root: settings.data)
    if case .sqlite(let path) = settings.database,
      !FileManager.default.fileExists(atPath: path)
    {
      throw Fault("starting", cause: "there is no database at \(path); run lylich migrate first")
    }
    let database = try Database.open(settings.database)
    try await Migrations.verify(database)
    let installation = try await installed(in: database, folder)
    try guardDemo(installation, settings)
    let profiles = try Profiles.load()
    guard let home = profiles.first(where: { $0.id == settings.profile }) else {
      throw SettingsProblem(
        key: "profile", value: settings.profile, source: "the settings",
        wants: "one of \(profiles.map(\.id).joined(separator: ", "))",
        example: "LYLICH_PROFILE=\(profiles.first?.id ?? "")")
    }
    let keyring = try Keyring(settings, folder, installation, client: client)
    let shelf = RuleShelf(book: try LawBook.bundled())
    func office(_ profile: IssuerProfile) throws -> Office {
      Office(
        profile: profile, shelf: shelf,
        press: Press(
          profile: profile, shelf: shelf,
          signers: try keyring.signers(
            of: profile.agency, hsm: profile.id == home.id ? settings.signing : nil),
          timestamp: keyring.timestamp, trust: keyring.trust, baseURL: settings.baseURL,
          stamp: installation.mode == .demo ? "BẢN MẪU" : nil))
    }
    let others = profiles.filter { $0.agency != home.agency && keyring.has($0.agency) }
    let seed = try keyring.journalSeed()
    guard let signer = NoteSigner(name: installation.origin, seed: seed) else {
      throw Fault("reading the journal's key", cause: "secrets/journal.seed is not 32 bytes in hex")
    }
    let desk = Desk(
      database: database, files: FileStore(root: folder.files),
      register: RegisterIndex(
        database: database, folder: folder.register.path, weights: try Weights.standard()),
      home: try office(home),
      others: try others.map(office), outside: try partners(settings, client: client),
      surroundings: Surroundings(now: { Instant.now }, secretBytes: secretBytes),
      baseURL: settings.baseURL, trustRoots: keyring.trust, box: try keyring.officerBox(), log: log)
    return Assembly(
      settings: settings, installation: installation, database: database, desk: desk,
      sequencer: Sequencer(
        origin: installation.origin, signer: signer,
        holder: "\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"),
      verifier: signer.verifier, client: client, log: log)
  }

  func close() async throws {
    try await client.shutdown()
    database.close()
  }

  private static func installed(
    in database: Database, _ folder: DataFolder
  ) async throws -> Installation {
    let stored = try await database.read { connection in
      try Installation.stored(in: connection)
    }
    guard let stored else {
      throw Fault(
        "starting", cause: "this database is not an installation yet; run lylich migrate first")
    }
    guard (stored.mode == .demo) == folder.isDemo else {
      throw Fault(
        "starting",
        cause: "the data folder and the database disagree on whether this is a demo; "
          + "a demo stays a demo: use the folder and the database that belong together")
    }
    return stored
  }

  /// Demo stays demo: loopback only.
  private static func guardDemo(
    _ installation: Installation, _ settings: Settings
  ) throws(SettingsProblem) {
    guard installation.mode == .demo else { return }
    guard ["127.0.0.1", "::1", "localhost"].contains(settings.host) else {
      throw SettingsProblem(
        key: "http.host", value: settings.host, source: "the settings",
        wants: "a loopback address, because this data folder is a demo's",
        example: "LYLICH_HTTP_HOST=127.0.0.1")
    }
  }
}

extension Instant {
  /// The clock of the machine: the one place where it is read.
  static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

private func partners(_ settings: Settings, client: HTTPClient) throws -> Partners {
  let line = Line(client: client)
  var claims = ClaimNames()
  if let name = settings.identity.claims["nationalID"] { claims.nationalID = name }
  if let name = settings.identity.claims["name"] { claims.name = name }
  if let name = settings.identity.claims["birthDate"] { claims.birthDate = name }
  if let name = settings.identity.claims["level"] { claims.level = name }
  let payment = VNPaySettings(
    terminalCode: settings.payment.terminal,
    hashSecret: try secret(in: settings.payment.secretFile),
    payURL: try Endpoint(settings.payment.payURL), apiURL: try Endpoint(settings.payment.apiURL),
    returnURL: settings.baseURL + "/payments/return")
  return Partners(
    identity: Identity(
      settings: IdentitySettings(
        issuer: try Endpoint(settings.identity.issuer), clientID: settings.identity.clientID,
        clientSecret: try secret(in: settings.identity.clientSecretFile),
        redirectURI: settings.baseURL + "/sign-in/return", claims: claims),
      line: line),
    population: PopulationRegister(endpoint: try Endpoint(settings.population), line: line),
    agencies: Agencies(
      recordsCentre: try Endpoint(settings.recordsCentre), police: try Endpoint(settings.police),
      line: line),
    payment: payment, paymentAPI: VNPayAPI(settings: payment, line: line),
    timestamp: try settings.timestamp.map {
      TimestampClient(endpoint: try Endpoint($0), line: line)
    },
    mailer: try settings.mail.map(mailer),
    scanner: settings.scanner.map { VirusScanner(at: $0) })
}

private func mailer(_ mail: Settings.Mail) throws -> Mailer {
  guard let from = MailAddress(mail.from) else {
    throw SettingsProblem(
      key: "mail.from", value: mail.from, source: "the settings", wants: "an e-mail address",
      example: "LYLICH_MAIL_FROM=khong-tra-loi@lylich.example")
  }
  let isLoopback = ["127.0.0.1", "localhost", "::1"].contains(mail.host)
  return Mailer(
    server: try MailServer(
      host: mail.host, port: mail.port, security: isLoopback ? .none : .required,
      credentials: nil, helloName: "lylich",
      sender: Sender(address: from, name: "Lý Lịch")))
}

/// A secret is the content of a file, without the line's end.
func secret(in file: URL) throws(Fault) -> String {
  guard let data = FileManager.default.contents(atPath: file.path) else {
    throw Fault("reading a secret", cause: "\(file.path) cannot be read")
  }
  return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}
