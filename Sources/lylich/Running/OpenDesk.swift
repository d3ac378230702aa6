import Assessment
import Desk
import Document
import Foundation
import Intake
import Law
import Neighbours
import Portal
import Records
import Store
import Vocabulary

/// The desk behind the portal's pages.
struct OpenDesk: FrontDesk {
  let desk: Desk
  let assembly: Assembly

  init(_ assembly: Assembly) {
    self.desk = assembly.desk
    self.assembly = assembly
  }

  private var rules: RuleSet {
    get throws { try desk.homeOffice.rules(on: Instant.now.civilDate) }
  }

  // The site.

  func site(in language: Language) -> SiteFacts {
    guard let rules = try? rules else {
      return SiteFacts(agencyName: "", ruleSetName: "", ruleSetNotes: [])
    }
    return SiteFacts(
      agencyName: rules.names.name[language], ruleSetName: rules.pageLine[language],
      ruleSetNotes: rules.instruments.map { .init(title: $0.description, text: "") })
  }

  var demoCast: DemoCast? {
    guard assembly.installation.mode == .demo else { return nil }
    let folder = DataFolder(root: assembly.settings.data)
    guard let accounts = try? DemoInstallation.accounts(in: folder), let cast = try? Cast.read()
    else { return nil }
    let step = OneTimeCode.step(at: Instant.now)
    return DemoCast(
      officers: accounts.accounts.map { account in
        let secret = account.secret ?? ""
        let code = Base32.decode(secret).map { OneTimeCode.code(of: $0, step: step) }
        return .init(
          role: account.roles.map(\.rawValue).joined(separator: "+"),
          username: account.username, password: account.password, name: account.name,
          agency: account.agency.code, secret: secret, code: code ?? "")
      },
      citizens: cast.members.map {
        .init(name: $0.name, nationalID: $0.nationalID.digits, story: $0.story.vi)
      })
  }

  func formChoices(in language: Language) async throws -> FormChoices {
    let rules = try rules
    return FormChoices(
      purposes: rules.purposes.map { .init(code: $0.code, words: $0.name[language]) },
      feeGroups: rules.fees.groups.map { .init(code: $0.code, words: $0.name[language]) },
      deliveryWays: rules.deliveries.filter { $0.offer == .offered }.map(\.way),
      refusalGrounds: RefusalGround.all(correcting: .nothing).map {
        .init(code: $0.rawValue, words: "\($0.words[language]) (\($0.citation))")
      })
  }

  // Sessions.

  func openSession(_ session: PortalSession) async throws {
    let row = try SessionRow(session)
    try await desk.database.write { transaction in try Sessions.open(row, in: transaction) }
  }

  func session(tokenHash: String) async throws -> PortalSession? {
    let row = try await desk.database.look(Sessions.row(tokenHash: tokenHash, at: Instant.now))
    return try row.flatMap { try PortalSession($0) }
  }

  func sessions(of officer: OfficerID) async throws -> [PortalSession] {
    let rows = try await desk.database.read { connection in
      try Sessions.of(
        officer.text, kind: .officer, at: Instant.now, limit: 100, in: connection)
    }
    return try rows.compactMap { try PortalSession($0) }
  }

  func touchSession(tokenHash: String, at now: Instant) async throws {
    try await desk.database.write { transaction in
      guard var row = try Sessions.row(tokenHash: tokenHash, at: now, in: transaction) else {
        return
      }
      row.seenAt = now
      _ = try Sessions.update(row, in: transaction)
    }
  }

  func closeSession(tokenHash: String) async throws {
    try await desk.database.write { transaction in
      try Sessions.close(tokenHash: tokenHash, in: transaction)
    }
  }
}
