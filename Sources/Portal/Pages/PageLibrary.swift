import Foundation
package import Vocabulary
package import Words

/// A page: plain values that its template puts in place.
protocol Page: MustacheParent, Sendable {
  static var template: String { get }
}

/// The templates, compiled once a language with the catalogue's texts already in them.
package struct PageLibrary: Sendable {
  private let templates: [Language: [String: Template]]
  private let catalogues: [Language: PageWords]

  /// - Throws: `Fault` naming a template that does not parse or a text that is missing.
  package init() throws(Fault) {
    var templates: [Language: [String: Template]] = [:]
    var catalogues: [Language: PageWords] = [:]
    let files = try PageLibrary.templates()
    for language in Language.allCases {
      let words = try PageWords(language)
      templates[language] = try PageLibrary.compiled(files, with: words)
      catalogues[language] = words
    }
    self.templates = templates
    self.catalogues = catalogues
  }

  package func words(in language: Language) -> PageWords {
    guard let words = catalogues[language] else {
      preconditionFailure("the library has a catalogue for every language")
    }
    return words
  }

  /// The page as UTF-8.
  func html(_ page: some Page, in language: Language) throws(Fault) -> [UInt8] {
    let name = type(of: page).template
    guard let template = templates[language]?[name] else {
      throw Fault("rendering a page", cause: "no template \(name)")
    }
    return template.filled(with: page)
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
    _ files: [String: String], with words: PageWords
  ) throws(Fault) -> [String: Template] {
    var read: [String: [TemplateNode]] = [:]
    for (name, text) in files {
      let filled = try words.filled(text)
      read[name] = try PageLibrary.compiling(name) { () throws(TemplateMistake) in
        try TemplateReader.nodes(of: filled)
      }
    }
    var templates: [String: Template] = [:]
    for name in read.keys {
      templates[name] = try PageLibrary.compiling(name) { () throws(TemplateMistake) in
        try Template(named: name, in: read)
      }
    }
    return templates
  }

  private static func compiling<Value>(
    _ name: String, _ work: () throws(TemplateMistake) -> Value
  ) throws(Fault) -> Value {
    do {
      return try work()
    } catch {
      throw Fault("compiling the template \(name)", cause: "\(error)")
    }
  }
}
