package import Records
package import Vocabulary

/// One line of the journal as it is stored: who, when, why, and what. The stored bytes are the
/// leaf of the Merkle tree; they are decoded to be read and never encoded again.
package struct Entry<Event: Codable & Equatable & Sendable>: Equatable, Sendable, Codable {
  /// The version of this format. A reader that does not know it stops.
  package let v: Int
  package let event: Event
  package let caseID: CaseID?
  /// The place of the event in its case, from 1.
  package let seq: Int?
  package let agency: AgencyID
  package let actor: Actor
  package let at: Instant
  /// Why, where the act needs a reason that is not personal; the words themselves are payload.
  package let why: String?
  /// Lower-case hex of the payload's salted hash, if there is a payload.
  package let payload: String?
  /// The officer on leave for whom the actor stood in; absent for everybody who acts for
  /// themselves.
  package let onBehalf: OfficerID?

  package init(
    event: Event, caseID: CaseID?, seq: Int?, agency: AgencyID, actor: Actor, at: Instant,
    why: String? = nil, payload: String? = nil, onBehalf: OfficerID? = nil
  ) {
    self.v = 1
    self.event = event
    self.caseID = caseID
    self.seq = seq
    self.agency = agency
    self.actor = actor
    self.at = at
    self.why = why
    self.payload = payload
    self.onBehalf = onBehalf
  }
}

package typealias CaseEntry = Entry<CaseEvent>
package typealias HouseEntry = Entry<HouseEvent>

/// What happens outside any case.
package enum HouseEvent: Equatable, Sendable, Codable {
  case installed(profile: String, origin: String)
  case officerSignedIn(OfficerID)
  case officerSignInFailed
  /// A code was wrong, after a right password.
  case officerCodeRefused(OfficerID)
  /// An officer's program of codes is known from now on; ten recovery codes were shown.
  case secondFactorEnrolled(OfficerID)
  case recoveryCodeUsed(OfficerID, left: Int)
  case recoveryCodesRenewed(OfficerID)
  /// A code was entered before an act that asks for a fresh one.
  case officerSteppedUp(OfficerID)
  /// Sessions of an officer were ended, by the officer or with a change.
  case officerSessionsEnded(OfficerID, count: Int)
  /// Somebody at the machine itself let an officer in, or reset a second factor.
  case officerInstalled(OfficerID)
  /// One administrator proposed what an officer may do; the digest is that of the change's stored
  /// bytes, in hex.
  case officerChangeProposed(OfficerChangeID, officer: OfficerID, digest: String)
  /// By another person; the number counts the approved changes.
  case officerChangeApproved(OfficerChangeID, officer: OfficerID, number: Int)
  case officerChangeDeclined(OfficerChangeID, officer: OfficerID)
  /// From a day to a day an officer stands in for another in a role.
  case substituteNamed(
    SubstitutionID, principal: OfficerID, substitute: OfficerID, role: Role, from: CivilDate,
    until: CivilDate)
  case substitutionEnded(SubstitutionID)
  /// What every page says for a time.
  case noticeAnnounced(NoticeID, from: Instant, until: Instant)
  case noticeWithdrawn(NoticeID)
  case draftSaved(DraftID)
  case draftPurged(DraftID)
  case payloadPurged(event: Int64)
  /// An officer opened a file; where it was not their work, for a reason of this kind, whose words
  /// are the payload.
  case caseLookedAt(CaseID, reason: LookReason? = nil)
  /// An officer looked for cases by a number, an identity number or a name: which is told, and how
  /// many were shown, and never what was typed.
  case casesSearched(by: String, shown: Int)
  /// An officer took the register of the cases of these days out, with its applicants' names,
  /// addresses and telephones.
  case registerTaken(from: CivilDate, until: CivilDate)
  /// A paper was attached to a draft, or taken off again.
  case paperAdded(PaperID, draft: DraftID)
  case paperRemoved(PaperID)
  /// The scanner's word on a paper: `clean` or `infected`.
  case paperScanned(PaperID, verdict: String)
  /// Its citizen or an officer opened a paper.
  case paperLookedAt(PaperID, caseID: CaseID?)
  /// A change of the rules; the digest is that of the change's stored bytes, in hex.
  case ruleChangeProposed(RuleProposalID, digest: String)
  /// By another person; the number counts the approved changes.
  case ruleChangeApproved(RuleProposalID, number: Int)
  case ruleChangeDeclined(RuleProposalID)
  case money(MoneyEvent)
  case bodyRequest(BodyRequestEvent)
  /// Money whose payment order we do not know.
  case strayMoneyReported(reference: String)
  /// A walk over all records came to its end: how many, who is newly cleared by law, how many
  /// facts are lacking.
  case clearancesListed(on: CivilDate, records: Int, newlyCleared: Int, lacking: Int)
  /// Suppliers' documents came into the judicial records together. `digest` is lower-case hex over
  /// all of them (`RecordDigest`), so that one event vouches for a batch of any size.
  case recordDocumentsFiled(batch: Int64, documents: Int, digest: String)
  /// An officer opened a judicial record: for a case, or for the reason in the payload.
  case recordLookedAt(RecordID, caseID: CaseID?)
  /// An officer looked for people in the judicial records, in a case or not: which records were
  /// shown, and never what was typed.
  case registerSearched(caseID: CaseID?, shown: [RecordID])
  /// What a supplier may send by message was proposed; the digest is that of the grant's stored
  /// bytes, in hex.
  case supplierProposed(SupplierProposalID, digest: String)
  /// By another person; the number counts the approved grants.
  case supplierApproved(SupplierProposalID, number: Int)
  case supplierDeclined(SupplierProposalID)
  /// A supplier's message was taken; the payload is its body. `batch` names the documents that
  /// came of it, `digest` is a salted hash of the receipt (`SupplyMessages`).
  case supplyReceived(SupplyReceiptID, batch: Int64?, digest: String)
  /// An officer said which document stands or does not count; the reason is the payload.
  case recordQuestionAnswered(question: Int64, document: DocumentID, verdict: String)
  /// An officer holds that two records are one person's, or one two persons'; the reason is the
  /// payload. `documents` are those that a split would move.
  case recordMoveProposed(
    move: Int64, kind: String, source: RecordID, target: RecordID?, documents: [DocumentID])
  /// Another officer agrees: from now on these documents are in the target.
  case recordMoveConfirmed(
    move: Int64, source: RecordID, target: RecordID, documents: [DocumentID])
  /// The reason is the payload.
  case recordMoveDeclined(move: Int64)
  /// Two records that resemble each other are not one person's; the reason is the payload.
  case recordPairDeclined(RecordID, RecordID)
}
