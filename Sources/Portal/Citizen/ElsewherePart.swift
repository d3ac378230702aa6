import Desk
import Law
import Vocabulary
import Words

/// That another agency is competent, by which provision and fact, and what follows from it.
struct ElsewherePart: Sendable {
  let agency: String
  let why: String
  /// The agency's code where the case can be forwarded to it from here; nil elsewhere.
  let code: String?

  init(_ view: ElsewhereView, in visit: Visit) {
    switch view.agency {
    case .here(let id, let name):
      self.agency = name[visit.language]
      self.code = id.code
    case .province(let name):
      self.agency = "\(visit.words["elsewhere.province"]) \(name)"
      self.code = nil
    case .nationalCentre:
      self.agency = visit.words["elsewhere.nationalCentre"]
      self.code = nil
    }
    self.why = visit.words(of: view.reason, view.citation)
  }
}

extension Visit {
  fileprivate func words(of reason: Competence.Reason, _ citation: Citation) -> String {
    "\(words["competence", reason.rawValue]) (\(citation))."
  }

  /// That the case was forwarded: to whom, when and why.
  func notice(of forwarded: ForwardedView) -> Notice {
    var text = "\(forwarded.to[language]), \(forwarded.on.vietnamese)."
    if let reason = forwarded.reason, let citation = forwarded.citation {
      text += " " + words(of: reason, citation)
    }
    return Notice(.calm, title: words["elsewhere.forwarded"], text: text)
  }
}

extension ElsewherePart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "agency": agency
    case "why": why
    case "code": code
    default: nil
    }
  }
}
