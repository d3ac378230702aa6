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

extension SlipStatement {
  /// The form's values, as its file names them.
  package var values: [String: String] {
    [
      "number": caseNumber, "place": place, "date": receivedAt.civilDate.inWords, "desk": desk,
      "applicant": applicant, "address": address, "phone": phone, "email": email,
      "request": request, "sets": padded(sets, to: 2), "term": term,
      "receivedAt": receivedAt.inWords, "dueAt": dueAt.inWords, "delivery": delivery,
      "lookupAddress": lookup?.address ?? "", "lookupSecret": lookup?.secret ?? "", "book": book,
      "bookLine": bookLine, "receiver": receiver,
      "receiverRemark": receiver.isEmpty ? "(Tiếp nhận trực tuyến)" : "",
    ]
  }
}

package enum SlipLayout {
  /// - Parameter code: the case number as a QR code, for the counter's reader.
  /// - Throws: `Fault` where the form's file cannot be read.
  package static func sheet(
    _ slip: SlipStatement, code: QRModules, stamp: String? = nil
  ) throws(Fault) -> Sheet {
    try OfficePaper(
      .receipt, agencyLines: slip.agencyLines, values: slip.values,
      rows: slip.papers.enumerated().map { index, paper in
        ["index": "\(index + 1)", "name": paper.name, "count": "\(paper.count)"]
      },
      code: code
    ).sheet(stamp: stamp)
  }
}
