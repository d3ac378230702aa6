import Testing
import Vocabulary

@testable import Store

/// Of empty tables PostgreSQL says only whether an index can answer. Here it has as many rows as an
/// office in a year, knows how they lie, and chooses by itself; which index that is depends on the
/// rows, and what a page costs must not.
@Suite("With rows in them, PostgreSQL reads of the queue and of the journal what a page shows")
struct FilledPlanTests {
  private static let cases = 20_000

  private struct Plan: Sendable {
    let text: String
    /// What it takes at most, as PostgreSQL reckons it.
    let cost: Double
  }

  @Test func `no query costs a fifth of reading the cases from end to end`() async throws {
    let queries = QueuePlans.queue + JournalPlans.all
    let (whole, plans) = try await TestDatabase.with(.postgres, connections: 1) { database in
      try await database.write { transaction in
        try Self.fill(transaction)
        // Of our own tables: those of the whole server are other tests' too.
        try transaction.script("ANALYZE cases, events, officers, citizens")
        return (
          try Self.plan(of: "SELECT * FROM cases", in: transaction),
          try queries.map { try Self.plan(of: $0.sql, in: transaction) }
        )
      }
    }
    #expect(whole.text.contains("Seq Scan on cases"))
    for (query, plan) in zip(queries, plans) {
      #expect(plan.cost < whole.cost / 5, "\(query.testDescription): \(plan.text)")
      for table in ["cases", "events"] {
        #expect(
          !plan.text.contains("Seq Scan on \(table)"), "\(query.testDescription): \(plan.text)")
      }
    }
  }

  private static func plan(of sql: SQL, in transaction: Transaction) throws -> Plan {
    let text = try transaction.rows("EXPLAIN \(sql: sql)")
      .map { try $0.text("QUERY PLAN") }.joined(separator: "\n")
    let costs = try #require(text.firstMatch(of: #/cost=[\d.]+\.\.([\d.]+) /#))
    return Plan(text: text, cost: try #require(Double(costs.1)))
  }

  /// Cases of every state the queries ask for, most of them handed over, on the desks of forty
  /// officers or of nobody; and two events of each.
  private static func fill(_ transaction: Transaction) throws {
    var dice = TestDice(state: 4)
    for number in 0..<40 {
      try Officers.insert(
        OfficerRow(
          id: OfficerID(random: &dice), agency: TestDatabase.agency, username: "o\(number)",
          name: "o\(number)", title: "", roles: [.assessor], passwordHash: "-"),
        at: TestDatabase.now, in: transaction)
    }
    try transaction.run(
      """
      INSERT INTO citizens (id, national_id, name, birth_date, created_at)
      VALUES ('c', '1', '-', '1990-01-01', \(TestDatabase.now))
      """)
    try transaction.script(
      """
      CREATE TEMP TABLE desks AS
        SELECT row_number() OVER (ORDER BY id) AS place, id FROM officers;
      INSERT INTO cases (id, agency, number, citizen, certificate_kind, procedure, state, version,
                         lodged_at, due_on, closed_at, assigned, applicant, search_name, sort_name,
                         channel)
      SELECT 'case' || lpad(n::text, 22, '0'), '\(TestDatabase.agency.code)', 'H13-' || n, 'c',
             CASE WHEN n % 5 = 0 THEN 'number2' ELSE 'number1' END, '1.001',
             CASE n % 20 WHEN 0 THEN 'lodged' WHEN 1 THEN 'inAssessment' WHEN 2 THEN 'assessed'
                         ELSE 'handedOver' END,
             3, \(TestDatabase.now.milliseconds) - n * 600000::bigint,
             to_char(DATE '2026-11-30' - n / 100, 'YYYY-MM-DD'),
             CASE WHEN n % 20 > 2 THEN \(TestDatabase.now.milliseconds) END, desks.id, '-', '-',
             '-',
             CASE n % 7 WHEN 0 THEN 'post' WHEN 1 THEN 'counter' ELSE 'online' END
        FROM generate_series(1, \(cases)) AS n
        LEFT JOIN desks ON desks.place = (n / 20) % 50;
      INSERT INTO events (case_id, case_seq, agency, kind, at, actor, salt, body)
      SELECT cases.id, seq, cases.agency,
             CASE WHEN seq = 1 THEN 'lodged' ELSE 'accepted' END, cases.lodged_at + seq,
             CASE WHEN seq = 1 THEN 'citizen:c'
                  ELSE 'officer:' || COALESCE(assigned, (SELECT MIN(id) FROM desks)) END,
             decode(repeat('00', 16), 'hex'), 'x'
        FROM cases, generate_series(1, 2) AS seq
       ORDER BY cases.lodged_at, seq;
      """)
  }
}
