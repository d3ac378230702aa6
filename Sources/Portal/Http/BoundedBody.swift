import Desk
import Hummingbird
import NIOCore
import Vocabulary

/// Reads a request's body within a size and a time.
enum BoundedBody {
  static let formBytes = 64 * 1024
  static let declarationBytes = 512 * 1024
  static let pdfBytes = 12 * 1024 * 1024

  /// - Parameter now: the clock, looked at as each piece arrives.
  /// - Throws: `bodyTooLarge` as soon as the bound is passed (a declared length is enough),
  ///   `bodyTooSlow` after `seconds`, or once nothing arrives any more (`BodyWatch`).
  static func read(
    _ request: Request, upTo limit: Int, seconds: Int, now: () -> Instant
  ) async throws -> [UInt8] {
    let declared = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard declared <= limit else { throw HTTPRefusal.bodyTooLarge(limitBytes: limit) }
    let end = now().adding(seconds: seconds)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(declared)
    try await pieces(of: request, until: end, now: now) { chunk in
      guard bytes.count + chunk.readableBytes <= limit else {
        throw HTTPRefusal.bodyTooLarge(limitBytes: limit)
      }
      bytes.append(contentsOf: chunk.readableBytesView)
    }
    return bytes
  }

  private static func pieces(
    of request: Request, until end: Instant, now: () -> Instant, take: (ByteBuffer) throws -> Void
  ) async throws {
    do {
      for try await chunk in request.body {
        guard now() <= end else { throw HTTPRefusal.bodyTooSlow }
        try take(chunk)
      }
    } catch is BodyStoppedArriving {
      throw HTTPRefusal.bodyTooSlow
    }
  }

  /// Reads the one PDF of a `multipart/form-data` body and the fields beside it, as they come:
  /// what is not wanted is dropped at once, and nothing touches a disk.
  static func readPDF(
    _ request: Request, field: String, now: () -> Instant
  ) async throws -> MultipartReader.Result {
    let limit = pdfBytes + formBytes
    if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit {
      throw HTTPRefusal.bodyTooLarge(limitBytes: pdfBytes)
    }
    guard let boundary = MultipartReader.boundary(in: request.headers[.contentType] ?? "") else {
      throw HTTPRefusal.bodyUnreadable
    }
    let end = now().adding(seconds: 60)
    var reader = MultipartReader(boundary: boundary, file: field, fileLimit: pdfBytes)
    try await pieces(of: request, until: end, now: now) { chunk in
      try reader.take(chunk.readableBytesView)
    }
    return try reader.finished()
  }

  /// A paper that is too large is read this far, so that the person gets an answer in words and
  /// not a broken connection; nothing beyond what is allowed is kept.
  static let paperPatienceBytes = 40 * 1000 * 1000

  /// Reads the one paper of a form onto the disk as it comes; memory holds a piece at a time.
  /// The caller looks at `fileBytes`: of a paper that is too large only a part was kept.
  static func readPaper(
    _ request: Request, field: String, into paper: IncomingPaper, now: () -> Instant
  ) async throws -> MultipartReader.Result {
    let limit = paperPatienceBytes + formBytes
    if let declared = request.headers[.contentLength].flatMap({ Int($0) }), declared > limit {
      throw HTTPRefusal.bodyTooLarge(limitBytes: PaperBounds.paperBytes)
    }
    guard let boundary = MultipartReader.boundary(in: request.headers[.contentType] ?? "") else {
      throw HTTPRefusal.bodyUnreadable
    }
    // A phone far from its mast needs minutes for 10 MB.
    let end = now().adding(seconds: 300)
    var reader = MultipartReader(
      boundary: boundary, file: field, fileLimit: paperPatienceBytes, keeping: .inPieces)
    var kept = 0
    try await pieces(of: request, until: end, now: now) { chunk in
      try reader.take(chunk.readableBytesView)
      let fresh = reader.takeFile()
      kept += fresh.count
      if kept <= PaperBounds.paperBytes, !fresh.isEmpty { try paper.append(fresh) }
    }
    return try reader.finished()
  }
}
