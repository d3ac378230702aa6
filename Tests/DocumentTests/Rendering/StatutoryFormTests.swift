import Document
import Foundation
import Issuance
import Testing
import Vocabulary

@Suite("Rendering: the statutory forms 02 to 06")
struct StatutoryFormTests {
  /// A name and an address as long as a register lets them be, and text that means harm.
  private static let long = String(repeating: "Nguyễn Thị Ước Mong Hạnh Phúc ", count: 8)
  private static let hostile =
    "<script>alert(1)</script> ) Tj /JS (app.alert(1)) =cmd|' /C calc'!A0 \\ endstream"

  private static func paper(_ form: StatutoryForm) -> OfficePaper {
    var values: [String: String] = [:]
    for name in [
      "number", "place", "date", "desk", "phone", "email", "request", "receivedAt", "dueAt",
      "answerBy", "ground", "citation", "newDue", "oldDue", "from", "to", "volume", "state",
      "receiver", "reasons",
    ] { values[name] = "giá trị \(name)" }
    values["applicant"] = long
    values["address"] = String(repeating: "Số 12 đường Mẫu dài vô tận, ", count: 12)
    values["words"] = hostile
    let row = [
      "index": "1", "step": "Tiếp nhận hồ sơ", "gave": long, "took": "Lãnh đạo", "at": "21/11/2026",
      "due": "01/12/2026", "timeliness": "Đúng hạn", "note": hostile,
      "number": "000.00.10.H13-261121-0007", "procedure": "Cấp Phiếu lý lịch tư pháp",
      "count": "1", "applicant": long, "address": long, "phone": "0900000000",
      "receivedOn": "21/11/2026", "dueOn": "01/12/2026", "returnedOn": "", "delivery": "Bưu chính",
    ]
    return OfficePaper(
      form, agencyLines: ["ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "SỞ TƯ PHÁP"], values: values,
      rows: Array(repeating: row, count: 40), code: RenderingSample.code)
  }

  @Test(arguments: StatutoryForm.allCases.filter { $0 != .receipt })
  func `each is PDF/A, wraps what is long, and keeps hostile text as text`(
    form: StatutoryForm
  ) throws {
    let bench = try Workbench()
    let sheet = try Self.paper(form).sheet(stamp: "BẢN MẪU")
    let pdf = try Renderer().render(sheet, at: RenderingSample.moment)
    let file = try bench.write(pdf, as: "form-\(form.rawValue).pdf")
    if let kept = ProcessInfo.processInfo.environment["LYLICH_FORMS"] {
      try Data(pdf).write(to: URL(fileURLWithPath: "\(kept)/form-\(form.rawValue).pdf"))
    }
    let verdict = try Workbench.run(preflight, [file])
    #expect(verdict.ok, "\(verdict.text)")
    let text = try Workbench.text(of: pdf)
    #expect(text.contains("Mẫu số \(form.rawValue)"))
    #expect(text.contains("SỞ TƯ PHÁP") && text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    if form != .register { #expect(text.contains("Nguyễn Thị Ước Mong Hạnh Phúc")) }
    if [.supplement, .refusal, .apology].contains(form) {
      #expect(text.contains("<script>alert(1)</script>"))
    }
    let bytes = String(decoding: pdf, as: UTF8.self)
    #expect(!bytes.contains("/JS (app") && !bytes.contains("/OpenAction"))
    try bench.remove()
  }

  @Test func `equal papers are equal files`() throws {
    let sheets = try [Self.paper(.control).sheet(), Self.paper(.control).sheet()]
    #expect(sheets[0] == sheets[1])
    let pdfs = try sheets.map { try Renderer().render($0, at: RenderingSample.moment) }
    #expect(pdfs[0] == pdfs[1])
  }
}
