package import Vocabulary

/// What the slip of a case says that was sent to a competent agency outside the installation.
///
/// No form of law is known for it; its contents are those of Article 49 (in writing, with reasons)
/// and what the person needs to ask there.
package struct DepartureStatement: Equatable, Sendable {
  package var agencyLines: [String]
  package var place: String
  /// Who sends the file.
  package var desk: String
  package var caseNumber: String
  package var applicant: String
  package var address: String
  package var request: String
  package var receiver: String
  package var reason: String
  package var citation: Citation
  /// The number of the letter; empty where there is none.
  package var reference: String
  /// Bằng văn bản giấy or qua hệ thống thông tin.
  package var way: String
  package var sentAt: Instant
  /// What becomes of the fee, in a sentence.
  package var money: String

  package init(
    agencyLines: [String], place: String, desk: String, caseNumber: String, applicant: String,
    address: String, request: String, receiver: String, reason: String, citation: Citation,
    reference: String, way: String, sentAt: Instant, money: String
  ) {
    self.agencyLines = agencyLines
    self.place = place
    self.desk = desk
    self.caseNumber = caseNumber
    self.applicant = applicant
    self.address = address
    self.request = request
    self.receiver = receiver
    self.reason = reason
    self.citation = citation
    self.reference = reference
    self.way = way
    self.sentAt = sentAt
    self.money = money
  }
}

package enum DepartureSlipLayout {
  package static func sheet(_ slip: DepartureStatement, stamp: String? = nil) -> Sheet {
    let title = "THÔNG BÁO CHUYỂN HỒ SƠ"
    var blocks = [
      OfficialHead.block(
        agencyLines: slip.agencyLines, left: ["Mã hồ sơ: \(slip.caseNumber)"],
        right: ["\(slip.place), \(dayInWords(slip.sentAt.civilDate))"]),
      OfficialHead.title(title, before: 20, after: 10),
    ]
    let rows: [(String, String)] = [
      ("Kính gửi", slip.applicant), ("Địa chỉ", slip.address),
      ("Nội dung yêu cầu", slip.request), ("Cơ quan chuyển", slip.desk),
      ("Cơ quan có thẩm quyền nhận hồ sơ", slip.receiver),
      ("Lý do", "\(slip.reason) (\(slip.citation))"), ("Số văn bản chuyển", slip.reference),
      ("Hình thức chuyển", slip.way), ("Thời điểm chuyển", slip.sentAt.vietnamese),
      ("Phí", slip.money),
    ]
    for (label, value) in rows {
      let runs = [TextRun("\(label): "), TextRun(value.isEmpty ? "—" : value)]
      blocks.append(.paragraph(Paragraph(runs, before: 3, after: 3)))
    }
    blocks.append(
      .paragraph(
        Paragraph(
          "Thời hạn giải quyết tính từ khi cơ quan nhận hồ sơ tiếp nhận. Ông/bà hỏi kết quả tại cơ "
            + "quan đó và nêu mã hồ sơ ghi trên đây.", before: 8, after: 8)))
    blocks.append(
      OfficialHead.signedRight(
        ["CƠ QUAN CHUYỂN HỒ SƠ"], remark: "(Thông báo được lập bằng phương tiện điện tử)",
        name: slip.agencyLines.last ?? ""))
    return Sheet(
      title: "\(title.capitalisedFirst) – \(slip.caseNumber)", subject: title.capitalisedFirst,
      author: slip.agencyLines.last ?? "", blocks: blocks,
      footer: Sheet.Footer(text: "Mã hồ sơ \(slip.caseNumber)"), stamp: stamp)
  }
}
