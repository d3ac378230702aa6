import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var substitutionRoutes: [Route] {
    [
      .officer(.get, "/office/substitutions", substitutions),
      .officer(.post, "/office/substitutions", proof: .freshCode, nameSubstitute),
      .officer(.post, "/office/substitutions/:id/end", endSubstitution),
    ]
  }

  /// /office/substitutions: who stands in for whom.
  @Sendable func substitutions(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(
      SubstitutionsPage(try await desk.substitutions(for: officer), said: nil, in: visit))
  }

  /// POST /office/substitutions: an officer names who stands in for them.
  @Sendable func nameSubstitute(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    return try await mending {
      _ = try await desk.nameSubstitute(
        try SubstitutionWish(visit.form, in: visit), reason: try visit.words(at: "reason"),
        by: officer)
      return visit.seeOther("/office/substitutions")
    } again: { said in
      try visit.answer(
        SubstitutionsPage(try await desk.substitutions(for: officer), said: said, in: visit),
        status: said.status)
    }
  }

  /// POST /office/substitutions/:id/end
  @Sendable func endSubstitution(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await desk.endSubstitution(visit.id(), by: officer)
    return visit.seeOther("/office/substitutions")
  }
}

struct SubstitutionsPage: PartsPage {
  static let template = "substitutions"
  let parts: Parts

  init(_ view: SubstitutionsView, said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    let form = visit.form
    self.parts = Parts([
      "chrome": visit.chrome(words["substitution.title"]),
      "said": said.map { visit.notice(of: $0) },
      "lines": view.lines.map { line in
        Parts([
          "principal": line.principal, "substitute": line.substitute,
          "role": words["role", line.role.rawValue],
          "days": "\(line.from.vietnamese) – \(line.until.vietnamese)", "reason": line.reason,
          "state": SubstitutionsPage.tag(line.standing, in: visit),
          "endPlace": line.canEnd ? "/office/substitutions/\(line.id)/end" : nil,
        ])
      },
      "hasLines": !view.lines.isEmpty,
      "canName": !view.roles.isEmpty && !view.colleagues.isEmpty,
      "roles": view.roles.map {
        ChoicePart(
          id: "role-\($0.rawValue)", name: "role", value: $0.rawValue,
          text: words["role", $0.rawValue],
          isChosen: form.has("role") ? form["role"] == $0.rawValue : view.roles.first == $0)
      },
      "colleagues": view.colleagues.map {
        ChoicePart(
          id: "", name: "", value: $0.id.text, text: $0.name,
          isChosen: form["substitute"] == $0.id.text)
      },
      "from": form["from"], "until": form["until"], "reason": form["reason"],
    ])
  }

  private static func tag(_ standing: SubstitutionsView.Standing, in visit: Visit) -> Tag {
    let tone: Tag.Tone =
      switch standing {
      case .now: .good
      case .coming: .calm
      case .past, .ended: .quiet
      }
    return Tag(visit.words["substitutionStanding", standing.rawValue], tone)
  }
}
