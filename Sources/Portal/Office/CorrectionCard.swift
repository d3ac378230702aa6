import CaseFile
import Desk
import Handover
import Law
import Vocabulary
import Words

extension Visit {
  /// What the case corrects and what corrects its certificate, for the case's page.
  ///
  /// - Parameter proceeding: where the certificate is looked at to take it back.
  func correction(
    _ view: CorrectionView, at place: String, others: String, proceeding: String? = nil
  ) -> Parts {
    let cites = view.cites
    return Parts([
      "proceeding": proceeding,
      "askHref": view.canAsk ? "\(place)/correction" : nil,
      "isThere": view.canAsk || view.open != nil || cites != nil || view.replacedBy != nil,
      "open": view.open.map { open in
        Parts(["href": "\(others)/\(open.id)", "number": open.number])
      },
      "replaced": view.replacedBy.map { new in
        Parts(["href": "\(others)/\(new.caseID)", "number": new.certificateNumber])
      },
      "cites": cites.map { cited in
        Parts([
          "href": "\(others)/\(cited.caseID)", "number": cited.certificateNumber,
          "case": cited.caseNumber, "ground": words["revocationGround", cited.ground.rawValue],
          "cause": words["revocationCause", cited.cause.rawValue],
          "words": cited.words.isEmpty ? nil : cited.words,
        ])
      },
    ])
  }

  /// The same for an officer.
  func correction(of view: OfficeCaseView) -> Parts {
    let place = "/office/cases/\(view.line.id)"
    let isThere =
      view.correction.cites != nil
      || [.issued, .handedOver, .revoked].contains(view.line.state)
    return correction(
      view.correction, at: place, others: "/office/cases",
      proceeding: isThere ? "\(place)/revocation" : nil)
  }

  /// A correction is refused on a ground of its own.
  func grounds(of view: OfficeCaseView, among choices: FormChoices) -> [FormChoices.Choice] {
    guard view.correction.cites != nil else { return choices.refusalGrounds }
    return RefusalGround.all(correcting: .certificate).map {
      .init(code: $0.rawValue, words: $0.words[language])
    }
  }
}
