import Foundation
import Hummingbird

/// Applies a neighbour's mood to every request but those that control it.
struct MoodMiddleware: RouterMiddleware {
  typealias Context = BasicRequestContext
  let mood: Mood

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path != "/control" else { return try await next(request, context) }
    try await bear(mood.now)
    return try await next(request, context)
  }
}

/// Waits or fails as a manner says. `wrong` is up to the one who answers.
func bear(_ manner: Manner) async throws {
  switch manner {
  case .ok, .wrong: return
  case .slow(let seconds): try await Task.sleep(for: .seconds(seconds))
  case .error: throw HTTPError(.serviceUnavailable, message: "down on purpose")
  case .silent:
    // Longer than any client of ours waits.
    try await Task.sleep(for: .seconds(180))
    throw HTTPError(.gatewayTimeout, message: "silent on purpose")
  }
}

/// `GET /control` says the mood; `POST /control` with `{"mode": "slow:2"}` sets it.
///
/// Only JSON is taken, which a page of another site cannot send without being asked.
func addControl(to router: Router<BasicRequestContext>, mood: Mood) {
  router.get("/control") { _, _ in try jsonResponse(["mode": mood.now.text]) }
  router.post("/control") { request, _ in
    struct Wish: Decodable { let mode: Manner }
    let wish: Wish = try await jsonBody(of: request)
    mood.set(wish.mode)
    return try jsonResponse(["mode": wish.mode.text])
  }
}
