import Vocabulary

@testable import Store

/// Every shape of the auditor's search of the journal, and the index that must serve it.
enum JournalPlans {
  static let all: [HotQuery] =
    plan("all of it", JournalFilter(), "events_by_agency")
    + plan(
      "of some days",
      JournalFilter(from: .init(milliseconds: 5), until: .init(milliseconds: 9)),
      "events_by_agency")
    + plan(
      "of one kind", JournalFilter(kind: "accepted"), "events_by_kind", onPostgres: "events_by_")
    + plan("of an officer", JournalFilter(actor: officer), "events_by_actor")
    + plan(
      "of an officer, of one kind", JournalFilter(kind: "accepted", actor: officer),
      "events_by_actor")
    + plan(
      "of a case", JournalFilter(caseID: caseID), "case_looks_by_case", isInOrder: false)
    + plan(
      "of a case, of some days, of an officer, of one kind",
      JournalFilter(
        from: .init(milliseconds: 5), until: .init(milliseconds: 9), kind: "accepted",
        caseID: caseID, actor: officer),
      "case_looks_by_case", isInOrder: false)

  private static let officer: OfficerID = {
    var dice = TestDice(state: 5)
    return OfficerID(random: &dice)
  }()
  private static let caseID: CaseID = {
    var dice = TestDice(state: 6)
    return CaseID(random: &dice)
  }()

  /// The first page and one after a place. What a case's events are ordered by is sorted: they are
  /// few.
  private static func plan(
    _ name: String, _ filter: JournalFilter, _ index: String, onPostgres: String? = nil,
    isInOrder: Bool = true
  ) -> [HotQuery] {
    let place = JournalPlace(at: .init(milliseconds: 7), id: 3)
    return [("first", nil), ("after", place)].map { step, place in
      HotQuery(
        testDescription: "the journal, \(name), \(step)",
        sql: Journal.query(of: TestDatabase.agency, filter, before: place, limit: 26),
        index: index, onPostgres: onPostgres, isInOrder: isInOrder)
    }
  }
}
