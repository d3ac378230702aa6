import CaseFile
import Document
import Foundation
import Neighbours
import Store
import Vocabulary

/// `lylich bench applications`: whole applications from the first page to the certificate in the
/// citizen's hands, over HTTP, at a steady rate of arrivals.
///
/// The portal and its worker are one process on the embedded database. Citizens, officers and the
/// simulated neighbours are this process, on the same two cores.
struct ApplicationsMeasurement {
  let seconds: Int
  /// Citizens who arrive each second, whatever the portal does.
  let perSecond: Double
  /// Documents of the register that each search looks through.
  let documents: Int

  /// What a citizen waits for at most before the rest is given up, after the last arrival.
  static let drainSeconds = 180
  /// Citizens who can be at a page at the same moment.
  static let threads = 48

  /// `true` where every bar holds.
  func run() async throws -> Bool {
    try await withTemporaryFolder { folder in
      say("Preparing: \(documents) documents in the register …")
      let office = try await InventedOffice.make(in: folder, documents: documents)
      let people = Int(perSecond * Double(seconds)) + 1
      let neighbours = try await office.neighbourhood(knowing: people)
      let street = Task { try await neighbours.run { _ in } }
      defer { street.cancel() }
      let server = try await ServerProcess.start(
        ["serve", "--with-worker"], environment: office.installation.environment,
        port: office.port, log: folder.appending(path: "server.log"))
      defer { server.stop() }
      say("\(figure(perSecond)) citizens a second for \(seconds) s …")
      let load = try await carry(office, server)
      let kept = try await KeptCases.read(office.installation.database)
      say("Checking what was kept …")
      let report = ApplicationsReport(
        plan: self, load: load, kept: kept,
        check: try InstallationVerdict.ask(data: office.data),
        refusedPapers: try await examined(load.seen.certificates, server))
      return report.shown()
    }
  }

  /// What a load left behind.
  struct Carried {
    let seen: Observations.Seen
    /// Every few seconds: seconds since the beginning, KiB, processor seconds.
    let states: [ServerState]
    let ownCPUSeconds: Double
    let drainedSeconds: Double
  }

  struct ServerState {
    let at: Double
    let memoryKiB: Int
    let cpuSeconds: Double
  }

  private func carry(_ office: InventedOffice, _ server: ServerProcess) async throws -> Carried {
    let seen = Observations(begin: ContinuousClock.now)
    let visits = Visits(perSecond: perSecond, seconds: seconds, seen)
    let cases = CasesAtHand(onApproval: { visits.approved($0) })
    let before = processorSeconds()
    var states = [try state(of: server, seen)]
    let crew = Crew()
    for (number, account) in office.accounts.enumerated() {
      crew.employ { goesOn in
        let officer = OfficerAtWork(account, number: number, office, cases, seen)
        do throws(Fault) {
          try officer.signIn()
          officer.work(while: goesOn)
        } catch {
          seen.note(error)
        }
      }
    }
    let visitors = Crew()
    for _ in 0..<Self.threads {
      visitors.employ { _ in
        while let visit = visits.next() { Self.attend(visit, office, visits, seen) }
      }
    }
    let limit = Double(seconds + Self.drainSeconds)
    while visitors.isAtWork {
      if seen.seconds > limit { visits.stop() }
      try await Task.sleep(for: .milliseconds(200))
      if let last = states.last, seen.seconds >= last.at + 5 {
        states.append(try state(of: server, seen))
      }
    }
    let drained = seen.seconds
    crew.stop()
    while crew.isAtWork { try await Task.sleep(for: .milliseconds(50)) }
    states.append(try state(of: server, seen))
    return Carried(
      seen: seen.seen, states: states, ownCPUSeconds: processorSeconds() - before,
      drainedSeconds: drained)
  }

  private func state(of server: ServerProcess, _ seen: Observations) throws -> ServerState {
    ServerState(
      at: seen.seconds, memoryKiB: try server.facts.memoryKiB(),
      cpuSeconds: try server.facts.cpuSeconds())
  }

  private static func attend(
    _ visit: Visits.Visit, _ office: InventedOffice, _ visits: Visits, _ seen: Observations
  ) {
    do {
      switch visit {
      case .arrival(let number):
        let walk = try CitizenWalk(number, office, seen)
        try walk.apply()
        visits.lodged(walk)
      case .comingBack(let walk):
        if try walk.collect() { visits.over() } else { visits.later(walk) }
      }
    } catch let fault as Fault {
      seen.note(fault)
      visits.over()
    } catch {
      seen.note(Fault("inventing an applicant", cause: "\(type(of: error))"))
      visits.over()
    }
  }

  /// Of the certificates that were kept aside, those that a stranger would not accept.
  private func examined(_ papers: [[UInt8]], _ server: ServerProcess) async throws -> Int {
    let port = Int(server.base.split(separator: ":").last ?? "") ?? 0
    let root = try LoopbackBrowser(number: 0).get(LoopbackPlace(port: port, "/trust/root.pem"))
    let trust = try ChainCertificate.reading(pem: String(decoding: root.text.bytes, as: UTF8.self))
    var refused = 0
    for paper in papers {
      let report = await PDFVerification.examine(
        paper, trust: trust, requiring: ["leader", "seal"])
      if !report.isValid { refused += 1 }
    }
    return refused
  }
}

/// How many cases the database holds after the load, by state, and what the worker has left.
struct KeptCases: Sendable {
  var byState: [String: Int] = [:]
  var openNotes = 0
  var deadNotes = 0

  var all: Int { byState.values.reduce(0, +) }

  static func read(_ place: DatabaseLocation) async throws -> KeptCases {
    let database = try Database.open(place, connections: 1)
    defer { database.close() }
    return try await database.read { connection in
      var kept = KeptCases()
      let rows = try connection.rows(
        "SELECT state, COUNT(*) AS cases FROM cases GROUP BY state ORDER BY state LIMIT 100")
      for row in rows { kept.byState[try row.text("state")] = try row.int("cases") }
      kept.openNotes = try Outbox.openCount(in: connection)
      kept.deadNotes = try Outbox.dead(limit: 1000, in: connection).count
      return kept
    }
  }
}
