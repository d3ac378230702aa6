import Assessment
import CaseFile
@testable import Desk
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Portal

@Suite("The certificate as it would be, by what an assessor has typed so far")
struct DraftPreviewTests {
  private static let place = "/office/cases/\(Sample.caseID)"

  private static func preview(
    _ desk: SampleDesk, _ look: @escaping @Sendable (TestResponse) throws -> Void
  ) async throws {
    try await Runner(desk).run { visitor in
      try await visitor.signInAsOfficer()
      try look(
        try await visitor.post(
          "\(place)/assessment",
          [("version", "1"), ("grounds", "Theo trả lời."), ("action", "preview")], from: place))
    }
  }

  @Test func `it opens beside the form, as a PDF`() async throws {
    let desk = SampleDesk(state: .inAssessment, can: [.assess])
    try await Self.preview(desk) { answer in
      #expect(answer.status == .ok && answer.html.hasPrefix("%PDF"))
    }
  }

  @Test func `what the room refuses is said on the page, with what was typed`() async throws {
    for refusal in [Refused.waitingForAnswers, .assessment(.banIncomplete)] {
      let desk = SampleDesk(state: .inAssessment, can: [.assess], refusal: refusal)
      try await Self.preview(desk) { answer in
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains("role=\"alert\""))
        #expect(answer.html.contains(">Theo trả lời.</textarea>"))
      }
    }
  }
}
