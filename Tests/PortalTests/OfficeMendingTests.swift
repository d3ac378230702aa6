@testable import Desk
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("What an officer typed and cannot be taken stands there again, and the field is named")
struct OfficeMendingTests {
  private static let hidden = "Vì \u{202E}lý do"

  @Test func `a mistake after a fresh code neither loses the text nor the session`() async throws {
    let desk = SampleDesk(officer: Sample.administrator)
    let change = try #require(Sample.officerChanges.first).id
    let place = "/office/officers/proposals/\(change)/decision"
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      let formToken = try await visitor.formToken(at: "/office/officers")
      desk.letCodesGrowOld()
      let page = try await visitor.post(
        place,
        [
          ("verdict", "decline"), ("reason", Self.hidden), ("csrf", formToken),
          ("stepUpCode", SampleDesk.code),
        ])
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("role=\"alert\""))
      #expect(try await visitor.get("/office/officers").status == .ok)
    }
  }

  @Test func `a substitute's days stand in their form, and no profile is emptied`() async throws {
    let officer = try #require(Sample.officers.first)
    let place = "/office/officers/\(officer.id)"
    try await Runner(SampleDesk(officer: Sample.administrator)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.post(
        place,
        [
          ("act", "reset"), ("reason", Self.hidden),
        ], from: place)
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("name=\"name\" value=\"\(officer.profile.name)\""))
      #expect(page.html.contains("lý do</textarea>"))
    }
  }

  @Test func `a day that is none is said by its field`() async throws {
    try await Runner(SampleDesk(officer: Sample.accountant)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office/money?day=31%2F02%2F2026")
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("name=\"day\" value=\"31/02/2026\""))
    }
    try await Runner(SampleDesk(officer: Sample.auditor)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.get("/office/journal?from=31%2F02%2F2026")
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("name=\"from\" value=\"31/02/2026\""))
    }
  }

  @Test func `a notice's hour that is none is said by its field`() async throws {
    let place = "/office/notices"
    try await Runner(SampleDesk(officer: Sample.administrator)).run { visitor in
      try await visitor.signInAsOfficer()
      let page = try await visitor.post(
        place,
        [
          ("vietnamese", "Bảo trì"), ("english", "Maintenance"), ("fromDay", "1/12/2026"),
          ("fromTime", "25:00"), ("untilDay", "1/12/2026"), ("untilTime", ""),
        ], from: place)
      #expect(page.status == .unprocessableContent)
      #expect(page.html.contains("Từ giờ (như 14:30)</p>"))
      #expect(page.html.contains("value=\"25:00\"") && page.html.contains(">Bảo trì</textarea>"))
    }
  }

  @Test func `the letter and the refusal of a body's request stay as typed`() async throws {
    let place = "/office/bodies/\(Sample.caseID)"
    try await Runner(SampleDesk()).run { visitor in
      try await visitor.signInAsOfficer()
      let letter = try await visitor.post(
        "\(place)/letter", [("letterNumber", "15/CV"), ("letterOn", "31/2/2026")], from: place)
      #expect(letter.status == .unprocessableContent)
      #expect(letter.html.contains("value=\"15/CV\"") && letter.html.contains("Ngày văn bản</p>"))
      let refusal = try await visitor.post(
        "\(place)/refusal", [("ground", "notCompetent"), ("words", Self.hidden)], from: place)
      #expect(refusal.status == .unprocessableContent)
      #expect(refusal.html.contains("lý do</textarea>"))
    }
  }
}
