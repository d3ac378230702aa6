@testable import Desk
import Foundation
import Law
import Vocabulary

extension SampleDesk {
  func papers(of place: PaperPlace, of citizen: CitizenID) async throws -> PapersView {
    switch place {
    case .draft(let id): guard id == Sample.draftID else { throw Refused.notFound }
    case .lodged(let id): guard id == Sample.caseID else { throw Refused.notFound }
    }
    return PapersView(
      papers: Sample.papers,
      needs: [
        PaperNeed(
          purpose: .feeGroup, words: Bilingual(vi: "Giấy xác nhận", en: "A confirmation"),
          isGiven: false)
      ], canAdd: true, canRemove: place == .draft(Sample.draftID))
  }

  func receivePaper() throws -> IncomingPaper { IncomingPaper(nil) }

  func attach(
    _ paper: IncomingPaper, called name: String, as purpose: PaperPurpose, to place: PaperPlace,
    of citizen: CitizenID
  ) async throws {
    // A file that is called as a refusal is refused so.
    if let refusal = PaperRefusal(rawValue: name) { throw Refused.paper(refusal) }
  }

  func removePaper(_ id: PaperID, of citizen: CitizenID) async throws -> DraftID {
    guard id == Sample.papers[0].id else { throw Refused.notFound }
    return Sample.draftID
  }

  func openPaper(_ id: PaperID, of citizen: CitizenID) async throws -> OpenedPaper {
    guard let paper = Sample.papers.first(where: { $0.id == id }), paper.standing == .clean else {
      throw Refused.notFound
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "lylich-\(UUID())")
    let bytes = Data("invented".utf8)
    try bytes.write(to: file)
    return OpenedPaper(file: file, format: paper.format, size: bytes.count)
  }

  func openPaper(_ id: PaperID, by officer: ActingOfficer) async throws -> OpenedPaper {
    try await openPaper(id, of: Sample.citizen.id)
  }
}

extension Sample {
  /// One of each standing; the names are as hostile as names can be.
  static let papers: [PaperView] = [
    PaperView(
      id: id("paper000000000000000000001"), purpose: .feeGroup, format: .jpeg, size: 2_430_000,
      pages: nil, width: 3024, height: 4032, name: "<script>alert(1)</script>.jpg", addedAt: now,
      standing: .clean),
    PaperView(
      id: id("paper000000000000000000002"), purpose: .other, format: .pdf, size: 340_000,
      pages: 3, width: nil, height: nil, name: "\"onerror=\"x", addedAt: now,
      standing: .waiting),
    PaperView(
      id: id("paper000000000000000000003"), purpose: .authorisation, format: .png, size: 900,
      pages: nil, width: 10, height: 10, name: "", addedAt: now, standing: .infected),
    PaperView(
      id: id("paper000000000000000000004"), purpose: .familyLink, format: .pdf, size: 1_000_000,
      pages: nil, width: nil, height: nil, name: "giấy khai sinh.pdf", addedAt: now,
      standing: .clean),
  ]
}
