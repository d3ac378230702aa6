import CaseFile
import Law
import Vocabulary

@testable import Store

/// Every shape of the queue's and the search's queries, and the index that must serve it.
enum QueuePlans {
  static let all: [HotQuery] = queue + search

  private static let officer: OfficerID = {
    var dice = TestDice(state: 4)
    return OfficerID(random: &dice)
  }()

  private static let place = QueuePlace(
    dueOn: "2026-01-02", lodgedAt: TestDatabase.now, id: officer.text)

  static let queue: [HotQuery] = [
    plan("all of a state", QueueSelection(states: [.lodged]), "cases_queue"),
    plan(
      "what is overdue", QueueSelection(states: [.lodged], dueBefore: CivilDate(2026, 1, 2)),
      "cases_queue"),
    plan(
      "one kind", QueueSelection(states: [.handedOver], kind: .number2), "cases_queue_kind"),
    plan(
      "one channel that nobody has",
      QueueSelection(states: [.handedOver], channel: .post, holders: .nobody), "cases_queue_kind"),
    plan(
      "an officer's", QueueSelection(states: [.inAssessment], holders: .officers([officer])),
      "cases_queue_desk"),
    plan(
      "an officer's of one kind",
      QueueSelection(states: [.inAssessment], kind: .number1, holders: .officers([officer])),
      "cases_queue_desk"),
    plan(
      "nobody's", QueueSelection(states: [.inAssessment], holders: .nobody), "cases_queue_desk"),
    plan(
      "those of a day", QueueSelection(states: [.handedOver], lodgedOn: CivilDate(2026, 1, 2)),
      "cases_queue_day"),
  ].flatMap(\.self)

  private static let search: [HotQuery] = [
    HotQuery(
      testDescription: "cases by three words of a name",
      sql: CaseWords.matches(
        "nam", ["van", "nguyen"], from: .init(lodgedAt: TestDatabase.now, id: "x"),
        to: .init(lodgedAt: .init(milliseconds: 5), id: "a"), of: TestDatabase.agency, limit: 26),
      index: "PRIMARY KEY", onPostgres: "case_words")
  ]

  /// The first page and the pages after and before a place.
  private static func plan(
    _ name: String, _ selection: QueueSelection, _ index: String
  ) -> [HotQuery] {
    let steps = [("first", QueueStep.first), ("after", .after(place)), ("before", .before(place))]
    return steps.flatMap { step -> [HotQuery] in
      guard let range = CaseQueue.ranges(of: selection).first else { return [] }
      let queries = CaseQueue.queries(
        range, selection, of: TestDatabase.agency, step.1, limit: 26)
      return queries.enumerated().map { part, sql in
        HotQuery(
          testDescription: "the queue, \(name), \(step.0), part \(part + 1)", sql: sql,
          index: index, onPostgres: "Index", isInOrder: selection.lodgedOn == nil)
      }
    }
  }
}
