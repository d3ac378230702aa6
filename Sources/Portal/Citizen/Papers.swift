import Desk
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary
import Words

extension Portal {
  var paperRoutes: [Route] {
    [
      .citizen(.get, "/drafts/:id/papers", draftPapers),
      .upload("/drafts/:id/papers", addToDraft),
      .citizen(.get, "/cases/:id/papers", casePapers),
      .upload("/cases/:id/papers", addToCase),
      .citizen(.get, "/papers/:id", paper),
      .citizen(.post, "/papers/:id/removal", removePaper),
      .officer(.get, "/office/papers/:id", officePaper),
    ]
  }

  /// /drafts/:id/papers
  @Sendable func draftPapers(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    try await papersPage(of: .draft(visit.id()), visit, citizen)
  }

  /// /cases/:id/papers
  @Sendable func casePapers(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    try await papersPage(of: .lodged(visit.id()), visit, citizen)
  }

  /// POST /drafts/:id/papers
  @Sendable func addToDraft(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    try await add(to: .draft(visit.id()), visit, citizen)
  }

  /// POST /cases/:id/papers
  @Sendable func addToCase(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    try await add(to: .lodged(visit.id()), visit, citizen)
  }

  /// POST /papers/:id/removal: until lodging.
  @Sendable func removePaper(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let draft = try await desk.removePaper(visit.id(), of: citizen)
    return visit.seeOther("/drafts/\(draft)/papers?done=removed")
  }

  /// /papers/:id
  @Sendable func paper(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    try visit.answer(try await desk.openPaper(visit.id(), of: citizen))
  }

  /// /office/papers/:id
  @Sendable func officePaper(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(try await desk.openPaper(visit.id(), by: officer))
  }

  private func papersPage(
    of place: PaperPlace, refusal: PaperRefusal? = nil, _ visit: Visit, _ citizen: CitizenID
  ) async throws -> Response {
    let view = try await desk.papers(of: place, of: citizen)
    return try visit.answer(
      PapersPage(view, at: place, refusal: refusal, in: visit),
      status: refusal == nil ? .ok : .unprocessableContent)
  }

  /// The page again, with what is wrong; or the page anew, so that reloading attaches nothing
  /// twice.
  private func add(
    to place: PaperPlace, _ visit: Visit, _ citizen: CitizenID
  ) async throws -> Response {
    try limits.take(.papers, key: citizen.text, at: visit.now)
    // Strangers' places cost them nothing and us no disk.
    _ = try await desk.papers(of: place, of: citizen)
    let paper = try desk.receivePaper()
    let posted = try await BoundedBody.readPaper(
      visit.request, field: "file", into: paper, now: now)
    try Door.checkToken(posted.fields, visit.visitor)
    do {
      guard posted.fileBytes <= PaperBounds.paperBytes else {
        throw Refused.paper(.tooLarge)
      }
      try await desk.attach(
        paper, called: posted.fileName,
        as: PaperPurpose(rawValue: posted.fields["purpose"]) ?? .other, to: place, of: citizen)
    } catch Refused.paper(let refusal) {
      return try await papersPage(of: place, refusal: refusal, visit, citizen)
    }
    return visit.seeOther("\(place.address)/papers?done=added")
  }
}

extension PaperPlace {
  var address: String {
    switch self {
    case .draft(let id): "/drafts/\(id)"
    case .lodged(let id): "/cases/\(id)"
    }
  }
}

extension Route {
  /// A form with a file, of a citizen. The handler reads the body itself, as it comes.
  static func upload(
    _ path: String, _ answer: @escaping @Sendable (Visit, CitizenID) async throws -> Response
  ) -> Route {
    Route(method: .post, path: path, access: .citizen, body: .readByHandler) { visit in
      guard case .citizen(let id) = visit.visitor.standing else {
        return visit.seeOther("/sign-in")
      }
      return try await answer(visit, id)
    }
  }
}

extension Visit {
  /// A paper's bytes, from the disk as the connection takes them. A browser shows a picture and
  /// runs nothing: the type is ours, is not guessed at, and the page of it alone is a sandbox. A
  /// PDF is only handed over. The name under which it is saved says nothing of the person.
  func answer(_ paper: OpenedPaper) throws -> Response {
    let handle = try FileHandle(forReadingFrom: paper.file)
    let way = paper.format == .pdf ? "attachment" : "inline"
    return Response(
      status: .ok,
      headers: [
        .contentType: paper.format.mediaType, .cacheControl: "no-store",
        .contentSecurityPolicy: "default-src 'none'; sandbox",
        .contentDisposition: "\(way); filename=\"giay-to.\(paper.format.fileEnding)\"",
      ],
      body: ResponseBody(contentLength: paper.size) { writer in
        defer { handle.closeFile() }
        while let chunk = try handle.read(upToCount: 64 * 1024), !chunk.isEmpty {
          try await writer.write(ByteBuffer(bytes: chunk))
        }
        try await writer.finish(nil)
      })
  }
}
