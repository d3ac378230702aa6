import Document
import Foundation
import Issuance
import Testing
import Vocabulary

@Suite("Rendering: the certificate as PDF")
struct RenderingTests {
  static let issuers = [RenderingSample.justice2023, RenderingSample.police2026]

  @Test(arguments: CertificateKind.allCases, [0, 1, 30])
  func `a certificate is valid PDF/A-1b with its words in reading order`(
    kind: CertificateKind, count: Int
  ) throws {
    let bench = try Workbench()
    var files: [String] = []
    for (index, issuer) in RenderingTests.issuers.enumerated() {
      let statement = RenderingSample.statement(kind, judgments: count)
      let pdf = try RenderingSample.certificate(statement, by: issuer, stamp: "BẢN MẪU")
      files.append(try bench.write(pdf, as: "\(kind.rawValue)-\(count)-\(index).pdf"))
      let text = try Workbench.text(of: pdf, options: ["-raw"])
      let title = kind == .number1 ? "SỐ 1" : "SỐ 2"
      expectInOrder(
        [
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
          "PHIẾU LÝ LỊCH TƯ PHÁP \(title)", "XÁC NHẬN:", "1. Họ và tên: NGUYỄN THỊ ƯỚC",
          RenderingTests.outcome(kind, count),
          "Quét mã QR để xác thực", "(Đã ký số)", issuer.signatoryName,
        ], in: text)
      #expect(text.contains("BẢN MẪU"))
    }
    let verdict = try Workbench.run(preflight, files)
    #expect(verdict.ok, "\(verdict.text)")
    for file in files {
      let check = try Workbench.run("qpdf", ["--check", file])
      #expect(check.ok, "\(check.text)")
    }
    try bench.remove()
  }

  @Test func `every one of thirty judgments stands on number 2, in order of time`() throws {
    let statement = RenderingSample.statement(.number2, judgments: 30)
    let pdf = try RenderingSample.certificate(statement, by: RenderingSample.police2026)
    let text = try Workbench.text(of: pdf, options: ["-raw"])
    expectInOrder((1...30).map { "Số \($0)/\(1995 + $0)/HS-ST" }, in: text)
    let heads = text.components(separatedBy: "Tình trạng thi hành án").count - 1
    let pages = text.components(separatedBy: "Số 123/STP-LLTP · Trang").count - 1
    #expect(pages > 2)
    #expect(heads >= pages - 2, "the table's head is on every page of the table")
  }

  @Test func `the ban section stands on number 1 only when it was asked for`() throws {
    let words = "doanh nghiệp, hợp tác xã"
    let silent = RenderingSample.statement(.number1, judgments: 0)
    let asked = RenderingSample.statement(.number1, judgments: 0, ban: .notBanned)
    let banned = RenderingSample.statement(
      .number1, judgments: 0, ban: .banned(RenderingSample.ban))
    let issuer = RenderingSample.police2026
    let texts = try [silent, asked, banned].map {
      try Workbench.text(of: RenderingSample.certificate($0, by: issuer))
    }
    #expect(!texts[0].contains(words))
    #expect(texts[1].contains("Không bị cấm đảm nhiệm chức vụ"))
    #expect(texts[2].contains("số 01/2024/QĐ-TBPS ngày 05 tháng 02 năm 2024"))
  }

  @Test func `the form of 2013 says temporary residence, that of 2025 says ethnicity`() throws {
    let statement = RenderingSample.statement(.number1, judgments: 0)
    let old = try Workbench.text(
      of: RenderingSample.certificate(statement, by: RenderingSample.justice2023))
    let new = try Workbench.text(
      of: RenderingSample.certificate(statement, by: RenderingSample.police2026))
    #expect(old.contains("Nơi tạm trú: —"))
    #expect(old.contains("cấp ngày 10/05/2021"))
    #expect(!old.contains("Dân tộc"))
    #expect(new.contains("Dân tộc: Kinh"))
    #expect(!new.contains("Nơi tạm trú"))
  }

  @Test func `the same sheet at the same moment gives the same bytes on every thread`() async throws
  {
    let statement = RenderingSample.statement(.number2, judgments: 3)
    let sheet = try CertificateLayout(RenderingSample.police2026)
      .sheet(statement, code: RenderingSample.code)
    let first = try Renderer().render(sheet, at: RenderingSample.moment)
    let second = try Renderer(fontsIn: "/usr/share/fonts/truetype/croscore")
      .render(sheet, at: RenderingSample.moment)
    #expect(first == second)
    let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { try Renderer().render(sheet, at: RenderingSample.moment) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.allSatisfy { $0 == first })
    let later = try Renderer().render(sheet, at: RenderingSample.moment.adding(seconds: 1))
    #expect(later != first)
  }

  @Test func `all fonts are embedded subsets with Unicode maps, and pages are tagged`() throws {
    let bench = try Workbench()
    let statement = RenderingSample.statement(.number2, judgments: 1)
    let file = try bench.write(
      RenderingSample.certificate(statement, by: RenderingSample.justice2023))
    let fonts = try Workbench.run("pdffonts", [file]).text.split(separator: "\n").dropFirst(2)
    #expect(fonts.count == 3)
    for font in fonts {
      #expect(font.contains("+Tinos"))
      #expect(font.contains("yes yes yes"), "embedded, subset, with Unicode: \(font)")
    }
    let tags = try Workbench.run("pdfinfo", ["-struct-text", file]).text
    for tag in ["Document", "H1", "P (block)", "Table", "TR", "TH", "TD", "Figure"] {
      #expect(tags.contains(tag), "\(tag)")
    }
    let facts = try Workbench.run("pdfinfo", [file]).text
    #expect(facts.contains("Tagged:          yes"))
    #expect(facts.contains("PDF version:     1.4"))
    #expect(facts.contains("Title:           Phiếu lý lịch tư pháp số 2 – 123/STP-LLTP"))
    #expect(!facts.contains("ƯỚC"), "a name is not in the properties")
    try bench.remove()
  }

  /// The sample's first judgment is cleared: alone on number 2, it leaves no record.
  private static func outcome(_ kind: CertificateKind, _ count: Int) -> String {
    switch (kind, count) {
    case (_, 0): "Tình trạng án tích: Không có án tích"
    case (.number2, 1): "Tình trạng án tích: Không có án tích; án tích đã được xóa"
    default: "Tình trạng án tích: Có án tích"
    }
  }

  private func expectInOrder(_ words: [String], in text: String) {
    var rest = Substring(text)
    for word in words {
      guard let range = rest.range(of: word) else {
        Issue.record("\(word) is not where it is expected")
        return
      }
      rest = rest[range.upperBound...]
    }
  }
}

let preflight = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("scripts/preflight").path
