import Desk
import Document
import Foundation
import Law
import Neighbours
import Store
import Vocabulary

/// Makes a demo's folder, database, keys and officers where they are not there yet.
struct DemoInstallation {
  let folder: DataFolder
  let settings: Settings

  /// The officer who signs in a demo, as the certificate of the leader's key names her.
  static let leader = (name: "Nguyễn Thị Bản Mẫu", title: "Phó Giám đốc")

  /// Marks an empty folder as a demo's and makes the secrets that its neighbours share with us.
  static func prepare(_ folder: DataFolder) throws {
    if !folder.isDemo {
      guard folder.isEmpty else {
        throw Fault(
          "starting the demo",
          cause: "\(folder.root.path) holds something that is no demo; choose another folder "
            + "(make run DATA=…)")
      }
      try folder.make()
      try folder.markAsDemo()
    }
    try folder.make()
    _ = try folder.secret("eid.secret", byteCount: 24)
    _ = try folder.secret("vnpay.secret", byteCount: 24)
  }

  /// Keys, tables and officers.
  func make() async throws {
    let profiles = try Profiles.load()
    try makeKeys(for: profiles)
    try await makeDatabase(for: profiles)
  }

  private func makeKeys(for profiles: [IssuerProfile]) throws {
    guard !FileManager.default.fileExists(atPath: folder.keys.path) else { return }
    let now = Instant.now
    let agencies = try profiles.map { profile in
      let leader =
        profile.id == settings.profile ? DemoInstallation.leader : DemoSeed.otherLeader
      return DemoAgency(
        id: profile.agency, name: try profile.rules(on: now.civilDate).names.name.vi,
        leaderName: leader.name, leaderTitle: leader.title)
    }
    _ = try DemoAuthority.create(in: folder.keys.path, agencies: agencies, at: now)
  }

  private func makeDatabase(for profiles: [IssuerProfile]) async throws {
    let database = try Database.open(settings.database, connections: 2)
    defer { database.close() }
    try await Migrations.apply(to: database, at: Instant.now)
    try await install(settings.profile, mode: .demo, in: database, folder)
    let stored = try await database.read { connection in
      try Installation.stored(in: connection)
    }
    guard stored?.mode == .demo else {
      throw Fault(
        "starting the demo",
        cause: "the database belongs to a real installation; give the demo its own")
    }
    let surroundings = Surroundings(now: { Instant.now }, secretBytes: secretBytes)
    try await DemoSeed.plant(
      try accounts(for: profiles), in: database, box: try folder.officerBox(),
      surroundings: surroundings)
    guard let home = profiles.first(where: { $0.id == settings.profile })?.agency else { return }
    try await DemoRecords.plant(of: home, in: database, at: Instant.now)
    try await DemoDocuments.plant(
      try CastRecords.lines(), of: home, in: database, surroundings: surroundings)
    try await DemoSuppliers.plant(
      key: try NeighbourhoodSettings.Supply.publicKey(ofSeed: try folder.courtSeed()), of: home,
      in: database, surroundings: surroundings)
  }

  /// The accounts of this folder: random, made once.
  private func accounts(for profiles: [IssuerProfile]) throws -> DemoAccounts {
    let surroundings = Surroundings(now: { Instant.now }, secretBytes: secretBytes)
    if FileManager.default.fileExists(atPath: folder.accounts.path) {
      let stored = try DemoInstallation.accounts(in: folder)
      let accounts = DemoSeed.completed(
        stored, leader: DemoInstallation.leader, surroundings: surroundings)
      if accounts != stored { try keep(accounts) }
      return accounts
    }
    guard let home = profiles.first(where: { $0.id == settings.profile }),
      let other = profiles.first(where: { $0.agency != home.agency })
    else { throw Fault("making demo accounts", cause: "there are fewer than two profiles") }
    let accounts = DemoSeed.accounts(
      home: home.agency, other: other.agency, leader: DemoInstallation.leader,
      surroundings: surroundings)
    try keep(accounts)
    return accounts
  }

  private func keep(_ accounts: DemoAccounts) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try folder.write(try encoder.encode(accounts), to: folder.accounts)
  }

  static func accounts(in folder: DataFolder) throws -> DemoAccounts {
    try JSONDecoder().decode(DemoAccounts.self, from: try Data(contentsOf: folder.accounts))
  }
}
