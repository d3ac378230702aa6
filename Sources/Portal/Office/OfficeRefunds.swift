import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var refundRoutes: [Route] {
    [
      .officer(.get, "/office/refunds", refunds),
      .officer(.post, "/office/refunds/:id", proof: .freshCode, orderRefund),
      .officer(.post, "/office/refunds/:id/payment", payByHand),
    ]
  }

  /// /office/refunds: what the gateway would not give back, for a leader to order and an
  /// accountant to pay.
  @Sendable func refunds(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let list = try await desk.refundsToPay(by: officer)
    return try visit.answer(RefundsPage(list, in: visit))
  }

  /// POST /office/refunds/:id: it is to be paid, under this number.
  @Sendable func orderRefund(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await desk.orderRefund(visit.id(), reference: try reference(in: visit), by: officer)
    return visit.seeOther("/office/refunds?done=ordered")
  }

  /// POST /office/refunds/:id/payment: it was paid, by this document.
  @Sendable func payByHand(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await desk.payByHand(visit.id(), reference: try reference(in: visit), by: officer)
    return visit.seeOther("/office/refunds?done=paid")
  }

  private func reference(in visit: Visit) throws(Refused) -> String {
    do {
      return try TypedText(visit.form["reference"], limit: TextLimit(characters: 100)).text
    } catch {
      throw .referenceMissing
    }
  }
}

/// The refunds that need a person.
struct RefundsPage: PartsPage {
  static let template = "office-refunds"
  let parts: Parts

  init(_ list: [RefundToPay], in visit: Visit) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["refunds.title"], path: "/office/refunds"),
      "notice": RefundsPage.done(visit.query("done"), in: visit),
      "refunds": list.map { item in
        Parts([
          "orderAction": item.can.contains(.order)
            ? "/office/refunds/\(item.refund.payment)" : nil,
          "payAction": item.can.contains(.pay)
            ? "/office/refunds/\(item.refund.payment)/payment" : nil,
          "order": item.order,
          "id": item.refund.payment.text,
          "amount": item.refund.amount.description, "number": item.caseNumber.text,
          "caseHref": item.isHere ? "/office/cases/\(item.caseID)" : nil,
          "reference": item.reference, "name": item.payee?.name ?? "",
          "contact": [item.payee?.phone ?? "", item.payee?.email ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · "),
          "owedAt": item.refund.owedAt.vietnamese,
          "state": words["refund", item.refund.state.rawValue],
          "code": item.refund.code,
          "why": words["refundWhy", RefundWhy(item.refund).rawValue],
          "hasPayee": item.payee != nil,
        ])
      },
      "hasRefunds": !list.isEmpty,
    ])
  }
}

extension RefundsPage {
  /// What was done a moment ago.
  fileprivate static func done(_ what: String, in visit: Visit) -> Notice? {
    if what == "paid" { return Notice(.good, title: visit.words["refunds.paid"]) }
    if what == "ordered" { return Notice(.good, title: visit.words["refunds.ordered"]) }
    return nil
  }
}

/// Why a refund needs a person, as the page says it.
enum RefundWhy: String, CaseIterable {
  /// The gateway has not said for too long what it did.
  case waits
  case noPayment
  case refused
  case bank
  case amount
  /// The fee itself came by hand.
  case hand
  case other

  init(_ refund: RefundView) {
    guard refund.state == .refused else {
      self = .waits
      return
    }
    switch refund.code {
    case "91", "no-number": self = .noPayment
    case "93", "95": self = .refused
    case "02", "09": self = .bank
    case "amount": self = .amount
    case "by-hand": self = .hand
    case _: self = .other
    }
  }
}
