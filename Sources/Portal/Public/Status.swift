import CaseFile
import Desk
import Hummingbird
import Vocabulary
import Words

/// How a case stands, for whoever holds its slip: the step and the days, nothing of the person.
extension Portal {
  var statusRoutes: [Route] { [.get("/status", statusForm), .post("/status", status)] }

  /// /status
  @Sendable func statusForm(_ visit: Visit) async throws -> Response {
    try visit.answer(StatusPage(nil, number: "", notice: nil, in: visit))
  }

  /// POST /status: number and secret are posted, never written into an address. A wrong pair costs
  /// the asker and the number; a right one costs nothing.
  @Sendable func status(_ visit: Visit) async throws -> Response {
    let number = String(visit.form["number"].prefix(40))
    let peer = visit.context.peer
    try limits.look(.statusPeers, key: peer, at: visit.now)
    try limits.look(.statusNumbers, key: number, at: visit.now)
    do {
      let view = try await desk.caseStatus(number: number, secret: visit.form["secret"])
      return try visit.answer(StatusPage(view, number: number, notice: nil, in: visit))
    } catch Refused.notFound {
      try limits.take(.statusPeers, key: peer, at: visit.now)
      try limits.take(.statusNumbers, key: number, at: visit.now)
      let notice = Notice(
        .bad, title: visit.words["status.none.title"], text: visit.words["status.none.text"])
      return try visit.answer(
        StatusPage(nil, number: number, notice: notice, in: visit), status: .notFound)
    }
  }
}

struct StatusPage: PartsPage {
  static let template = "status"
  let parts: Parts

  init(_ view: CaseStatusView?, number: String, notice: Notice?, in visit: Visit) {
    // A number and a secret do not tell whether it was accepted before a supplement was asked for.
    let hasNoStep: [StateName] = [.refused, .sentOutside, .withdrawn, .awaitingSupplement]
    let isEnded = view.map { hasNoStep.contains($0.state) } ?? false
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["status.title"]), "typedNumber": number,
      "notice": notice,
      "found": view.map { view in
        Parts([
          "number": view.number, "state": visit.tag(of: view.state),
          "daysLeft": visit.words(ofDaysLeft: view.workingDaysLeft),
          "dueOn": view.dueOn?.vietnamese, "hasSteps": !isEnded,
          "steps": StepPart.all(at: view.state, in: visit),
        ])
      },
      "isAsked": view != nil,
    ])
  }
}
