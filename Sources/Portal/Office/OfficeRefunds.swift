import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var refundRoutes: [Route] {
    [
      .officer(.get, "/office/refunds", refunds),
      .officer(.post, "/office/refunds/:id", payByHand),
    ]
  }

  /// /office/refunds: what the gateway would not give back, for a leader to see paid.
  @Sendable func refunds(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let list = try await desk.refundsToPay(by: officer)
    return try visit.answer(RefundsPage(list, in: visit))
  }

  /// POST /office/refunds/:id: it was paid, by this document.
  @Sendable func payByHand(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let reference: String
    do {
      reference = try TypedText(visit.form["reference"], limit: TextLimit(characters: 100)).text
    } catch {
      throw Refused.referenceMissing
    }
    try await desk.payByHand(visit.id(), reference: reference, by: officer)
    return visit.seeOther("/office/refunds?done=paid")
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
      "notice": visit.query("done").isEmpty
        ? nil : Notice(.good, title: words["refunds.paid"]),
      "refunds": list.map { item in
        Parts([
          "action": "/office/refunds/\(item.refund.payment)",
          "id": item.refund.payment.text,
          "amount": item.refund.amount.description, "number": item.caseNumber.text,
          "caseHref": item.isHere ? "/office/cases/\(item.caseID)" : nil,
          "reference": item.reference, "payee": item.payee?.name,
          "contact": [item.payee?.phone ?? "", item.payee?.email ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · "),
          "owedAt": item.refund.owedAt.vietnamese,
          "state": words["refund", item.refund.state.rawValue],
          "code": item.refund.code,
          "why": words["refundWhy", RefundWhy(item.refund).rawValue],
          "canPay": item.refund.state == .refused,
        ])
      },
      "hasRefunds": !list.isEmpty,
    ])
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
    case _: self = .other
    }
  }
}
