import Foundation
import Vocabulary

/// The gateway's books: orders, their results, and notices still to be delivered.
actor Ledger {
  private let orders: KeptRows<Transaction>
  /// References by the tokens of their payment pages.
  private var references: [String: String] = [:]
  /// References of orders with a notice that is still to be delivered.
  private var untold: Set<String> = []
  private var ended = 0
  private var requestIDs: Set<String> = []
  private let signing: GatewaySigning
  private let merchant: NeighbourhoodSettings.Merchant
  private(set) var style = NoticeStyle.normal
  private(set) var lateSeconds = 30.0
  private(set) var refundStyle = RefundStyle.normal
  private(set) var settlementStyle = SettlementStyle.normal

  init(_ merchant: NeighbourhoodSettings.Merchant, in folder: URL) throws(Fault) {
    self.merchant = merchant
    self.signing = GatewaySigning(secret: merchant.hashSecret)
    self.orders = try KeptRows("orders", in: folder)
    for order in orders.values.values {
      references[order.token] = order.reference
      if order.notices.contains(where: { !$0.isOver }) { untold.insert(order.reference) }
      if order.result != nil { ended += 1 }
    }
  }

  private func keep(_ order: Transaction) throws(Fault) {
    references[order.token] = order.reference
    if order.notices.contains(where: { !$0.isOver }) {
      untold.insert(order.reference)
    } else {
      untold.remove(order.reference)
    }
    try orders.set(order.reference, order)
  }

  func setStyle(_ style: NoticeStyle, lateSeconds: Double?) {
    self.style = style
    if let lateSeconds { self.lateSeconds = lateSeconds }
  }

  func setRefundStyle(_ style: RefundStyle) { refundStyle = style }

  func setSettlementStyle(_ style: SettlementStyle) { settlementStyle = style }

  var ordersByReference: [Transaction] {
    orders.values.values.sorted { $0.reference < $1.reference }
  }

  func order(_ reference: String) -> Transaction? { orders[reference] }

  func order(token: String) -> Transaction? {
    references[token].flatMap { orders[$0] }
  }

  /// The order that a signed pay request names; made at the first, found again at the next.
  func open(_ fields: [String: String]) throws(Fault) -> Transaction? {
    guard let reference = fields["vnp_TxnRef"], !reference.isEmpty,
      let amount = fields["vnp_Amount"].flatMap(Int.init), amount > 0,
      let returnURL = fields["vnp_ReturnUrl"], returnURL.hasPrefix("http")
    else { return nil }
    if let known = orders[reference] { return known.amount == amount ? known : nil }
    var generator = SystemRandomNumberGenerator()
    let order = Transaction(
      reference: reference, token: randomHex(bytes: 16, &generator), amount: amount,
      info: fields["vnp_OrderInfo"] ?? "", createDate: fields["vnp_CreateDate"] ?? "",
      expireDate: fields["vnp_ExpireDate"] ?? "", returnURL: returnURL,
      language: fields["vnp_Locale"] ?? "vn")
    try keep(order)
    return order
  }

  /// Records how an order ended, once; a second word on it changes nothing.
  func finish(
    _ reference: String, code: String, style: NoticeStyle, now: Instant
  ) throws(Fault) -> Transaction? {
    guard var order = orders[reference] else { return nil }
    guard order.result == nil else { return order }
    let isPaid = code == "00"
    let number = 14_226_112 + ended
    ended += 1
    order.result = Transaction.Result(
      responseCode: code, status: isPaid ? "00" : code == "07" ? "07" : "02",
      number: isPaid || code == "07" ? String(number) : "0",
      bankNumber: isPaid ? "VNP\(number)" : "", payDate: now.compactVietnamese)
    order.notices = notices(of: order, style: style, now: now)
    try keep(order)
    return order
  }

  private func notices(
    of order: Transaction, style: NoticeStyle, now: Instant
  ) -> [Transaction.Notice] {
    let query = signedResult(of: order)
    switch style {
    case .normal: return [.init(query: query, dueAt: now)]
    case .double: return [.init(query: query, dueAt: now), .init(query: query, dueAt: now)]
    case .late:
      let due = Instant(milliseconds: now.milliseconds + Int64(lateSeconds * 1000))
      return [.init(query: query, dueAt: due)]
    case .wrongAmount:
      return [.init(query: signedResult(of: order, amount: order.amount / 2), dueAt: now)]
    case .none: return []
    }
  }

  /// The query of a notice, and of the payer's return.
  func signedResult(of order: Transaction, amount: Int? = nil) -> String {
    guard let result = order.result else { return "" }
    return signing.signedQuery([
      "vnp_Amount": String(amount ?? order.amount), "vnp_BankCode": "NCB",
      "vnp_BankTranNo": result.bankNumber, "vnp_CardType": "ATM", "vnp_OrderInfo": order.info,
      "vnp_PayDate": result.payDate, "vnp_ResponseCode": result.responseCode,
      "vnp_TmnCode": merchant.terminalCode, "vnp_TransactionNo": result.number,
      "vnp_TransactionStatus": result.status, "vnp_TxnRef": order.reference,
    ])
  }

  /// Notices whose hour has come: the reference, which notice, and its query.
  func due(now: Instant) -> [(reference: String, index: Int, query: String)] {
    var due: [(String, Int, String)] = []
    for order in untold.sorted().compactMap({ orders[$0] }) {
      for (index, notice) in order.notices.enumerated()
      where !notice.isOver && notice.dueAt <= now {
        due.append((order.reference, index, notice.query))
      }
    }
    return due
  }

  /// 00 and 02 end it; anything else is tried again, ten times in all.
  func noted(
    _ reference: String, _ index: Int, answer: String?, now: Instant
  ) throws(Fault) {
    guard var order = orders[reference], order.notices.indices.contains(index) else { return }
    order.notices[index].attempts += 1
    let isTaken = answer == "00" || answer == "02"
    if isTaken || order.notices[index].attempts >= 10 { order.notices[index].isOver = true }
    let pause = Int64(merchant.retrySeconds * 1000)
    order.notices[index].dueAt = Instant(milliseconds: now.milliseconds + pause)
    try keep(order)
  }

  /// False where this request id came before (VNPAY: once a day).
  func isNew(requestID: String) -> Bool {
    let isMade = orders.values.values.contains { $0.refundRequests?.contains(requestID) == true }
    return requestIDs.insert(requestID).inserted && !isMade
  }

  func refund(
    _ reference: String, _ amount: Int, as requestID: String, now: Instant
  ) throws(Fault) -> Transaction? {
    guard var order = orders[reference], order.result?.status == "00", amount > 0,
      refundStyle != .refused, order.refunded + amount <= order.amount
    else { return nil }
    order.refunded += amount
    order.refundRequests = (order.refundRequests ?? []).union([requestID])
    order.refund = .init(amount: amount, askedAt: now, end: refundStyle)
    try keep(order)
    return order
  }
}
