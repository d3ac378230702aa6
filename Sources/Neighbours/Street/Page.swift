import Foundation
import Hummingbird
import HTTPTypes
import NIOCore
import Vocabulary

/// A page of a simulated neighbour. It always says, first and in both languages, what it is.
struct Page {
  let title: String
  /// HTML; everything that came from outside went through `escaped`.
  let body: String

  func response(status: HTTPResponse.Status = .ok) -> Response {
    let html = """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title)) · mô phỏng</title>
      <link rel="stylesheet" href="/style.css">
      </head>
      <body>
      <p class="simulation" role="note"><strong>ĐÂY LÀ MÔ PHỎNG.</strong> Mọi người và số liệu \
      đều là hư cấu. <span lang="en">This is a simulation; everyone here is invented.</span></p>
      <main>
      \(body)
      </main>
      </body>
      </html>
      """
    return Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
        // No form-action: a form here ends in a redirect to the portal, which it would forbid.
        .contentSecurityPolicy: "default-src 'none'; style-src 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'",
        .xContentTypeOptions: "nosniff",
      ],
      body: .init(byteBuffer: ByteBuffer(string: html)))
  }
}

func escaped(_ text: String) -> String {
  text.replacingOccurrences(of: "&", with: "&amp;")
    .replacingOccurrences(of: "<", with: "&lt;")
    .replacingOccurrences(of: ">", with: "&gt;")
    .replacingOccurrences(of: "\"", with: "&quot;")
    .replacingOccurrences(of: "'", with: "&#39;")
}

func hidden(_ name: String, _ value: String) -> String {
  #"<input type="hidden" name="\#(escaped(name))" value="\#(escaped(value))">"#
}

func addStyle(to router: Router<BasicRequestContext>) throws(Fault) {
  let doing = "reading the neighbours' stylesheet"
  guard
    let url = Bundle.module.url(
      forResource: "style", withExtension: "css", subdirectory: "Resources")
  else { throw Fault(doing, cause: "Resources/style.css is missing beside the program") }
  let style: String
  do {
    style = try String(contentsOf: url, encoding: .utf8)
  } catch {
    throw Fault(doing, cause: "\(error)")
  }
  router.get("/style.css") { _, _ in
    Response(
      status: .ok, headers: [.contentType: "text/css; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: style)))
  }
}
