import Document
import Foundation
import Issuance
import Testing
import Vocabulary

@Suite("Rendering: slips, receipts, forms")
struct OtherPapersTests {
  @Test func `the slip has every field of Mẫu số 01 and the receipt its amount in words`() throws {
    let bench = try Workbench()
    let renderer = try Renderer()
    let slip = try renderer.render(
      SlipLayout.sheet(RenderingSample.slip, code: RenderingSample.code),
      at: RenderingSample.moment)
    let receipt = try renderer.render(
      FeeReceiptLayout.sheet(RenderingSample.receipt), at: RenderingSample.moment)
    let files = [
      try bench.write(slip, as: "slip.pdf"), try bench.write(receipt, as: "receipt.pdf"),
    ]
    let verdict = try Workbench.run(preflight, files)
    #expect(verdict.ok, "\(verdict.text)")
    let slipText = try Workbench.text(of: slip)
    for words in [
      "Mã hồ sơ: 000.00.10.H13-261121-0007", "tiếp nhận hồ sơ của: Nguyễn Thị Ước", "Email:",
      "Nội dung yêu cầu giải quyết:", "Bản sao Căn cước công dân", "Số lượng hồ sơ: 01 (bộ)",
      "08 giờ 05 phút, ngày 21 tháng 11 năm 2026", "17 giờ 00 phút, ngày 01 tháng 12 năm 2026",
      "Đăng ký nhận kết quả tại:",
    ] { #expect(slipText.contains(words), "\(words)") }
    let receiptText = try Workbench.text(of: receipt)
    #expect(receiptText.contains("205.000 đ"))
    #expect(receiptText.contains("Hai trăm linh năm nghìn đồng"))
    try bench.remove()
  }

  @Test func `an unknown form is refused with the known ones`() {
    var issuer = RenderingSample.police2026
    issuer.number1Form = "99/1999"
    do {
      _ = try CertificateLayout(issuer)
      Issue.record("there is no such form")
    } catch {
      #expect(error.cause.contains("07/2025/LLTP"))
    }
  }

  @Test(arguments: ["{name", "a]", "[a", "name}["])
  func `a pattern with odd brackets is refused`(text: String) {
    #expect(throws: Fault.self) { try Pattern(text) }
  }

  @Test func `a part in brackets goes when its value is missing`() throws {
    let pattern = try Pattern("{kind} số {number}[, tại {place}] {spouse|—}")
    #expect(pattern.filled(["kind": "A", "number": "1"]) == "A số 1 —")
    #expect(
      pattern.filled(["kind": "A", "number": "1", "place": "B", "spouse": "C"])
        == "A số 1, tại B C")
  }
}

@Suite("Amounts in words")
struct MoneyWordsTests {
  @Test(arguments: [
    (0, "không đồng"), (1, "một đồng"), (5, "năm đồng"), (10, "mười đồng"),
    (15, "mười lăm đồng"), (21, "hai mươi mốt đồng"), (24, "hai mươi bốn đồng"),
    (55, "năm mươi lăm đồng"), (101, "một trăm linh một đồng"), (110, "một trăm mười đồng"),
    (111, "một trăm mười một đồng"), (1000, "một nghìn đồng"),
    (1005, "một nghìn không trăm linh năm đồng"),
    (1050, "một nghìn không trăm năm mươi đồng"),
    (5000, "năm nghìn đồng"), (105_000, "một trăm linh năm nghìn đồng"),
    (200_000, "hai trăm nghìn đồng"), (1_000_005, "một triệu không trăm linh năm đồng"),
    (1_015_000, "một triệu không trăm mười lăm nghìn đồng"),
    (2_000_000_000, "hai tỷ đồng"),
    (10_500_000_000_001, "mười nghìn năm trăm tỷ không trăm linh một đồng"),
    (-5000, "âm năm nghìn đồng"),
  ])
  func `an amount is spelt as receipts spell it`(amount: Int, words: String) {
    #expect(Dong(amount).inWords == words)
  }
}
