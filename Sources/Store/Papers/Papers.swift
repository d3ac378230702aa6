package import Vocabulary

/// Table `papers`.
package enum Papers {
  package static func insert(_ row: PaperRow, in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO papers (id, citizen, draft, case_id, purpose, format, sha256, size, pages, width,
                          height, name, added_at, scan)
      VALUES (\(row.id), \(row.citizen), \(row.draft), \(row.caseID), \(row.purpose.rawValue),
              \(row.format.rawValue), \(row.digest), \(row.size), \(row.pages), \(row.width),
              \(row.height), \(row.name), \(row.addedAt), \(row.scan.name))
      """)
  }

  package static func row(
    _ id: PaperID, in connection: Connection
  ) throws(Fault) -> PaperRow? {
    try connection.row("SELECT * FROM papers WHERE id = \(id)")
      .map { row throws(Fault) in try PaperRow(restoring: row) }
  }

  /// The papers of an open draft, the first attached first.
  package static func of(
    _ draft: DraftID, in connection: Connection
  ) throws(Fault) -> [PaperRow] {
    try connection.rows(
      "SELECT * FROM papers WHERE draft = \(draft) ORDER BY added_at, id LIMIT 100"
    ).map { row throws(Fault) in try PaperRow(restoring: row) }
  }

  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [PaperRow] {
    try connection.rows(
      "SELECT * FROM papers WHERE case_id = \(caseID) ORDER BY added_at, id LIMIT 100"
    ).map { row throws(Fault) in try PaperRow(restoring: row) }
  }

  /// Papers after one, in order, for those who walk through all.
  package static func batch(
    after id: String, limit: Int, in connection: Connection
  ) throws(Fault) -> [PaperRow] {
    try connection.rows(
      "SELECT * FROM papers WHERE id > \(id) ORDER BY id LIMIT \(limit)"
    ).map { row throws(Fault) in try PaperRow(restoring: row) }
  }

  /// Holds an open draft against others who would attach to it, lodge it, or take papers off it,
  /// until the transaction ends. Nil where it is not this citizen's.
  package static func hold(
    _ draft: DraftID, of citizen: CitizenID, in transaction: Transaction
  ) throws(Fault) -> DraftRow? {
    // SQLite has one writer and needs no lock.
    let lock: SQL =
      switch transaction.dialect {
      case .sqlite: ""
      case .postgres: "FOR UPDATE"
      }
    return try transaction.row(
      "SELECT * FROM drafts WHERE id = \(draft) AND citizen = \(citizen) \(sql: lock)"
    ).map { row throws(Fault) in try DraftRow(restoring: row) }
  }

  /// Whether a draft is still open and was not saved since, for who will purge it.
  static func isIdle(
    _ draft: DraftID, since updatedAt: Instant, in transaction: Transaction
  ) throws(Fault) -> Bool {
    let lock: SQL =
      switch transaction.dialect {
      case .sqlite: ""
      case .postgres: "FOR UPDATE"
      }
    return try transaction.row(
      """
      SELECT id FROM drafts
       WHERE id = \(draft) AND lodged_case IS NULL AND updated_at = \(updatedAt) \(sql: lock)
      """) != nil
  }

  /// The papers of a draft become those of the case that it became.
  package static func move(
    from draft: DraftID, to caseID: CaseID, in transaction: Transaction
  ) throws {
    try transaction.run("UPDATE papers SET case_id = \(caseID) WHERE draft = \(draft)")
  }

  /// Writes the scanner's word on a paper that waits for it; false where it came before.
  package static func settle(
    _ id: PaperID, as scan: PaperScan, in transaction: Transaction
  ) throws -> Bool {
    let (at, threat): (Instant?, String?) =
      switch scan {
      case .waiting: (nil, nil)
      case .clean(let at): (at, nil)
      case .infected(let at, let threat): (at, threat)
      }
    return try transaction.run(
      """
      UPDATE papers SET scan = \(scan.name), scanned_at = \(at), threat = \(threat)
       WHERE id = \(id) AND scan = 'waiting'
      """) == 1
  }

  /// Whose journal tells of a paper: the agency of its case as it is now, else of its draft.
  package static func agency(
    of row: PaperRow, in connection: Connection
  ) throws(Fault) -> AgencyID {
    let holder =
      if let caseID = row.caseID {
        try connection.row("SELECT agency FROM cases WHERE id = \(caseID)")
      } else {
        try connection.row("SELECT agency FROM drafts WHERE id = \(row.draft)")
      }
    guard let code = try holder?.text("agency"), let agency = AgencyID(code) else {
      throw Fault("reading a paper", cause: "it belongs to no case and no draft")
    }
    return agency
  }

  /// Takes bytes off the disk that were kept for a paper which then was not written.
  package static func forget(
    _ digest: String, files: FileStore, in transaction: Transaction
  ) throws {
    guard try transaction.row("SELECT sha256 FROM files WHERE sha256 = \(digest)") == nil else {
      return
    }
    try files.remove(digest)
  }

  /// Takes a paper off, with its bytes unless another paper has the same.
  package static func remove(
    _ row: PaperRow, files: FileStore, in transaction: Transaction
  ) throws {
    try transaction.run("DELETE FROM papers WHERE id = \(row.id)")
    let isLast =
      try transaction.run(
        """
        DELETE FROM files
         WHERE sha256 = \(row.digest) AND kind = 'paper'
           AND NOT EXISTS (SELECT 1 FROM papers WHERE sha256 = \(row.digest))
        """) == 1
    if isLast { try files.remove(row.digest) }
  }
}
