import Records
import Vocabulary

/// Where documents that moved between records were, and when. Table `record_moved`.
struct RecordTrails {
  /// By document, in the order of the moves.
  private(set) var steps: [DocumentID: [Step]] = [:]

  struct Step: Equatable {
    let move: Int64
    let source: RecordID
    let target: RecordID
    let at: Instant
  }

  var isEmpty: Bool { steps.isEmpty }

  /// All steps of every document that ever came into or left one of these records.
  static func touching(
    _ records: [RecordID], in connection: Connection
  ) throws(Fault) -> RecordTrails {
    guard !records.isEmpty else { return RecordTrails() }
    let ids = records.map(\.number)
    return try RecordTrails(
      connection.rows(
        """
        SELECT document, move, source, target, at FROM record_moved
         WHERE document IN (SELECT document FROM record_moved WHERE source IN (\(list: ids))
                            UNION
                            SELECT document FROM record_moved WHERE target IN (\(list: ids)))
         ORDER BY document, move
         LIMIT 1000000
        """))
  }

  static func of(
    _ documents: [DocumentID], in connection: Connection
  ) throws(Fault) -> RecordTrails {
    guard !documents.isEmpty else { return RecordTrails() }
    return try RecordTrails(
      connection.rows(
        """
        SELECT document, move, source, target, at FROM record_moved
         WHERE document IN (\(list: documents.map(\.number)))
         ORDER BY document, move
         LIMIT 1000000
        """))
  }

  private init() {}

  init(_ rows: [Row]) throws(Fault) {
    for row in rows {
      steps[DocumentID(try row.int64("document")), default: []].append(
        Step(
          move: try row.int64("move"), source: RecordID(try row.int64("source")),
          target: RecordID(try row.int64("target")), at: try row.instant("at")))
    }
  }

  /// The record that held the document at a moment; nil for now.
  func holder(
    of document: DocumentID, filedIn record: RecordID, at moment: Instant?
  ) -> RecordID {
    guard let steps = steps[document] else { return record }
    let known = steps.last { step in moment.map { step.at <= $0 } ?? true }
    return known?.target ?? record
  }

  /// Documents filed elsewhere that one of these records held at a moment.
  func arrived(in records: Set<RecordID>, at moment: Instant?) -> [DocumentID] {
    steps.compactMap { document, steps in
      guard let first = steps.first, !records.contains(first.source),
        records.contains(holder(of: document, filedIn: first.source, at: moment))
      else { return nil }
      return document
    }.sorted()
  }
}
