import Desk
import Portal
import Vocabulary

extension OpenDesk {
  func papers(of place: PaperPlace, of citizen: CitizenID) async throws -> PapersView {
    try await desk.papers(of: place, of: citizen)
  }

  func receivePaper() throws -> IncomingPaper { try desk.receivePaper() }

  func attach(
    _ paper: IncomingPaper, called name: String, as purpose: PaperPurpose, to place: PaperPlace,
    of citizen: CitizenID
  ) async throws {
    try await desk.attach(paper, called: name, as: purpose, to: place, of: citizen)
  }

  func removePaper(_ id: PaperID, of citizen: CitizenID) async throws -> DraftID {
    try await desk.removePaper(id, of: citizen)
  }

  func openPaper(_ id: PaperID, of citizen: CitizenID) async throws -> OpenedPaper {
    try await desk.openPaper(id, of: citizen)
  }

  func openPaper(_ id: PaperID, by officer: ActingOfficer) async throws -> OpenedPaper {
    try await desk.openPaper(id, by: officer)
  }
}
