import Foundation
import Hummingbird
import HTTPTypes
import NIOCore
import NIOFoundationCompat

/// The request's JSON, or status 415 or 400.
func jsonBody<Value: Decodable>(of request: Request) async throws -> Value {
  let type = request.headers[.contentType] ?? ""
  guard type.split(separator: ";").first?.lowercased() == "application/json" else {
    throw HTTPError(.unsupportedMediaType, message: "send application/json")
  }
  let bytes = try await body(of: request)
  do {
    return try JSONDecoder().decode(Value.self, from: bytes)
  } catch {
    throw HTTPError(.badRequest, message: "not the JSON that docs/neighbours.md describes")
  }
}

func body(of request: Request, upTo limit: Int = 64 * 1024) async throws -> Data {
  Data(buffer: try await request.body.collect(upTo: limit))
}

func formBody(of request: Request) async throws -> [String: String] {
  parameters(String(decoding: try await body(of: request), as: UTF8.self))
}

/// A form-encoded text as names and values; the first of a name given twice.
func parameters(_ text: String) -> [String: String] {
  var values: [String: String] = [:]
  for pair in text.split(separator: "&") {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let decoded = parts.map {
      $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
    }
    guard let name = decoded.first, values[name] == nil else { continue }
    values[name] = decoded.count > 1 ? decoded[1] : ""
  }
  return values
}

/// Letters, digits and `-._` stay; every other byte becomes `%XX`, a space `+`.
func urlEncoded(_ text: String) -> String {
  let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._ ")
  let encoded = text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  return encoded.replacingOccurrences(of: " ", with: "+")
}

func jsonResponse(
  _ value: some Encodable, status: HTTPResponse.Status = .ok
) throws -> Response {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  let bytes = try encoder.encode(value)
  return Response(
    status: status,
    headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
    body: .init(byteBuffer: ByteBuffer(data: bytes)))
}

func redirect(to address: String) -> Response {
  Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
}
