package import Foundation
package import Law
import Store
package import Vocabulary

/// Where papers are attached.
package enum PaperPlace: Equatable, Sendable {
  case draft(DraftID)
  case lodged(CaseID)
}

/// One attached paper as pages show it.
package struct PaperView: Equatable, Sendable {
  package var id: PaperID
  package var purpose: PaperPurpose
  package var format: PaperFormat
  package var size: Int
  package var pages: Int?
  package var width: Int?
  package var height: Int?
  /// What the citizen's device called it: text of a stranger, shown as text only.
  package var name: String
  package var addedAt: Instant
  package var standing: PaperStanding
}

/// Whether a paper can be opened.
package enum PaperStanding: String, Equatable, Sendable, CaseIterable {
  /// The scanner has not spoken yet: the paper is safe, and nobody opens it.
  case waiting
  case clean
  /// A virus was found: nobody ever opens it.
  case infected
}

/// A paper that the rules ask for.
package struct PaperNeed: Equatable, Sendable {
  package var purpose: PaperPurpose
  /// As the law names it.
  package var words: Bilingual
  package var isGiven: Bool
}

/// The papers of a draft or a case, for the page where they are attached.
package struct PapersView: Equatable, Sendable {
  package var papers: [PaperView]
  package var needs: [PaperNeed]
  package var canAdd: Bool
  /// Only until lodging.
  package var canRemove: Bool

  package var bytes: Int { papers.reduce(0) { $0 + $1.size } }
}

/// A paper that was opened: clean, whole, and its look written down.
package struct OpenedPaper: Equatable, Sendable {
  package var file: URL
  package var format: PaperFormat
  package var size: Int
}

/// A paper that is arriving, on its way to the disk.
package final class IncomingPaper {
  /// Nil in tests of pages, where nothing is kept.
  let file: IncomingFile?

  init(_ file: IncomingFile?) {
    self.file = file
  }

  package func append(_ bytes: [UInt8]) throws(Fault) {
    try file?.append(bytes)
  }
}

extension PaperView {
  init(_ row: PaperRow) {
    self.init(
      id: row.id, purpose: row.purpose, format: row.format, size: row.size, pages: row.pages,
      width: row.width, height: row.height, name: row.name, addedAt: row.addedAt,
      standing: PaperStanding(row.scan))
  }
}

extension PaperStanding {
  init(_ scan: PaperScan) {
    switch scan {
    case .waiting: self = .waiting
    case .clean: self = .clean
    case .infected: self = .infected
    }
  }
}

extension [PaperView] {
  /// What is shown for, by papers that may count: one that waits for the scanner may, an infected
  /// one never.
  var purposes: Set<PaperPurpose> { Set(filter { $0.standing != .infected }.map(\.purpose)) }
}
