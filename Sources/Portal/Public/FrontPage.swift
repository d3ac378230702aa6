import Hummingbird
import NIOCore
import Vocabulary
import Words

extension Portal {
  var publicRoutes: [Route] {
    [
      .get("/", front), .get("/about", about), .get("/design", design), .get("/health", health),
      .get("/static/:hash/:name", files.answer), .get("/demo/accounts.json", demoAccounts),
    ]
  }

  /// /
  @Sendable func front(_ visit: Visit) async throws -> Response {
    try visit.answer(
      FrontPage(
        chrome: visit.chrome(visit.words["front.title"]),
        demo: desk.demoCast.map { DemoPart($0, in: visit) }))
  }

  /// /about
  @Sendable func about(_ visit: Visit) async throws -> Response {
    let notes = desk.site(in: visit.language).ruleSetNotes
    return try visit.answer(
      AboutPage(
        chrome: visit.chrome(visit.words["about.title"]),
        notes: notes.map { SummaryRow(label: $0.title, value: $0.text) }))
  }

  /// /health: whether this process answers and its database does.
  @Sendable func health(_ visit: Visit) async throws -> Response {
    do {
      try await desk.pulse()
      return visit.text("ok\n", type: "text/plain; charset=utf-8")
    } catch {
      var response = visit.text("database unreachable\n", type: "text/plain; charset=utf-8")
      response.status = .serviceUnavailable
      return response
    }
  }

  /// /demo/accounts.json: how a tool finds the invented people of a demo.
  @Sendable func demoAccounts(_ visit: Visit) async throws -> Response {
    guard settings.stage == .demo, let cast = desk.demoCast else { throw HTTPRefusal.notFound }
    return visit.text(try cast.json(), type: "application/json; charset=utf-8")
  }
}

struct FrontPage: Page {
  static let template = "front"
  let chrome: Chrome
  let demo: DemoPart?
}

/// The invented people, on a demo's front page.
struct DemoPart: Sendable {
  let officers: [DemoOfficerRow]
  let citizens: [DemoCitizenRow]

  init(_ cast: DemoCast, in visit: Visit) {
    self.officers = cast.officers.map {
      DemoOfficerRow(
        role: DemoPart.words(of: $0.role, in: visit), name: $0.name, agency: $0.agency,
        username: $0.username, password: $0.password, code: $0.code)
    }
    self.citizens = cast.citizens.map {
      DemoCitizenRow(name: $0.name, nationalID: $0.nationalID, story: $0.story)
    }
  }

  /// `intake+assessor`: one person may hold several roles.
  private static func words(of roles: String, in visit: Visit) -> String {
    roles.split(separator: "+").map { visit.words["role", String($0)] }.joined(separator: ", ")
  }
}

struct DemoOfficerRow: Sendable {
  let role: String
  let name: String
  let agency: String
  let username: String
  let password: String
  let code: String
}

struct DemoCitizenRow: Sendable {
  let name: String
  let nationalID: String
  let story: String
}

struct AboutPage: Page {
  static let template = "about"
  let chrome: Chrome
  let notes: [SummaryRow]
}

extension FrontPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "demo": demo
    default: nil
    }
  }
}

extension DemoPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "officers": officers
    case "citizens": citizens
    default: nil
    }
  }
}

extension DemoOfficerRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "role": role
    case "name": name
    case "agency": agency
    case "username": username
    case "password": password
    case "code": code
    default: nil
    }
  }
}

extension DemoCitizenRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "name": name
    case "nationalID": nationalID
    case "story": story
    default: nil
    }
  }
}

extension AboutPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "notes": notes
    default: nil
    }
  }
}
