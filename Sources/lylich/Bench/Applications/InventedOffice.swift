import CaseFile
import Desk
import Document
import Foundation
import Law
import Logging
import Neighbours
import Records
import Store
import Vocabulary

/// An installation with officers and a register for the load, its neighbours beside it.
struct InventedOffice: Sendable {
  let installation: InventedInstallation
  let data: URL
  let accounts: [Account]

  var port: Int { installation.port }

  struct Account: Sendable {
    let duty: OfficerAtWork.Duty
    let username: String
    let password: String
    let codes = OfficerCodes()
  }

  /// How many officers of each kind sit at their desks.
  static let officers: [(OfficerAtWork.Duty, Int)] = [(.intake, 3), (.assessor, 4), (.leader, 4)]

  /// - Parameter documents: how many the register has.
  static func make(in folder: URL, documents: Int) async throws -> InventedOffice {
    let data = folder.appending(path: "data")
    let installation = try await InventedInstallation.make(
      in: data, database: nil, port: try freePorts(12), neighbours: .listening)
    let database = try Database.open(installation.database, connections: 2)
    defer { database.close() }
    let accounts = try await plantOfficers(
      of: installation.agency, in: database, box: try DataFolder(root: data).officerBox())
    try await fill(documents, of: installation.agency, in: database, folder)
    let register = RegisterIndex(
      database: database, folder: DataFolder(root: data).register.path,
      weights: try Weights.standard())
    _ = try await register.rebuild(installation.agency, at: Instant.now)
    return InventedOffice(installation: installation, data: data, accounts: accounts)
  }

  private static func plantOfficers(
    of agency: AgencyID, in database: Database, box: SecretBox
  ) async throws -> [Account] {
    let password = secretBytes(12).map { padHex($0) }.joined()
    let hash = try PasswordHash(of: password, salt: secretBytes(16)).text
    let accounts = officers.flatMap { duty, count in
      (1...count).map {
        Account(duty: duty, username: "\(duty.rawValue)-\($0)", password: password)
      }
    }
    try await database.write { transaction in
      for account in accounts {
        let id: OfficerID = newID()
        try Officers.insert(
          OfficerRow(
            id: id, agency: agency, username: account.username, name: "Cán bộ Mẫu",
            title: "Chuyên viên", roles: [account.duty.role], passwordHash: hash),
          at: Instant.now, in: transaction)
        try OfficerFactors.begin(
          id, sealedSecret: try box.seal(account.codes.secret, of: id), in: transaction)
        _ = try OfficerFactors.enrol(id, step: 0, at: Instant.now, in: transaction)
      }
    }
    return accounts
  }

  private static func fill(
    _ count: Int, of agency: AgencyID, in database: Database, _ folder: URL
  ) async throws {
    guard count > 0 else { return }
    let file = folder.appending(path: "documents.jsonl")
    try InventedRecord.write(count, to: file)
    let report = try await RecordImport(into: database, of: agency, mode: .filing).run(
      file: file.path, now: { Instant.now }, progress: { _ in }, refused: { _ in })
    guard report.filed == count else {
      throw Fault("filling the register", cause: "\(report.filed) of \(count) were filed")
    }
    try FileManager.default.removeItem(at: file)
  }
}

extension OfficerAtWork.Duty {
  var role: Role {
    switch self {
    case .intake: .intake
    case .assessor: .assessor
    case .leader: .leader
    }
  }
}

extension InventedOffice {
  /// The simulated neighbours, in this process: they know whoever applies.
  func neighbourhood(knowing people: Int) async throws -> Neighbourhood {
    let folder = DataFolder(root: data)
    let keys = DemoAuthority(in: folder.keys.path)
    let source = try await SettingsSource(
      overrides: installation.settings, file: nil, preset: [:])
    let settings = try Settings(reading: source)
    return Neighbourhood(
      NeighbourhoodSettings(
        folder: folder.neighbours, ports: .init(from: port + 1),
        relyingParty: .init(
          clientID: settings.identity.clientID,
          clientSecret: try secret(in: settings.identity.clientSecretFile),
          redirectURIs: [settings.baseURL + "/sign-in/return"]),
        merchant: .init(
          terminalCode: settings.payment.terminal,
          hashSecret: try secret(in: settings.payment.secretFile),
          noticeURL: settings.baseURL + "/payments/vnpay/ipn"),
        timestampKey: keys.timestampKeyPath, timestampChain: keys.timestampChainPath,
        cast: Cast(members: try (1...people).map { try InventedApplicant(number: $0).member }),
        clock: { Instant.now }, logger: makeLog(.warning)))
  }
}
