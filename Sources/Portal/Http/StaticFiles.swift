import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

/// The stylesheet, the scripts and the icons, in memory, each under an address that holds the hash
/// of its content: a browser may keep it for ever.
struct StaticFiles: Sendable {
  private let addresses: [String: String]
  private let contents: [String: (type: String, bytes: ByteBuffer)]

  init() throws(Fault) {
    var addresses: [String: String] = [:]
    var contents: [String: (type: String, bytes: ByteBuffer)] = [:]
    guard let folder = Bundle.module.resourceURL?.appending(path: "Static") else {
      throw Fault("reading the static files", cause: "they are not bundled")
    }
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        guard let type = StaticFiles.type(of: name) else { continue }
        let data = try Data(contentsOf: folder.appending(path: name))
        let hash = hex(Array(SHA256.hash(data: data).prefix(8)))
        addresses[name] = "/static/\(hash)/\(name)"
        contents["\(hash)/\(name)"] = (type, ByteBuffer(bytes: data))
      }
    } catch {
      throw Fault("reading the static files", cause: "\(error)")
    }
    self.addresses = addresses
    self.contents = contents
  }

  func address(of name: String) -> String { addresses[name] ?? "/static/missing/\(name)" }

  /// What stands at an address of ours; nil where nothing does.
  func bytes(at address: String) -> [UInt8]? {
    contents[String(address.dropFirst("/static/".count))].map { Array(buffer: $0.bytes) }
  }

  @Sendable func answer(_ visit: Visit) async throws -> Response {
    let hash = visit.context.parameters.get("hash") ?? ""
    let name = visit.context.parameters.get("name") ?? ""
    guard let file = contents["\(hash)/\(name)"] else { throw HTTPRefusal.notFound }
    return Response(
      status: .ok,
      headers: [
        .contentType: file.type, .cacheControl: "public, max-age=31536000, immutable",
      ],
      body: ResponseBody(byteBuffer: file.bytes))
  }

  private static func type(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    default: nil
    }
  }
}
