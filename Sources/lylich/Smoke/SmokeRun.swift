import AsyncHTTPClient
import Document
import Foundation
import Vocabulary

/// One application through a running demo, as its citizen, three officers and a stranger.
final class SmokeRun {
  private let base: URL
  private let out: URL
  private let client: HTTPClient
  private let citizen: Visitor
  private var accounts: [Account] = []
  private var officers: [String: Visitor] = [:]
  private var caseID = ""
  private var stepStarted = Date()

  struct Account: Decodable {
    let role: String
    let username: String
    let password: String
    let agency: String
    /// Of the second factor, in base32.
    let secret: String
  }

  private struct Accounts: Decodable {
    let officers: [Account]
    let citizens: [Person]

    struct Person: Decodable {
      let nationalID: String
      let name: String
    }
  }

  init(base: URL, out: URL, client: HTTPClient) {
    self.base = base
    self.out = out
    self.client = client
    self.citizen = Visitor(client: client, at: base)
  }

  func run() async throws {
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    let people = try await step("the front page and the demo's people") { try await readPeople() }
    try await step("sign-in by e-identity") { try await signIn(people) }
    try await step("the declaration, checked and lodged") { try await apply() }
    try await step("payment, confirmed by the gateway") { try await pay() }
    try await step("slip and receipt") { try await fetchPapers() }
    try await step("acceptance by the intake officer") { try await accept() }
    try await step("who the person is, where the register holds somebody") { try await identify() }
    try await step("answers of every body, and the finding") { try await assess() }
    try await step("decision by another officer") { try await decide() }
    let pdf = try await step("signed, sealed and received") { try await receive() }
    try await step("verified by someone who knows nothing of us") { try await verify(pdf) }
  }

  /// As far as the acceptance, at which the register is searched: the case, and who assesses it.
  func accepted() async throws -> (id: String, assessor: Visitor) {
    try await signIn(try await readPeople())
    try await apply()
    try await pay()
    try await accept()
    return (caseID, try await officer("assessor"))
  }

  private func step<Result>(_ name: String, _ body: () async throws -> Result) async throws
    -> Result
  {
    let start = Date()
    do {
      let result = try await body()
      say("ok    \(seconds(since: start))  \(name)")
      return result
    } catch {
      say("FAIL  \(seconds(since: start))  \(name): \(error)")
      throw error
    }
  }

  private func seconds(since start: Date) -> String {
    let hundredths = Int((Date().timeIntervalSince(start) * 100).rounded())
    return "\(hundredths / 100).\(padded(hundredths % 100, to: 2)) s"
  }

  private func readPeople() async throws -> String {
    try await citizen.get("/")
    try expect(200, citizen.page)
    try await citizen.get("/demo/accounts.json")
    try expect(200, citizen.page)
    let people = try JSONDecoder().decode(Accounts.self, from: citizen.page.body)
    accounts = people.officers
    guard let first = people.citizens.first else {
      throw SmokeFailure("/demo/accounts.json lists nobody")
    }
    return first.nationalID
  }

  private func signIn(_ nationalID: String) async throws {
    try await citizen.get("/sign-in")
    try await citizen.submit(try citizen.form(to: "/sign-in"))
    guard let form = citizen.page.forms.first else {
      throw SmokeFailure("the e-identity provider shows no form (\(citizen.page.status))")
    }
    try await citizen.submit(form, button: ("person", nationalID))
    try expect(200, citizen.page)
    guard citizen.page.url.path == "/home" else {
      throw SmokeFailure("signing in led to \(citizen.page.url.path)")
    }
  }

  private func apply() async throws {
    try await citizen.submit(try citizen.form(to: "/drafts"))
    var form = try citizen.form(with: "version")
    for (name, value) in SmokeDeclaration.answers { form.set(name, value) }
    for (name, value) in SmokeDeclaration.unless where (form[name] ?? "").isEmpty {
      form.set(name, value)
    }
    form.set("residences[0].place", form["person.permanentResidence"] ?? "")
    try await citizen.submit(form, button: ("action", "review"))
    try expect(200, citizen.page)
    guard citizen.page.forms.contains(where: { $0.action.hasSuffix("/lodging") }) else {
      throw SmokeFailure("the declaration is lacking: \(lacks(in: citizen.page.html))")
    }
    try await citizen.submit(try citizen.form(to: "/lodging"))
    try expect(200, citizen.page)
    let path = citizen.page.url.path
    guard path.hasPrefix("/cases/") else {
      throw SmokeFailure("lodging led to \(path): the declaration was not accepted")
    }
    caseID = String(path.dropFirst("/cases/".count))
  }

  /// The links of the page's list of lacks: labels and sentences, nothing that was typed.
  private func lacks(in html: String) -> String {
    html.components(separatedBy: "href=\"").dropFirst().compactMap { part -> String? in
      guard part.hasPrefix("#") || part.contains("#field") else { return nil }
      return part.components(separatedBy: ">").dropFirst().first?
        .components(separatedBy: "<").first
    }.joined(separator: "; ")
  }

  private func pay() async throws {
    try await citizen.submit(try citizen.form(to: "/payment"))
    guard let form = citizen.page.forms.first else {
      throw SmokeFailure("the gateway shows no form (\(citizen.page.status))")
    }
    try await citizen.submit(form, button: ("act", "00"))
    try await wait(for: "the gateway's confirmation") {
      try await citizen.get("/cases/\(caseID)")
      return citizen.page.html.contains("/receipt.pdf")
    }
  }

  private func fetchPapers() async throws {
    for (name, file) in [("slip.pdf", "slip.pdf"), ("receipt.pdf", "receipt.pdf")] {
      try await citizen.get("/cases/\(caseID)/\(name)")
      try expect(200, citizen.page)
      try isPDF(citizen.page)
      try citizen.page.body.write(to: out.appending(path: file))
    }
  }

  /// An officer of a role at a browser; each signs in once.
  private func officer(_ role: String) async throws -> Visitor {
    if let known = officers[role] { return known }
    guard
      let account = accounts.first(where: { $0.role == role })
    else { throw SmokeFailure("no demo account has the role \(role)") }
    let visitor = Visitor(client: client, at: base)
    try await SmokeSignIn(account).run(at: visitor)
    officers[role] = visitor
    return visitor
  }

  private func accept() async throws {
    let officer = try await officer("intake")
    try await officer.get("/office/cases/\(caseID)")
    try await officer.submit(try officer.form(to: "/acceptance"))
    try expect(200, officer.page)
  }

  /// A clear search needs no click. Otherwise an assessor and a second officer decide, each for
  /// themselves; a match is taken for the person, everybody else for another.
  private func identify() async throws {
    for role in ["assessor", "leader"] {
      let officer = try await officer(role)
      try await officer.get("/office/cases/\(caseID)/person")
      try expect(200, officer.page)
      while var form = officer.page.forms.first(where: { $0.action.hasSuffix("/decision") }) {
        let isMatch = officer.page.html.contains("data-outcome=\"match\"")
        form.set("verdict", isMatch ? "same" : "other")
        form.set("reason", "Đi thử một hồ sơ.")
        try await officer.submit(form)
        try expect(200, officer.page)
      }
    }
  }

  private func assess() async throws {
    let officer = try await officer("assessor")
    try await wait(for: "the answers of the bodies") {
      try await officer.get("/office/cases/\(caseID)")
      var form = try officer.form(to: "/assessment")
      form.set("grounds", "")
      try await officer.submit(form, button: ("action", "file"))
      try await officer.get("/office/cases/\(caseID)")
      return officer.page.html.contains("data-state=\"assessed\"")
    }
  }

  private func decide() async throws {
    let officer = try await officer("leader")
    try await officer.get("/office/cases/\(caseID)")
    try await officer.submit(try officer.form(to: "/decision"))
    try expect(200, officer.page)
  }

  private func receive() async throws -> [UInt8] {
    try await wait(for: "the signed certificate") {
      try await citizen.get("/cases/\(caseID)")
      return citizen.page.forms.contains { $0.action.hasSuffix("/handover") }
    }
    try await citizen.submit(try citizen.form(to: "/handover"))
    try await citizen.get("/cases/\(caseID)/certificate.pdf")
    try expect(200, citizen.page)
    try isPDF(citizen.page)
    try citizen.page.body.write(to: out.appending(path: "certificate.pdf"))
    return Array(citizen.page.body)
  }

  /// The document against the root, the QR against the published key, the page against the paper.
  private func verify(_ pdf: [UInt8]) async throws {
    let stranger = Visitor(client: client, at: base)
    try await stranger.get("/trust/root.pem")
    try expect(200, stranger.page)
    try stranger.page.body.write(to: out.appending(path: "trust.pem"))
    let trust = try ChainCertificate.reading(pem: stranger.page.html)
    let report = await PDFVerification.examine(
      pdf, trust: trust, requiring: ["leader", "seal"])
    guard report.isValid else { throw SmokeFailure("the certificate: \(report.verdict)") }
    guard let text = QRText.inPDF(pdf) else {
      throw SmokeFailure("the certificate's QR has no text")
    }
    try Data(text.utf8).write(to: out.appending(path: "qr.txt"))
    try await stranger.get("/trust/keys.json")
    let keys = try PublishedKeys.read(Array(stranger.page.body))
    let token = try QRToken.verify(text, keys: keys)
    try await stranger.get("/V/\(token.link.text)")
    try expect(200, stranger.page)
    guard stranger.page.html.contains(token.claims.number) else {
      throw SmokeFailure("the certificate's page does not show its number")
    }
    var flipped = pdf
    flipped[pdf.count / 3] ^= 1
    let second = await PDFVerification.examine(flipped, trust: trust)
    guard !second.isValid else { throw SmokeFailure("a changed byte was not noticed") }
  }

  private func expect(_ status: Int, _ page: Visitor.Page) throws {
    guard page.status == status else {
      throw SmokeFailure("\(page.url.path) answered \(page.status), not \(status)")
    }
  }

  private func isPDF(_ page: Visitor.Page) throws {
    guard page.body.starts(with: Data("%PDF-".utf8)) else {
      throw SmokeFailure("\(page.url.path) is no PDF")
    }
  }

  /// Asks again, every fifth of a second, for at most a minute.
  private func wait(for what: String, until holds: () async throws -> Bool) async throws {
    for _ in 0..<300 {
      if try await holds() { return }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw SmokeFailure("\(what) did not come within a minute")
  }
}

/// What the smoke run types into the declaration, beside what is prefilled. Everything invented.
enum SmokeDeclaration {
  static let answers: [(String, String)] = [
    ("person.paper.issuedOn", "01/06/2021"),
    ("person.paper.issuedBy", "Cục Cảnh sát quản lý hành chính về trật tự xã hội"),
    ("person.phone", "0900000001"), ("person.email", "smoke@example.test"),
    ("residences[0].from", "03/2004"), ("residences[0].until", ""),
    ("residences[0].kind", "permanent"), ("residences[0].occupation", "Giáo viên"),
    ("request.kind", "number1"), ("request.banConfirmation", "requested"),
    ("request.purpose", "employment"), ("request.copies", "1"),
    ("request.delivery", "electronic"), ("request.feeGroup", "standard"), ("oath", "yes"),
  ]

  /// Only where nothing is prefilled.
  static let unless: [(String, String)] = [
    ("person.sex", "female"), ("person.birthPlace", "Cần Thơ"), ("person.nationality", "VN"),
    ("person.ethnicity", "Kinh"), ("person.permanentResidence", "1 Đường Mẫu, Cần Thơ"),
    ("father.name", "Nguyễn Văn Lợi"), ("mother.name", "Trần Thị Sáu"),
  ]
}
