package import Hummingbird
import NIOCore
package import Vocabulary

/// What a request carries from middleware to handler.
package struct PortalContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The network address of the peer, for rate limits only: never logged, never stored.
  package var peer: String
  /// Shown on an error page and written to the log, so that the two find each other.
  package var trace: String
  package var language: Language
  package var visitor: Visitor

  package init(source: ApplicationRequestContextSource) {
    self.coreContext = CoreRequestContextStorage(source: source)
    self.peer = source.channel.remoteAddress?.ipAddress ?? "local"
    self.trace = SessionToken.random(byteCount: 10)
    self.language = .vietnamese
    self.visitor = Visitor.nobody
  }
}
