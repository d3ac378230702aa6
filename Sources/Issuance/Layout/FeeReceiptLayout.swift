package import Vocabulary

/// What the electronic receipt of a fee says (biên lai thu phí: the charge is a `phí` under Law
/// 97/2015/QH13, so no invoice is due).
package struct FeeReceiptStatement: Equatable, Sendable {
  package var agencyLines: [String]
  package var place: String
  package var number: String
  package var caseNumber: String
  package var payer: String
  package var address: String
  package var amount: Dong
  /// What was paid for, in words.
  package var reason: String
  /// Why this amount: the rule that set it.
  package var citation: Citation
  /// How it was paid, in words: `Cổng thanh toán VNPAY`.
  package var method: String
  /// The gateway's own number of the transaction.
  package var transaction: String
  package var paidAt: Instant

  package init(
    agencyLines: [String], place: String, number: String, caseNumber: String, payer: String,
    address: String, amount: Dong, reason: String, citation: Citation, method: String,
    transaction: String, paidAt: Instant
  ) {
    self.agencyLines = agencyLines
    self.place = place
    self.number = number
    self.caseNumber = caseNumber
    self.payer = payer
    self.address = address
    self.amount = amount
    self.reason = reason
    self.citation = citation
    self.method = method
    self.transaction = transaction
    self.paidAt = paidAt
  }
}

package enum FeeReceiptLayout {
  package static func sheet(_ receipt: FeeReceiptStatement, stamp: String? = nil) -> Sheet {
    let title = "BIÊN LAI THU PHÍ"
    let day = receipt.paidAt.civilDate
    var blocks = [
      OfficialHead.block(
        agencyLines: receipt.agencyLines, left: ["Số: \(receipt.number)"],
        right: ["\(receipt.place), \(dayInWords(day))"]),
      OfficialHead.title(title, before: 20, after: 0),
      .paragraph(
        Paragraph("(Biên lai điện tử)", .italic, alignment: .centre, after: 10)),
    ]
    let rows: [(String, String)] = [
      ("Họ và tên người nộp", receipt.payer), ("Địa chỉ", receipt.address),
      ("Mã hồ sơ", receipt.caseNumber), ("Nội dung thu", receipt.reason),
      ("Căn cứ thu", receipt.citation.description), ("Số tiền", receipt.amount.description),
      ("Viết bằng chữ", receipt.amount.inWords.capitalisedFirst),
      ("Hình thức thanh toán", receipt.method), ("Mã giao dịch", receipt.transaction),
      ("Thời điểm thanh toán", receipt.paidAt.vietnamese),
    ]
    for (label, value) in rows {
      let isAmount = label == "Số tiền"
      blocks.append(
        .paragraph(
          Paragraph(
            [
              TextRun("\(label): "),
              TextRun(value.isEmpty ? "—" : value, isAmount ? .bold : .regular),
            ],
            before: 3, after: 3)))
    }
    blocks.append(
      OfficialHead.signedRight(
        ["ĐƠN VỊ THU PHÍ"], remark: "(Biên lai được lập bằng phương tiện điện tử)",
        name: receipt.agencyLines.last ?? ""))
    return Sheet(
      title: "\(title.capitalisedFirst) – \(receipt.number)", subject: title.capitalisedFirst,
      author: receipt.agencyLines.last ?? "", blocks: blocks,
      footer: Sheet.Footer(text: "Biên lai số \(receipt.number)"), stamp: stamp)
  }
}
