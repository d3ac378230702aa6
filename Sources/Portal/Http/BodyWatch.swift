import NIOCore
import NIOHTTP1

/// Ends the reading of a body of which nothing arrives any more, so that its sender is answered
/// before the idle connection is closed.
///
/// Nearly every body arrives with its head; only one that does not costs a timer.
final class BodyWatch: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  /// A body that stands still for longer, and for twice as long at most, is given up.
  static let patience = TimeAmount.seconds(15)

  private var isReading = false
  private var hasMoved = false
  private var timer: Scheduled<Void>?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: isReading = true
    case .body: hasMoved = true
    case .end:
      isReading = false
      stop()
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if isReading, timer == nil { watch(context) }
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    stop()
  }

  /// Where the connection's bytes have become parts of requests.
  static func join(_ channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
    try pipeline.addHandler(BodyWatch(), position: .after(decoder))
  }

  private func watch(_ context: ChannelHandlerContext) {
    hasMoved = false
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: Self.patience) {
      self.timer = nil
      guard self.hasMoved else { return context.fireErrorCaught(BodyStoppedArriving()) }
      self.watch(context)
    }
  }

  private func stop() {
    timer?.cancel()
    timer = nil
  }
}

/// What whoever reads the body is told.
struct BodyStoppedArriving: Error {}
