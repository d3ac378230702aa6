import Hummingbird
import Vocabulary
import Words

extension Portal {
  var trustRoutes: [Route] {
    [
      .get("/trust", trustPage), .get("/trust/root.pem", trustRoot),
      .get("/trust/keys.json", trustKeys), .get("/trust/checkpoint", trustCheckpoint),
    ]
  }

  /// /trust
  @Sendable func trustPage(_ visit: Visit) async throws -> Response {
    let trust = try await desk.trust()
    return try visit.answer(
      TrustPage(
        chrome: visit.chrome(visit.words["trust.title"]), checkpoint: trust.checkpoint,
        checkpointKey: trust.checkpointKey))
  }

  /// /trust/root.pem
  @Sendable func trustRoot(_ visit: Visit) async throws -> Response {
    visit.text(try await desk.trust().rootPEM, type: "application/x-pem-file")
  }

  /// /trust/keys.json
  @Sendable func trustKeys(_ visit: Visit) async throws -> Response {
    visit.text(try await desk.trust().keysJSON, type: "application/json; charset=utf-8")
  }

  /// /trust/checkpoint
  @Sendable func trustCheckpoint(_ visit: Visit) async throws -> Response {
    guard let checkpoint = try await desk.trust().checkpoint else { throw HTTPRefusal.notFound }
    return visit.text(checkpoint, type: "text/plain; charset=utf-8")
  }
}

struct TrustPage: Page {
  static let template = "trust"
  let chrome: Chrome
  let checkpoint: String?
  let checkpointKey: String
}

extension TrustPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "checkpoint": checkpoint
    case "checkpointKey": checkpointKey
    default: nil
    }
  }
}
