import CaseFile
import Logging
import Store
import Vocabulary

/// Carries the notes of the outbox to where they lead, and keeps the journal's tree.
///
/// Several may run at once: each note is leased in the database to one of them for a while, and a
/// worker that dies gives it back by dying. Every job is idempotent; attempts and waiting times
/// are bounded, and what fails to the end stays visible as failed.
package struct Worker: Sendable {
  private let desk: Desk
  private let name: String

  package init(desk: Desk, name: String) {
    self.desk = desk
    self.name = name
  }

  static let batch = 16
  /// Longer than a job takes; the time after which the work of a dead worker is taken up.
  static let leaseSeconds = 20
  static let attemptLimit = 200
  static let idleMilliseconds = 100
  /// How many records a batch of a day's walk has, and the rest between two: what people wait for
  /// comes between.
  static let walkBatch = 25
  static let batchPauseMilliseconds = 10
  /// Between two looks whether a new day's walk is due.
  static let walkPauseSeconds = 60
  /// Between two looks at what is not a walk.
  static let roundSeconds = 60
  /// Between two looks for files that never became whole.
  static let sweepPauseSeconds = 3600

  /// Works until the task is cancelled; what is under way is finished.
  package func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await carryNotes() }
      group.addTask { await keepHouse() }
    }
  }

  /// What ends a wait for more to carry.
  private enum Wake {
    case carried(Int64)
    case pause

    var isPause: Bool {
      if case .pause = self { true } else { false }
    }
  }

  /// Carries due notes, so many beside each other: a slow one keeps none of the others waiting.
  private func carryNotes() async {
    await withTaskGroup(of: Wake.self) { group in
      var underWay: Set<Int64> = []
      group.addTask { .pause }
      while let wake = await group.next() {
        switch wake {
        case .carried(let id): underWay.remove(id)
        case .pause:
          guard !Task.isCancelled else { continue }
          group.addTask {
            await rest(milliseconds: Worker.idleMilliseconds)
            return .pause
          }
        }
        guard !Task.isCancelled else { continue }
        let free = Worker.batch - underWay.count
        // A claim is a transaction: not for each note that ends.
        guard free >= (wake.isPause ? 1 : Worker.batch / 4) else { continue }
        for note in await claimed(most: free) where underWay.insert(note.id).inserted {
          group.addTask {
            await carry(note)
            return .carried(note.id)
          }
        }
      }
    }
  }

  /// The day's walks and the sweeping, beside the notes: they may take minutes.
  private func keepHouse() async {
    var nextWalk = desk.surroundings.now()
    var nextRound = nextWalk
    var nextSweep = nextWalk
    while !Task.isCancelled {
      let now = desk.surroundings.now()
      guard now >= min(nextWalk, nextRound) else {
        await rest(milliseconds: Worker.idleMilliseconds)
        continue
      }
      if now >= nextRound {
        await keepRegister()
        await keepDrafts()
        await fetchSettlements()
        nextRound = now.adding(seconds: Worker.roundSeconds)
      }
      if now >= nextSweep {
        sweep()
        nextSweep = now.adding(seconds: Worker.sweepPauseSeconds)
      }
      let hasMore = await withTaskExecutorPreference(QuietExecutor.shared) {
        let hasMorePairs = await walkPairs()
        return await walk() || hasMorePairs
      }
      nextWalk = hasMore ? now : now.adding(seconds: Worker.walkPauseSeconds)
      if hasMore { await rest(milliseconds: Worker.batchPauseMilliseconds) }
    }
  }

  /// One batch of the day's look for records of one person.
  private func walkPairs() async -> Bool {
    var hasMore = false
    for agency in desk.offices.keys.sorted(by: { $0.code < $1.code }) {
      do {
        if try await desk.walkPairs(of: agency, by: name) { hasMore = true }
      } catch {
        desk.log.error(
          "Records of one person could not be looked for", metadata: ["cause": "\(safe(error))"])
      }
    }
    return hasMore
  }

  /// One batch of the day's walk over the records of each agency, so that the first round after
  /// midnight begins a new one. False where there is nothing more to do today.
  private func walk() async -> Bool {
    var hasMore = false
    for agency in desk.offices.keys.sorted(by: { $0.code < $1.code }) {
      do {
        let walk = try await desk.walkClearances(of: agency, by: name, batch: Worker.walkBatch)
        if let walk, walk.finishedAt == nil { hasMore = true }
      } catch {
        desk.log.error(
          "The records could not be walked over", metadata: ["cause": "\(safe(error))"])
      }
    }
    return hasMore
  }

  /// Builds the index of the records anew where a tenth was filed since. Dying halfway loses
  /// nothing; two who build at once do the work twice.
  private func keepRegister() async {
    for agency in desk.offices.keys.sorted(by: { $0.code < $1.code }) {
      do {
        guard try await desk.register.isOverdue(agency) else { continue }
        let size = try await desk.register.rebuild(agency, at: desk.surroundings.now())
        desk.log.info(
          "The register's index was built",
          metadata: ["agency": "\(agency)", "documents": "\(size.documents)"])
      } catch {
        desk.log.error(
          "The register's index could not be built", metadata: ["cause": "\(safe(error))"])
      }
    }
  }

  private func keepDrafts() async {
    do {
      try await desk.keepDrafts(by: name)
    } catch {
      desk.log.error(
        "The drafts could not be walked over", metadata: ["cause": "\(safe(error))"])
    }
  }

  /// The gateway's word on the days that are over, for the agency whose merchant this process is.
  private func fetchSettlements() async {
    do {
      try await desk.settlements.fetchDue(by: name)
    } catch {
      desk.log.error(
        "The settlements could not be looked after", metadata: ["cause": "\(safe(error))"])
    }
  }

  private func sweep() {
    do {
      try desk.sweepFiles()
    } catch {
      desk.log.error("The files could not be swept", metadata: ["cause": "\(safe(error))"])
    }
  }

  /// One batch of due notes. False where there was nothing to do.
  package func round() async -> Bool {
    let notes = await claimed(most: Worker.batch)
    await withTaskGroup(of: Void.self) { group in
      for note in notes { group.addTask { await carry(note) } }
    }
    return !notes.isEmpty
  }

  /// Due notes that are this worker's now; none where the outbox cannot be read.
  ///
  /// A job may take longer than its lease: then the note comes again, and is this worker's for
  /// another while.
  private func claimed(most limit: Int) async -> [OutboxNote] {
    do {
      let now = desk.surroundings.now()
      return try await desk.database.write { transaction in
        try Outbox.claim(
          limit: limit, by: name, leaseSeconds: Worker.leaseSeconds, at: now, in: transaction)
      }
    } catch {
      desk.log.error("The outbox could not be read", metadata: ["cause": "\(error)"])
      await rest(milliseconds: 1000)
      return []
    }
  }

  private func carry(_ note: OutboxNote) async {
    do {
      switch try await outcome(of: note) {
      case .done:
        try await settle { try Outbox.done(note.id, at: $1, in: $0) }
      case .again(let at):
        try await settle { transaction, _ in
          try Outbox.wait(note.id, until: at, in: transaction)
        }
      }
    } catch {
      await fail(note, error)
    }
  }

  private func outcome(of note: OutboxNote) async throws -> JobOutcome {
    guard let job = Job(kind: note.kind, payload: note.payload) else {
      throw Fault("reading a note", cause: "its kind is unknown", retry: .never)
    }
    switch job {
    case .inquire(let id): return try await desk.inquire(id)
    case .askFact(let id): return try await desk.askFact(id)
    case .reconcile(let id): return try await desk.reconcile(id)
    case .search(let id): return try await desk.searchPerson(id)
    case .issue(let id): return try await desk.issue(id)
    case .mail(let mailing): return try await desk.send(mailing)
    case .remindDraft(let id): return try await desk.remind(of: id)
    case .refund(let id): return try await desk.refund(id)
    case .scan(let id): return try await desk.scan(id)
    case .lapseSupplement(let id): return try await desk.lapseSupplement(id)
    case .remindSupplement(let id): return try await desk.remindSupplement(id)
    }
  }

  private func fail(_ note: OutboxNote, _ error: any Error) async {
    let cause = safe(error)
    let delay = min(300, 1 << min(note.attempts, 8))
    desk.log.warning(
      "A job did not succeed",
      metadata: ["job": "\(note.kind)", "attempt": "\(note.attempts)", "cause": "\(cause)"])
    do {
      try await settle { transaction, now in
        try Outbox.failed(
          note.id, error: cause,
          retryAt: note.attempts < Worker.attemptLimit ? now.adding(seconds: delay) : nil,
          at: now, in: transaction)
      }
    } catch {
      // The lease runs out and the note comes again.
      desk.log.error("A failed job could not be noted", metadata: ["cause": "\(safe(error))"])
    }
  }

  private func settle(
    _ body: @escaping @Sendable (Transaction, Instant) throws -> Void
  ) async throws {
    let now = desk.surroundings.now()
    try await desk.database.write { transaction in try body(transaction, now) }
  }

  private func rest(milliseconds: Int) async {
    do {
      try await Task.sleep(for: .milliseconds(milliseconds))
    } catch {
      // Cancelled: the loop sees it.
      return
    }
  }
}

/// What a log may say of an error: our own types say nothing personal; of others only the type.
func safe(_ error: any Error) -> String {
  switch error {
  case let fault as Fault: fault.description
  case let refused as Refused: "refused: \(refused)"
  case let unreadable as CaseUnreadable: "unreadable: \(unreadable)"
  default: "\(type(of: error))"
  }
}
