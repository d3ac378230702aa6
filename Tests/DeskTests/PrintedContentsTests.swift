import Foundation
import Issuance
import Records
import Testing
import Vocabulary

@testable import Desk

/// From suppliers' documents to the printed sheet, on the forms of both profiles.
@Suite("Law 28/2009/QH12, Articles 42 and 43: what is printed of a record that holds everything")
struct PrintedContentsTests {
  private static let profiles = ["stp-cantho-2023", "cahanoi-2026"]
  private static let everything = FullRecord.cleared + FullRecord.uncleared + FullRecord.bans
  private static let banWords = "cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp"

  private func text(
    _ kind: CertificateKind, _ documents: [SupplierDocument],
    asked: BanConfirmation = .notRequested, on profile: String
  ) throws -> String {
    try FullRecord.sheet(
      try FullRecord.statement(kind, documents, asked: asked), profile: profile
    ).words
  }

  @Test(arguments: profiles)
  func `number 1 prints the conviction that is not cleared and nothing of the cleared one`(
    profile: String
  ) throws {
    let text = try text(.number1, Self.everything, on: profile)
    #expect(text.contains("Tình trạng án tích: Có án tích"))
    #expect(text.contains("22/2024/HS-ST") && text.contains("Lừa đảo chiếm đoạt tài sản"))
    #expect(text.contains("9 tháng tù") && text.contains("Hình phạt bổ sung: Không"))
    for cleared in ["11/2018/HS-ST", "Trộm cắp", "24 tháng tù", "xóa án tích", "án phí"] {
      #expect(!text.contains(cleared), "\(cleared)")
    }
  }

  @Test(arguments: profiles)
  func `number 1 says that there is no conviction where all are cleared, or there were none`(
    profile: String
  ) throws {
    for documents in [FullRecord.cleared, []] {
      let text = try text(.number1, documents, on: profile)
      #expect(text.contains("Tình trạng án tích: Không có án tích"))
      #expect(!text.contains("HS-ST") && !text.contains("xóa án tích"))
    }
  }

  @Test(arguments: profiles)
  func `number 2 prints both in order of time, the cleared one with its day`(
    profile: String
  ) throws {
    let text = try text(.number2, Self.everything, on: profile)
    #expect(text.contains("Tình trạng án tích: Có án tích"))
    let (old, new) = (text.range(of: "11/2018/HS-ST"), text.range(of: "22/2024/HS-ST"))
    #expect(try #require(old).lowerBound < #require(new).lowerBound)
    for part in [
      "Trộm cắp tài sản", "24 tháng tù", "200.000 đồng án phí",
      "Đã được xóa án tích từ ngày 02/06/2022", "Lừa đảo chiếm đoạt tài sản", "9 tháng tù",
      "300.000 đồng án phí", "Chưa được xóa án tích", "20/02/2025",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: profiles)
  func `number 2 lists cleared convictions without saying that there is a record`(
    profile: String
  ) throws {
    let text = try text(.number2, FullRecord.cleared, on: profile)
    #expect(text.contains("Tình trạng án tích: Không có án tích; án tích đã được xóa"))
    #expect(text.contains("11/2018/HS-ST"))
    #expect(text.contains("Đã được xóa án tích từ ngày 02/06/2022"))
    #expect(!text.contains("Có án tích"))
    let none = try self.text(.number2, [], on: profile)
    #expect(none.contains("Tình trạng án tích: Không có án tích"))
    #expect(!none.contains("HS-ST") && !none.contains("đã được xóa"))
  }

  @Test(arguments: profiles)
  func `bans stand on number 1 on request only, and on number 2 always`(profile: String) throws {
    let silent = try text(.number1, Self.everything, on: profile)
    #expect(!silent.contains(Self.banWords) && !silent.contains("5/2024/QĐ-TBPS"))
    for banned in [
      try text(.number1, Self.everything, asked: .requested, on: profile),
      try text(.number2, Self.everything, on: profile),
      try text(.number2, Self.everything, asked: .requested, on: profile),
    ] {
      #expect(banned.contains("Bị \(Self.banWords)"))
      #expect(banned.contains("số 5/2024/QĐ-TBPS ngày 10 tháng 3 năm 2024"))
      #expect(banned.contains("Giám đốc") && banned.contains("03 năm"))
    }
    for free in [
      try text(.number1, FullRecord.cleared, asked: .requested, on: profile),
      try text(.number2, FullRecord.cleared, on: profile),
    ] {
      #expect(free.contains("Không bị \(Self.banWords)"))
    }
  }

  @Test func `of several bans the one that binds longest is stated`() throws {
    let over = BankruptcyBan(
      court: FullRecord.ban.court, office: "Kế toán trưởng", term: "01 năm",
      until: CivilDate(2025, 3, 10))
    let documents =
      FullRecord.bans + [FullRecord.bankruptcy(over, number: "6/2024/QĐ-TBPS")]
    guard case .banned(let ban) = try FullRecord.statement(.number2, documents).ban else {
      Issue.record("a ban that binds was not stated")
      return
    }
    #expect(ban.office == "Giám đốc")
  }

  @Test(arguments: profiles)
  func `parents and spouse are on number 2 and on no number 1`(profile: String) throws {
    let one = try text(.number1, Self.everything, asked: .requested, on: profile)
    let two = try text(.number2, Self.everything, on: profile)
    for name in ["Nguyễn Văn Cha", "Trần Thị Mẹ", "Lê Thị Vợ"] {
      #expect(!one.contains(name) && two.contains(name))
    }
  }

  @Test(arguments: profiles, CertificateKind.allCases)
  func `neither prints a pending prosecution, an administrative sanction or the grounds`(
    profile: String, kind: CertificateKind
  ) throws {
    for documents in [Self.everything, FullRecord.cleared, []] {
      let statement = try FullRecord.statement(kind, documents, asked: .requested)
      let text = try FullRecord.sheet(statement, profile: profile).words
      for hidden in [FullRecord.pending, FullRecord.sanction, FullRecord.grounds, "khởi tố"] {
        #expect(!text.contains(hidden), "\(hidden)")
      }
    }
  }
}

extension Sheet {
  /// Every word of the sheet, from its head to its foot.
  var words: String {
    (blocks.map(\.words) + [footer?.text ?? "", stamp ?? "", title, subject])
      .joined(separator: "\n")
  }
}

extension Block {
  fileprivate var words: String {
    switch self {
    case .paragraph(let paragraph): paragraph.words
    case .field(let field): "\(field.number) \(field.text.words)"
    case .letterhead(let head):
      (head.left.lines + head.left.below + head.right.lines + head.right.below).words
    case .table(let table): (table.head + table.rows.flatMap { $0.flatMap(\.self) }).words
    case .box(let box): box.lines.words
    case .foot(let foot):
      foot.columns.map { "\($0.code?.alternative ?? "") \($0.lines.words)" }
        .joined(separator: "\n")
    case .rule, .gap: ""
    }
  }
}

extension Paragraph {
  fileprivate var words: String { runs.map(\.text).joined() }
}

extension [Paragraph] {
  fileprivate var words: String { map(\.words).joined(separator: "\n") }
}
