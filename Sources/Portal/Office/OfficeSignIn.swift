import Desk
import HTTPTypes
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var officeRoutes: [Route] {
    [
      .get("/office/sign-in", officeSignIn), .post("/office/sign-in", signInOfficer),
      .get("/office/sign-in/code", officerCode), .post("/office/sign-in/code", enterCode),
      .get("/office/sign-in/enrolment", enrolment), .post("/office/sign-in/enrolment", enrol),
      .post("/office/sign-out", signOutOfficer), .officer(.get, "/office", queue),
      .officer(.get, "/office/account", account),
      .officer(.post, "/office/account/sessions", endOtherSessions),
      .officer(.post, "/office/account/sessions/:session", endSession),
      .officer(.post, "/office/account/recovery", proof: .freshCode, renewRecoveryCodes),
    ]
  }

  /// /office/sign-in
  @Sendable func officeSignIn(_ visit: Visit) async throws -> Response {
    if case .officer = visit.visitor.standing { return visit.seeOther("/office") }
    return try signInPage(visit, said: nil, status: .ok)
  }

  /// POST /office/sign-in: the password; the code comes next. Only wrong passwords count against
  /// the limit.
  @Sendable func signInOfficer(_ visit: Visit) async throws -> Response {
    let username = visit.form["username"]
    let key = "\(visit.context.peer) \(username.prefix(64))"
    try limits.look(.passwords, key: key, at: visit.now)
    do {
      let pending = try await desk.checkPassword(
        username: username, password: visit.form["password"], from: visit.context.peer)
      let cookie = try await sessions.open(.pendingOfficer(pending), insteadOf: visit.visitor)
      return visit.seeOther(Portal.place(after: pending), cookie: cookie)
    } catch Refused.credentialsWrong {
      try limits.take(.passwords, key: key, at: visit.now)
      let notice = Notice(
        .bad, title: visit.words["officeSignIn.wrong.title"],
        text: visit.words["officeSignIn.wrong.text"])
      return try signInPage(visit, said: notice, status: .forbidden)
    }
  }

  private func signInPage(
    _ visit: Visit, said: Notice?, status: HTTPResponse.Status
  ) throws -> Response {
    try visit.answer(
      OfficeSignInPage(
        parts: Parts([
          "chrome": visit.chrome(visit.words["officeSignIn.title"]), "notice": said,
          "username": visit.form["username"],
        ])), status: status)
  }

  static func place(after pending: PendingOfficer) -> String {
    switch pending.next {
    case .code: "/office/sign-in/code"
    case .enrolment, .enrolmentWithPassword: "/office/sign-in/enrolment"
    }
  }

  /// /office/sign-in/code
  @Sendable func officerCode(_ visit: Visit) async throws -> Response {
    guard case .pendingOfficer(let pending) = visit.visitor.standing, pending.next == .code else {
      return visit.seeOther("/office/sign-in")
    }
    return try codePage(visit, said: nil)
  }

  /// POST /office/sign-in/code: a new session under a new secret.
  @Sendable func enterCode(_ visit: Visit) async throws -> Response {
    guard case .pendingOfficer(let pending) = visit.visitor.standing, pending.next == .code else {
      return visit.seeOther("/office/sign-in")
    }
    do {
      let officer = try await desk.signIn(
        pending, code: visit.form["code"], from: visit.context.peer)
      return visit.seeOther("/office", cookie: try await open(officer, visit))
    } catch Refused.officer(let refusal) {
      return try codePage(visit, said: refusal)
    }
  }

  private func open(_ officer: ActingOfficer, _ visit: Visit) async throws -> String {
    let pass = OfficerPass(
      codeAt: visit.now, device: DeviceName.of(userAgent: visit.request.headers[.userAgent] ?? ""),
      place: DeviceName.place(ofPeer: visit.context.peer))
    return try await sessions.open(
      .officer(officer.id, officer.agency, pass), insteadOf: visit.visitor)
  }

  private func codePage(_ visit: Visit, said: OfficerRefusal?) throws -> Response {
    try visit.answer(
      OfficerCodePage(
        parts: Parts([
          "chrome": visit.chrome(visit.words["officerCode.title"]),
          "said": said.map { Notice(.bad, title: visit.words["refused.officer", $0.rawValue]) },
        ])), status: said == nil ? .ok : .forbidden)
  }

  /// /office/sign-in/enrolment: the secret, as letters and as a picture.
  @Sendable func enrolment(_ visit: Visit) async throws -> Response {
    try await enrolmentPage(visit, said: nil)
  }

  /// POST /office/sign-in/enrolment: the first code; the recovery codes are shown now and never
  /// again.
  @Sendable func enrol(_ visit: Visit) async throws -> Response {
    guard case .pendingOfficer(let pending) = visit.visitor.standing else {
      return visit.seeOther("/office/sign-in")
    }
    do {
      let enrolled = try await desk.enrol(
        pending, code: visit.form["code"],
        passwords: (visit.form["password"], visit.form["again"]), from: visit.context.peer)
      let cookie = try await open(enrolled.officer, visit)
      var response = try visit.answer(RecoveryCodesPage(enrolled.recoveryCodes, in: visit))
      response.headers.append(HTTPField(name: .setCookie, value: cookie))
      return response
    } catch Refused.officer(let refusal) {
      return try await enrolmentPage(visit, said: refusal)
    }
  }

  private func enrolmentPage(_ visit: Visit, said: OfficerRefusal?) async throws -> Response {
    guard case .pendingOfficer(let pending) = visit.visitor.standing, pending.next != .code else {
      return visit.seeOther("/office/sign-in")
    }
    let view = try await desk.enrolment(of: pending)
    return try visit.answer(
      EnrolmentPage(view, pending, said: said, in: visit),
      status: said == nil ? .ok : .unprocessableContent)
  }

  /// POST /office/sign-out
  @Sendable func signOutOfficer(_ visit: Visit) async throws -> Response {
    try await sessions.close(visit.visitor)
    return visit.seeOther("/office/sign-in", cookie: sessions.endedCookie)
  }
}

struct OfficeSignInPage: PartsPage {
  static let template = "office-sign-in"
  let parts: Parts
}

struct OfficerCodePage: PartsPage {
  static let template = "office-code"
  let parts: Parts
}
