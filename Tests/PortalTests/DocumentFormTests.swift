@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("The officer's form for a supplier's document")
struct DocumentFormTests {
  static let place = "/office/records/documents"
  static let form = "\(place)?kind=firstInstanceJudgment"

  private func asAssessor(
    _ act: @escaping @Sendable (Visitor) async throws -> Void
  ) async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsOfficer()
      try await act(visitor)
    }
  }

  @Test func `every wrong field is named at once, beside it, and nothing typed is lost`()
    async throws
  {
    try await asAssessor { visitor in
      let page = try await visitor.post(
        Self.place,
        [
          ("kind", "firstInstanceJudgment"), ("issuer", ""), ("person.born", "31/02/1990"),
          ("offences[1].words", "Trộm cắp"), ("offences[1].article", "217z"), ("action", "file"),
        ], from: Self.form)
      #expect(page.status == .unprocessableContent)
      for id in ["issuer", "number", "person-name", "person-born", "offences-1-article"] {
        #expect(page.html.contains("href=\"#\(id)\""), "\(id)")
        #expect(page.html.contains("id=\"\(id)-error\""), "\(id)")
      }
      #expect(page.html.contains("value=\"217z\"") && page.html.contains("value=\"31/02/1990\""))
    }
  }

  @Test func `a button adds a row and keeps what was typed`() async throws {
    try await asAssessor { visitor in
      let page = try await visitor.post(
        Self.place,
        [
          ("kind", "firstInstanceJudgment"), ("offences[0].words", "Cướp tài sản"),
          ("action", "add-offences"),
        ], from: Self.form)
      #expect(page.status == .ok)
      #expect(page.html.contains("name=\"offences[1].words\""))
      #expect(!page.html.contains("name=\"offences[2].words\""))
      #expect(page.html.contains("value=\"Cướp tài sản\""))
      #expect(!page.html.contains("class=\"error\""))
    }
  }
}
