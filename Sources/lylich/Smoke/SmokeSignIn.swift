import Desk
import Document
import Foundation
import Vocabulary

/// An officer of a demo signs in: password, then the code of this half minute.
///
/// A code is used once. Where somebody else has just signed in with it, the next one is taken,
/// which the portal accepts a step early; where that is used too, the clock is waited for.
struct SmokeSignIn {
  let account: SmokeRun.Account

  init(_ account: SmokeRun.Account) {
    self.account = account
  }

  func run(at visitor: Visitor) async throws {
    guard let secret = Base32.decode(account.secret) else {
      throw SmokeFailure("the demo names no second factor of \(account.username)")
    }
    try await visitor.get("/office/sign-in")
    var form = try visitor.form(to: "/office/sign-in")
    form.set("username", account.username)
    form.set("password", account.password)
    try await visitor.submit(form)
    for ahead in [0, 1, 1, 1] as [Int64] {
      guard var form = visitor.page.forms.first(where: { $0.has("code") }) else { break }
      let now = Instant.now
      form.set("code", OneTimeCode.code(of: secret, step: OneTimeCode.step(at: now) + ahead))
      try await visitor.submit(form)
      guard visitor.page.status == 403, ahead == 1 else { continue }
      let left = OneTimeCode.stepSeconds * 1000 - now.milliseconds % 30_000
      try await Task.sleep(for: .milliseconds(left + 50))
    }
    guard visitor.page.status == 200, visitor.page.url.path.hasPrefix("/office"),
      !visitor.page.url.path.contains("sign-in")
    else {
      throw SmokeFailure("the officer could not sign in (\(visitor.page.status))")
    }
  }
}
