import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

/// Every page in its states, rendered whole. `LYLICH_PREVIEW=FOLDER` keeps them, with the table of
/// routes, for the outer tests: they look at each in a real browser.
@Suite("Every page stands")
struct PreviewTests {
  /// The routes that never answer with a page of their own, and what they answer with.
  static let withoutPage: [String: String] = [
    "GET /health": "text", "GET /static/:hash/:name": "file", "GET /demo/accounts.json": "JSON",
    "GET /manifest.webmanifest": "JSON", "GET /worker.js": "script",
    "GET /trust/root.pem": "file", "GET /trust/keys.json": "JSON", "GET /trust/checkpoint": "text",
    "GET /sign-in/return": "redirect", "GET /office/next": "redirect",
    "GET /payments/vnpay/ipn": "JSON",
    "GET /cases/:id/slip.pdf": "PDF", "GET /cases/:id/receipt.pdf": "PDF",
    "GET /cases/:id/certificate.pdf": "PDF", "GET /cases/:id/departure.pdf": "PDF",
    "GET /office/cases/:id/certificate.pdf": "PDF", "GET /office/cases/:id/preview.pdf": "PDF",
    "GET /cases/:id/forms/:form": "PDF", "GET /office/cases/:id/forms/:form": "PDF",
    "GET /office/register/volume.pdf": "PDF", "GET /office/register/table.csv": "table",
    "GET /office/money/table.csv": "table",
    "GET /office/till/receipts/:id": "PDF",
    "GET /office/bodies/:id/refusal.pdf": "PDF", "GET /office/bodies/:id/answer.json": "JSON",
    "GET /papers/:id": "file", "GET /office/papers/:id": "file",
  ]

  @Test func `every route that shows a page has a state that is looked at`() throws {
    let routes = try Runner().portal.routes.filter { $0.method == .get }
    let shown = routes.filter { route in PageShot.all.contains { $0.isAnswered(by: route) } }
    let named = { (routes: [Route]) in Set(routes.map { "GET \($0.path)" }) }
    let unseen = named(routes).subtracting(named(shown)).subtracting(Self.withoutPage.keys)
    #expect(unseen.sorted() == [], "add a PageShot")
    #expect(Set(Self.withoutPage.keys).subtracting(named(routes)).sorted() == [], "no such route")
    #expect(named(shown).intersection(Self.withoutPage.keys).sorted() == [], "it shows a page")
    #expect(Set(PageShot.all.map(\.name)).count == PageShot.all.count)
    try keepRoutes()
  }

  @Test(arguments: PageShot.all, Language.allCases)
  func `a page holds no unfilled mark`(shot: PageShot, language: Language) async throws {
    try await shot.take(language) { portal, page in
      #expect(page.status.code == shot.status)
      #expect(!page.html.contains("[["))
      #expect(!page.html.contains("{{"))
      #expect(!page.html.contains("Optional("))
      #expect(page.html.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(page.html.contains("BẢN MẪU"))
      #expect(!page.html.contains(" style=") && !page.html.contains(" onclick="))
      try keep(page.html, "\(shot.name).\(language.rawValue).html", portal)
    }
  }

  private var folder: URL? {
    ProcessInfo.processInfo.environment["LYLICH_PREVIEW"].map { URL(filePath: $0) }
  }

  /// Beside the page stand the files it loads, under the addresses it names.
  private func keep(_ html: String, _ name: String, _ portal: Portal) throws {
    guard let folder else { return }
    try write(Data(html.utf8), to: folder.appending(path: name))
    for file in ["style.css", "page.js", "icon.svg", "icon-touch.png"] {
      let address = portal.files.address(of: file)
      guard let bytes = portal.files.bytes(at: address) else { continue }
      try write(Data(bytes), to: folder.appending(path: String(address.dropFirst())))
    }
  }

  private func keepRoutes() throws {
    guard let folder else { return }
    let routes = try Runner().portal.routes.map {
      ["method": $0.method.rawValue, "path": $0.path, "access": $0.access.rawValue]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try write(try encoder.encode(routes), to: folder.appending(path: "routes.json"))
  }

  private func write(_ bytes: Data, to file: URL) throws {
    let above = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
    try bytes.write(to: file, options: .atomic)
  }
}
