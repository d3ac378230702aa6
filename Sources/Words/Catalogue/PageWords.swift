import Foundation
package import Vocabulary

/// The texts of the pages in one language, by key, read once at start.
///
/// Keys are dotted, such as `case.due`. A text may hold Mustache marks for the values that the
/// page puts in; it is never HTML. Both languages have the same keys; a test compares them.
package struct PageWords: Sendable {
  package let language: Language
  package let texts: [String: String]

  /// - Throws: `Fault` where the catalogue is missing or is not a flat object of texts.
  package init(_ language: Language) throws(Fault) {
    let name = "pages.\(language.rawValue)"
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "json", subdirectory: "Resources")
    else { throw Fault("reading the catalogue \(name).json", cause: "it is not in the bundle") }
    do {
      self.texts = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: url))
    } catch {
      throw Fault("reading the catalogue \(name).json", cause: "\(error)")
    }
    self.language = language
  }

  /// The text of a key. A key that is not there is our mistake; it is shown as itself so that the
  /// page still stands, and a test refuses it.
  package subscript(key: String) -> String { texts[key] ?? "[[\(key)]]" }

  /// A text of a family, such as `state.lodged`: for words chosen by a case of an enum.
  package subscript(family: String, member: String) -> String { self["\(family).\(member)"] }

  /// Puts the texts in place of the `[[key]]` marks of a template.
  ///
  /// - Throws: `Fault` naming the first key that the catalogue does not have.
  package func filled(_ template: String) throws(Fault) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.range(of: "[[") {
      guard let close = rest[open.upperBound...].range(of: "]]") else { break }
      let key = String(rest[open.upperBound..<close.lowerBound])
      guard let text = texts[key] else {
        throw Fault("filling a template", cause: "no text for \(key) in \(language.rawValue)")
      }
      result += rest[..<open.lowerBound] + text
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
