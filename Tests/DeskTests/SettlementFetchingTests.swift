import CaseFile
import Outside
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("The gateway's settlement is fetched each night", .serialized)
struct SettlementFetchingTests {
  /// The day on which the installation had its agency.
  private static let first = CivilDate(2026, 11, 24)
  private static let second = CivilDate(2026, 11, 25)
  private static let third = CivilDate(2026, 11, 26)

  private static func filings(in database: Database) async throws -> [Actor] {
    try await database.read { connection in
      try Journal.page(
        of: DeskDatabase.agency, JournalFilter(kind: "money"), before: nil, limit: 50,
        checkpoint: nil, in: connection
      ).map(\.actor)
    }
  }

  private static func isSound(_ database: Database) async throws -> Bool {
    try await MoneyCheck.run(on: database).allSatisfy(\.holds)
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a day is asked for once it is over, and once`(engine: DeskDatabase) async throws {
    try await GatewayStreet.with(engine) { street in
      for (day, hour) in [(Self.first, 23), (Self.second, 1)] {
        street.wait(until: day, hour: hour)
        try await street.round()
        #expect(try await street.settlement(of: Self.first) == nil)
        #expect(try await street.standing() == FetchingView(latest: nil, lacking: []))
      }
      street.wait(until: Self.second, hour: 2)
      try await street.round()
      // A day without takings has a file, and that says so.
      let quiet = try #require(try await street.settlement(of: Self.first))
      #expect(quiet.lines == 0)
      try await street.control(#"{"settlement": "extra"}"#)
      for worker in ["w1", "w2"] { try await street.round(by: worker) }
      #expect(try await street.settlement(of: Self.first) == quiet)
      #expect(try await Self.filings(in: street.database) == [.system("worker")])
      street.wait(until: Self.third, hour: 2)
      for worker in ["w1", "w2"] { try await street.round(by: worker) }
      let told = try await street.settlement(of: Self.second)
      #expect(told?.lines == 1 && told?.paid == Dong(200_000))
      let open = try await street.database.read { connection in
        try Settlements.differences(
          of: nil, at: DeskDatabase.agency, limit: 9, in: connection)
      }
      #expect(open.map(\.day) == [Self.second] && open.map(\.found.kind) == [.missingHere])
      let standing = try await street.standing()
      #expect(standing.latest?.day == Self.second && standing.lacking.isEmpty)
      #expect(try await Self.isSound(street.database))
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a gateway that gives no answer took nothing in that anybody knows, and is asked again`(
    engine: DeskDatabase
  ) async throws {
    // A machine that is busy may take longer for an answer: only silence is waited out so briefly.
    try await GatewayStreet.with(engine, timeoutSeconds: 2) { street in
      try await street.control(#"{"mode": "silent"}"#)
      street.wait(until: Self.third, hour: 2)
      try await street.round()
      let silent = try await street.standing()
      #expect(silent.latest == nil && silent.lacking.map(\.day) == [Self.first, Self.second])
      #expect(silent.lacking[0].miss?.failure == .noAnswer)
      #expect(silent.lacking[1].miss == nil, "the others wait for the next time")
      #expect(try await Self.filings(in: street.database).isEmpty)
      // Not before its time, by no worker.
      street.wait(until: Self.third, hour: 2, minute: 1)
      try await street.round(by: "w2")
      #expect(try await street.standing() == silent)
      street.wait(until: Self.third, hour: 2, minute: 2)
      try await street.round(by: "w2")
      let away = try await street.standing().lacking[0].miss
      #expect(away?.failure == .noAnswer && away?.tries == 2)
      #expect(away?.nextAt == Instant(Self.third, hour: 2, minute: 6))
      try await street.control(#"{"mode": "ok"}"#)
      street.wait(until: Self.third, hour: 2, minute: 6)
      try await street.round()
      let standing = try await street.standing()
      #expect(standing.latest?.day == Self.second && standing.lacking.isEmpty)
      for day in [Self.first, Self.second] {
        #expect(try await street.settlement(of: day)?.lines == 0)
      }
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a day of which the gateway has no file holds up no other day`(
    engine: DeskDatabase
  ) async throws {
    try await GatewayStreet.with(engine) { street in
      // A gateway that is out of order answers for each day, and for each there is no file.
      try await street.control(#"{"mode": "error"}"#)
      street.wait(until: Self.third, hour: 2)
      try await street.round()
      let broken = try await street.standing()
      #expect(broken.lacking.map(\.miss?.failure) == [.noFile, .noFile])
      try await street.control(#"{"mode": "ok", "settlement": "recent"}"#)
      street.wait(until: Self.third, hour: 3)
      try await street.round()
      let standing = try await street.standing()
      #expect(standing.latest?.day == Self.second && standing.lacking.map(\.day) == [Self.first])
      let miss = standing.lacking.first?.miss
      #expect(miss?.failure == .noFile && miss?.tries == 2)
      #expect(miss?.nextAt == Instant(Self.third, hour: 3, minute: 4))
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a day whose file never came is named for good, though it is not asked for any more`(
    engine: DeskDatabase
  ) async throws {
    try await GatewayStreet.with(engine) { street in
      try await street.control(#"{"settlement": "recent"}"#)
      street.wait(until: Self.third, hour: 2)
      try await street.round()
      let later = Self.first.adding(days: SettlementFetching.daysBack + 10)
      street.wait(until: later, hour: 2)
      let asked = try await street.database.read { try street.fetching.lacking(in: $0) }
      #expect(asked.first?.day == Self.first.adding(days: 10))
      let lacking = try await street.standing().lacking
      #expect(lacking.map(\.day) == [Self.first] + asked.map(\.day))
      #expect(lacking[0].miss?.failure == .noFile && lacking[0].miss?.nextAt == nil)
      // The accountant's button still has it, where the gateway can.
      try await street.control(#"{"settlement": "normal"}"#)
      #expect(try await street.fetching.fetch(Self.first, by: .system("worker")) == nil)
      #expect(try await street.standing().lacking.map(\.day) == asked.map(\.day))
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a file that comes late tells of what the day after it was found to lack`(
    engine: DeskDatabase
  ) async throws {
    try await GatewayStreet.with(engine) { street in
      // Paid before midnight by the gateway's clock, booked after it by ours.
      try await street.receive("LLUNKNOWN20261124", on: Self.second, hour: 0)
      let open: @Sendable () async throws -> [FoundDifference] = {
        try await street.database.read { connection in
          try Settlements.differences(
            of: nil, at: DeskDatabase.agency, limit: 9, in: connection
          ).map(\.found)
        }
      }
      street.wait(until: Self.third, hour: 2)
      try await street.control(#"{"settlement": "recent"}"#)
      try await street.round()
      #expect(try await open().map(\.kind) == [.missingThere])
      try await street.control(#"{"settlement": "extra"}"#)
      street.wait(until: Self.third, hour: 3)
      try await street.round()
      #expect(try await street.standing().lacking.isEmpty)
      #expect(try await open() == [])
      #expect(try await Self.filings(in: street.database).count == 3)
      let checks = try await MoneyCheck.run(on: street.database)
      let broken = checks.filter { $0.name.contains("settlement") && !$0.holds }
      #expect(broken.isEmpty)
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a file that is signed wrongly or cut off is none`(engine: DeskDatabase) async throws {
    try await GatewayStreet.with(engine) { street in
      var tries = 0
      for (style, minute) in [("unsigned", 0), ("cut", 2)] {
        tries += 1
        try await street.control(#"{"settlement": "\#(style)"}"#)
        street.wait(until: Self.third, hour: 2, minute: minute)
        try await street.round()
        let standing = try await street.standing()
        #expect(standing.latest == nil)
        #expect(standing.lacking.map(\.day) == [Self.first, Self.second])
        for one in standing.lacking {
          #expect(one.miss?.failure == .notGenuine && one.miss?.tries == tries)
        }
      }
      #expect(try await Self.filings(in: street.database).isEmpty)
      try await street.control(#"{"settlement": "normal"}"#)
      street.wait(until: Self.third, hour: 3)
      try await street.round()
      #expect(try await street.standing().lacking.isEmpty)
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `a file of half a day is replaced, but where somebody settled by it`(
    engine: DeskDatabase
  ) async throws {
    try await GatewayStreet.with(engine) { street in
      let accountant = try #require(OfficerID("0ff1cer0000000000000000009"))
      try await street.control(#"{"settlement": "extra"}"#)
      for day in [Self.first, Self.second] {
        street.wait(until: day, hour: 12)
        let failure = try await street.fetching.fetch(day, by: .officer(accountant))
        #expect(failure == nil)
      }
      try await street.database.write { transaction in
        try Officers.insert(
          OfficerRow(
            id: accountant, agency: DeskDatabase.agency, username: "ketoan", name: "-",
            title: "-", roles: [.accountant], passwordHash: "-"),
          at: DeskDatabase.now, in: transaction)
        let found = try #require(
          try Settlements.differences(
            of: Self.first, at: DeskDatabase.agency, limit: 1, in: transaction
          ).first)
        let isSettled = try Settlements.settle(
          DifferenceMark(
            day: Self.first, number: 1, digest: found.digest, kind: found.found.kind,
            flow: found.found.flow, reference: found.found.reference),
          at: DeskDatabase.agency, by: accountant, now: DeskDatabase.now, in: transaction)
        #expect(isSettled)
      }
      let half = try await street.settlement(of: Self.first)
      try await street.control(#"{"settlement": "normal"}"#)
      for (day, hour) in [(Self.third, 2), (Self.third, 20)] {
        street.wait(until: day, hour: hour)
        try await street.round()
        let standing = try await street.standing()
        #expect(standing.lacking.map(\.day) == [Self.first])
        let miss = standing.lacking.first?.miss
        #expect(miss?.failure == .fileStands && miss?.tries == 1 && miss?.nextAt == nil)
        #expect(try await street.settlement(of: Self.first) == half)
        #expect(try await street.settlement(of: Self.second)?.lines == 0)
      }
    }
  }
}
