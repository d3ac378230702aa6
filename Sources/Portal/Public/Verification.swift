import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var verificationRoutes: [Route] {
    [
      .get("/verify", verify), .post("/verify", body: .readByHandler, examine),
      .get("/v/:token", certificate), .post("/v/:token", compare),
      // As the QR writes it: upper case keeps the code small.
      .get("/V/:token", certificate),
    ]
  }

  /// /verify
  @Sendable func verify(_ visit: Visit) async throws -> Response {
    try visit.answer(
      VerifyPage(chrome: visit.chrome(visit.words["verify.title"]), notice: nil))
  }

  /// POST /verify: who signed what, and whether one byte changed. The file is kept nowhere.
  @Sendable func examine(_ visit: Visit) async throws -> Response {
    try limits.take(.examinations, key: visit.context.peer, at: visit.now)
    let posted = try await BoundedBody.readPDF(
      visit.request, field: "file", now: now)
    try Door.checkToken(posted.fields, visit.visitor)
    guard let file = posted.file, file.starts(with: Array("%PDF-".utf8)) else {
      let member = posted.file == nil ? "noFile" : "notAPDF"
      let notice = Notice(.bad, title: visit.words["verify", member])
      return try visit.answer(
        VerifyPage(chrome: visit.chrome(visit.words["verify.title"]), notice: notice),
        status: .unprocessableContent)
    }
    let found = try await desk.examineFile(file)
    return try visit.answer(VerifiedPage(found, in: visit))
  }

  /// /v/:token: what the paper's QR opens.
  @Sendable func certificate(_ visit: Visit) async throws -> Response {
    let (_, certificate) = try await find(visit)
    return try visit.answer(CertificatePage(certificate, comparison: nil, in: visit))
  }

  /// POST /v/:token: compares what the reader types from the paper; reveals nothing.
  @Sendable func compare(_ visit: Visit) async throws -> Response {
    let (token, _) = try await find(visit)
    try limits.take(.comparisons, key: token, at: visit.now)
    let typed = TypedFromPaper(
      number: visit.form["number"], name: visit.form["name"], birthDate: visit.form["birthDate"],
      outcome: visit.form["outcome"])
    guard let comparison = try await desk.compare(token: token, typed: typed) else {
      throw HTTPRefusal.notFound
    }
    return try visit.answer(
      CertificatePage(comparison.certificate, comparison: comparison, in: visit))
  }

  /// A token that nobody has costs the asker; one that is true costs nothing.
  private func find(_ visit: Visit) async throws -> (String, PublicCertificate) {
    try limits.look(.unknownTokens, key: visit.context.peer, at: visit.now)
    let token = visit.context.parameters.get("token") ?? ""
    guard let certificate = try await desk.publicCertificate(token: token) else {
      try limits.take(.unknownTokens, key: visit.context.peer, at: visit.now)
      throw HTTPRefusal.notFound
    }
    return (token, certificate)
  }
}

struct VerifyPage: Page {
  static let template = "verify"
  let chrome: Chrome
  let notice: Notice?
}

extension VerifyPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "notice": notice
    default: nil
    }
  }
}
