import Hummingbird
import Logging
import Vocabulary

/// One line a request: the route's pattern, never its path (paths hold tokens), no address, no
/// query, no name.
struct RequestLog: RouterMiddleware {
  typealias Context = PortalContext
  let log: Logger
  let now: @Sendable () -> Instant

  func handle(
    _ request: Request, context: PortalContext,
    next: (Request, PortalContext) async throws -> Response
  ) async throws -> Response {
    let begin = now()
    let response = try await next(request, context)
    log.info(
      "Request answered",
      metadata: [
        "method": .string(request.method.rawValue),
        "route": .string(context.endpointPath ?? "none"),
        "status": .stringConvertible(response.status.code),
        "ms": .stringConvertible(now().milliseconds - begin.milliseconds),
        "trace": .string(context.trace),
      ])
    return response
  }
}
