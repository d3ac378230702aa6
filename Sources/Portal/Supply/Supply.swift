import CaseFile
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Records
import Vocabulary

extension Portal {
  /// Where suppliers' programs send documents (docs/records.md). No session and no form token:
  /// each message is authenticated by its own signature.
  var supplyRoutes: [Route] {
    [.post("/supply/messages", body: .readByHandler, takeSupply)]
  }

  /// POST /supply/messages: files the documents of one message and answers with its receipt.
  @Sendable func takeSupply(_ visit: Visit) async throws -> Response {
    do {
      let supply = try await authenticSupply(visit)
      try limits.take(.supplies, key: supply.envelope.sender.code, at: now())
      let answer = try await desk.take(supply)
      return json(JournalCodec.bytes(of: answer), status: status(of: answer.receipt))
    } catch let refused as SupplyRefused {
      return said(.init(refused))
    } catch let refusal as HTTPRefusal {
      return said(.init(refusal))
    } catch let refusal as SupplyHeadRefused {
      return said(.init(refusal))
    } catch let error as CancellationError {
      throw error
    } catch {
      let words = (error as? Fault)?.description ?? "\(type(of: error))"
      log.error(
        "A supplier's message failed",
        metadata: ["cause": "\(words)", "trace": "\(visit.context.trace)"])
      return said(
        SupplyProblem(
          status: .internalServerError, error: "fault",
          message: "Something failed here. Send the same message again later. Trace: "
            + visit.context.trace))
    }
  }

  /// Reads the message and has its signature checked. Whoever fails often from one address waits,
  /// so that keys and codes cannot be tried in rows.
  private func authenticSupply(_ visit: Visit) async throws -> AuthenticSupply {
    try limits.look(.wrongSupplies, key: visit.context.peer, at: now())
    let head = try SupplyHead(visit.request)
    let body = try await BoundedBody.read(
      visit.request, upTo: SupplyEnvelope.mostBytes, seconds: 60, now: now)
    do {
      return try await desk.authenticate(head.envelope(of: body))
    } catch let refused as SupplyRefused {
      try limits.take(.wrongSupplies, key: visit.context.peer, at: now())
      throw refused
    }
  }

  /// Every document kept or known: 200; some refused: 207; all refused: 422.
  private func status(of receipt: SupplyReceipt) -> HTTPResponse.Status {
    let refused = receipt.count(.refused)
    if refused == 0 { return .ok }
    return refused == receipt.documents.count ? .unprocessableContent : .someRefused
  }

  private func said(_ problem: SupplyProblem) -> Response {
    var response = json(JournalCodec.bytes(of: problem.body), status: problem.status)
    for (name, value) in problem.headers { response.headers[name] = value }
    return response
  }

  private func json(_ bytes: [UInt8], status: HTTPResponse.Status) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension HTTPResponse.Status {
  /// 207 (RFC 4918): look at each.
  fileprivate static let someRefused = HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status")
}

extension RateLimit.Bucket {
  /// Messages of one supplier: a minute's burst, then one a second.
  static let supplies = RateLimit.Bucket(name: "supply", burst: 60, perSecond: 1)
  /// Messages that were not authentic, per address.
  static let wrongSupplies = RateLimit.Bucket(name: "wrong-supply", burst: 20, perSecond: 0.1)
}

/// What stands before the body of a message.
struct SupplyHead {
  let sender: SupplierID
  let name: SupplyMessageName
  let signature: [UInt8]
  let shape: SupplyEnvelope.Shape

  init(_ request: Request) throws(SupplyHeadRefused) {
    guard let sender = SupplierID(request.headers[.lylichSupplier] ?? "") else {
      throw .header("Lylich-Supplier")
    }
    guard let name = SupplyMessageName(request.headers[.lylichMessage] ?? "") else {
      throw .header("Lylich-Message")
    }
    guard let signature = Data(base64Encoded: request.headers[.lylichSignature] ?? ""),
      signature.count == 64
    else { throw .header("Lylich-Signature") }
    let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
    switch type.trimmingCharacters(in: .whitespaces).lowercased() {
    case "application/json": self.shape = .one
    case "application/x-ndjson", "application/jsonl": self.shape = .lines
    default: throw .contentType
    }
    self.sender = sender
    self.name = name
    self.signature = [UInt8](signature)
  }

  func envelope(of body: [UInt8]) -> SupplyEnvelope {
    SupplyEnvelope(sender: sender, name: name, signature: signature, body: body, shape: shape)
  }
}

enum SupplyHeadRefused: Error {
  /// A header is missing or has another form.
  case header(String)
  case contentType
}

extension HTTPField.Name {
  static let lylichSupplier = must("Lylich-Supplier")
  static let lylichMessage = must("Lylich-Message")
  static let lylichSignature = must("Lylich-Signature")
}
