import CaseFile
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
    case .outside(let destination):
      self.agency = CompetenceWords.name(destination, in: visit.language)
      self.code = nil
    }
    self.why = visit.words(of: view.reason, view.citation)
  }
}

extension Visit {
  fileprivate func words(of reason: Competence.Reason, _ citation: Citation) -> String {
    "\(CompetenceWords.sentence(reason, in: language)) (\(citation))."
  }

  /// That the case was forwarded: to whom, when and why.
  func notice(of forwarded: ForwardedView) -> Notice {
    var text = "\(forwarded.to[language]), \(forwarded.on.vietnamese)."
    if let reason = forwarded.reason, let citation = forwarded.citation {
      text += " " + words(of: reason, citation)
    }
    if let reference = forwarded.reference {
      text += " \(words["sendOutside.reference"]): \(reference)."
      text += " \(CompetenceWords.money(owedBack: forwarded.owedBack, in: language))."
    }
    return Notice(.calm, title: words["elsewhere.forwarded"], text: text)
  }
}

extension Visit {
  /// Which limit a case has, and why it is the longer one; nil before acceptance.
  func words(of grounds: DueGrounds?) -> String? {
    guard let grounds else { return nil }
    let days = "\(grounds.limit.days) \(words["due", grounds.limit.unit.rawValue])"
    let why = grounds.complications.map { words["complication", $0.rawValue] }
    let reasons = why.isEmpty ? "" : ": \(why.joined(separator: "; "))"
    return "\(days)\(reasons) (\(grounds.limit.citation))"
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
