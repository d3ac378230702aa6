import CaseFile
@testable import Desk
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

/// Every page in its states, rendered whole. `LYLICH_PREVIEW=FOLDER` keeps them to be looked at.
@Suite("Every page stands")
struct PreviewTests {
  struct Shot: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    var desk: @Sendable () -> SampleDesk = { SampleDesk() }
    var who: Who = .stranger
    var testDescription: String { name }

    enum Who { case stranger, citizen, officer }
  }

  static let shots: [Shot] = [
    Shot(name: "front", path: "/"), Shot(name: "about", path: "/about"),
    Shot(name: "design", path: "/design"), Shot(name: "missing", path: "/nowhere"),
    Shot(name: "verify", path: "/verify"), Shot(name: "trust", path: "/trust"),
    Shot(name: "certificate", path: "/v/\(Sample.token)"),
    Shot(name: "sign-in", path: "/sign-in"),
    Shot(name: "payment-return", path: "/payments/return?vnp_ResponseCode=00"),
    Shot(name: "office-sign-in", path: "/office/sign-in"),
    Shot(name: "home", path: "/home", who: .citizen),
    Shot(name: "draft", path: "/drafts/\(Sample.draftID)", who: .citizen),
    Shot(
      name: "draft-lacking", path: "/drafts/\(Sample.draftID)/review",
      desk: { SampleDesk(lacks: Sample.lacks) }, who: .citizen),
    Shot(name: "review", path: "/drafts/\(Sample.draftID)/review", who: .citizen),
    Shot(name: "case-fee", path: "/cases/\(Sample.caseID)", who: .citizen),
    Shot(
      name: "case-assessment", path: "/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .inAssessment) }, who: .citizen),
    Shot(
      name: "case-issued", path: "/cases/\(Sample.caseID)", desk: { SampleDesk(state: .issued) },
      who: .citizen),
    Shot(
      name: "case-received", path: "/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .handedOver) }, who: .citizen),
    Shot(
      name: "case-refused", path: "/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .refused) }, who: .citizen),
    Shot(
      name: "office-queue", path: "/office", desk: { SampleDesk(state: .inAssessment) },
      who: .officer),
    Shot(
      name: "office-cleared", path: "/office/clearances",
      desk: { SampleDesk(state: .inAssessment) }, who: .officer),
    Shot(
      name: "office-lacking", path: "/office/clearances?show=lacking",
      desk: { SampleDesk(state: .inAssessment) }, who: .officer),
    Shot(
      name: "office-intake", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .lodged, can: [.accept, .refuse]) }, who: .officer),
    Shot(
      name: "office-assessment", path: "/office/cases/\(Sample.caseID)",
      desk: {
        SampleDesk(state: .inAssessment, can: [.fileAnswer, .askAgain, .assess, .refuse])
      }, who: .officer),
    Shot(
      name: "office-decision", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .assessed, can: [.approve, .sendBack]) }, who: .officer),
  ]

  @Test(arguments: shots, Language.allCases)
  func `a page holds no unfilled mark`(shot: Shot, language: Language) async throws {
    try await Runner(shot.desk()).run { visitor in
      switch shot.who {
      case .stranger: break
      case .citizen: try await visitor.signInAsCitizen()
      case .officer: try await visitor.signInAsOfficer()
      }
      let separator = shot.path.contains("?") ? "&" : "?"
      let page = try await visitor.get("\(shot.path)\(separator)lang=\(language.rawValue)")
      #expect(page.status == (shot.name == "missing" ? .notFound : .ok))
      #expect(!page.html.contains("[["))
      #expect(!page.html.contains("{{"))
      #expect(!page.html.contains("Optional("))
      #expect(page.html.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(page.html.contains("BẢN MẪU"))
      #expect(!page.html.contains(" style=") && !page.html.contains(" onclick="))
      try keep(page.html, "\(shot.name).\(language.rawValue).html")
    }
  }

  @Test func `every page renders quickly`() async throws {
    try await Runner().run { visitor in
      try await visitor.signInAsCitizen()
      let clock = ContinuousClock()
      let time = try await clock.measure {
        for _ in 0..<50 { try await visitor.get("/cases/\(Sample.caseID)") }
      }
      // A debug build on a busy machine; the benchmark measures.
      #expect(time < .seconds(20))
    }
  }

  private func keep(_ html: String, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["LYLICH_PREVIEW"] else { return }
    let plain = html.replacing(#/\/static\/[^\/]+\//#, with: "static/")
    try plain.write(
      to: URL(filePath: folder).appending(path: name), atomically: true, encoding: .utf8)
  }
}
