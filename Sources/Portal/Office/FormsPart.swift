import Desk
import Issuance
import Vocabulary
import Words

extension OfficeCasePage {
  /// The statutory forms that the case has, and the apology that may be made.
  static func forms(of view: OfficeCaseView, in visit: Visit) -> Parts {
    let words = visit.words
    let place = "/office/cases/\(view.line.id)"
    return Parts([
      "files": view.forms.map {
        Link(href: "\(place)/forms/\($0.rawValue).pdf", text: words["form", $0.rawValue])
      },
      "apology": view.apology.map { visit.notice(of: $0) },
      "action": view.can.contains(.reappoint) ? "\(place)/apology" : nil,
      "newDay": String(visit.form["newDay"].prefix(10)),
      "reason": String(visit.form["apology"].prefix(2_000)),
      "isOpen": !visit.form["apology"].isEmpty || !visit.form["newDay"].isEmpty,
    ])
  }
}

extension Visit {
  /// That the agency excused itself, with both days and the reason.
  func notice(of apology: ApologyView) -> Notice {
    Notice(
      .attention, title: words["apology.title"],
      text: "\(words["apology.oldDay"]) \(apology.oldDay.vietnamese). "
        + "\(words["apology.newDay"]) \(apology.newDay.vietnamese). "
        + "\(words["apology.reason"]): \(apology.reason)")
  }

  /// What the citizen was told in writing, as files.
  func written(of view: CitizenCaseView) -> [Link] {
    let place = "/cases/\(view.line.id)"
    var forms: [StatutoryForm] = []
    if !view.supplements.isEmpty { forms.append(.supplement) }
    if view.refusal != nil { forms.append(.refusal) }
    if view.apology != nil { forms.append(.apology) }
    return forms.map {
      Link(href: "\(place)/forms/\($0.rawValue).pdf", text: words["form", $0.rawValue])
    }
  }
}
