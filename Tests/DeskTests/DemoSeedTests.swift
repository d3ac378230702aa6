import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("The officers of a demo")
struct DemoSeedTests {
  private static let leader = (name: "Người Lãnh Đạo", title: "Phó Giám đốc")

  private static func cast(_ office: RosterOffice) -> DemoAccounts {
    DemoSeed.accounts(
      home: RosterOffice.agency, other: RosterOffice.agency, leader: leader,
      surroundings: office.roster.surroundings)
  }

  @Test func `an older folder gets the officers who came later, and keeps its own as they are`()
    async throws
  {
    try await RosterOffice.open { office in
      let (roster, whole) = (office.roster, Self.cast(office))
      func plant(_ accounts: [DemoAccounts.Account]) async throws {
        try await DemoSeed.plant(
          DemoAccounts(accounts: accounts), in: office.database, box: roster.box,
          surroundings: roster.surroundings)
      }
      func row(_ username: String) async throws -> OfficerRow? {
        try await office.database.read { try Officers.row(username: username, in: $0) }
      }
      func completed(_ cast: DemoAccounts) -> DemoAccounts {
        DemoSeed.completed(cast, leader: Self.leader, surroundings: roster.surroundings)
      }
      var older = DemoAccounts(accounts: Array(whole.accounts.prefix(2)))
      older.accounts[0].secret = nil
      try await plant(older.accounts)
      let known = try await row(older.accounts[1].username)
      let all = completed(older)
      #expect(all.accounts.map(\.username) == whole.accounts.map(\.username))
      #expect(all.accounts[1] == older.accounts[1])
      #expect(all.accounts[0].password == older.accounts[0].password)
      #expect(completed(all) == all)
      let came = all.accounts.filter { [[.accountant], [.auditor]].contains($0.roles) }
      #expect(came.count == 2)
      for _ in 1...2 { try await plant(older.accounts + came) }
      for account in came {
        let new = try await row(account.username)
        #expect(new?.profile.roles(on: RosterOffice.start.civilDate) == Set(account.roles))
      }
      let pending = try await office.password(came[0].username, came[0].password)
      #expect(pending.next == .code)
      #expect(try await row(older.accounts[1].username)?.id == known?.id)
    }
  }

  @Test func `who came later to the second agency is the second agency's`() async throws {
    let other = try #require(AgencyID("ca-mau"))
    try await RosterOffice.open(.sqlite) { office in
      let surroundings = office.roster.surroundings
      var older = DemoSeed.accounts(
        home: RosterOffice.agency, other: other, leader: Self.leader, surroundings: surroundings)
      let whole = older.accounts.map(\.agency)
      older.accounts.removeAll { $0.username == "noiduyet" }
      let completed = DemoSeed.completed(older, leader: Self.leader, surroundings: surroundings)
      #expect(completed.accounts.map(\.agency) == whole)
      #expect(completed.accounts.last?.username == "noiduyet")
    }
  }
}
