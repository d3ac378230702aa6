import Hummingbird

/// The page that lists the mails the simulated server took, and the same as JSON (`/mails`).
struct Mailbox: Sendable {
  let store: MailStore
  let mood: Mood

  func router() throws -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    addControl(to: router, mood: mood)
    try addStyle(to: router)
    router.get("/") { _, _ in page(try await store.newest(100)).response() }
    router.get("/mails") { _, _ in try jsonResponse(try await store.newest(100)) }
    return router
  }

  private func page(_ mails: [KeptMail]) -> Page {
    let articles = mails.map { mail in
      """
      <article><h2>\(escaped(mail.subject))</h2>
      <p class="sub">\(escaped(mail.to)) · \(escaped(mail.date))</p>
      <pre>\(escaped(mail.body))</pre></article>
      """
    }
    let list = articles.isEmpty ? "<p>Chưa có thư nào. No mail yet.</p>" : articles.joined()
    return Page(title: "Hộp thư", body: "<h1>Hộp thư mô phỏng</h1>\(list)")
  }
}
