import Desk
import Hummingbird
import Law
import Vocabulary
import Words

extension Portal {
  /// /office/avoided: how often somebody saw that no certificate was needed; for leaders.
  @Sendable func avoided(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(AvoidedPage(try await desk.avoided(by: officer), in: visit))
  }
}

struct AvoidedPage: PartsPage {
  static let template = "office-avoided"
  let parts: Parts

  init(_ view: AvoidedView, in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["avoided.title"]), "total": "\(view.total)",
      "lines": view.lines.map { line in
        Parts([
          "month": YearMonth(iso: line.month)?.vietnamese ?? line.month,
          "purpose": line.purpose[visit.language],
          "kind": visit.words["kind", line.kind.rawValue], "times": "\(line.times)",
        ])
      },
    ])
  }
}
