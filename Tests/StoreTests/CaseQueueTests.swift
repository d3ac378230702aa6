import CaseFile
import Law
import Testing
import Vocabulary

@testable import Store

@Suite("The queue is a merge of bounded ranges, and leaves nothing out")
struct CaseQueueTests {
  static let states: [StateName] = [.lodged, .inAssessment, .assessed, .handedOver]

  @Test(arguments: TestEngine.allCases)
  func `every selection gives what a plain filter and sort would`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let officers = try await database.write { try Self.officers(3, in: $0) }
      let made = try await database.write { transaction in
        try (0..<240).map { try Self.make($0, officers, in: transaction) }
      }
      for selection in Self.selections(officers) {
        let wanted = made.filter { Self.is($0, in: selection) }
          .sorted { QueuePlace($0) < QueuePlace($1) }.map(\.id)
        let forwards = try await Self.walk(selection, in: database)
        #expect(forwards.flatMap(\.self) == wanted, "\(selection)")
        let back = try await Self.walkBack(selection, from: forwards, in: database)
        #expect(back == forwards.dropLast().reversed(), "\(selection)")
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a case tells since when it stands in its state`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let id = try await database.write { try TestRows.makeCase(1, version: 1, in: $0) }
      let later = TestDatabase.now.adding(seconds: 60)
      let row = try await database.write { transaction in
        _ = try Cases.update(
          id, from: 1, to: 2, agency: TestDatabase.agency, state: .lodged, dueOn: nil,
          closedAt: nil, at: later.adding(seconds: 9), in: transaction)
        let before = try Cases.row(id, lock: .none, in: transaction)
        _ = try Cases.update(
          id, from: 2, to: 3, agency: TestDatabase.agency, state: .inAssessment,
          dueOn: CivilDate(2026, 12, 1), closedAt: nil, at: later, in: transaction)
        return (before, try Cases.row(id, lock: .none, in: transaction))
      }
      #expect(row.0?.since != later)
      #expect(row.1?.since == later)
    }
  }

  private static func walk(
    _ selection: QueueSelection, in database: Database
  ) async throws -> [[CaseID]] {
    var pages: [[CaseID]] = []
    var step = QueueStep.first
    while true {
      let page = try await page(selection, step, in: database)
      guard let last = page.last else { return pages }
      pages.append(page.map(\.id))
      step = .after(QueuePlace(last))
    }
  }

  /// From the last page to the first, each by the first line of the page after it.
  private static func walkBack(
    _ selection: QueueSelection, from pages: [[CaseID]], in database: Database
  ) async throws -> [[CaseID]] {
    guard let last = pages.last?.first else { return [] }
    guard
      let row = try await database.read({ try Cases.row(last, lock: .none, in: $0) })
    else { return [] }
    var found: [[CaseID]] = []
    var step = QueueStep.before(QueuePlace(row))
    while true {
      let page = try await page(selection, step, in: database)
      guard let first = page.first else { return found }
      found.append(page.map(\.id))
      step = .before(QueuePlace(first))
    }
  }

  private static func page(
    _ selection: QueueSelection, _ step: QueueStep, in database: Database
  ) async throws -> [CaseRow] {
    try await database.read { connection in
      try CaseQueue.page(selection, of: TestDatabase.agency, step, limit: 7, in: connection)
        .map(\.row)
    }
  }

  private static func selections(_ officers: [OfficerID]) -> [QueueSelection] {
    let day = CivilDate(2026, 11, 3)
    let holders: [QueueSelection.Holders] = [
      .anybody, .nobody, .officers([officers[0]]), .officersOrNobody([officers[1], officers[2]]),
    ]
    return holders.flatMap { holder in
      [
        QueueSelection(states: states, holders: holder),
        QueueSelection(states: [.handedOver], kind: .number2, holders: holder),
        QueueSelection(states: states, channel: .counter, holders: holder),
        QueueSelection(states: states, kind: .number1, channel: .post, holders: holder),
        QueueSelection(
          states: states, dueFrom: day, dueBefore: day.adding(days: 9), holders: holder),
        QueueSelection(states: states, dueBefore: day, holders: holder),
        QueueSelection(states: states, kind: .number1, lodgedOn: day, holders: holder),
      ]
    }
  }

  private static func `is`(_ row: CaseRow, in selection: QueueSelection) -> Bool {
    let due = row.dueOn?.iso ?? QueuePlace.undated
    let isHeld =
      switch selection.holders {
      case .anybody: true
      case .nobody: row.assigned == nil
      case .officers(let officers): row.assigned.map(officers.contains) ?? false
      case .officersOrNobody(let officers): row.assigned.map(officers.contains) ?? true
      }
    return isHeld && selection.states.contains(row.state)
      && selection.kind.map { $0 == row.kind } ?? true
      && selection.channel.map { $0 == row.channel } ?? true
      && selection.lodgedOn.map { $0 == row.lodgedAt.civilDate } ?? true
      && selection.dueFrom.map { due >= $0.iso } ?? true
      && selection.dueBefore.map { due < $0.iso } ?? true
  }

  private static func officers(
    _ count: Int, in transaction: Transaction
  ) throws -> [OfficerID] {
    var dice = TestDice(state: 76)
    return try (0..<count).map { number in
      let row = OfficerRow(
        id: OfficerID(random: &dice), agency: TestDatabase.agency, username: "mau\(number)",
        name: "Cán bộ \(number)", title: "Chuyên viên", roles: [.assessor], passwordHash: "-")
      try Officers.insert(row, at: TestDatabase.now, in: transaction)
      return row.id
    }
  }

  private static func make(
    _ number: Int, _ officers: [OfficerID], in transaction: Transaction
  ) throws -> CaseRow {
    var dice = TestDice(state: UInt64(number) &+ 7_000)
    func pick(_ count: Int) -> Int { Int(dice.next() % UInt64(count)) }
    let id = try TestRows.makeCase(UInt64(number + 1), version: 1, in: transaction)
    let assigned = pick(3) == 0 ? nil : officers[pick(3)]
    let dueOn = pick(4) == 0 ? nil : CivilDate(2026, 11, 1).adding(days: pick(12))
    let channel = LodgingChannel.allCases[pick(4)]
    let lodgedAt = Instant(CivilDate(2026, 11, 1).adding(days: pick(5)), hour: pick(24), minute: 0)
    _ = try transaction.run(
      """
      UPDATE cases SET state = \(states[pick(4)].rawValue), due_on = \(dueOn),
             assigned = \(assigned), channel = \(channel.rawValue), lodged_at = \(lodgedAt),
             certificate_kind = \(CertificateKind.allCases[pick(2)].rawValue)
       WHERE id = \(id)
      """)
    guard let row = try Cases.row(id, lock: .none, in: transaction) else {
      throw Fault("making a case", cause: "it is not there")
    }
    return row
  }
}
