import CaseFile
package import Logging
package import Outside
package import Store
package import Vocabulary

/// What the gateway says of an agency's days: asked for each day once it is over, every night, and
/// whenever an accountant wants it.
package struct SettlementFetching: Sendable {
  let database: Database
  let agency: AgencyID
  let gateway: VNPayAPI
  let surroundings: Surroundings
  let log: Logger

  package init(
    database: Database, agency: AgencyID, gateway: VNPayAPI, surroundings: Surroundings,
    log: Logger
  ) {
    self.database = database
    self.agency = agency
    self.gateway = gateway
    self.surroundings = surroundings
    self.log = log
  }

  /// How long after midnight a day's file is asked for: notices of its last payments have come.
  static let graceSeconds = 2 * 3600
  /// How many days back are asked for by themselves, where nothing answered for long.
  static let daysBack = 31
  /// How many days before those the accountant is told of, where their files never came.
  static let earlierShown = 200
  /// Longer than one fetch takes; the time after which the work of a dead worker is taken up.
  static let leaseSeconds = 120
  static let longestPauseSeconds = 3600

  /// Fetches the files of the days that are over and lack one, the oldest first.
  ///
  /// A gateway that gives no answer is not asked for the other days either before its time; an
  /// answer without a file, and a file that cannot be believed, hold up no other day: a gateway may
  /// keep its files for a week only. All are asked for again, later and later, and until then the
  /// day lacks its settlement: that is never taken for a day without takings.
  package func fetchDue(by holder: String) async throws {
    let lease = "settlements.\(agency.code)"
    let lacking = try await database.read { try self.lacking(in: $0) }
    let now = surroundings.now()
    guard !lacking.contains(where: { $0.miss?.failure == .noAnswer && !$0.isDue(at: now) }) else {
      return
    }
    for one in lacking where one.isDue(at: now) {
      let until = surroundings.now().adding(seconds: SettlementFetching.leaseSeconds)
      let isOurs = try await database.write { transaction in
        try Leases.take(lease, by: holder, until: until, at: now, in: transaction)
      }
      guard isOurs else { return }
      guard let failure = try await fetch(one.day, by: .system("worker")) else { continue }
      try await note(failure, of: one)
      if failure == .noAnswer { break }
    }
    try await database.write { transaction in
      try Leases.release(lease, by: holder, in: transaction)
    }
  }

  /// Fetches a day's file and compares it with the books.
  ///
  /// - Returns: why it could not be taken; nil where it was.
  func fetch(_ day: CivilDate, by actor: Actor) async throws -> SettlementFailure? {
    let now = surroundings.now()
    let file: SettlementFile
    do {
      file = try await gateway.settlement(
        of: day, requestID: surroundings.newToken(byteCount: 15), now: now)
    } catch {
      log.warning(
        "A settlement could not be taken",
        metadata: ["day": "\(day)", "cause": "\(error.fault.cause)"])
      return error.failure
    }
    let entries = file.lines.map {
      SettlementEntry(
        flow: $0.flow, reference: $0.reference, number: $0.number, amount: $0.amount)
    }
    return try await database.write { transaction in
      guard
        try Settlements.file(
          entries, digest: file.digest, of: day, at: agency, now: now, in: transaction)
      else { return .fileStands }
      let found = try comparison(of: entries, on: day, at: agency, in: transaction).differences
      try Settlements.note(found, of: day, at: agency, in: transaction)
      try tell(
        .settlementFiled(day: day, digest: file.digest, differences: found.count), by: actor,
        at: now, in: transaction)
      for beside in [day.adding(days: -1), day.adding(days: 1)] {
        try compareAgain(beside, by: actor, at: now, in: transaction)
      }
      return nil
    }
  }

  /// A file that comes late tells of money that crossed midnight, which the day beside it was found
  /// to lack. Only what is lacking there is looked for again: whatever else that day's own file
  /// differs in stands, and so does a day of which somebody has settled a difference.
  private func compareAgain(
    _ day: CivilDate, by actor: Actor, at now: Instant, in transaction: Transaction
  ) throws {
    guard let row = try Settlements.row(of: day, at: agency, in: transaction) else { return }
    let before = try Settlements.differences(
      of: day, at: agency, limit: 1_000_000, in: transaction)
    guard before.allSatisfy({ $0.settledAt == nil }) else { return }
    let entries = try Settlements.entries(of: day, at: agency, in: transaction)
    let lacking = try comparison(of: entries, on: day, at: agency, in: transaction).differences
      .filter { $0.theirs == nil }
    let found = before.map(\.found).filter { $0.theirs != nil } + lacking
    guard found != before.map(\.found) else { return }
    try Settlements.noteAgain(found, of: day, at: agency, in: transaction)
    try tell(
      .settlementFiled(day: day, digest: row.digest, differences: found.count), by: actor, at: now,
      in: transaction)
  }

  private func tell(
    _ event: MoneyEvent, by actor: Actor, at now: Instant, in transaction: Transaction
  ) throws {
    try Journal.append(
      HouseEntry(
        event: .money(event), caseID: nil, seq: nil, agency: agency, actor: actor, at: now),
      in: transaction)
  }

  /// How far the gateway's word has come, for the accountant: a day that is not asked for by itself
  /// any more lacks its settlement still.
  func standing(in connection: Connection) throws -> FetchingView {
    let earlier = try SettlementMisses.earlier(
      than: firstAskedFor, at: agency, limit: SettlementFetching.earlierShown, in: connection)
    let asked = try lacking(in: connection)
    return FetchingView(
      latest: try Settlements.latest(at: agency, in: connection).map {
        LatestSettlement(day: $0.day, fetchedAt: $0.fetchedAt)
      },
      lacking: earlier.map { LackingDayView($0, isAskedFor: false) }
        + asked.map { LackingDayView($0, isAskedFor: true) })
  }

  /// Today, for the files: the day before it is over and may be asked for.
  private var today: CivilDate {
    surroundings.now().adding(seconds: -SettlementFetching.graceSeconds).civilDate
  }

  private var firstAskedFor: CivilDate { today.adding(days: -SettlementFetching.daysBack) }

  /// The days to ask for, which are over and lack the gateway's word, the oldest first; none from
  /// before the installation had the agency.
  func lacking(in connection: Connection) throws -> [LackingSettlement] {
    guard let since = try Agencies.since(agency, in: connection)?.civilDate else { return [] }
    let first = max(since, firstAskedFor)
    guard first < today else { return [] }
    return try SettlementMisses.lacking(in: first..<today, at: agency, in: connection)
  }

  private func note(_ failure: SettlementFailure, of one: LackingSettlement) async throws {
    let now = surroundings.now()
    let tries = (one.miss?.tries ?? 0) + 1
    let pause = min(SettlementFetching.longestPauseSeconds, 60 << min(tries, 6))
    let nextAt: Instant? =
      switch failure {
      case .noAnswer, .noFile, .notGenuine: now.adding(seconds: pause)
      case .fileStands: nil
      }
    try await database.write { transaction in
      try SettlementMisses.note(
        SettlementMiss(failure: failure, tries: tries, triedAt: now, nextAt: nextAt),
        of: one.day, at: agency, in: transaction)
    }
  }
}

extension LackingDayView {
  fileprivate init(_ one: LackingSettlement, isAskedFor: Bool) {
    self.init(
      day: one.day,
      miss: one.miss.map {
        MissView(
          failure: $0.failure, tries: $0.tries, triedAt: $0.triedAt,
          nextAt: isAskedFor ? $0.nextAt : nil)
      })
  }
}

extension LackingSettlement {
  fileprivate func isDue(at now: Instant) -> Bool {
    guard let miss else { return true }
    return miss.nextAt.map { $0 <= now } ?? false
  }
}
