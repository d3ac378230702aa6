import Foundation
import Vocabulary

/// The name of a file as a stranger's device gives it, made fit to be shown: without folders,
/// without signs that are not seen or that turn the line around, and not endless.
struct PaperName: Equatable, Sendable {
  let text: String

  init(_ typed: String) {
    let last = typed.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
    let visible = last.precomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        false
      default:
        true
      }
    }
    let folded = String(String.UnicodeScalarView(visible)).split(separator: " ")
      .joined(separator: " ")
    self.text = String(folded.prefix(PaperBounds.nameCharacters))
  }
}
