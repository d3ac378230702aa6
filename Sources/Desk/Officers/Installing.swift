import CaseFile
import Store
import Vocabulary

extension Roster {
  /// Somebody at the machine itself lets in one of the first two administrators, or gives one of
  /// them a new beginning where nobody is left to do it from the pages.
  ///
  /// - Returns: the password with which they sign in once, within seven days.
  package func installAdministrator(
    username: String, name: String, title: String
  ) async throws -> String {
    let now = surroundings.now()
    let password = Roster.grouped(
      String(surroundings.newToken(byteCount: 10).prefix(16)), by: "-")
    let hash = try PasswordHash(of: password, salt: surroundings.secretBytes(16)).text
    let until = now.adding(seconds: Roster.oneTimeSeconds)
    let fresh: OfficerID = surroundings.newID()
    try await database.write { transaction in
      let known = try Officers.row(username: username, in: transaction)
      let others = try Officers.all(of: home, limit: 5_000, in: transaction)
        .filter { $0.id != known?.id && $0.profile.isLastingAdministrator(on: now.civilDate) }
      guard others.count < 2 else { throw Refused.officer(.decided) }
      let id = known?.id ?? fresh
      if let known {
        guard known.agency == home, known.profile.isLastingAdministrator(on: now.civilDate) else {
          throw Refused.officer(.usernameTaken)
        }
        try OfficerFactors.forget(id, in: transaction)
        try Officers.setPassword(
          of: id, hash: hash, oneTimeUntil: until, in: transaction)
        try Sessions.closeAll(of: id.text, kind: .officer, in: transaction)
      } else {
        guard try !Officers.isTaken(username, in: transaction) else {
          throw Refused.officer(.usernameTaken)
        }
        try Officers.insert(
          OfficerRow(
            id: id, agency: home, username: username,
            profile: OfficerProfile(
              name: name, title: title, grants: [RoleGrant(.administrator)]),
            passwordHash: hash, oneTimeUntil: until), at: now, in: transaction)
      }
      try Roster.note(
        .officerInstalled(id), of: home, by: .system("console"), at: now, in: transaction)
    }
    return password
  }
}
