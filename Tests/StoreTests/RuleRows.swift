import Law
import Testing
import Vocabulary

@testable import Store

/// Changes of the rules that two invented administrators made.
enum RuleRows {
  static func id<Tag>(_ letter: String) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(String(repeating: letter, count: 26)) else {
      preconditionFailure("26 letters are an id")
    }
    return id
  }

  /// The term of suppliers, from a day on.
  static func shortenTerm(
    toDays days: Int, from day: CivilDate, in database: Database
  ) async throws {
    let row = try #require(
      LawBook.bundled().edition(knowing: 0).row("2010-07-01", of: .supply, profile: "")?.json)
    var later = row
    later["validFrom"] = .day(day)
    later["days"] = .number(days)
    let proposal = RuleProposalRow(
      id: id("p"), agency: TestDatabase.agency,
      changes: [
        RuleChange(
          table: .supply, profile: nil,
          act: .replace(name: "2010-07-01", from: day, row: later))
      ], reason: "vì", proposedBy: id("y"), proposedAt: TestDatabase.now, decision: nil)
    try await database.write { transaction in
      for letter in ["y", "z"] {
        try Officers.insert(
          OfficerRow(
            id: id(letter), agency: TestDatabase.agency, username: "quantri-\(letter)",
            name: letter, title: "", roles: [.administrator], passwordHash: "-"),
          at: TestDatabase.now, in: transaction)
      }
      try RuleProposals.insert(proposal, in: transaction)
      try RuleProposals.decide(
        proposal, .init(number: 1, reason: "đúng", by: id("z"), at: TestDatabase.now),
        in: transaction)
    }
  }
}
