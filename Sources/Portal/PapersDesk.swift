package import Desk
package import Vocabulary

/// What the pages of attached papers ask of the desk.
package protocol PapersDesk: Sendable {
  func papers(of place: PaperPlace, of citizen: CitizenID) async throws -> PapersView
  /// Begins to take a paper onto the disk.
  func receivePaper() throws -> IncomingPaper
  func attach(
    _ paper: IncomingPaper, called name: String, as purpose: PaperPurpose, to place: PaperPlace,
    of citizen: CitizenID
  ) async throws
  /// Takes a paper off a draft and says which.
  func removePaper(_ id: PaperID, of citizen: CitizenID) async throws -> DraftID
  /// Opens a clean paper; the look is written down.
  func openPaper(_ id: PaperID, of citizen: CitizenID) async throws -> OpenedPaper
  func openPaper(_ id: PaperID, by officer: ActingOfficer) async throws -> OpenedPaper
}
