package import CaseFile
import Intake
package import Issuance
package import Vocabulary

/// That the agency excused itself for another day. No officer's name.
package struct ApologyView: Equatable, Sendable {
  package var on: CivilDate
  package var oldDay: CivilDate
  package var newDay: CivilDate
  package var reason: String
}

extension ApologyView {
  init(_ apology: CaseFacts.Apology) {
    self.init(
      on: apology.signed.at.civilDate, oldDay: apology.oldDay, newDay: apology.newDay,
      reason: apology.reason)
  }
}

/// The register of a period (Mẫu số 06) in volumes of a bounded size, for the page that lists them.
package struct RegisterView: Equatable, Sendable {
  package var from: CivilDate
  package var to: CivilDate
  package var volumes: [RegisterVolume]
  /// Whether the period has more volumes than are listed.
  package var isCut: Bool
}

/// Where one volume begins.
package struct RegisterVolume: Equatable, Sendable {
  /// From 1.
  package var number: Int
  /// The last case of the volume before; nil for the first.
  package var after: Key?

  package struct Key: Equatable, Sendable {
    package var lodgedAt: Instant
    package var id: CaseID

    package init(lodgedAt: Instant, id: CaseID) {
      self.lodgedAt = lodgedAt
      self.id = id
    }
  }

  package init(number: Int, after: Key?) {
    self.number = number
    self.after = after
  }
}

extension CaseFacts {
  /// The statutory forms that a case has by now.
  package var statutoryForms: [StatutoryForm] {
    StatutoryForm.allCases.filter { form in
      switch form {
      case .receipt: feeSettlement != .open
      case .supplement: supplements.rounds.last?.request != nil
      case .refusal: refusalWords != nil
      case .apology: apology != nil
      case .control: true
      case .register: false
      }
    }
  }
}
