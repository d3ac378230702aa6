import Desk
import HTTPTypes
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var officeRoutes: [Route] {
    [
      .get("/office/sign-in", officeSignIn), .post("/office/sign-in", signInOfficer),
      .post("/office/sign-out", signOutOfficer), .officer(.get, "/office", queue),
      .officer(.get, "/office/account", account),
    ]
  }

  /// /office/sign-in
  @Sendable func officeSignIn(_ visit: Visit) async throws -> Response {
    if case .officer = visit.visitor.standing { return visit.seeOther("/office") }
    return try visit.answer(
      OfficeSignInPage(
        chrome: visit.chrome(visit.words["officeSignIn.title"]), notice: nil, username: ""))
  }

  /// POST /office/sign-in. Only wrong passwords count against the limit.
  @Sendable func signInOfficer(_ visit: Visit) async throws -> Response {
    let username = visit.form["username"]
    let key = "\(visit.context.peer) \(username.prefix(64))"
    try limits.look(.passwords, key: key, at: visit.now)
    do {
      let officer = try await desk.signInOfficer(
        username: username, password: visit.form["password"])
      let cookie = try await sessions.open(
        .officer(officer.id, officer.agency), insteadOf: visit.visitor)
      return visit.seeOther("/office", cookie: cookie)
    } catch Refused.credentialsWrong {
      try limits.take(.passwords, key: key, at: visit.now)
      let notice = Notice(
        .bad, title: visit.words["officeSignIn.wrong.title"],
        text: visit.words["officeSignIn.wrong.text"])
      return try visit.answer(
        OfficeSignInPage(
          chrome: visit.chrome(visit.words["officeSignIn.title"]), notice: notice,
          username: username),
        status: .forbidden)
    }
  }

  /// POST /office/sign-out
  @Sendable func signOutOfficer(_ visit: Visit) async throws -> Response {
    try await sessions.close(visit.visitor)
    return visit.seeOther("/office/sign-in", cookie: sessions.endedCookie)
  }
}

struct OfficeSignInPage: Page {
  static let template = "office-sign-in"
  let chrome: Chrome
  let notice: Notice?
  let username: String
}

extension OfficeSignInPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "notice": notice
    case "username": username
    default: nil
    }
  }
}
