import Desk
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary
import Words

/// One request on its way to its answer: what a handler may look at.
struct Visit: Sendable {
  let request: Request
  var context: PortalContext
  let portal: Portal
  /// What was posted, where the route takes a form; its token is already checked.
  var form: TypedForm
  /// Who is signed in, on the routes of officers.
  var officer: ActingOfficer?

  var desk: any FrontDesk { portal.desk }
  var language: Language { context.language }
  var words: PageWords { portal.library.words(in: language) }
  var visitor: Visitor { context.visitor }
  var now: Instant { portal.now() }

  /// An id in the path. What is no id is a missing page, like an id that nobody has.
  func id<Tag>(_ name: String = "id") throws(HTTPRefusal) -> OpaqueID<Tag> {
    guard let text = context.parameters.get(name), let id = OpaqueID<Tag>(text) else {
      throw .notFound
    }
    return id
  }

  func query(_ name: String) -> String {
    request.uri.queryParameters.first { $0.key == name[...] }.map { String($0.value) } ?? ""
  }

  func chrome(_ title: String, path: String? = nil) -> Chrome {
    let site = portal.site(in: language)
    let other: Language = language == .vietnamese ? .english : .vietnamese
    return Chrome(
      language: language.rawValue, title: title,
      otherLanguage: Link(
        href: place(in: other, instead: path), text: portal.library.words(in: other)["language"]),
      otherLanguageCode: other.rawValue, styleAddress: portal.files.address(of: "style.css"),
      scriptAddress: portal.files.address(of: "page.js"),
      iconAddress: portal.files.address(of: "icon.svg"),
      touchIconAddress: portal.files.address(of: "icon-touch.png"),
      isDemo: portal.settings.stage == .demo,
      notices: desk.notices(at: now).map {
        language == .vietnamese ? $0.vietnamese : $0.english
      }, agencyName: site.agencyName,
      ruleSetName: site.ruleSetName, formToken: visitor.formToken, isCitizen: isCitizen,
      isOfficer: isOfficer, doors: isOfficer ? OfficeDoors.links(for: officer, in: words) : [],
      isStranger: !isCitizen && !isOfficer)
  }

  /// Where the language switch leads: to this very page with all that was asked of it. What
  /// answers a post cannot be fetched again; then the page on which its form stood.
  private func place(in other: Language, instead path: String?) -> String {
    var place = path ?? ""
    if path == nil, request.method == .get || request.method == .head {
      place = request.uri.description
    } else if path == nil, let page = request.headers[.referer],
      page.hasPrefix("\(portal.settings.origin)/")
    {
      place = String(page.dropFirst(portal.settings.origin.count))
    }
    guard place.hasPrefix("/"), !place.hasPrefix("//") else { return "/?lang=\(other.rawValue)" }
    let parts = place.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1)
    let asked = parts.count < 2 ? [] : parts[1].split(separator: "&")
    let kept = asked.filter { !$0.hasPrefix("lang=") } + ["lang=\(other.rawValue)"]
    return "\(parts.first ?? "/")?\(kept.joined(separator: "&"))"
  }

  private var isCitizen: Bool {
    if case .citizen = visitor.standing { return true }
    return false
  }

  private var isOfficer: Bool {
    if case .officer = visitor.standing { return true }
    return false
  }

  func answer(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
    let html = try portal.library.html(page, in: language)
    return Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
  }

  /// After a post: the browser fetches the page anew, so that going back posts nothing twice.
  func seeOther(_ place: String, cookie: String? = nil) -> Response {
    var response = Response(status: .seeOther, headers: [.location: place])
    if let cookie { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return response
  }

  func pdf(_ bytes: [UInt8], name: String) -> Response {
    var response = Response(
      status: .ok, headers: [.contentType: "application/pdf"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  func text(_ text: String, type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
