import Hummingbird
import NIOCore

/// Reads a request's body within a size and a time.
enum BoundedBody {
  static let formBytes = 64 * 1024
  static let declarationBytes = 512 * 1024
  static let pdfBytes = 12 * 1024 * 1024

  /// - Throws: `bodyTooLarge` as soon as the bound is passed (a declared length is enough),
  ///   `bodyTooSlow` after `seconds`.
  static func read(
    _ request: Request, upTo limit: Int, seconds: Int
  ) async throws -> [UInt8] {
    if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit {
      throw HTTPRefusal.bodyTooLarge(limitBytes: limit)
    }
    let body = request.body
    return try await within(seconds: seconds) {
      var bytes: [UInt8] = []
      for try await chunk in body {
        guard bytes.count + chunk.readableBytes <= limit else {
          throw HTTPRefusal.bodyTooLarge(limitBytes: limit)
        }
        bytes.append(contentsOf: chunk.readableBytesView)
      }
      return bytes
    }
  }

  /// Reads the one PDF of a `multipart/form-data` body and the fields beside it, as they come:
  /// what is not wanted is dropped at once, and nothing touches a disk.
  static func readPDF(_ request: Request, field: String) async throws -> MultipartReader.Result {
    let limit = pdfBytes + formBytes
    if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit {
      throw HTTPRefusal.bodyTooLarge(limitBytes: pdfBytes)
    }
    guard let boundary = MultipartReader.boundary(in: request.headers[.contentType] ?? "") else {
      throw HTTPRefusal.bodyUnreadable
    }
    let body = request.body
    return try await within(seconds: 60) {
      var reader = MultipartReader(boundary: boundary, file: field, fileLimit: pdfBytes)
      for try await chunk in body {
        try reader.take(chunk.readableBytesView)
      }
      return try reader.finished()
    }
  }

  private static func within<Value: Sendable>(
    seconds: Int, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: work)
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw HTTPRefusal.bodyTooSlow
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw HTTPRefusal.bodyTooSlow }
      return first
    }
  }
}
