import Assessment
import CaseFile
import Intake
import Issuance
import Law
import Records
@testable import Desk
import Foundation
import Testing
import Vocabulary
import Words

@testable import Portal

@Suite("The catalogue of page texts")
struct CatalogueTests {
  let vietnamese: PageWords
  let english: PageWords

  init() throws {
    vietnamese = try PageWords(.vietnamese)
    english = try PageWords(.english)
  }

  @Test func `both languages have the same keys`() {
    #expect(Set(vietnamese.texts.keys) == Set(english.texts.keys))
  }

  @Test func `no text is empty or holds markup`() {
    for words in [vietnamese, english] {
      for (key, text) in words.texts {
        #expect(!text.isEmpty && !text.contains("<") && !text.contains("{{"), "\(key)")
      }
    }
  }

  @Test func `every key is used, and every key used is there`() throws {
    let used = try Self.keysInTemplates().union(try Self.keysInSource()).union(Self.families())
    let there = Set(vietnamese.texts.keys)
    #expect(used.subtracting(there).sorted() == [])
    #expect(there.subtracting(used).sorted() == [])
  }

  @Test func `a template holds no words of its own`() throws {
    for (name, text) in try PageLibrary.templates() {
      #expect(Self.words(in: text) == [], "\(name)")
    }
    #expect(Self.words(in: "<p>[[a.b]] {{c}} Chào</p>") == ["Chào"])
    #expect(Self.words(in: "<img alt=\"\"><a title=\"Trang {{n}}\">→</a>") == ["Trang"])
  }

  /// What people would read in a template, outside marks and examples of files (`pre`).
  static func words(in template: String) -> [String] {
    let text = template.replacing(#/\{\{[^}]*\}\}|\[\[[^\]]*\]\]/#, with: " ")
      .replacing(#/<pre[^>]*>[^<]*<\/pre>/#, with: " ")
    let named = text.matches(of: #/ (?:aria-label|title|alt|placeholder)="([^"]*)"/#)
    let read = named.map { String($0.1) } + [text.replacing(#/<[^>]*>/#, with: " ")]
    return read.flatMap { $0.matches(of: #/\p{L}+/#).map { String($0.0) } }
  }

  @Test func `a missing key stops the start`() {
    #expect(throws: Fault.self) { try vietnamese.filled("<p>[[no.such.key]]</p>") }
  }

  static func keysInTemplates() throws -> Set<String> {
    var keys: Set<String> = []
    for text in try PageLibrary.templates().values {
      for match in text.matches(of: #/\[\[([A-Za-z0-9.\-]+)\]\]/#) { keys.insert(String(match.1)) }
    }
    return keys
  }

  /// `words["a.b"]` and `words["a", "b"]`, with both arms of a choice.
  static func keysInSource() throws -> Set<String> {
    var keys: Set<String> = []
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Portal").standardizedFileURL.resolvingSymlinksInPath()
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in source.matches(of: #/words(?:\(in: \w+\))?\[([^\]]*)\]/#) {
        let inside = String(match.1)
        guard !inside.contains("\\(") else { continue }
        let literals = inside.matches(of: #/"([^"]*)"/#).map { String($0.1) }
        if inside.contains("?") {
          keys.formUnion(literals)
        } else if literals.count == 2 {
          keys.insert(literals.joined(separator: "."))
        } else if !inside.contains(",") {
          keys.formUnion(literals)
        }
      }
    }
    return keys
  }

  /// The keys that are chosen by a case of an enum.
  static func families() -> Set<String> {
    var keys: Set<String> = []
    func family(_ name: String, _ members: [String]) {
      keys.formUnion(members.map { "\(name).\($0)" })
    }
    func titled(_ name: String, _ members: [String], _ parts: [String] = ["title", "text"]) {
      for member in members { family("\(name).\(member)", parts) }
    }
    family("state", StateName.allCases.map(\.rawValue))
    family(
      "waiting",
      [
        "awaitingFee", "lodged", "inAssessment", "awaitingSupplement", "assessed", "approved",
        "issuing", "issued",
      ])
    titled("need", ["own", "basis", "noBasis", "number2"])
    family("link", LinkView.allCases.map(\.rawValue))
    family("fieldVerdict", FieldVerdict.allCases.map(\.rawValue))
    family("supplementReason", SupplementReason.allCases.map(\.rawValue))
    family("supplementStanding", SupplementView.Standing.allCases.map(\.rawValue))
    family("stateWords", StateName.allCases.map(\.rawValue))
    family("history", HistoryKind.allCases.map(\.rawValue))
    family("event", Sample.eventNames)
    family("payment", PaymentStateName.allCases.map(\.rawValue))
    family("paymentWords", PaymentStateName.allCases.map(\.rawValue))
    titled(
      "paymentReturn", PaymentStateName.allCases.map(\.rawValue) + ["forged", "unknown"])
    family("complication", Complication.allCases.map(\.rawValue))
    family("due", LimitUnit.allCases.map(\.rawValue))
    family("inquiry", InquiryView.State.allCases.map(\.rawValue))
    family("body", ["records-centre", "police"])
    family("outcome", ["noRecord", "record", "doubtful"])
    family("kind", CertificateKind.allCases.map(\.rawValue))
    family("certificateState", CertificateState.allCases.map(\.rawValue))
    family("level", ["B-B", "B-T"])
    family("match", Comparison.Match.allCases.map(\.rawValue))
    family("compare", ["number", "name", "birthDate", "outcome"])
    titled("compared", ["same", "partly", "different"])
    family("coverage", ExaminedFile.Signed.Coverage.allCases.map(\.rawValue))
    family("signature", ExaminedFile.Signed.Standing.allCases.map(\.rawValue))
    titled("verdict", ["issued", "foreign", "unsigned", "changed", "unreadable"])
    family("verify", ["noFile", "notAPDF"])
    family("role", Role.allCases.map(\.rawValue))
    family("filter", QueueFilter.allCases.map(\.rawValue))
    family("approval", ApprovalStanding.allCases.map(\.rawValue))
    family("queueBy", ["whose", "kind", "urgency", "channel"])
    family("whose", QueueWish.Holder.allCases.map(\.rawValue))
    family("urgency", QueueWish.Urgency.allCases.map(\.rawValue))
    family("channel", LodgingChannel.allCases.map(\.rawValue))
    family("time", ["day", "hour", "minute"])
    titled("step", StepPart.names)
    family("stepMark", ["done", "now", "later"])
    titled("register", ["prefilled", "noEntry", "unreachable"])
    family("add", FormTable.allCases.map(\.rawValue))
    family("row", FormTable.allCases.map(\.rawValue))
    for section in DraftSections.all { keys.insert("section.\(section.key).title") }
    family(
      "section", ["applicant.hint", "family.title", "contact.hint", "spouse.hint", "ban.hint"])
    family("section", ["residences.hint", "convictions.hint"])
    family("hint", Array(Set(FormField.hintKeys.values)))
    let own = TypedJudgment.wordColumns + TypedJudgment.factColumns
    let rows = TypedJudgment.offenceColumns + TypedJudgment.partColumns
    family("record", own + rows + TypedFinding.banColumns)
    family("record", ["clearedFrom", "overrulingReason", "pendingActs"])
    family("recordHint", ["principalCompleted", "completed", "pendingActs"])
    let statuses = ExpungementStatus.allCases.map(\.rawValue)
    for name in ["conclusion", "conclusionWords", "conclusionDay"] { family(name, statuses) }
    family("origin", ["record", "entered"])
    family("standing", ["notCleared", "cleared", "printsNowhere"])
    family("taking", ["accept", "notCleared", "cleared", "printsNowhere"])
    family("clearances", ClearanceList.allCases.map(\.rawValue))
    family(
      "lack",
      [
        "birthDay", "judgmentDay", "effectiveDay", "offenceDay", "offenceProvision",
        "penaltyKind", "penaltyTerm", "supplementary", "openQuestion", "facts", "principal",
        "obligations", "offences",
      ])
    family("supplier", Supplier.allCases.map(\.rawValue))
    family("reopened", ["conclusionChanged", "personToDecide"])
    family("personState", PersonSummary.State.allCases.map(\.rawValue))
    family("personText", PersonSummary.State.allCases.map(\.rawValue))
    family("personWait", PersonWait.Kind.allCases.map(\.rawValue))
    for name in ["personVerdict", "personChoice", "disputeOutcome"] {
      family(name, PersonVerdict.allCases.map(\.rawValue))
    }
    family("revocationGround", RevocationGround.allCases.map(\.rawValue))
    family("revocationCause", ["officer", "dispute", "holder"])
    for name in ["revocationChoice", "revocationOutcome"] {
      family(name, RevocationChoice.allCases.map(\.rawValue))
    }
    family("candidate", SearchedCandidate.Outcome.allCases.map(\.rawValue))
    family("personLook", TypedPerson.fields)
    family(
      "pair",
      ["names", "born", "sex", "numbers", "father", "mother", "spouse", "birthPlace", "residences"])
    family("delay", DelayView.Reason.allCases.map(\.rawValue))
    family("rules.act", ["add", "replace", "end"])
    family("records.add", DocumentRows.List.allCases.map(\.rawValue))
    let supplierFields = SupplierRefused.Field.allCases.map(\.rawValue)
    for name in ["supplierField", "supplierHint", "supplierLack"] { family(name, supplierFields) }
    family("supplierAct", ["grant", "revoke"])
    family("records.tab", RecordsTab.allCases.map(\.rawValue))
    family("verdict", ["stands", "setAside"])
    family("pairs.kind", RecordMoveKind.allCases.map(\.rawValue))
    family("pairs.said", ["proposed", "confirmed", "declined", "distinct"])
    family("pairs.refused", RecordMoveRefusal.allCases.map(\.rawValue))
    family("filing", FilingRefusal.allCases.map(\.rawValue))
    family("design", ["calm", "good", "attention", "bad", "quiet"])
    family("refused", Self.refusals)
    family("difference", SettlementDifference.allCases.map(\.rawValue))
    family("differenceWhy", SettlementDifference.allCases.map(\.rawValue))
    family("settlementFailure", SettlementFailure.allCases.map(\.rawValue))
    family("flow", MoneyFlow.allCases.map(\.rawValue))
    family("bodyState", BodyRequestState.allCases.map(\.rawValue))
    family("bodyVerdict", ["same", "other"])
    family(
      "bodyEvent",
      ["received", "refused", "letterCame", "found", "sentBack", "answered", "looked"])
    family("form", StatutoryForm.allCases.map(\.rawValue))
    family("refund", RefundState.allCases.map(\.rawValue))
    family("refundWords", RefundState.allCases.map(\.rawValue))
    family("refundWhy", RefundWhy.allCases.map(\.rawValue))
    family("officerStanding", OfficerProfile.Standing.allCases.map(\.rawValue))
    family("officerFactor", OfficerView.Factor.allCases.map(\.rawValue))
    family("officerAct", ["admit", "become", "resetFactor", "substitute"])
    family("substitutionStanding", SubstitutionsView.Standing.allCases.map(\.rawValue))
    family("journalProof", JournalView.Proof.allCases.map(\.rawValue))
    family("lookReason", LookReason.allCases.map(\.rawValue))
    family("houseEvent", JournalPage.kinds.filter { !Sample.eventNames.contains($0) })
    family("refused.officer", OfficerRefusal.allCases.map(\.rawValue))
    family("refused.paper", PaperRefusal.allCases.map(\.rawValue))
    family("paperPurpose", PaperPurpose.allCases.map(\.rawValue))
    family("paperStanding", PaperStanding.allCases.map(\.rawValue))
    family("paperStandingWords", ["waiting", "infected"])
    let sorries = [
      "missing", "formNotOurs", "tooLarge", "tooSlow", "unreadable", "method", "tooMany", "stale",
      "role", "level", "signIn", "refused", "fault",
    ]
    titled("sorry", sorries, ["title", "happened", "safe", "advice"])
    return keys
  }

  static let refusals = [
    "notFound", "stale", "roleMissing", "identityLevelTooLow", "signInExpired",
    "credentialsWrong", "tooManyTries", "lookReasonNeeded",
    "lacking", "feeOpen", "intake", "groundsMissing",
    "judgmentsOutOfOrder", "judgmentAfterToday", "judgmentIncomplete", "banIncomplete",
    "banUndated",
    "assessment", "waitingForAnswers", "sameOfficer", "decision", "issuance", "handover",
    "outOfOrder", "reasonMissing", "notClean", "notOpened", "referenceMissing", "answerAhead",
    "feeNotOpen",
    "documentTooLarge", "notAPDF",
    "needsVerification", "overrulingNotAcknowledged", "conclusionChanged", "factAskedAlready",
    "factAnsweredAlready", "factTakenAlready", "factSaysNothing",
    "reappointedBefore", "newDayTooEarly", "newDayNotWorking", "periodTooLong",
    "bodyUnsettled", "tillClosed", "referenceUsed", "settlementUnusable", "settlementSettled",
    "samePersonOfficer", "personNotSearched", "personNotSettled", "person", "ownCase",
    "revocation", "rulesSamePerson",
    "rulesDecided", "rulesNotAProposal", "rulesChange", "supplementAskedBefore",
    "fieldUndecided", "linkUnproven", "supplementReasonMissing", "supplementAnswerEmpty",
  ]
}
