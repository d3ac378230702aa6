import Hummingbird
import Logging
import NIOCore
import Vocabulary

/// A scanner that speaks clamd's INSTREAM and knows one thing: the test signature. It protects
/// nobody, and every page of a demo says so.
struct ScannerSimulation: ConversingServer {
  let mood: Mood
  let logger: Logger

  /// What counts as infected here, and in the tests' database for the real clamd. Not EICAR's
  /// string, which would make other people's scanners complain of this source.
  static let signature = Array("LYLICH-THU-NGHIEM-VI-RUT-7F3A9C".utf8)
  static let threat = "Lylich.ThuNghiem"

  /// More than a paper may have.
  private static let limit = 32 * 1024 * 1024

  /// The control, as every neighbour's.
  func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    addControl(to: router, mood: mood)
    return router
  }

  func converse(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
    do {
      try await connection.executeThenClose { incoming, outgoing in
        var unread = ByteBuffer()
        for try await bytes in incoming {
          unread.writeImmutableBuffer(bytes)
          guard unread.readableBytes <= ScannerSimulation.limit else { return }
          guard let content = ScannerSimulation.content(of: unread) else { continue }
          let manner = mood.now
          try await bear(manner)
          try await outgoing.write(ByteBuffer(string: reply(to: content, manner) + "\0"))
          return
        }
      }
    } catch {
      logger.debug("A scan broke off", metadata: ["error": "\(type(of: error))"])
    }
  }

  private func reply(to content: [UInt8], _ manner: Manner) -> String {
    if manner == .wrong { return "stream: perhaps" }
    let sign = ScannerSimulation.signature
    let isFound = content.indices.contains { start in
      content[start] == sign[0] && content[start...].starts(with: sign)
    }
    return isFound ? "stream: \(ScannerSimulation.threat) FOUND" : "stream: OK"
  }

  /// The chunks of `zINSTREAM`, once the empty one has come; nil before.
  static func content(of stream: ByteBuffer) -> [UInt8]? {
    var stream = stream
    guard stream.readString(length: 10) == "zINSTREAM\0" else { return nil }
    var content: [UInt8] = []
    while let length = stream.readInteger(as: UInt32.self) {
      if length == 0 { return content }
      guard let chunk = stream.readBytes(length: Int(length)) else { return nil }
      content += chunk
    }
    return nil
  }
}
