import Intake
import Vocabulary

/// What somebody chose before the form was opened. Typed text: the form reads it like all others.
package struct DraftWish: Equatable, Sendable {
  /// A code of the purpose catalogue; empty for none.
  package var purpose: String
  /// `number1` or `number2`; empty for none.
  package var kind: String

  package init(purpose: String = "", kind: String = "") {
    self.purpose = purpose
    self.kind = kind
  }

  func write(to form: inout DeclarationForm) {
    if !purpose.isEmpty { form[.requestPurpose] = purpose }
    if !kind.isEmpty { form[.requestKind] = kind }
  }
}
