import Desk
import Hummingbird
import Vocabulary

/// A form of ours with room for one paper. Its route is `readByHandler`: who may post it is asked
/// before the first byte of a paper goes to the disk.
struct FormWithPaper {
  let fields: TypedForm
  /// Nil where none was chosen.
  let paper: SentPaper?
  /// Why the paper cannot be taken, as far as the door can tell; nil where it can.
  let refusal: PaperRefusal?

  /// Reads it and checks its token. A browser that sends no file may send the fields alone.
  static func read(_ visit: Visit, paper field: String) async throws -> FormWithPaper {
    let type = visit.request.headers[.contentType] ?? ""
    guard !type.hasPrefix("application/x-www-form-urlencoded") else {
      let bytes = try await BoundedBody.read(
        visit.request, upTo: BoundedBody.formBytes, seconds: 30, now: visit.portal.now)
      let fields = try TypedForm(urlEncoded: bytes)
      try Door.checkToken(fields, visit.visitor)
      return FormWithPaper(fields: fields, paper: nil, refusal: nil)
    }
    let paper = try visit.desk.receivePaper()
    let posted = try await BoundedBody.readPaper(
      visit.request, field: field, into: paper, now: visit.portal.now)
    try Door.checkToken(posted.fields, visit.visitor)
    guard !posted.fileName.isEmpty || posted.fileBytes > 0 else {
      return FormWithPaper(fields: posted.fields, paper: nil, refusal: nil)
    }
    return FormWithPaper(
      fields: posted.fields, paper: SentPaper(paper, name: posted.fileName),
      refusal: posted.fileBytes > PaperBounds.paperBytes ? .tooLarge : nil)
  }
}

extension Route {
  /// A form with room for a paper, of an officer. The handler reads the body itself, as it comes.
  static func upload(
    _ path: String, _ answer: @escaping @Sendable (Visit, ActingOfficer) async throws -> Response
  ) -> Route {
    let route = officer(.post, path, answer)
    return Route(
      method: .post, path: path, access: .officer, body: .readByHandler, answer: route.answer)
  }
}
