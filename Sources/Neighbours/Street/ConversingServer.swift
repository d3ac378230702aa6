import NIOCore
import NIOPosix

/// A neighbour that speaks a protocol of its own on loopback and not HTTP.
protocol ConversingServer: Sendable {
  /// One connection, to its end.
  func converse(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async
}

extension ConversingServer {
  /// Binds now, so that the port is known; `serve` then serves until it is cancelled.
  func bind(port: Int) async throws -> NIOAsyncChannel<
    NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never
  > {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
  }

  func serve(
    _ server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await server.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { await converse(connection) }
        }
      }
    }
  }
}
