import CaseFile
@testable import Desk
import Vocabulary

extension SampleDesk {
  func refundsToPay(by officer: ActingOfficer) async throws -> [RefundToPay] {
    [
      RefundToPay(
        refund: Sample.refunds[3], caseID: Sample.caseID, isHere: true,
        caseNumber: Sample.line(.refused).number, reference: "LL1",
        payee: RefundToPay.Payee(
          name: "<b>Nguyễn Thị Mẫu</b>", phone: "0900000001", email: ""),
        order: nil, can: [.order]),
      RefundToPay(
        refund: Sample.refunds[3], caseID: Sample.caseID, isHere: false,
        caseNumber: Sample.line(.refused).number, reference: "LL3", payee: nil,
        order: "LC 1/2026", can: [.pay]),
      RefundToPay(
        refund: Sample.refunds[1], caseID: Sample.caseID, isHere: false,
        caseNumber: Sample.line(.withdrawn).number, reference: "LL2", payee: nil,
        order: nil, can: []),
    ]
  }

  func payByHand(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    if reference.isEmpty { throw Refused.referenceMissing }
  }
}

extension Sample {
  static let refunds = RefundState.allCases.map { state in
    RefundView(
      payment: id("pay00000000000000000000001"), amount: Dong(200_000), state: state, owedAt: now,
      settledAt: state.isSettled ? now : nil, code: state == .refused ? "09" : nil)
  }
}
