import Desk
import HTTPTypes
import Hummingbird
import Logging
import Vocabulary
import Words

extension Portal {
  var paymentRoutes: [Route] {
    [
      .citizen(.post, "/cases/:id/payment", beginPayment),
      .get("/payments/return", paymentReturn),
      .get("/payments/vnpay/ipn", paymentNotice),
    ]
  }

  /// POST /cases/:id/payment: to the gateway.
  @Sendable func beginPayment(_ visit: Visit, _ citizen: CitizenIdentity) async throws -> Response {
    let place = try await desk.beginPayment(
      visit.id(), of: citizen.id, ip: visit.context.peer, language: visit.language)
    return visit.seeOther(place)
  }

  /// /payments/return: shows how things stand. It moves no money: the gateway's own word does.
  @Sendable func paymentReturn(_ visit: Visit) async throws -> Response {
    var citizen: CitizenID?
    if case .citizen(let id) = visit.visitor.standing { citizen = id }
    let found = try await desk.paymentReturn(
      rawQuery: visit.request.uri.query ?? "", of: citizen)
    return try visit.answer(PaymentReturnPage(found, in: visit))
  }

  /// /payments/vnpay/ipn: the gateway's notification, authenticated by its signature alone.
  @Sendable func paymentNotice(_ visit: Visit) async throws -> Response {
    let answer: (code: String, message: String)
    do {
      answer = try await desk.notifyPayment(rawQuery: visit.request.uri.query ?? "")
    } catch {
      // The protocol's own "unknown error": the gateway asks again.
      log.error(
        "A payment notification failed",
        metadata: ["cause": "\(error)", "trace": "\(visit.context.trace)"])
      answer = ("99", "Unknown error")
    }
    let json = "{\"RspCode\":\"\(answer.code)\",\"Message\":\"\(answer.message)\"}"
    return visit.text(json, type: "application/json; charset=utf-8")
  }
}

struct PaymentReturnPage: Page {
  static let template = "payment-return"
  let chrome: Chrome
  let notice: Notice
  let caseHref: String?

  init(_ view: PaymentReturnView, in visit: Visit) {
    let words = visit.words
    self.chrome = visit.chrome(words["paymentReturn.title"])
    let member =
      view.signature == .bad ? "forged" : view.state.map(\.rawValue) ?? "unknown"
    let tone: Tag.Tone = member == "paid" ? .good : member == "forged" ? .bad : .attention
    self.notice = Notice(
      tone, title: words["paymentReturn.\(member)", "title"],
      text: words["paymentReturn.\(member)", "text"])
    self.caseHref = view.caseID.map { "/cases/\($0)" }
  }
}

extension PaymentReturnPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "notice": notice
    case "caseHref": caseHref
    default: nil
    }
  }
}
