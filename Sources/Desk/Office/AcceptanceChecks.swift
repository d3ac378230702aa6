import CaseFile
package import Intake
package import Vocabulary

/// What an intake officer says with the acceptance.
package struct AcceptanceChecks: Equatable, Sendable {
  /// Who is right, by field.
  package var verdicts: [FormField: FieldVerdict]
  package var link: SeenLink

  /// Whether the officer has seen the paper that shows the tie or the authority.
  package enum SeenLink: Equatable, Sendable {
    case seen
    case notSaid
  }

  package init(verdicts: [FormField: FieldVerdict] = [:], link: SeenLink = .notSaid) {
    self.verdicts = verdicts
    self.link = link
  }
}

extension CaseStep {
  /// Records what is new: what was decided or proved before stays.
  mutating func record(_ checks: AcceptanceChecks, by officer: ActingOfficer) throws {
    for dispute in facts.declaration?.disputes ?? [] {
      guard let verdict = checks.verdicts[dispute.field],
        facts.fieldVerdicts[dispute.field] != verdict
      else { continue }
      try record(.fieldDecided(field: dispute.field, verdict: verdict, by: officer.id))
    }
    if checks.link == .seen, facts.link == .open, facts.declaration?.representative != nil {
      try record(.linkConfirmed(by: officer.id))
    }
  }
}

/// A field of which the person says that a register is wrong, as an officer sees it.
package struct DisputedFieldView: Equatable, Sendable {
  package var dispute: FieldDispute
  /// Nil until an officer has decided.
  package var verdict: FieldVerdict?
}

/// How it is shown that who applies may apply for the person.
package enum LinkView: String, Equatable, Sendable, CaseIterable {
  /// An officer must see the paper before the case is accepted.
  case open
  case register
  case officer
}

extension CaseFacts {
  var disputedFields: [DisputedFieldView] {
    (declaration?.disputes ?? []).map {
      DisputedFieldView(dispute: $0, verdict: fieldVerdicts[$0.field])
    }
  }

  var linkView: LinkView? {
    guard declaration?.representative != nil else { return nil }
    switch link {
    case .open: return .open
    case .register: return .register
    case .officer: return .officer
    }
  }
}

extension DraftView {
  /// The fields whose register value was changed.
  package var disputed: Set<FormField> {
    Set(registered.keys.filter { origins[$0.rawValue] == .changed })
  }
}
