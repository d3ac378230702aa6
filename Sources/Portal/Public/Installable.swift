import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Vocabulary
import Words

/// What lets a phone install the site: a manifest, a service worker and the page it shows while
/// the network is away.
extension Portal {
  var installableRoutes: [Route] {
    [
      .get("/manifest.webmanifest", manifest), .get("/worker.js", serviceWorker),
      .get("/offline", offline),
    ]
  }

  /// /manifest.webmanifest
  @Sendable func manifest(_ visit: Visit) async throws -> Response {
    let words = visit.words
    let manifest = WebManifest(
      name: words["brand.name"], description: words["front.lead"],
      language: visit.language.rawValue,
      icons: [
        .init(src: files.address(of: "icon-192.png"), sizes: "192x192", purpose: "any"),
        .init(src: files.address(of: "icon-512.png"), sizes: "512x512", purpose: "any"),
        .init(src: files.address(of: "icon-maskable.png"), sizes: "512x512", purpose: "maskable"),
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return visit.text(
      String(decoding: try encoder.encode(manifest), as: UTF8.self),
      type: "application/manifest+json; charset=utf-8")
  }

  /// /worker.js: stands at the root, because a worker sees only what lies below its address. It
  /// changes with the files it keeps, and a browser that sees it changed keeps them anew.
  @Sendable func serviceWorker(_ visit: Visit) async throws -> Response {
    guard let bytes = files.bytes(at: files.address(of: "worker.js")) else {
      throw HTTPRefusal.notFound
    }
    let source = String(decoding: bytes, as: UTF8.self)
    let kept =
      ["/offline"] + ["style.css", "page.js", "icon.svg"].map { files.address(of: $0) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let list = String(decoding: try encoder.encode(kept), as: UTF8.self)
    let name = hex(Array(SHA256.hash(data: Data((list + source).utf8)).prefix(8)))
    return visit.text(
      "const name = \"lylich-\(name)\";\nconst kept = \(list);\n\(source)",
      type: "text/javascript; charset=utf-8")
  }

  /// /offline: in both languages, because the worker cannot know which one was chosen.
  @Sendable func offline(_ visit: Visit) async throws -> Response {
    let other: Language = visit.language == .vietnamese ? .english : .vietnamese
    return try visit.answer(
      OfflinePage(
        visit.chrome(visit.words["offline.title"]), visit.words, others: library.words(in: other)))
  }
}

/// The manifest's members under the names that browsers read.
private struct WebManifest: Encodable {
  let name: String
  let shortName: String
  let description: String
  let language: String
  var start = "/home"
  var scope = "/"
  var display = "standalone"
  var themeColor = "#17457c"
  var backgroundColor = "#fbfcfd"
  let icons: [Icon]

  struct Icon: Encodable {
    let src: String
    let sizes: String
    var type = "image/png"
    let purpose: String
  }

  enum CodingKeys: String, CodingKey {
    case name, description, scope, display, icons
    case shortName = "short_name"
    case language = "lang"
    case start = "start_url"
    case themeColor = "theme_color"
    case backgroundColor = "background_color"
  }

  init(name: String, description: String, language: String, icons: [Icon]) {
    self.name = name
    self.shortName = name
    self.description = description
    self.language = language
    self.icons = icons
  }
}

struct OfflinePage: PartsPage {
  static let template = "offline"
  let parts: Parts

  /// - Parameters:
  ///   - words: the texts of the page's language.
  ///   - others: the texts of the other language, said below.
  init(_ chrome: Chrome, _ words: PageWords, others: PageWords) {
    self.parts = Parts([
      "chrome": chrome, "here": OfflinePage.part(words), "there": OfflinePage.part(others),
    ])
  }

  private static func part(_ words: PageWords) -> Parts {
    Parts([
      "language": words.language.rawValue, "title": words["offline.title"],
      "happened": words["offline.happened"], "safe": words["offline.safe"],
      "advice": words["offline.advice"],
    ])
  }
}
