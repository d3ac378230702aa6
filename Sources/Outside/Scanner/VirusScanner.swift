package import Foundation
import NIOCore
import NIOPosix
package import Vocabulary

/// What the scanner says of a file.
package enum ScanVerdict: Equatable, Sendable {
  case clean
  /// `threat`: its name in the scanner's database.
  case infected(threat: String)
}

/// Has files scanned by clamd over INSTREAM (clamd(8)), one conversation a file.
///
/// Only its own "OK" is clean. Silence, an error or anything else is a fault to be tried again.
package struct VirusScanner: Sendable {
  private let address: ScannerAddress
  private let timeoutSeconds: Int64

  /// - Parameter timeoutSeconds: for the whole conversation.
  package init(at address: ScannerAddress, timeoutSeconds: Int64 = 15) {
    self.address = address
    self.timeoutSeconds = timeoutSeconds
  }

  private static let doing = "scanning a paper"
  private static let chunkBytes = 64 * 1024

  package func scan(_ file: URL) async throws(Fault) -> ScanVerdict {
    let reply: String
    do {
      reply = try await converse(about: file)
    } catch {
      throw Fault(Self.doing, cause: "no conversation (\(type(of: error)))", retry: .later)
    }
    guard let verdict = ScanVerdict(reply: reply) else {
      throw Fault(Self.doing, cause: "the scanner gave no verdict", retry: .later)
    }
    return verdict
  }

  private func converse(about file: URL) async throws -> String {
    let channel = try await connected()
    let raw = channel.channel
    // Closing the channel ends every wait below.
    let deadline = raw.eventLoop.scheduleTask(in: .seconds(timeoutSeconds)) {
      raw.close(promise: nil)
    }
    defer { deadline.cancel() }
    return try await channel.executeThenClose { incoming, outgoing in
      try await outgoing.write(ByteBuffer(string: "zINSTREAM\0"))
      let handle = try FileHandle(forReadingFrom: file)
      defer { handle.closeFile() }
      while let chunk = try handle.read(upToCount: Self.chunkBytes), !chunk.isEmpty {
        var buffer = ByteBuffer(integer: UInt32(chunk.count))
        buffer.writeBytes(chunk)
        try await outgoing.write(buffer)
      }
      try await outgoing.write(ByteBuffer(integer: UInt32(0)))
      return try await reply(from: incoming)
    }
  }

  private func reply(from incoming: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> String
  {
    var bytes: [UInt8] = []
    for try await piece in incoming {
      bytes += piece.readableBytesView
      if let end = bytes.firstIndex(of: 0) {
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      guard bytes.count <= 1024 else { break }
    }
    throw NoReply()
  }

  private struct NoReply: Error {}

  private func connected() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.seconds(5))
    let wrap: @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> =
      { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    switch address {
    case .unix(let path):
      return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
    case .tcp(let host, let port):
      return try await bootstrap.connect(host: host, port: port, channelInitializer: wrap)
    }
  }
}

extension ScanVerdict {
  /// `stream: OK`, `stream: Eicar-Test-Signature FOUND`; nil for anything else, such as
  /// `INSTREAM size limit exceeded. ERROR`.
  init?(reply: String) {
    guard reply.hasPrefix("stream: ") else { return nil }
    let word = reply.dropFirst("stream: ".count)
    if word == "OK" {
      self = .clean
    } else if word.hasSuffix(" FOUND") {
      let name = word.dropLast(" FOUND".count)
        .filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
      self = .infected(threat: String(name.prefix(80)))
    } else {
      return nil
    }
  }
}
