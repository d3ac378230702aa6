package import Records
import Synchronization
package import Vocabulary

/// Finds people in the judicial records of an agency, on either engine.
///
/// The documents are the log: a built index holds them up to a number, and every search first takes
/// up those that were filed since, by one keyed query. So a document is found as soon as it is
/// committed, whichever process filed it, and nothing is written twice. An index that is missing
/// or damaged is built anew, or the search fails: it never answers from a part of the register.
package final class RegisterIndex: Sendable {
  private let database: Database
  private let folder: RegisterFolder
  private let weights: Weights
  private let opened = Mutex<[AgencyID: OpenRegister]>([:])

  /// So many documents are made into an index by the search that needs one; more take too long for
  /// a person who waits.
  static let mostBuiltAtOnce: Int64 = 20_000
  /// So many documents are taken up by a search.
  static let mostBehind: Int64 = 100_000

  /// - Parameter folder: holds what identifies people: protect it like the database.
  package init(database: Database, folder: String, weights: Weights) {
    self.database = database
    self.folder = RegisterFolder(path: folder)
    self.weights = weights
  }

  /// The documents whose person this may be, over everything that was committed before the call.
  ///
  /// - Parameter isByHand: whether nothing is decided by the answer, so that it may leave some out.
  package func find(
    _ person: SoughtPerson, of agency: AgencyID, isByHand: Bool = false
  ) async throws -> RegisterFinding {
    let register = try await caughtUp(agency)
    // What comes between is searched and not claimed.
    let version = register.version
    return RegisterFinding(
      found: register.find(person, isByHand: isByHand), version: version,
      entries: register.index.count,
      weightsVersion: weights.version, thresholds: weights.thresholds)
  }

  /// Builds the index anew and takes it into use; searches go on meanwhile.
  ///
  /// - Parameters:
  ///   - now: tells what a crash left behind from what another process is building.
  ///   - progress: told how many documents were looked at, of how many at the beginning.
  package func rebuild(
    _ agency: AgencyID, threads: Int = 2, at now: Instant,
    progress: @Sendable (_ seen: Int64, _ last: Int64) -> Void = { _, _ in }
  ) async throws -> RegisterSize {
    let build = RegisterBuild(
      database: database, folder: folder, agency: agency, threads: threads)
    let manifest = try await build.run(progress: progress)
    folder.tidy(keeping: manifest, of: agency, at: now)
    try await openNewest(agency)
    return RegisterSize(
      documents: manifest.documents, entries: manifest.entries, version: manifest.version)
  }

  /// Whether it has to be built anew: so much was filed since that searches become slower and the
  /// frequencies old (a tenth), or the one that is there is damaged or of another version of the
  /// program.
  package func isOverdue(_ agency: AgencyID) async throws -> Bool {
    let last = try await database.look { try RegisterDocuments.last(in: $0) }
    guard let built = folder.newest(of: agency) else { return last > 0 }
    // An index beyond the last document is of another, later copy of the database.
    if built > last || last - built > max(1000, built / 10) { return true }
    if opened.withLock({ $0[agency] != nil }) { return false }
    // Opened for good, so that nobody who searches has to wait for it.
    guard let found = try await sound(agency) else { return true }
    _ = keep(found, agency)
    return false
  }

  // MARK: - Opening

  private func caughtUp(_ agency: AgencyID) async throws -> OpenRegister {
    var register = try await open(agency)
    while true {
      let last = register.sequence
      let rows = try await database.look { connection in
        try RegisterDocuments.after(
          last, of: agency, limit: RegisterDocuments.page, in: connection)
      }
      if rows.count == RegisterDocuments.page {
        if let newest = folder.newest(of: agency), newest > last {
          register = try await openNewest(agency)
          continue
        }
        try await refuseIfFarBehind(last)
      }
      try register.take(rows)
      if rows.count < RegisterDocuments.page { return register }
    }
  }

  private func refuseIfFarBehind(_ sequence: Int64) async throws {
    let last = try await database.look { try RegisterDocuments.last(in: $0) }
    guard last - sequence <= RegisterIndex.mostBehind else { throw RegisterIndex.notReady }
  }

  private static let notReady = Fault(
    "searching the register",
    cause: "its index is not built yet; a worker builds it, or lylich match rebuild",
    retry: .later)

  private func open(_ agency: AgencyID) async throws -> OpenRegister {
    if let register = opened.withLock({ $0[agency] }) {
      // A newer index spares the memory of what was added to the older.
      guard register.added > 2000, let newest = folder.newest(of: agency),
        newest > register.manifest.sequence
      else { return register }
    }
    return try await openNewest(agency)
  }

  @discardableResult
  private func openNewest(_ agency: AgencyID) async throws -> OpenRegister {
    if let found = try await sound(agency) { return keep(found, agency) }
    let last = try await database.look { try RegisterDocuments.last(in: $0) }
    guard last <= RegisterIndex.mostBuiltAtOnce else { throw RegisterIndex.notReady }
    let build = RegisterBuild(database: database, folder: folder, agency: agency, threads: 1)
    _ = try await build.run { _, _ in }
    guard let built = try await sound(agency) else {
      throw Fault("opening the register's index", cause: "what was just built cannot be opened")
    }
    return keep(built, agency)
  }

  private func keep(_ register: OpenRegister, _ agency: AgencyID) -> OpenRegister {
    opened.withLock { opened in
      if let other = opened[agency], other.manifest.sequence >= register.manifest.sequence,
        other.manifest.sum == register.manifest.sum
      {
        return other
      }
      opened[agency] = register
      return register
    }
  }

  /// An index that is whole and of this very register: a database that was restored from an older
  /// copy has not filed what a newer index holds.
  private func sound(_ agency: AgencyID) async throws -> OpenRegister? {
    for found in folder.sound(agency, weights: weights) {
      if try await isOurs(found.manifest, agency) {
        return OpenRegister(found.manifest, found.index)
      }
    }
    return nil
  }

  private func isOurs(_ manifest: RegisterManifest, _ agency: AgencyID) async throws -> Bool {
    try await database.read { connection in
      guard try RegisterDocuments.last(in: connection) >= manifest.sequence else { return false }
      guard manifest.batch > 0 else { return true }
      let row = try connection.row(
        "SELECT digest FROM record_batches WHERE id = \(manifest.batch) AND agency = \(agency)")
      return try row.map { hex(try $0.bytes("digest")) } == manifest.version.batchDigest
    }
  }
}

/// What a register answers, and what was searched.
package struct RegisterFinding: Sendable {
  package let found: PersonFinding
  package let version: RegisterVersion
  /// How many entries the register has.
  package let entries: Int
  package let weightsVersion: String
  package let thresholds: MatchThresholds
}

/// How large a built index is.
package struct RegisterSize: Equatable, Sendable {
  package let documents: Int
  package let entries: Int
  package let version: RegisterVersion
}
