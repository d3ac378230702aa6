import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("Who came second finds what was typed and chosen again")
struct OfficeSecondTests {
  private static let place = "/office/cases/\(Sample.caseID)"

  /// Looks at the page that answers a form of an officer who came second.
  private static func second(
    _ desk: SampleDesk, _ path: String, _ form: [(String, String)], from: String = place,
    _ look: @escaping @Sendable (String) throws -> Void
  ) async throws {
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      let answer = try await visitor.post(path, [("version", "1")] + form, from: from)
      #expect(answer.status == .conflict)
      try look(answer.html)
    }
  }

  /// What the page says was typed: what each field is called, and what was said there.
  private static func typed(in page: String) throws -> [String: String] {
    let start = try #require(page.range(of: "id=\"typed\""))
    let end = try #require(page[start.upperBound...].range(of: "</details>"))
    var rows: [String: String] = [:]
    for part in page[start.upperBound..<end.lowerBound].components(separatedBy: "<dt>").dropFirst()
    {
      let cells = part.components(separatedBy: "</dt><dd>")
      rows[cells[0]] = cells[1].components(separatedBy: "</dd>")[0]
    }
    return rows
  }

  @Test func `an answer on paper: whose, what it says, and the rest`() async throws {
    let desk = SampleDesk(state: .inAssessment, can: [.fileAnswer], refusal: Refused.stale)
    let form = [
      ("body", "police"), ("outcome", "doubtful"), ("reference", "77/PV06"),
      ("answeredOn", "20/11/2026"), ("details", "Trùng tên."),
    ]
    try await Self.second(desk, "\(Self.place)/answers", form) { page in
      #expect(page.contains("<option value=\"police\" selected>"))
      #expect(page.contains("value=\"doubtful\" checked>"))
      #expect(!page.contains("value=\"noRecord\" checked>"))
      #expect(page.contains("value=\"77/PV06\"") && page.contains(">Trùng tên.</textarea>"))
      let typed = try Self.typed(in: page)
      #expect(typed.count == form.count)
    }
  }

  @Test func `a refusal: its ground and its words, also where its form stands no more`()
    async throws
  {
    let form = [("ground", "notCompetent"), ("words", "Nơi khác.")]
    let open = SampleDesk(state: .lodged, can: [.refuse], refusal: Refused.stale)
    try await Self.second(open, "\(Self.place)/refusal", form) { page in
      #expect(page.contains("<option value=\"notCompetent\" selected>"))
      #expect(page.contains(">Nơi khác.</textarea>"))
    }
    let ended = SampleDesk(state: .refused, can: [], refusal: Refused.stale)
    try await Self.second(ended, "\(Self.place)/refusal", form) { page in
      #expect(!page.contains("name=\"ground\""))
      let typed = try Self.typed(in: page)
      #expect(typed.count == 2 && typed.values.contains("Nơi khác."))
      #expect(!typed.values.contains("notCompetent"), "in words, not in code")
    }
  }

  @Test func `the supplement's reasons, and the words to the citizen`() async throws {
    let desk = SampleDesk(state: .refused, can: [], refusal: Refused.stale)
    let form = [("lack", "paperMissing"), ("asked", "Gửi lại bản chụp.")]
    try await Self.second(desk, "\(Self.place)/supplement", form) { page in
      let typed = try Self.typed(in: page)
      #expect(typed.count == 2 && typed.values.contains("Gửi lại bản chụp."))
      #expect(!typed.values.contains("paperMissing"))
    }
  }

  @Test func `who the person is: the verdict and the reason`() async throws {
    let person = "\(Self.place)/person"
    let desk = SampleDesk(state: .inAssessment, refusal: Refused.stale)
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      let shown = try await visitor.get(person).html
      let mark = try #require(shown.range(of: "name=\"record\" value=\""))
      let record = String(shown[mark.upperBound...].prefix { $0 != "\"" })
      let answer = try await visitor.post(
        "\(person)/decision",
        [
          ("record", record), ("edition", "1"), ("verdict", "cannotTell"),
          ("reason", "Thiếu số."),
        ], from: person)
      #expect(answer.status == .conflict)
      #expect(answer.html.contains("value=\"cannotTell\" checked required>"))
      #expect(answer.html.components(separatedBy: " checked required>").count == 2)
      #expect(answer.html.contains("required>Thiếu số.</textarea>"))
      let typed = try Self.typed(in: answer.html)
      #expect(typed.count == 2)
    }
  }

  @Test func `a certificate to be taken back: the ground and the reason`() async throws {
    let page = "\(Self.place)/revocation"
    let desk = SampleDesk(state: .issued, refusal: Refused.stale)
    let form = [("ground", "wrongContent"), ("reason", "Sai ngày sinh.")]
    try await Self.second(desk, page, form, from: page) { html in
      // Another proposed meanwhile: the form stands no more.
      let typed = try Self.typed(in: html)
      #expect(typed.count == 2 && typed.values.contains("Sai ngày sinh."))
      #expect(!typed.values.contains("wrongContent"))
    }
  }
}
