import Testing
import Vocabulary

@testable import Store

/// A hot query and the index that must answer it.
struct HotQuery: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sql: SQL
  let index: String
  /// On PostgreSQL, where it says less: of an empty table any index that serves the order is as
  /// good as another.
  var onPostgres: String?
  /// On SQLite the index gives the rows in their order: nothing is sorted.
  var isInOrder = false

  static let all: [HotQuery] = cases + QueuePlans.all + JournalPlans.all + MoneyPlans.all

  private static let cases: [HotQuery] = [
    HotQuery(
      testDescription: "a session by its token",
      sql: "SELECT * FROM sessions WHERE token_hash = \("t") AND expires_at > \(5)",
      index: "sessions"),
    HotQuery(
      testDescription: "where a volume of the register ends",
      sql: Cases.places(
        at: TestDatabase.agency, TestDatabase.now..<TestDatabase.now.adding(seconds: 5),
        after: nil, skipping: 499, limit: 2), index: "cases_by_lodging", isInOrder: true),
    HotQuery(
      testDescription: "a case by its id", sql: "SELECT * FROM cases WHERE id = \("c")",
      index: "cases"),
    HotQuery(
      testDescription: "a case by its number", sql: "SELECT * FROM cases WHERE number = \("n")",
      index: "cases"),
    HotQuery(
      testDescription: "a case's questions about facts",
      sql: """
        SELECT * FROM fact_inquiries WHERE case_id = \("c") ORDER BY created_at, id LIMIT 200
        """, index: "fact_inquiries_by_case"),
    HotQuery(
      testDescription: "what the nightly walk found",
      sql: """
        SELECT * FROM clearances
         WHERE agency = \("a") AND lack <> ''
           AND (record, conviction, lack) > (\(5), \("1"), \(""))
         ORDER BY record, conviction, lack
         LIMIT \(25)
        """, index: "clearances"),
    HotQuery(
      testDescription: "documents that the register's index does not hold yet",
      sql: """
        SELECT record_documents.id AS id, batch, digest,
               CASE WHEN agency = \("a") THEN body END AS body
          FROM record_documents JOIN record_batches ON record_batches.id = batch
         WHERE record_documents.id > \(5)
         ORDER BY record_documents.id
         LIMIT \(4000)
        """, index: "record_documents"),
    HotQuery(
      testDescription: "moves of documents into and out of records",
      sql: """
        SELECT document, move, source, target, at FROM record_moved
         WHERE document IN (SELECT document FROM record_moved WHERE source IN (\(list: [1, 2]))
                            UNION
                            SELECT document FROM record_moved WHERE target IN (\(list: [1, 2])))
         ORDER BY document, move
         LIMIT 1000000
        """, index: "record_moved_by_source"),
    HotQuery(
      testDescription: "a citizen's cases",
      sql: "SELECT * FROM cases WHERE citizen = \("c") ORDER BY lodged_at DESC, id LIMIT \(20)",
      index: "cases_by_citizen"),
    HotQuery(
      testDescription: "a citizen's open drafts",
      sql: """
        SELECT * FROM drafts
         WHERE citizen = \("c") AND lodged_case IS NULL
         ORDER BY updated_at DESC, id
         LIMIT \(20)
        """, index: "drafts_open_by_citizen"),
    HotQuery(
      testDescription: "the open cases that a rule change touches",
      sql: """
        SELECT * FROM cases
         WHERE agency = \("a") AND closed_at IS NULL
           AND lodged_at >= \(5) AND lodged_at < \(9)
         ORDER BY lodged_at, id
         LIMIT \(25)
        """, index: "by_lodging"),
    HotQuery(
      testDescription: "the journal of a case",
      sql: """
        SELECT events.body AS body, payloads.bytes AS payload
          FROM events LEFT JOIN payloads ON payloads.event_id = events.id
         WHERE events.case_id = \("c")
         ORDER BY events.case_seq
         LIMIT 10000
        """, index: "events"),
    HotQuery(
      testDescription: "due notes",
      sql: """
        SELECT id FROM outbox
         WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= \(5)
           AND (lease_until IS NULL OR lease_until <= \(5))
         ORDER BY due_at, id
         LIMIT \(10)
        """, index: "outbox_due"),
    HotQuery(
      testDescription: "a certificate by its link",
      sql: "SELECT * FROM certificates WHERE token_hash = \("t")", index: "certificates"),
    HotQuery(
      testDescription: "a certificate by its document",
      sql: "SELECT * FROM certificates WHERE pdf_sha256 = \("d")",
      index: "certificates_by_document"),
    HotQuery(
      testDescription: "a payment by its reference",
      sql: "SELECT * FROM payments WHERE txn_ref = \("r")", index: "payments"),
    HotQuery(
      testDescription: "the events that wait for a leaf",
      sql: "SELECT event_id FROM pending_leaves ORDER BY event_id LIMIT 1", index: "pending"),
    HotQuery(
      testDescription: "a node of the tree",
      sql: "SELECT hash FROM tree_nodes WHERE level = \(1) AND position = \(2)",
      index: "tree_nodes"),
  ]
}

@Suite("The hottest queries are answered by an index")
struct PlanTests {
  @Test(arguments: TestEngine.allCases, HotQuery.all)
  func `no table is read from end to end`(engine: TestEngine, query: HotQuery) async throws {
    try await TestDatabase.with(engine, connections: 1) { database in
      let plan = try await database.write { transaction in
        try Self.plan(of: query.sql, in: transaction)
      }
      let index = engine == .postgres ? query.onPostgres ?? query.index : query.index
      #expect(plan.contains(index), "\(plan)")
      switch engine {
      case .sqlite:
        let scans = plan.split(separator: "\n").filter {
          $0.contains("SCAN") && !$0.contains("USING") && !$0.contains("pending_leaves")
        }
        #expect(scans == [], "\(plan)")
        #expect(!query.isInOrder || !plan.contains("TEMP B-TREE"), "\(plan)")
      case .postgres:
        #expect(plan.contains("Index"), "\(plan)")
        #expect(!plan.contains("Seq Scan"), "\(plan)")
      }
    }
  }

  /// The plan as text. PostgreSQL prefers to read an empty table whole; it is told not to, so that
  /// what is left to it shows whether an index can answer.
  private static func plan(of sql: SQL, in transaction: Transaction) throws -> String {
    switch transaction.dialect {
    case .sqlite:
      return try transaction.rows("EXPLAIN QUERY PLAN \(sql: sql)")
        .map { try $0.text("detail") }.joined(separator: "\n")
    case .postgres:
      try transaction.script("SET LOCAL enable_seqscan = off")
      return try transaction.rows("EXPLAIN \(sql: sql)")
        .map { try $0.text("QUERY PLAN") }.joined(separator: "\n")
    }
  }
}
