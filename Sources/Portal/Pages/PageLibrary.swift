import Foundation
import Mustache
package import Vocabulary
package import Words

/// A page: plain values that its template puts in place.
protocol Page: MustacheParent, Sendable {
  static var template: String { get }
}

/// The templates, compiled once a language with the catalogue's texts already in them.
package struct PageLibrary: Sendable {
  private let libraries: [Language: MustacheLibrary]
  private let catalogues: [Language: PageWords]

  /// - Throws: `Fault` naming a template that does not parse or a text that is missing.
  package init() throws(Fault) {
    var libraries: [Language: MustacheLibrary] = [:]
    var catalogues: [Language: PageWords] = [:]
    let templates = try PageLibrary.templates()
    for language in Language.allCases {
      let words = try PageWords(language)
      libraries[language] = try PageLibrary.compiled(templates, with: words)
      catalogues[language] = words
    }
    self.libraries = libraries
    self.catalogues = catalogues
  }

  package func words(in language: Language) -> PageWords {
    guard let words = catalogues[language] else {
      preconditionFailure("the library has a catalogue for every language")
    }
    return words
  }

  func html(_ page: some Page, in language: Language) throws(Fault) -> String {
    guard let text = libraries[language]?.render(page, withTemplate: type(of: page).template)
    else {
      throw Fault("rendering a page", cause: "no template \(type(of: page).template)")
    }
    return text
  }

  /// Every template by its name, as written.
  package static func templates() throws(Fault) -> [String: String] {
    let folder = Bundle.module.resourceURL?.appending(path: "Templates")
    guard let folder else { throw Fault("reading the templates", cause: "they are not bundled") }
    do {
      var found: [String: String] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".mustache") {
        found[String(name.dropLast(".mustache".count))] = try String(
          contentsOf: folder.appending(path: name), encoding: .utf8)
      }
      return found
    } catch {
      throw Fault("reading the templates", cause: "\(error)")
    }
  }

  private static func compiled(
    _ templates: [String: String], with words: PageWords
  ) throws(Fault) -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, text) in templates {
      let filled = try words.filled(text)
      do {
        library.register(try MustacheTemplate(string: filled), named: name)
      } catch {
        throw Fault("compiling the template \(name)", cause: "\(error)")
      }
    }
    return library
  }
}
