import CaseFile
import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var journalRoutes: [Route] { [.officer(.get, "/office/journal", journal)] }

  /// /office/journal: for auditors. The filters stand in the address: days, a kind, an officer, and
  /// a case number, which names nobody.
  @Sendable func journal(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let before = Int64(visit.query("id")).flatMap { id in
      Int64(visit.query("at")).map {
        JournalWish.Place(at: Instant(milliseconds: $0), id: id)
      }
    }
    let kind = visit.query("kind")
    let unread = ["from", "until"].first {
      !visit.query($0).isEmpty && JournalPage.day(visit.query($0)) == nil
    }
    let wish = JournalWish(
      from: JournalPage.day(visit.query("from")), until: JournalPage.day(visit.query("until")),
      kind: kind.isEmpty ? nil : kind,
      caseNumber: visit.query("case").filter { !$0.isWhitespace },
      officer: OfficerID(visit.query("officer")), before: before)
    let said = unread.map { OfficeSaid.unreadable(.day($0)) }
    return try visit.answer(
      JournalPage(try await desk.journal(wish, for: officer), wish, said: said, in: visit),
      status: said?.status ?? .ok)
  }
}

struct JournalPage: PartsPage {
  static let template = "journal"
  let parts: Parts

  static func day(_ text: String) -> CivilDate? { CivilDate(typed: text) }

  init(_ view: JournalView, _ wish: JournalWish, said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["journal.title"]),
      "said": said.map { visit.notice(of: $0) },
      "lines": view.lines.map { JournalPage.line($0, in: visit) }, "hasLines": !view.lines.isEmpty,
      "from": wish.from?.vietnamese ?? String(visit.query("from").prefix(10)),
      "until": wish.until?.vietnamese ?? String(visit.query("until").prefix(10)),
      "case": wish.caseNumber,
      "kinds": JournalPage.kinds.map {
        ChoicePart(
          id: "", name: "", value: $0, text: JournalPage.words(of: $0, in: visit),
          isChosen: $0 == wish.kind)
      },
      "officers": view.officers.map {
        ChoicePart(
          id: "", name: "", value: $0.id.text, text: $0.name, isChosen: $0.id == wish.officer)
      },
      "checkpoint": view.checkpoint.map {
        Parts([
          "size": "\($0.size)", "root": $0.root, "at": $0.at.vietnamese,
        ])
      },
      "isBroken": view.lines.contains { $0.proof == .broken },
      "next": view.next.map { JournalPage.address(of: wish, after: $0) },
    ])
  }

  private static func line(_ line: JournalView.Line, in visit: Visit) -> Parts {
    let words = visit.words
    let tone: Tag.Tone =
      switch line.proof {
      case .proven: .good
      case .broken: .bad
      case .waiting: .quiet
      }
    return Parts([
      "id": "\(line.id)", "at": line.at.vietnamese,
      "kind": JournalPage.words(of: line.kind, in: visit),
      "who": who(line, in: visit), "onBehalf": line.onBehalf, "case": line.caseNumber,
      "reason": line.lookReason.map { words["lookReason", $0.rawValue] }, "said": line.words,
      "proof": Tag(words["journalProof", line.proof.rawValue], tone),
    ])
  }

  private static func who(_ line: JournalView.Line, in visit: Visit) -> String {
    switch line.actor {
    case .officer: line.officer ?? "–"
    case .citizen: visit.words["journal.citizen"]
    case .system(let part): "\(visit.words["journal.system"]): \(part)"
    case .neighbour(let name): "\(visit.words["journal.neighbour"]): \(name)"
    }
  }

  /// The event in words; one that has none yet is called by its name.
  private static func words(of kind: String, in visit: Visit) -> String {
    visit.words.texts["event.\(kind)"] ?? visit.words.texts["houseEvent.\(kind)"] ?? kind
  }

  /// What an auditor looks for most.
  static let kinds = [
    "officerSignedIn", "officerSignInFailed", "officerCodeRefused", "secondFactorEnrolled",
    "recoveryCodeUsed", "recoveryCodesRenewed", "officerSteppedUp", "officerSessionsEnded",
    "officerInstalled", "officerChangeProposed", "officerChangeApproved",
    "officerChangeDeclined", "substituteNamed", "substitutionEnded", "noticeAnnounced",
    "noticeWithdrawn", "caseLookedAt", "casesSearched", "registerTaken", "recordLookedAt",
    "registerSearched", "paperLookedAt", "ruleChangeProposed",
    "ruleChangeApproved", "ruleChangeDeclined", "supplierProposed", "supplierApproved",
    "supplierDeclined", "recordMoveProposed", "recordMoveConfirmed", "recordMoveDeclined",
    "payloadPurged", "money", "bodyRequest", "accepted", "refused", "assessed", "sentBack",
    "approved", "issued",
    "handedOver", "revocationProposed", "revoked",
  ]

  private static func address(of wish: JournalWish, after place: JournalWish.Place) -> String {
    let parts: [(String, String)] = [
      ("from", wish.from?.iso ?? ""), ("until", wish.until?.iso ?? ""),
      ("kind", wish.kind ?? ""), ("case", wish.caseNumber), ("officer", wish.officer?.text ?? ""),
      ("at", "\(place.at.milliseconds)"), ("id", "\(place.id)"),
    ]
    let asked = parts.filter { !$0.1.isEmpty }.map { "\($0.0)=\(JournalPage.escaped($0.1))" }
    return "/office/journal?\(asked.joined(separator: "&"))"
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2E
      return isPlain ? String(UnicodeScalar(byte)) : "%\(hex([byte]))"
    }.joined()
  }
}
