package import Vocabulary

/// What the slip of a received case says: the fields of Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn
/// trả kết quả (Circular 01/2018/TT-VPCP, annex).
package struct SlipStatement: Equatable, Sendable {
  package var agencyLines: [String]
  package var place: String
  /// Bộ phận or Trung tâm Phục vụ hành chính công that received the case.
  package var desk: String
  package var caseNumber: String
  package var applicant: String
  package var address: String
  package var phone: String
  package var email: String
  /// Nội dung yêu cầu giải quyết.
  package var request: String
  /// Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ.
  package var papers: [Paper]
  /// Số lượng hồ sơ, in sets.
  package var sets: Int
  /// Thời gian giải quyết theo quy định, in words: `10 ngày`.
  package var term: String
  package var receivedAt: Instant
  package var dueAt: Instant
  /// Đăng ký nhận kết quả tại, in words.
  package var delivery: String
  /// How to ask without signing in; nil where nobody can.
  package var lookup: Lookup?
  /// Empty where there is no book, as online.
  package var book: String
  package var bookLine: String
  /// Who received the case; empty where a program did.
  package var receiver: String

  /// Where to ask how the case stands, and the secret that opens it.
  package struct Lookup: Equatable, Sendable {
    package var address: String
    package var secret: String

    package init(address: String, secret: String) {
      self.address = address
      self.secret = secret
    }
  }

  package struct Paper: Equatable, Sendable {
    package var name: String
    package var count: Int

    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  package init(
    agencyLines: [String], place: String, desk: String, caseNumber: String, applicant: String,
    address: String, phone: String, email: String, request: String, papers: [Paper],
    sets: Int = 1, term: String, receivedAt: Instant, dueAt: Instant, delivery: String,
    lookup: Lookup? = nil, book: String = "", bookLine: String = "", receiver: String = ""
  ) {
    self.agencyLines = agencyLines
    self.place = place
    self.desk = desk
    self.caseNumber = caseNumber
    self.applicant = applicant
    self.address = address
    self.phone = phone
    self.email = email
    self.request = request
    self.papers = papers
    self.sets = sets
    self.term = term
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.delivery = delivery
    self.lookup = lookup
    self.book = book
    self.bookLine = bookLine
    self.receiver = receiver
  }
}

package enum SlipLayout {
  /// - Parameter code: the case number as a QR code, for the counter's reader.
  package static func sheet(
    _ slip: SlipStatement, code: QRModules, stamp: String? = nil
  ) -> Sheet {
    let title = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"
    var blocks = [
      OfficialHead.formLine("Mẫu số 01"),
      OfficialHead.block(
        agencyLines: slip.agencyLines, left: ["Số: \(slip.caseNumber)"],
        right: ["\(slip.place), \(dayInWords(slip.receivedAt.civilDate))"]),
      OfficialHead.title(title, after: 2),
      .paragraph(
        Paragraph(
          [TextRun("Mã hồ sơ: "), TextRun(slip.caseNumber, .bold)], alignment: .centre,
          after: 8)),
    ]
    blocks += fields(slip)
    blocks.append(foot(slip, code))
    return Sheet(
      title: "\(title.capitalisedFirst) – \(slip.caseNumber)", subject: title.capitalisedFirst,
      author: slip.agencyLines.last ?? "", blocks: blocks,
      footer: Sheet.Footer(text: "Mã hồ sơ \(slip.caseNumber)"), stamp: stamp)
  }

  private static func fields(_ slip: SlipStatement) -> [Block] {
    let papers = slip.papers.enumerated().map { index, paper in
      [
        [Paragraph("\(index + 1)", size: 12, alignment: .centre)],
        [Paragraph(paper.name, size: 12)],
        [Paragraph("\(paper.count)", size: 12, alignment: .centre)],
      ]
    }
    let table = Block.Table(
      widths: [0.08, 0.74, 0.18],
      head: ["TT", "Tên giấy tờ", "Số lượng"].map {
        Paragraph($0, .bold, size: 12, alignment: .centre)
      },
      rows: papers, before: 2, after: 4)
    var blocks = [
      line("\(slip.desk) tiếp nhận hồ sơ của", slip.applicant, .bold),
      line("Địa chỉ", slip.address),
      line("Số điện thoại", slip.phone),
      line("Email", slip.email),
      line("Nội dung yêu cầu giải quyết", slip.request),
      .paragraph(
        Paragraph(
          "Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:", before: 2,
          follows: .withNext)),
      .table(table),
      line("Số lượng hồ sơ", "\(padded(slip.sets, to: 2)) (bộ)"),
      line("Thời gian giải quyết hồ sơ theo quy định", slip.term),
      line("Thời gian nhận hồ sơ", moment(slip.receivedAt)),
      line("Thời gian trả kết quả giải quyết hồ sơ", moment(slip.dueAt), .bold),
      line("Đăng ký nhận kết quả tại", slip.delivery),
    ]
    if let lookup = slip.lookup {
      blocks.append(line("Tra cứu tiến độ không cần đăng nhập", lookup.address))
      blocks.append(line("Mã tra cứu", lookup.secret, .bold))
    }
    if !slip.book.isEmpty {
      blocks.append(
        line("Vào Sổ theo dõi hồ sơ, Quyển số", "\(slip.book)    Số thứ tự: \(slip.bookLine)"))
    }
    return blocks
  }

  private static func line(
    _ label: String, _ value: String, _ face: TextRun.Face = .regular
  ) -> Block {
    .paragraph(
      Paragraph(
        [TextRun("\(label): "), TextRun(value.isEmpty ? "—" : value, face)], before: 2,
        after: 2))
  }

  /// `08 giờ 05 phút, ngày 21 tháng 11 năm 2026`.
  private static func moment(_ at: Instant) -> String {
    let clock = at.wallClock
    return "\(padded(clock.hour, to: 2)) giờ \(padded(clock.minute, to: 2)) phút, "
      + dayInWords(at.civilDate)
  }

  private static func foot(_ slip: SlipStatement, _ code: QRModules) -> Block {
    let caption = Paragraph("Mã hồ sơ", .italic, size: 10, alignment: .centre)
    let receiver = slip.receiver
    return .foot(
      Block.Foot(columns: [
        .init(
          part: 0.3,
          code: Block.Code(modules: code, side: 84, alternative: "Mã QR của mã hồ sơ"),
          lines: [caption]),
        .init(
          part: 0.33,
          lines: OfficialHead.signature(
            ["NGƯỜI NỘP HỒ SƠ"], remark: "", name: slip.applicant)),
        .init(
          part: 0.37,
          lines: OfficialHead.signature(
            ["NGƯỜI TIẾP NHẬN HỒ SƠ"],
            remark: receiver.isEmpty ? "(Tiếp nhận trực tuyến)" : "", name: receiver)),
      ]))
  }
}
