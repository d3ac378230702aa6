package import Vocabulary

/// One attached paper.
package struct PaperRow: Equatable, Sendable {
  package let id: PaperID
  package let citizen: CitizenID
  /// Where it was attached; a paper of a case may have come with its draft or later.
  package let draft: DraftID?
  package let caseID: CaseID?
  package let purpose: PaperPurpose
  package let format: PaperFormat
  package let digest: String
  package let size: Int
  package let pages: Int?
  package let width: Int?
  package let height: Int?
  /// As the citizen's device called it, made harmless to show. Personal: never in a log or address.
  package let name: String
  package let addedAt: Instant
  package let scan: PaperScan

  package init(
    id: PaperID, citizen: CitizenID, draft: DraftID?, caseID: CaseID?, purpose: PaperPurpose,
    format: PaperFormat, digest: String, size: Int, pages: Int?, width: Int?, height: Int?,
    name: String, addedAt: Instant, scan: PaperScan
  ) {
    self.id = id
    self.citizen = citizen
    self.draft = draft
    self.caseID = caseID
    self.purpose = purpose
    self.format = format
    self.digest = digest
    self.size = size
    self.pages = pages
    self.width = width
    self.height = height
    self.name = name
    self.addedAt = addedAt
    self.scan = scan
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = PaperID(try row.text("id")), let citizen = CitizenID(try row.text("citizen")),
      let purpose = PaperPurpose(rawValue: try row.text("purpose")),
      let format = PaperFormat(rawValue: try row.text("format")),
      let scan = PaperScan(
        try row.text("scan"), at: try row.instantOrNil("scanned_at"),
        threat: try row.textOrNil("threat"))
    else { throw Fault("reading a paper", cause: "a column holds an impossible value") }
    self.init(
      id: id, citizen: citizen, draft: try row.textOrNil("draft").flatMap { DraftID($0) },
      caseID: try row.textOrNil("case_id").flatMap { CaseID($0) }, purpose: purpose,
      format: format, digest: try row.text("sha256"), size: try row.int("size"),
      pages: try row.intOrNil("pages"), width: try row.intOrNil("width"),
      height: try row.intOrNil("height"), name: try row.text("name"),
      addedAt: try row.instant("added_at"), scan: scan)
  }
}

/// What the virus scanner said of a paper. Only a clean one is ever opened.
package enum PaperScan: Equatable, Sendable {
  case waiting
  case clean(at: Instant)
  /// `threat`: what the scanner calls it.
  case infected(at: Instant, threat: String)

  init?(_ name: String, at: Instant?, threat: String?) {
    switch (name, at, threat) {
    case ("waiting", nil, nil): self = .waiting
    case ("clean", let at?, nil): self = .clean(at: at)
    case ("infected", let at?, let threat?): self = .infected(at: at, threat: threat)
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .waiting: "waiting"
    case .clean: "clean"
    case .infected: "infected"
    }
  }
}
