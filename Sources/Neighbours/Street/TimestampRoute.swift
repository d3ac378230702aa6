import Foundation
import Hummingbird
import NIOCore
import Vocabulary

extension Neighbourhood {
  func timestampRouter() throws(Fault) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    return router
  }
}
