import CaseFile
import Document
import Store
package import Vocabulary

extension Desk {
  /// Begins to take a paper, piece by piece, onto the disk.
  package func receivePaper() throws -> IncomingPaper {
    IncomingPaper(try files.receive())
  }

  /// Attaches a paper that has come whole: it is looked through, kept under its hash, and waits
  /// for the scanner. What is refused leaves nothing behind.
  ///
  /// The bytes are on the disk before the row that names them; the note to the scanner is written
  /// with that row.
  package func attach(
    _ paper: IncomingPaper, called name: String, as purpose: PaperPurpose, to place: PaperPlace,
    of citizen: CitizenID
  ) async throws {
    let sent = SentPaper(paper, name: name)
    let found = try inspect(sent)
    // Asked before anything is kept; asked again where it counts.
    try await papers(of: place, of: citizen).mayTake(found.size)
    try await keeping(sent, found) { kept in
      switch place {
      case .draft(let draft):
        try await self.add(kept.row(as: purpose, of: citizen, draft: draft), to: draft)
      case .lodged(let caseID):
        try await self.add(kept.row(as: purpose, of: citizen, caseID: caseID), to: caseID)
      }
    }
  }

  /// Looks through a paper that has come whole.
  func inspect(_ sent: SentPaper) throws -> InspectedFile {
    guard let file = sent.paper.file, file.size > 0 else { throw Refused.paper(.empty) }
    guard file.size <= PaperBounds.paperBytes else { throw Refused.paper(.tooLarge) }
    do {
      return InspectedFile(found: try PaperInspection.inspect(file.url), size: file.size)
    } catch let refusal as PaperRefusal {
      throw Refused.paper(refusal)
    }
  }

  /// Keeps a paper's bytes under their hash and does what writes its row. Where that fails, they
  /// are taken off again.
  func keeping<Result: Sendable>(
    _ sent: SentPaper, _ inspected: InspectedFile,
    _ write: (KeptPaper) async throws -> Result
  ) async throws -> Result {
    guard let file = sent.paper.file else { throw Refused.paper(.empty) }
    let digest = try files.keep(file)
    do {
      return try await write(
        KeptPaper(
          id: surroundings.newID(), inspected: inspected, digest: digest,
          name: PaperName(sent.name).text, at: surroundings.now()))
    } catch {
      try await database.write { transaction in
        try Papers.forget(digest, files: self.files, in: transaction)
      }
      throw error
    }
  }

  private func add(_ row: PaperRow, to draft: DraftID) async throws {
    let files = files
    try await database.write { transaction in
      guard let holder = try Papers.hold(draft, of: row.citizen, in: transaction) else {
        throw Refused.notFound
      }
      guard holder.lodgedCase == nil else { throw Refused.paper(.closed) }
      try Papers.of(draft, in: transaction).mayTake(row.size)
      try row.write(files: files, agency: holder.agency, in: transaction)
      let entry = HouseEntry(
        event: .paperAdded(row.id, draft: draft), caseID: nil, seq: nil, agency: holder.agency,
        actor: .citizen(row.citizen), at: row.addedAt)
      try Journal.append(entry, in: transaction)
    }
  }

  private func add(_ row: PaperRow, to caseID: CaseID) async throws {
    let files = files
    try await act(on: caseID, by: .citizen(row.citizen)) { step in
      try step.belongs(to: row.citizen)
      guard step.facts.history.state.name.takesPapers else { throw Refused.paper(.closed) }
      try Papers.of(caseID, in: step.transaction).mayTake(row.size)
      try row.write(files: files, agency: step.facts.agency, in: step.transaction)
      try step.attach(row)
    }
  }

  /// Takes a paper off a draft, with its bytes. Returns the draft.
  package func removePaper(_ id: PaperID, of citizen: CitizenID) async throws -> DraftID {
    let now = surroundings.now()
    let files = files
    return try await database.write { transaction in
      guard let row = try Papers.row(id, in: transaction), row.citizen == citizen,
        let draft = row.draft, let holder = try Papers.hold(draft, of: citizen, in: transaction)
      else { throw Refused.notFound }
      guard holder.lodgedCase == nil else { throw Refused.paper(.closed) }
      let entry = HouseEntry(
        event: .paperRemoved(id), caseID: nil, seq: nil, agency: holder.agency,
        actor: .citizen(citizen), at: now)
      try Journal.append(entry, in: transaction)
      try Papers.remove(row, files: files, in: transaction)
      return draft
    }
  }
}

extension CaseStep {
  /// A paper becomes part of the case: the event binds the case to its bytes.
  mutating func attach(_ row: PaperRow) throws {
    try record(
      .paperAttached(paper: row.id, purpose: row.purpose),
      payload: AttachedPaper(
        name: row.name, format: row.format, size: row.size, sha256: row.digest))
  }

  /// A paper that came with the act itself is written with it; the same bytes once.
  mutating func add(_ kept: KeptPaper, as purpose: PaperPurpose, files: FileStore) throws {
    guard facts.history.state.name.takesPapers else { throw Refused.paper(.closed) }
    let there = try Papers.of(facts.id, in: transaction)
    guard !there.contains(where: { $0.digest == kept.digest }) else { return }
    try there.mayTake(kept.inspected.size)
    let row = kept.row(as: purpose, of: facts.lodging.citizen, caseID: facts.id)
    try row.write(files: files, agency: facts.agency, in: transaction)
    try attach(row)
  }

  /// The papers of a draft become those of the case that it became.
  mutating func attachPapers(of draft: DraftID) throws {
    for row in try Papers.of(draft, in: transaction) { try attach(row) }
    try Papers.move(from: draft, to: facts.id, in: transaction)
  }
}

extension PaperRow {
  fileprivate func write(
    files: FileStore, agency: AgencyID, in transaction: Transaction
  ) throws {
    try files.register(
      digest, size: size, kind: "paper", agency: agency, at: addedAt, in: transaction)
    // Taken off by another hand since it was put: the person attaches it again.
    guard files.isHere(digest) else { throw Refused.stale }
    try Papers.insert(self, in: transaction)
    let job = Job.scan(id)
    try Outbox.put(
      kind: job.kind, payload: job.payload, agency: agency, caseID: caseID, dueAt: addedAt,
      in: transaction)
  }
}

extension PapersView {
  fileprivate func mayTake(_ size: Int) throws {
    guard canAdd else { throw Refused.paper(.closed) }
    try check(count: papers.count, bytes: bytes, adding: size)
  }
}

extension [PaperRow] {
  fileprivate func mayTake(_ size: Int) throws {
    try check(count: count, bytes: reduce(0) { $0 + $1.size }, adding: size)
  }
}

private func check(count: Int, bytes: Int, adding size: Int) throws {
  guard count < PaperBounds.papersPerCase else { throw Refused.paper(.tooMany) }
  guard bytes + size <= PaperBounds.caseBytes else { throw Refused.paper(.caseFull) }
}

extension StateName {
  /// Whether papers may still be added; the state machine decides again.
  var takesPapers: Bool {
    switch self {
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement: true
    case .assessed, .approved, .issuing, .issued, .handedOver, .revoked, .refused, .withdrawn,
      .sentOutside:
      false
    }
  }
}
