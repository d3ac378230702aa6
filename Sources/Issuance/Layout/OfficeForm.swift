import Vocabulary

/// The forms of the one-stop rules (Circular 01/2018/TT-VPCP, annex; kept under Decree
/// 118/2025/NĐ-CP with the same names, likely). The raw value is the form's number.
package enum StatutoryForm: String, Sendable, Codable, CaseIterable {
  /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
  case receipt = "01"
  /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
  case supplement = "02"
  /// Phiếu từ chối tiếp nhận giải quyết hồ sơ.
  case refusal = "03"
  /// Phiếu xin lỗi và hẹn lại ngày trả kết quả.
  case apology = "04"
  /// Phiếu kiểm soát quá trình giải quyết hồ sơ.
  case control = "05"
  /// Sổ theo dõi hồ sơ.
  case register = "06"
}

/// One such form as data: which lines in which order under which labels. One file a form in
/// `Resources/office`, so that an office can correct a label without a program.
package struct OfficeForm: Equatable, Sendable, Codable {
  /// Top right: `Mẫu số 01`.
  package let form: String
  package let title: String
  /// Under the agency's name, and under the national motto.
  package let left: [Pattern]
  package let right: [Pattern]
  package let parts: [Part]
  package let foot: [Column]

  /// Exactly one of them.
  package struct Part: Equatable, Sendable, Codable {
    package let line: Line?
    /// A paragraph of its own.
    package let text: Pattern?
    package let table: Table?
  }

  /// `Label: value`. A value that is not there is a dash, or takes the line with it.
  package struct Line: Equatable, Sendable, Codable {
    package let label: Pattern
    package let value: Pattern
    package let face: Face?
    package let whenEmpty: WhenEmpty?

    package enum Face: String, Sendable, Codable {
      case bold
      case regular
      /// In the middle of the page, under the title.
      case centre
    }

    package enum WhenEmpty: String, Sendable, Codable {
      case dash
      case leaveOut
    }
  }

  package struct Table: Equatable, Sendable, Codable {
    /// In points.
    package let size: Double
    package let columns: [CertificateForm.Column]
  }

  /// What stands at the foot: the case's code, or somebody who signs.
  package struct Column: Equatable, Sendable, Codable {
    package let part: Double
    /// Read aloud in place of the code; nil where no code stands here.
    package let code: String?
    package let title: String
    package let remark: Pattern
    package let name: Pattern
  }
}

extension OfficeForm {
  static let paperNames: Set<String> = [
    "number", "place", "date", "desk", "agency", "applicant", "address", "phone", "email",
    "request", "sets", "term", "receivedAt", "dueAt", "delivery", "lookupAddress", "lookupSecret",
    "book", "bookLine", "receiver", "receiverRemark", "reasons", "words", "answerBy", "ground",
    "citation", "newDue", "oldDue", "from", "to", "volume", "state",
  ]
  static let rowNames: Set<String> = [
    "index", "name", "count", "step", "gave", "took", "at", "due", "timeliness", "note", "number",
    "procedure", "applicant", "address", "phone", "receivedOn", "dueOn", "returnedOn", "delivery",
  ]

  /// - Throws: `Fault` naming a value that the form asks for and nobody knows.
  func check(file: String) throws(Fault) {
    func check(_ patterns: [Pattern], _ known: Set<String>) throws(Fault) {
      for pattern in patterns {
        guard let stray = pattern.names.subtracting(known).min() else { continue }
        throw Fault(
          "reading the form \(file)", cause: "there is no value {\(stray)} in \(pattern.text)")
      }
    }
    try check(left + right, OfficeForm.paperNames)
    try check(parts.compactMap(\.text), OfficeForm.paperNames)
    try check(
      parts.compactMap(\.line).flatMap { [$0.label, $0.value] }, OfficeForm.paperNames)
    try check(foot.flatMap { [$0.remark, $0.name] }, OfficeForm.paperNames)
    try check(
      parts.compactMap(\.table).flatMap(\.columns).flatMap(\.lines), OfficeForm.rowNames)
    let isWhole = parts.allSatisfy { part in
      [part.line != nil, part.text != nil, part.table != nil].count { $0 } == 1
    }
    guard isWhole else {
      throw Fault("reading the form \(file)", cause: "a part is one line, one text or one table")
    }
  }
}
