import HTTPTypes
import Hummingbird
import NIOCore

extension Visit {
  /// A file for a spreadsheet that is written while it is read, so that it may be of any length.
  ///
  /// Its first piece is made before the answer begins: who may not read it gets a page that says
  /// so. A fault after that breaks the file off, and the browser says that it is not whole.
  func table(
    name: String,
    _ write: @escaping @Sendable ((String) async throws -> Void) async throws -> Void
  ) async throws -> Response {
    do {
      try await write { _ in throw FirstPiece() }
    } catch is FirstPiece {
      // It may be read.
    }
    var response = Response(
      status: .ok, headers: [.contentType: "text/csv; charset=utf-8; header=present"],
      body: ResponseBody { writer in
        var out = writer
        try await write { text in try await out.write(ByteBuffer(string: text)) }
        try await out.finish(nil)
      })
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }
}

/// Thrown to stop a table at its first piece.
private struct FirstPiece: Error {}
