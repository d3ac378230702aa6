import Document
package import Store
package import Vocabulary

/// The invented officers of a demo: three of the served agency, one who holds all three roles, an
/// assessor and a leader who look again where those answer for a certificate, two who administer
/// the rules, one who keeps the accounts, one who reads the journal, and two of another agency, so
/// that one can see what is closed to whom, and how a body is answered there.
package enum DemoSeed {
  /// The leader of the other agency, as the certificate of that agency's key names her.
  package static let otherLeader = (name: "Trịnh Thị Nơi Duyệt", title: "Phó Trưởng phòng")

  /// Makes the accounts, with passwords that nobody could guess.
  package static func accounts(
    home: AgencyID, other: AgencyID, leader: (name: String, title: String),
    surroundings: Surroundings
  ) -> DemoAccounts {
    func account(
      _ agency: AgencyID, _ roles: [Role], _ name: String, _ title: String, _ username: String
    ) -> DemoAccounts.Account {
      DemoAccounts.Account(
        agency: agency, roles: roles, name: name, title: title, username: username,
        password: surroundings.newToken(byteCount: 10),
        secret: Base32.encode(surroundings.secretBytes(OneTimeCode.secretLength)))
    }
    return DemoAccounts(accounts: [
      account(home, [.intake], "Lê Thị Tiếp Nhận", "Chuyên viên", "tiepnhan"),
      account(home, [.assessor], "Phạm Văn Thụ Lý", "Chuyên viên", "thuly"),
      account(home, [.leader], leader.name, leader.title, "lanhdao"),
      account(
        home, [.intake, .assessor, .leader], "Võ Thị Kiêm Nhiệm", "Phó Trưởng phòng", "kiemnhiem"),
      account(home, [.assessor], "Đặng Thị Xem Lại", "Chuyên viên", "xemlai"),
      account(home, [.leader], "Phan Văn Quyết Định", "Phó Trưởng phòng", "quyetdinh"),
      account(home, [.administrator], "Hồ Thị Quản Trị", "Quản trị quy định", "quantri1"),
      account(home, [.administrator], "Bùi Văn Đồng Duyệt", "Quản trị quy định", "quantri2"),
      account(home, [.accountant], "Ngô Thị Kế Toán", "Kế toán viên", "ketoan"),
      account(home, [.auditor], "Dương Văn Kiểm Tra", "Thanh tra viên", "kiemtra"),
      account(other, [.intake, .assessor], "Đỗ Văn Nơi Khác", "Chuyên viên", "noikhac"),
      account(other, [.leader], otherLeader.name, otherLeader.title, "noiduyet"),
    ])
  }

  /// The accounts of an older folder, with the second factors that they lack and the officers of
  /// its agencies who came later.
  package static func completed(
    _ cast: DemoAccounts, leader: (name: String, title: String), surroundings: Surroundings
  ) -> DemoAccounts {
    var cast = cast
    if let home = cast.accounts.first?.agency {
      let known = Set(cast.accounts.map(\.username))
      // Of the other agency there were accounts from the first day on: they name it.
      let other = cast.accounts.first { $0.agency != home }?.agency ?? home
      cast.accounts += accounts(
        home: home, other: other, leader: leader, surroundings: surroundings
      ).accounts.filter { !known.contains($0.username) }
    }
    for index in cast.accounts.indices where cast.accounts[index].secret == nil {
      cast.accounts[index].secret = Base32.encode(
        surroundings.secretBytes(OneTimeCode.secretLength))
    }
    return cast
  }

  /// Writes the officers that are not there yet, enrolled. Running it twice changes nothing.
  package static func plant(
    _ cast: DemoAccounts, in database: Database, box: SecretBox, surroundings: Surroundings
  ) async throws {
    try await plantOfficers(cast, in: database, surroundings: surroundings)
    let now = surroundings.now()
    try await database.write { transaction in
      for account in cast.accounts {
        guard let row = try Officers.row(username: account.username, in: transaction),
          row.oneTimeUntil == nil,
          try OfficerFactors.of(row.id, in: transaction) == nil,
          let secret = account.secret.flatMap({ Base32.decode($0) })
        else { continue }
        try OfficerFactors.begin(
          row.id, sealedSecret: try box.seal(secret, of: row.id), in: transaction)
        _ = try OfficerFactors.enrol(row.id, step: 0, at: now, in: transaction)
      }
    }
  }

  private static func plantOfficers(
    _ cast: DemoAccounts, in database: Database, surroundings: Surroundings
  ) async throws {
    let now = surroundings.now()
    let isPlanted = try await database.read { connection in
      try cast.accounts.allSatisfy {
        try Officers.row(username: $0.username, in: connection) != nil
      }
    }
    guard !isPlanted else { return }
    var rows: [OfficerRow] = []
    for account in cast.accounts {
      let hash = try PasswordHash(of: account.password, salt: surroundings.secretBytes(16))
      rows.append(
        OfficerRow(
          id: surroundings.newID(), agency: account.agency, username: account.username,
          name: account.name, title: account.title, roles: Set(account.roles),
          passwordHash: hash.text))
    }
    let officers = rows
    try await database.write { transaction in
      for row in officers
      where try Officers.row(username: row.username, in: transaction) == nil {
        try Officers.insert(row, at: now, in: transaction)
      }
    }
  }
}
