import Desk
import Handover
import Law
import Vocabulary
import Words

/// A certificate that may be taken back: what it is, who proposed it and why, and who decides.
struct RevocationPage: PartsPage {
  static let template = "revocation"
  let parts: Parts

  init(_ view: RevocationView, said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    let place = "/office/cases/\(view.line.id)"
    let ground = visit.typed("ground", into: "revocation")
    let grounds = RevocationGround.allCases.map {
      ChoicePart(
        id: "ground-\($0.rawValue)", name: "ground", value: $0.rawValue,
        text: words["revocationGround", $0.rawValue], isChosen: $0.rawValue == ground)
    }
    parts = Parts([
      "chrome": visit.chrome(words["revocation.title"], path: "\(place)/revocation"),
      "place": place, "number": view.line.number.text, "applicant": view.applicantName,
      "notice": said.map { visit.notice(of: $0) },
      "certificate": RevocationPage.rows(of: view, in: visit),
      "state": Tag(
        words["certificateState", view.certificate.state.rawValue],
        view.certificate.state == .revoked ? .bad : .good),
      "standing": RevocationPage.standing(of: view),
      "proceeding": view.proceeding.map { RevocationPage.parts(of: $0, in: visit) },
      "canPropose": view.can.contains(.propose),
      "correction": view.can.contains(.correct) ? "\(place)/correction" : nil,
      "issuedBy": view.issuedBy.map { "/office/cases/\($0)" },
      "hasCorrections": !view.corrections.isEmpty,
      "corrections": view.corrections.map { line in
        Parts([
          "href": "/office/cases/\(line.id)", "number": line.number,
          "state": visit.tag(of: line.state),
        ])
      },
      "decision": view.can.isDisjoint(with: [.revoke, .decline])
        ? nil : RevocationPage.decision(view.can, in: visit),
      "grounds": grounds,
      "typedReason": visit.typed("reason", into: "revocation") ?? "",
      "again": visit.typedAgain(
        grounds.map { ("revocation.ground", $0) }
          + RevocationPage.choices(view.can, in: visit).map { ("revocation.question", $0) },
        since: said),
    ])
  }

  private static func rows(of view: RevocationView, in visit: Visit) -> [SummaryRow] {
    let words = visit.words
    return [
      SummaryRow(label: words["certificate.number"], value: view.certificate.number),
      SummaryRow(
        label: words["certificate.kind"], value: words["kind", view.line.kind.rawValue]),
      SummaryRow(
        label: words["certificate.issuedOn"], value: view.certificate.issuedOn.vietnamese),
    ]
      + (view.certificate.revoked.map {
        [SummaryRow(label: words["certificate.revokedOn"], value: $0.on.vietnamese)]
      } ?? [])
      + (view.certificate.replacedBy.map {
        [SummaryRow(label: words["certificate.replacedBy"], value: $0)]
      } ?? [])
  }

  /// For programs that look at the page: `none`, `proposed`, `declined` or `revoked`.
  private static func standing(of view: RevocationView) -> String {
    guard let proceeding = view.proceeding else { return "none" }
    return proceeding.outcome?.verdict.rawValue ?? "proposed"
  }

  private static func parts(
    of proceeding: RevocationView.Proceeding, in visit: Visit
  ) -> Parts {
    let words = visit.words
    var rows = [
      SummaryRow(
        label: words["revocation.ground"],
        value: words["revocationGround", proceeding.ground.rawValue],
        note: words["revocationCause", proceeding.cause.rawValue]),
      SummaryRow(
        label: words["revocation.proposer"], value: proceeding.proposer,
        note: proceeding.proposedAt.vietnamese),
      SummaryRow(label: words["revocation.reason"], value: proceeding.reason),
    ]
    if let outcome = proceeding.outcome {
      rows += [
        SummaryRow(
          label: words["revocationOutcome", outcome.verdict.rawValue], value: outcome.by,
          note: outcome.at.vietnamese),
        SummaryRow(label: words["revocation.reason"], value: outcome.reason),
      ]
    }
    return Parts(["rows": rows, "isOpen": proceeding.outcome == nil])
  }

  private static func decision(
    _ can: Set<RevocationView.Act>, in visit: Visit
  ) -> Parts {
    let acts = choices(can, in: visit)
    return Parts([
      "choices": zip(acts, [RevocationView.Act.revoke, .decline])
        .filter { can.contains($0.1) }.map(\.0),
      "typedReason": visit.typed("reason", into: "decision") ?? "",
    ])
  }

  /// Both, whether or not they can be chosen now.
  private static func choices(
    _ can: Set<RevocationView.Act>, in visit: Visit
  ) -> [ChoicePart] {
    let typed = visit.typed("verdict", into: "decision")
    let verdicts: [(RevocationView.Act, RevocationChoice)] = [
      (.revoke, .revoked), (.decline, .declined),
    ]
    return verdicts.map { act, verdict in
      ChoicePart(
        id: "verdict-\(verdict.rawValue)", name: "verdict", value: verdict.rawValue,
        text: visit.words["revocationChoice", verdict.rawValue],
        isChosen: typed.map { $0 == verdict.rawValue } ?? (can == [.revoke] && act == .revoke))
    }
  }
}

/// Certificates that an officer wants taken back, the longest waiting first.
struct RevocationWaitsPage: PartsPage {
  static let template = "revocations"
  let parts: Parts

  init(_ waits: [RevocationWait], in visit: Visit) {
    let words = visit.words
    parts = Parts([
      "chrome": visit.chrome(words["revocations.title"]),
      "lines": waits.map { wait in
        Parts([
          "href": "/office/cases/\(wait.caseID)/revocation", "number": wait.number,
          "applicant": wait.applicant, "ground": words["revocationGround", wait.ground.rawValue],
          "since": wait.since.vietnamese,
        ])
      },
      "isEmpty": waits.isEmpty,
    ])
  }
}
