import Desk
import Hummingbird
import Law
import Vocabulary
import Words

/// Whether a certificate is needed at all, before anything is typed. It warns and lets go on.
extension Portal {
  var needRoutes: [Route] { [.get("/need", need), .post("/need", notNeeded)] }

  /// /need?purpose=employment&kind=number1
  @Sendable func need(_ visit: Visit) async throws -> Response {
    let choices = try await desk.formChoices(in: visit.language)
    let kind = CertificateKind(rawValue: visit.query("kind")) ?? .number1
    let citizen: CitizenID? =
      if case .citizen(let id) = visit.visitor.standing { id } else { nil }
    let view = try await desk.need(
      purpose: visit.query("purpose"), kind: kind, of: citizen)
    return try visit.answer(
      NeedPage(view, kind: kind, isSignedIn: citizen != nil, choices: choices, in: visit))
  }

  /// POST /need: "I do not need it after all". Counted without anybody's name.
  @Sendable func notNeeded(_ visit: Visit) async throws -> Response {
    guard let kind = CertificateKind(rawValue: visit.form["kind"]) else {
      throw HTTPRefusal.bodyUnreadable
    }
    if isWorthCounting(visit) {
      try await desk.countAvoided(purpose: visit.form["purpose"], kind: kind)
    }
    return visit.seeOther("/need?done=1")
  }

  /// Whoever answers honestly a second time is served all the same: there is nothing to mend.
  private func isWorthCounting(_ visit: Visit) -> Bool {
    do {
      try limits.take(.avoided, key: visit.context.peer, at: visit.now)
      try limits.take(.allAvoided, key: "all", at: visit.now)
      return true
    } catch {
      return false
    }
  }
}

struct NeedPage: PartsPage {
  static let template = "need"
  let parts: Parts

  init(
    _ view: NeedView?, kind: CertificateKind, isSignedIn: Bool, choices: FormChoices,
    in visit: Visit
  ) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["need.title"]),
      "done": visit.query("done").isEmpty
        ? nil : Notice(.good, title: words["need.done.title"], text: words["need.done.text"]),
      "purposes": choices.purposes.map {
        FormOption(code: $0.code, words: $0.words, isChosen: $0.code == view?.purpose)
      },
      "kinds": CertificateKind.allCases.map { one in
        ChoicePart(
          id: "kind-\(one.rawValue)", name: "kind", value: one.rawValue,
          text: words["kind", one.rawValue], isChosen: one == kind)
      },
      "found": view.map { NeedPage.found($0, isSignedIn: isSignedIn, in: visit) },
    ])
  }

  private static func found(_ view: NeedView, isSignedIn: Bool, in visit: Visit) -> Parts {
    let words = visit.words
    let (key, tone): (String, Tag.Tone) =
      switch view.standing {
      case .nothingToSay: ("own", .calm)
      case .demandHasBasis: ("basis", .calm)
      case .demandWithoutBasis: ("noBasis", .attention)
      case .number2IsNeverDemanded: ("number2", .attention)
      }
    let basis: String? =
      if case .demandHasBasis(let basis) = view.standing { basis } else { nil }
    let law = view.standing == .nothingToSay ? [] : view.citations.map(\.description)
    return Parts([
      "standing": key, "purpose": view.name[visit.language],
      "said": Notice(
        tone, title: words["need.\(key)", "title"], text: words["need.\(key)", "text"]),
      "law": (law + [basis].compactMap { $0 }).isEmpty
        ? nil : (law + [basis].compactMap { $0 }).joined(separator: "; "),
      "held": view.held.map {
        SummaryRow(label: $0.number, value: $0.issuedOn.vietnamese)
      },
      "hasHeld": !view.held.isEmpty, "isSignedIn": isSignedIn, "code": view.purpose,
      "kind": view.kind.rawValue,
    ])
  }
}
