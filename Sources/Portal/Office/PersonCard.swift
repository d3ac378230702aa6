import Assessment
import CaseFile
import Desk
import Records
import Vocabulary
import Words

/// Who the applicant is, on the case's own page: in a word, with the way to the rest.
struct PersonCard: Sendable, MustacheParent {
  private let parts: Parts

  /// Nil before acceptance: nothing is searched for a case that may be refused or handed on.
  init?(_ summary: PersonSummary, at line: CaseLine, in visit: Visit) {
    switch line.state {
    case .awaitingFee, .lodged, .refused, .sentOutside, .withdrawn: return nil
    case .inAssessment, .awaitingSupplement, .assessed, .approved, .issuing, .issued, .handedOver,
      .revoked:
      break
    }
    parts = Parts([
      "state": visit.tag(of: summary), "stateName": summary.state.rawValue,
      "text": visit.sentence(of: summary), "href": "/office/cases/\(line.id)/person",
    ])
  }

  func child(named name: String) -> Any? { parts.child(named: name) }
}

extension Visit {
  func tag(of summary: PersonSummary) -> Tag {
    let text = words["personState", summary.state.rawValue]
    switch summary.state {
    case .notSearched, .toDecide: return Tag(text, .attention)
    case .clear: return Tag(text, .good)
    case .decided: return Tag(text, summary.records.isEmpty ? .good : .bad)
    }
  }

  func sentence(of summary: PersonSummary) -> String {
    var sentence = words["personText", summary.state.rawValue]
    switch summary.state {
    case .clear: sentence += " \(words["person.entries"]): \(summary.entries)."
    case .toDecide: sentence += " \(summary.open)/\(summary.candidates)."
    case .decided:
      sentence +=
        summary.records.isEmpty
        ? " \(words["person.noRecord"])"
        : " \(words["person.record"]) "
          + summary.records.map(\.description).joined(separator: ", ") + "."
    case .notSearched: break
    }
    if summary.hasOpenDispute { sentence += " \(words["person.disputed"])" }
    return sentence
  }
}

/// Where somebody has to look who a person is.
struct PersonWaitsPage: PartsPage {
  static let template = "persons"
  let parts: Parts

  init(_ waits: [PersonWait], in visit: Visit) {
    parts = Parts([
      "chrome": visit.chrome(visit.words["persons.title"]),
      "lines": waits.map { wait in
        Parts([
          "href": "/office/cases/\(wait.caseID)/person", "number": wait.number,
          "applicant": wait.applicant, "kind": visit.words["personWait", wait.kind.rawValue],
          "step": Tag(
            wait.isForLeader
              ? visit.words["candidateState.leader"] : visit.words["candidateState.open"],
            .attention), "since": wait.since.vietnamese,
        ])
      },
      "isEmpty": waits.isEmpty,
    ])
  }
}
