import CaseFile
import Store
import Synchronization
package import Vocabulary

/// The notices that this process knows: they stand on every page, so a page does not ask.
package final class NoticeBoard: Sendable {
  private let rows = Mutex<[NoticeRow]>([])

  package init() {}

  /// Those that are shown at a moment.
  package func shown(at now: Instant) -> [NoticeView] {
    rows.withLock { $0 }.filter { $0.from <= now && now < $0.until }.map { NoticeView($0) }
  }

  func learn(_ fresh: [NoticeRow]) {
    rows.withLock { $0 = fresh }
  }
}

extension Roster {
  /// Reads what is announced; each process asks every second, and after its own change.
  package func refresh(_ board: NoticeBoard) async throws {
    let now = surroundings.now()
    board.learn(
      try await database.look { connection in
        try Notices.coming(at: now, limit: 20, in: connection)
      })
  }

  package func notices(for officer: ActingOfficer) async throws -> [NoticeView] {
    try mustAdminister(officer)
    let now = surroundings.now()
    return try await database.read { connection in
      try Notices.coming(at: now, limit: 100, in: connection).map { NoticeView($0) }
    }
  }

  /// One administrator is enough: it says something and changes nothing.
  package func announce(
    vietnamese: String, english: String, from: Instant, until: Instant,
    by officer: ActingOfficer
  ) async throws {
    try mustAdminister(officer)
    guard !vietnamese.isEmpty, !english.isEmpty else { throw Refused.officer(.noticeEmpty) }
    let now = surroundings.now()
    guard from < until, until > now else { throw Refused.officer(.noticePast) }
    let row = NoticeRow(
      id: surroundings.newID(), vietnamese: vietnamese, english: english, from: from,
      until: until, setBy: officer.id, setAt: now)
    try await database.write { transaction in
      try Notices.insert(row, in: transaction)
      try Roster.note(
        .noticeAnnounced(row.id, from: from, until: until), of: officer.agency,
        by: .officer(officer.id), at: now, in: transaction)
    }
  }

  package func withdrawNotice(_ id: NoticeID, by officer: ActingOfficer) async throws {
    try mustAdminister(officer)
    let now = surroundings.now()
    try await database.write { transaction in
      guard try Notices.withdraw(id, by: officer.id, at: now, in: transaction) else {
        throw Refused.notFound
      }
      try Roster.note(
        .noticeWithdrawn(id), of: officer.agency, by: .officer(officer.id), at: now,
        in: transaction)
    }
  }
}

/// A notice as pages show it.
package struct NoticeView: Equatable, Sendable {
  package var id: NoticeID
  package var vietnamese: String
  package var english: String
  package var from: Instant
  package var until: Instant

  package init(
    id: NoticeID, vietnamese: String, english: String, from: Instant, until: Instant
  ) {
    self.id = id
    self.vietnamese = vietnamese
    self.english = english
    self.from = from
    self.until = until
  }

  init(_ row: NoticeRow) {
    self.init(
      id: row.id, vietnamese: row.vietnamese, english: row.english, from: row.from,
      until: row.until)
  }
}
