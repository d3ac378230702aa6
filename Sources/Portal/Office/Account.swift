import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  /// /office/account: who is signed in, for every officer.
  @Sendable func account(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(AccountPage(officer, in: visit))
  }
}

struct AccountPage: PartsPage {
  static let template = "office-account"
  let parts: Parts

  init(_ officer: ActingOfficer, in visit: Visit) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["account.title"]),
      "rows": [
        SummaryRow(label: words["account.name"], value: officer.name),
        SummaryRow(label: words["account.position"], value: officer.title),
        SummaryRow(
          label: words["account.roles"],
          value: officer.roles.sorted().map { words["role", $0.rawValue] }
            .joined(separator: ", ")),
      ],
    ])
  }
}
