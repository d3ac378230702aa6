import CaseFile
@testable import Desk
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("Pages of the statutory forms")
struct FormsPageTests {
  @Test func `a form is served under its number and nothing else is`() async throws {
    try await Runner(SampleDesk(state: .inAssessment)).run { visitor in
      try await visitor.signInAsOfficer()
      let place = "/office/cases/\(Sample.caseID)/forms"
      let paper = try await visitor.get("\(place)/05.pdf")
      #expect(paper.headers[.contentType] == "application/pdf")
      #expect(paper.html.contains("form 05"))
      for wrong in ["07.pdf", "05", "05.pdf.exe", "..%2f05.pdf"] {
        #expect(try await visitor.get("\(place)/\(wrong)").status == .notFound, "\(wrong)")
      }
    }
  }

  @Test func `the register's table is text for a spreadsheet`() async throws {
    try await Runner(SampleDesk()).run { visitor in
      try await visitor.signInAsOfficer()
      let table = try await visitor.get(
        "/office/register/table.csv?from=2026-11-01&to=2026-11-30")
      #expect(table.status == .ok)
      #expect(table.html == "\u{FEFF}\"TT\",\"'=1+1\"\r\n\"1\",\"Nguyễn Thị Mẫu\"\r\n")
      let page = try await visitor.get("/office/register?from=1%2F11%2F2026&to=30%2F11%2F2026")
      #expect(page.html.contains("volume=2&amp;at=") || page.html.contains("volume=2&at="))
      let wrong = try await visitor.get("/office/register?from=morgen&to=30%2F11%2F2026")
      #expect(wrong.status == .unprocessableContent && wrong.html.contains("morgen"))
    }
  }

  @Test func `an apology is read as text by the person and by the office`() async throws {
    try await Runner(SampleDesk(state: .assessed)).run { visitor in
      try await visitor.signInAsCitizen()
      let page = try await visitor.get("/cases/\(Sample.caseID)")
      #expect(page.html.contains("08/12/2026") && page.html.contains("&lt;b&gt;Xin lỗi"))
      #expect(page.html.contains("/forms/04.pdf"))
    }
  }
}
