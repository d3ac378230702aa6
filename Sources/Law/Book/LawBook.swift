package import Vocabulary

/// All dated rows: those that came with the program, and the changes that two people approved
/// since. The rows of the program are never edited; a change lies over them.
package struct LawBook: Sendable {
  let files: [String: JSONValue]
  package let changes: [ApprovedChange]

  /// The rows that came with the program, read at the first use and kept.
  package static func bundled() throws(Fault) -> LawBook {
    try read.get()
  }

  private static let read = Result { () throws(Fault) in
    var files: [String: JSONValue] = [:]
    for name in nationalFiles + profileIDs.map({ "profiles/\($0)" }) {
      files[name] = try LawFile.read(name, as: JSONValue.self)
    }
    return LawBook(files: files, changes: [])
  }

  static let nationalFiles = [
    "national/rule-sets", "national/fees", "national/purposes", "calendar", "keeping",
  ]
  static var profileIDs: [String] { LawFile.names(in: "profiles") }

  /// The same book with these changes over it, in the order of their numbers.
  package func with(_ changes: [ApprovedChange]) -> LawBook {
    LawBook(files: files, changes: changes.sorted { $0.number < $1.number })
  }

  /// The number of the latest change; 0 where there is none.
  package var latest: Int { changes.last?.number ?? 0 }

  /// The number of the latest change that was approved at that moment or before.
  package func known(at moment: Instant) -> Int {
    changes.last { $0.approvedAt <= moment }?.number ?? 0
  }

  /// The book as it stood after a change: who decided then knew these rows and no later ones.
  package func edition(knowing number: Int) throws(Fault) -> LawEdition {
    try draft(knowing: number, of: Set(RuleTable.allCases)).edition(number: number)
  }

  /// How long suppliers have, by every change: without the work of a whole edition, so that the
  /// store asks in the transaction that files.
  package func supplyTerms() throws(Fault) -> SupplyTerms {
    let rows = try draft(knowing: latest, of: [.supply]).rows(of: .supply)
    return SupplyTerms(
      rows: try LawFile.decode(
        rows, as: [Dated<SupplyTerm>].self, doing: "reading the terms of suppliers"))
  }

  private func draft(
    knowing number: Int, of tables: Set<RuleTable>
  ) throws(Fault) -> EditionDraft {
    var draft = EditionDraft(files: files)
    for change in changes where change.number <= number {
      for one in change.changes where tables.contains(one.table) {
        do {
          try draft.apply(one, as: change.number)
        } catch {
          // The row that it ended left the program since: there is nothing to end any more.
          guard case .rowUnknown = error else {
            throw Fault(
              "applying rule change \(change.number)",
              cause: "\(error); propose and approve a change that mends it")
          }
        }
      }
    }
    return draft
  }

  /// The latest edition with changes that nobody has approved yet, wholly checked.
  package func trying(_ changes: [RuleChange]) throws(RuleChangeRefusal) -> LawEdition {
    var draft: EditionDraft
    let present: LawEdition
    do {
      present = try edition(knowing: latest)
      draft = EditionDraft(files: present.files)
    } catch {
      throw .incomplete(error.cause)
    }
    for change in changes { try draft.apply(change, as: latest + 1) }
    for change in changes { try change.examineNumbers() }
    if let overlap = draft.overlap() { throw .overlaps(overlap) }
    guard draft.files != present.files else { throw .nothingChanges }
    let edition: LawEdition
    do {
      edition = try draft.edition(number: latest + 1)
    } catch {
      throw .unreadable(error.cause)
    }
    do {
      try edition.examine(since: changes.compactMap(\.firstDay).min())
    } catch {
      throw .incomplete(error.cause)
    }
    return edition
  }
}

/// The files while changes are made in them.
private struct EditionDraft {
  private(set) var files: [String: JSONValue]
  private var origins: [LawEdition.Place: Int] = [:]
  private var touched: Set<LawEdition.TablePlace> = []

  init(files: [String: JSONValue]) {
    self.files = files
  }

  mutating func apply(_ change: RuleChange, as number: Int) throws(RuleChangeRefusal) {
    let file = change.table.file(of: change.profile ?? "")
    guard var content = files[file], case .list(let rows)? = content[change.table.key] else {
      throw .rowUnknown(file)
    }
    let changed = try change.applied(to: rows)
    content[change.table.key] = .list(changed)
    files[file] = content
    touched.insert(.init(file: file, table: change.table))
    for name in change.touchedNames(in: changed) {
      origins[.init(file: file, table: change.table, row: name)] = number
    }
  }

  /// The rows of a national table.
  func rows(of table: RuleTable) -> JSONValue {
    files[table.file(of: "")]?[table.key] ?? .list([])
  }

  func overlap() -> String? {
    for place in touched {
      guard case .list(let rows)? = files[place.file]?[place.table.key] else { continue }
      if let found = place.table.overlap(in: rows) { return found }
    }
    return nil
  }

  func edition(number: Int) throws(Fault) -> LawEdition {
    try LawEdition(number: number, files: files, origins: origins)
  }
}
