import CaseFile
import Desk
import HTTPTypes
import Hummingbird
import Law
import Vocabulary
import Words

extension Portal {
  var signInRoutes: [Route] {
    [
      .get("/sign-in", signIn), .post("/sign-in", beginSignIn),
      .get("/sign-in/return", returnFromIdentity), .post("/sign-out", signOut),
      .citizen(.get, "/home", home),
    ]
  }

  /// /sign-in
  @Sendable func signIn(_ visit: Visit) async throws -> Response {
    if case .citizen = visit.visitor.standing { return visit.seeOther("/home") }
    return try visit.answer(SignInPage(chrome: visit.chrome(visit.words["signIn.title"])))
  }

  /// POST /sign-in: to the e-identity provider, with what must come back kept in the session.
  @Sendable func beginSignIn(_ visit: Visit) async throws -> Response {
    try limits.take(.signIns, key: visit.context.peer, at: visit.now)
    let start = try await desk.beginSignIn(language: visit.language)
    let cookie = try await sessions.open(.signingIn(start.pending), insteadOf: visit.visitor)
    return visit.seeOther(start.url, cookie: cookie)
  }

  /// /sign-in/return: proved, the visitor gets a new session under a new secret.
  @Sendable func returnFromIdentity(_ visit: Visit) async throws -> Response {
    guard case .signingIn(let pending) = visit.visitor.standing else {
      if case .citizen = visit.visitor.standing { return visit.seeOther("/home") }
      throw Refused.signInExpired
    }
    let state = visit.query("state")
    let code = visit.query("code")
    guard equalInConstantTime(state, pending.state), !code.isEmpty else {
      throw Refused.signInExpired
    }
    let citizen = try await desk.finishSignIn(code: code, state: state, pending: pending)
    let cookie = try await sessions.open(.citizen(citizen.id), insteadOf: visit.visitor)
    return visit.seeOther("/home", cookie: cookie)
  }

  /// POST /sign-out
  @Sendable func signOut(_ visit: Visit) async throws -> Response {
    try await sessions.close(visit.visitor)
    return visit.seeOther("/", cookie: sessions.endedCookie)
  }

  /// /home
  @Sendable func home(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let drafts = try await desk.drafts(of: citizen.id)
    let cases = try await desk.cases(of: citizen.id)
    return try visit.answer(
      HomePage(
        chrome: visit.chrome(visit.words["home.title"]), name: citizen.name.text,
        drafts: drafts.map {
          Link(href: "/drafts/\($0.id)", text: $0.updatedAt.vietnamese)
        },
        cases: cases.map { CaseRow($0, in: visit) },
        keeping: try visit.words(of: desk.draftKeeping())))
  }
}

struct SignInPage: Page {
  static let template = "sign-in"
  let chrome: Chrome
}

struct HomePage: Page {
  static let template = "home"
  let chrome: Chrome
  let name: String
  let drafts: [Link]
  let cases: [CaseRow]
  /// How long drafts are kept, in a sentence.
  let keeping: String
}

/// A line of a citizen's list of cases.
struct CaseRow: Sendable {
  let href: String
  let number: String
  let kind: String
  let state: Tag
  let lodgedOn: String
  let dueOn: String?

  init(_ line: CaseLine, in visit: Visit) {
    self.href = "/cases/\(line.id)"
    self.number = line.number.text
    self.kind = visit.words["kind", line.kind.rawValue]
    self.state = visit.tag(of: line.state)
    self.lodgedOn = line.lodgedAt.civilDate.vietnamese
    self.dueOn = line.dueOn?.vietnamese
  }
}

extension Visit {
  func words(of keeping: DraftKeeping) -> String {
    "\(words["keeping.purge"]) \(keeping.purgeAfterDays) \(words["keeping.days"]) "
      + "\(words["keeping.remind"]) \(keeping.remindAfterDays) \(words["keeping.remindDays"])"
  }

  func tag(of state: StateName) -> Tag {
    let tone: Tag.Tone =
      switch state {
      case .awaitingFee, .awaitingSupplement: .attention
      case .lodged, .inAssessment, .assessed, .approved, .issuing: .calm
      case .issued, .handedOver: .good
      case .refused, .revoked: .bad
      case .sentOutside, .withdrawn: .quiet
      }
    return Tag(words["state", state.rawValue], tone)
  }
}

extension SignInPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    default: nil
    }
  }
}

extension HomePage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "name": name
    case "drafts": drafts
    case "cases": cases
    case "keeping": keeping
    default: nil
    }
  }
}

extension CaseRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "href": href
    case "number": number
    case "kind": kind
    case "state": state
    case "lodgedOn": lodgedOn
    case "dueOn": dueOn
    default: nil
    }
  }
}
