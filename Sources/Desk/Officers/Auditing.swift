package import CaseFile
import Store
package import Vocabulary

/// What an auditor asks of the journal.
package struct JournalWish: Equatable, Sendable {
  package var from: CivilDate?
  /// The last day.
  package var until: CivilDate?
  /// An event's own name.
  package var kind: String?
  /// Empty for every case.
  package var caseNumber: String
  package var officer: OfficerID?
  /// Read on before this place.
  package var before: Place?
  package var limit: Int

  /// A place in the journal as it is read, the newest first.
  package struct Place: Equatable, Sendable {
    package let at: Instant
    package let id: Int64

    package init(at: Instant, id: Int64) {
      self.at = at
      self.id = id
    }
  }

  package init(
    from: CivilDate? = nil, until: CivilDate? = nil, kind: String? = nil,
    caseNumber: String = "", officer: OfficerID? = nil, before: Place? = nil, limit: Int = 25
  ) {
    self.from = from
    self.until = until
    self.kind = kind
    self.caseNumber = caseNumber
    self.officer = officer
    self.before = before
    self.limit = limit
  }
}

/// A page of the journal as an auditor reads it.
package struct JournalView: Equatable, Sendable {
  package var lines: [Line]
  package var next: JournalWish.Place?
  package var checkpoint: Checkpoint?
  /// Who acts in this agency, for the filter.
  package var officers: [OfficerName]

  /// Who, when and what; never what is personal.
  package struct Line: Equatable, Sendable {
    package var id: Int64
    package var at: Instant
    package var kind: String
    package var actor: Actor
    /// The officer's name; nil for a citizen, whom an auditor does not learn.
    package var officer: String?
    package var onBehalf: String?
    package var caseNumber: String?
    /// Why a file was opened that was not the officer's work, and in which words.
    package var lookReason: LookReason?
    package var words: String?
    package var proof: Proof

    package init(
      id: Int64, at: Instant, kind: String, actor: Actor, officer: String?, onBehalf: String?,
      caseNumber: String?, lookReason: LookReason?, words: String?, proof: Proof
    ) {
      self.id = id
      self.at = at
      self.kind = kind
      self.actor = actor
      self.officer = officer
      self.onBehalf = onBehalf
      self.caseNumber = caseNumber
      self.lookReason = lookReason
      self.words = words
      self.proof = proof
    }
  }

  /// Whether an event's own bytes lead to the root that was signed.
  package enum Proof: String, Equatable, Sendable, CaseIterable {
    case proven
    /// They do not: the event or the tree was changed.
    case broken
    /// No checkpoint covers it yet.
    case waiting
  }

  package struct Checkpoint: Equatable, Sendable {
    package var size: Int
    /// Lower-case hex.
    package var root: String
    package var at: Instant

    package init(size: Int, root: String, at: Instant) {
      self.size = size
      self.root = root
      self.at = at
    }
  }

  package init(
    lines: [Line], next: JournalWish.Place?, checkpoint: Checkpoint?, officers: [OfficerName]
  ) {
    self.lines = lines
    self.next = next
    self.checkpoint = checkpoint
    self.officers = officers
  }
}

extension Roster {
  /// The auditor's page, the newest first. A number that no case of this agency has finds nothing.
  package func journal(
    _ wish: JournalWish, for officer: ActingOfficer
  ) async throws -> JournalView {
    guard officer.roles.contains(.auditor) else { throw Refused.roleMissing(.auditor) }
    let limit = min(max(wish.limit, 1), 100)
    return try await database.read { connection in
      let officers = try Officers.all(of: officer.agency, limit: 1_000, in: connection)
      let checkpoint = try Checkpoints.latest(in: connection)
      let filter = try Roster.filter(wish, of: officer.agency, in: connection)
      let rows = try filter.map {
        try Journal.page(
          of: officer.agency, $0,
          before: wish.before.map { JournalPlace(at: $0.at, id: $0.id) }, limit: limit + 1,
          checkpoint: checkpoint, in: connection)
      }
      let shown = rows?.prefix(limit) ?? []
      let names = Dictionary(
        officers.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
      return JournalView(
        lines: shown.map { JournalView.Line($0, names) },
        next: (rows?.count ?? 0) > limit
          ? shown.last.map { JournalWish.Place(at: $0.place.at, id: $0.place.id) } : nil,
        checkpoint: checkpoint.map {
          JournalView.Checkpoint(size: $0.size, root: hex($0.root.bytes), at: $0.at)
        }, officers: officers.map { OfficerName($0) })
    }
  }

  /// Nil where no case has the number that was asked for.
  private static func filter(
    _ wish: JournalWish, of agency: AgencyID, in connection: Connection
  ) throws -> JournalFilter? {
    var filter = JournalFilter(
      from: wish.from.map { Instant($0, hour: 0, minute: 0) },
      until: wish.until.map { Instant($0.adding(days: 1), hour: 0, minute: 0) },
      kind: wish.kind, actor: wish.officer)
    guard !wish.caseNumber.isEmpty else { return filter }
    guard let found = try Cases.row(number: wish.caseNumber, in: connection),
      found.agency == agency
    else { return nil }
    filter.caseID = found.id
    return filter
  }
}

extension JournalView.Line {
  fileprivate init(_ row: JournalReadingRow, _ names: [OfficerID: String]) {
    var officer: String?
    if case .officer(let id) = row.actor { officer = names[id] ?? "–" }
    let proof: JournalView.Proof =
      switch row.isProven {
      case true?: .proven
      case false?: .broken
      case nil: .waiting
      }
    self.init(
      id: row.place.id, at: row.place.at, kind: row.kind, actor: row.actor, officer: officer,
      onBehalf: row.onBehalf.map { names[$0] ?? "–" }, caseNumber: row.caseNumber,
      lookReason: row.look?.reason, words: row.look?.words, proof: proof)
  }
}
