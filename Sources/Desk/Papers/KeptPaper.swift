import Document
import Store
import Vocabulary

/// A paper that has come whole with a form, and what the sender's device calls it.
package struct SentPaper {
  package let paper: IncomingPaper
  package let name: String

  package init(_ paper: IncomingPaper, name: String) {
    self.paper = paper
    self.name = name
  }
}

/// A paper that was looked through and may be kept.
struct InspectedFile: Sendable {
  let found: InspectedPaper
  /// In bytes.
  let size: Int
}

/// A paper whose bytes are on the disk and which no row names yet.
struct KeptPaper: Sendable {
  let id: PaperID
  let inspected: InspectedFile
  let digest: String
  let name: String
  let at: Instant

  /// Its row, waiting for the scanner.
  func row(
    as purpose: PaperPurpose, of citizen: CitizenID, draft: DraftID? = nil, caseID: CaseID? = nil
  ) -> PaperRow {
    PaperRow(
      id: id, citizen: citizen, draft: draft, caseID: caseID, purpose: purpose,
      format: inspected.found.format, digest: digest, size: inspected.size,
      pages: inspected.found.pages, width: inspected.found.pixels?.width,
      height: inspected.found.pixels?.height, name: name, addedAt: at, scan: .waiting)
  }
}
