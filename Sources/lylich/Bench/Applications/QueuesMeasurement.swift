import CaseFile
import Desk
import Foundation
import Store
import Vocabulary

/// `lylich bench queues`: how long officers wait for their queues and searches as the archive
/// grows, over HTTP from another process, and that `lylich check` accepts what was loaded.
struct QueuesMeasurement {
  let sizes: [Int]
  /// Clicks of each kind.
  let clicks: Int

  /// Milliseconds at the largest size, p99.
  static let bar = 100.0

  /// What an officer asks for.
  private struct Question {
    let words: String
    let duty: OfficerAtWork.Duty
    let ask: Asked
  }

  private enum Asked {
    case page(String)
    /// From one page of the list to the next.
    case pageAfterPage(String)
    /// What is typed into the search, by the place of a case.
    case search((_ place: Int) throws -> String)
  }

  /// `true` where every bar holds.
  func run() async throws -> Bool {
    try await withTemporaryFolder { folder in
      let office = try await InventedOffice.make(in: folder, documents: 0)
      let database = try Database.open(office.installation.database, connections: 2)
      defer { database.close() }
      let cases = try await cases(office, in: database)
      let sequencer = try await sequencer(office, of: database)
      var columns: [[String: [Double]]] = []
      var loaded = 0
      for size in sizes {
        let begun = ContinuousClock.now
        try await cases.load(loaded + 1...size, in: database)
        while try await sequencer.round(on: database, at: Instant.now) != .idle {}
        loaded = size
        say("\(size) cases: loaded in \(figure((ContinuousClock.now - begun) / .seconds(1))) s")
        columns.append(try await ask(office, cases, size, folder))
      }
      report(columns)
      say("Checking what was loaded …")
      let check = try InstallationVerdict.ask(data: office.data)
      for line in check.failures { say(line) }
      let slowest = columns.last?.values.map { share($0, 0.99) }.max() ?? 0
      return [
        verdict(
          slowest <= Self.bar,
          "the slowest p99 with \(loaded) cases \(figure(slowest)) ms; the bar is "
            + "\(figure(Self.bar))"),
        verdict(
          check.holds,
          "lylich check: \(check.lines.count) lines, \(check.failures.count) of them "
            + "do not hold"),
      ].allSatisfy { $0 }
    }
  }

  private func cases(_ office: InventedOffice, in database: Database) async throws -> InventedCases
  {
    let officer = try await database.read { connection in
      try Officers.row(username: "intake-1", in: connection)
    }
    guard let officer else {
      throw Fault("preparing the measurement", cause: "there is no officer")
    }
    return InventedCases(
      agency: office.installation.agency, officer: officer.id, today: Instant.now.civilDate)
  }

  private func sequencer(_ office: InventedOffice, of database: Database) async throws -> Sequencer
  {
    let stored = try await database.read { connection in
      try Installation.stored(in: connection)
    }
    let secret = try DataFolder(root: office.data).secret("journal.seed", byteCount: 32)
    guard let stored, let seed = decoded(hex: secret),
      let signer = NoteSigner(name: stored.origin, seed: seed)
    else { throw Fault("preparing the measurement", cause: "there is no journal's key") }
    return Sequencer(origin: stored.origin, signer: signer, holder: "bench")
  }

  private func ask(
    _ office: InventedOffice, _ cases: InventedCases, _ size: Int, _ folder: URL
  ) async throws -> [String: [Double]] {
    let server = try await ServerProcess.start(
      ["serve"], environment: office.installation.environment, port: office.port,
      log: folder.appending(path: "server-\(size).log"))
    defer { server.stop() }
    let seen = Observations(begin: ContinuousClock.now)
    let hand = CasesAtHand(onApproval: { _ in })
    var times: [String: [Double]] = [:]
    var atWork: [String: OfficerAtWork] = [:]
    for question in questions(cases) {
      guard let account = office.accounts.first(where: { $0.duty == question.duty }) else {
        continue
      }
      let known = atWork[account.username]
      let officer = known ?? OfficerAtWork(account, number: 1, office, hand, seen)
      if known == nil { try officer.signIn() }
      atWork[account.username] = officer
      times[question.words] = try measured(question.ask, by: officer, size)
    }
    return times.mapValues { $0.sorted() }
  }

  private func measured(_ ask: Asked, by officer: OfficerAtWork, _ size: Int) throws -> [Double] {
    let clock = ContinuousClock()
    var times: [Double] = []
    var next: String?
    for click in 0..<(clicks + 5) {
      // Cases that lie apart, each asked for once.
      let sought = 1 + click * 7_919 % size
      let typed: String? =
        if case .search(let typed) = ask { try typed(sought) } else { nil }
      let begun = clock.now
      switch ask {
      case .page(let target): _ = try officer.open(target)
      case .pageAfterPage(let first): next = try officer.open(next ?? first).text.next
      case .search: _ = try officer.search(for: typed ?? "")
      }
      // The first few open what is opened once.
      if click >= 5 { times.append((clock.now - begun) / .milliseconds(1)) }
    }
    return times
  }

  private func questions(_ cases: InventedCases) -> [Question] {
    func name(_ place: Int) throws -> String { try InventedApplicant(number: place).name }
    return [
      Question(words: "intake's queue", duty: .intake, ask: .page("/office")),
      Question(words: "assessor's queue", duty: .assessor, ask: .page("/office")),
      Question(
        words: "assessor's queue, page after page", duty: .assessor,
        ask: .pageAfterPage("/office")),
      Question(words: "everything closed", duty: .intake, ask: .page("/office?show=closed")),
      Question(
        words: "everything closed, page after page", duty: .intake,
        ask: .pageAfterPage("/office?show=closed")),
      Question(
        words: "search by case number", duty: .intake,
        ask: .search { cases.number(of: $0).text }),
      Question(
        words: "search by identity number", duty: .intake,
        ask: .search { try InventedApplicant(number: $0).nationalID.digits }),
      Question(words: "search by name", duty: .intake, ask: .search(name)),
      Question(
        words: "search by name without marks", duty: .intake,
        ask: .search { SearchKey(try name($0)).text }),
    ]
  }

  private func report(_ columns: [[String: [Double]]]) {
    var table = TextTable(["p50 / p99, ms"] + sizes.map { "\($0) cases" })
    for words in (columns.first ?? [:]).keys.sorted() {
      table.add(
        [words]
          + columns.map { times in
            let times = times[words] ?? []
            return "\(figure(share(times, 0.5))) / \(figure(share(times, 0.99)))"
          })
    }
    say("")
    for line in table.lines { say(line) }
    say("")
  }

  private func verdict(_ holds: Bool, _ what: String) -> Bool {
    say("\(holds ? "PASS " : "BELOW")  \(what)")
    return holds
  }
}
