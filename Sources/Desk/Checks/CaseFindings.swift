import Assessment
import CaseFile
import Handover
import Intake
import Store
import Vocabulary

/// What the check counts over all cases.
struct CaseFindings {
  enum Rule: String, CaseIterable {
    case stateIsFold = "each case's row is the fold of its journal"
    case oneCertificate = "every certificate has one case, and one entry that issues it"
    case personIsFound = "every certificate rests on a search whose candidates people decided"
    case memoryIsRight = "every remembered decision is one that an earlier case made"
    case twoPeople = "every certificate was assessed and decided by two people"
    case feeSettled = "every certificate has its fee or its exemption"
    case documentIsTheLeafs = "every certificate's PDF has the hash that its leaf names"
    case revocationIsTold = "every revocation is told by the journal, and two people made it"
    case correctionIsTold = "every correction and what it replaced tell the same story"
    case disputeIsApart = "nobody decided a dispute about a certificate of their own"
    case upheldIsRevoked = "every dispute that was upheld has a revocation, made or waiting"
    case departureIsBooked = "what a file that left owes back is in the books"
    case refundsAreTold = "every refund is told by the journal as its row says"
    case papersAreBound = "every paper of a case is the one that its journal names"
    case moneyIsTold = "every payment is told by the journal as its row says"
  }

  var cases = 0
  private var found = Dictionary(
    uniqueKeysWithValues: Rule.allCases.map { ($0, Invariant($0.rawValue)) })

  mutating func expect(_ rule: Rule, _ holds: Bool, _ id: String) {
    found[rule]?.expect(holds, id)
  }

  mutating func compareMoney(_ facts: CaseFacts, _ rows: [PaymentRow]) {
    for row in rows {
      expect(.moneyIsTold, told(row, by: facts) == row.state, "payment \(row.id)")
    }
  }

  /// Less may be there than the whole: a surplus is owed back beside the fee.
  mutating func compareDeparture(_ facts: CaseFacts, booked: Dong) {
    guard let departure = facts.departure else { return }
    expect(.departureIsBooked, booked >= departure.owedBack, facts.id.text)
  }

  mutating func compareRefunds(_ facts: CaseFacts, _ rows: [RefundRow]) {
    var told: [PaymentID: (state: RefundState, amount: Dong)] = [:]
    for entry in facts.events {
      guard case .refund(let payment, let amount, let step) = entry.event else { continue }
      told[payment] = (step.state, amount)
    }
    for row in rows {
      // Older than refunds: only the ledger told that it is owed.
      let story = told[row.payment] ?? (.owed, row.amount)
      let isSame = story.state == row.state && story.amount == row.amount
      expect(.refundsAreTold, isSame, "payment \(row.payment)")
    }
    let known = Set(rows.map(\.payment))
    expect(.refundsAreTold, known.isSuperset(of: told.keys), facts.id.text)
  }

  mutating func comparePapers(_ facts: CaseFacts, _ rows: [PaperRow]) {
    let told = facts.events.compactMap { entry -> PaperID? in
      guard case .paperAttached(let paper, _) = entry.event else { return nil }
      return paper
    }
    guard !told.isEmpty || !rows.isEmpty else { return }
    expect(.papersAreBound, Set(told) == Set(rows.map(\.id)), facts.id.text)
    for row in rows {
      // A purged event tells that there was a paper, and no longer which bytes it had.
      guard let attached = facts.papers[row.id] else { continue }
      let isSame = attached.sha256 == row.digest && attached.size == row.size
      expect(.papersAreBound, isSame, "paper \(row.id)")
    }
  }

  /// - Parameter citing: the cases that cite the certificate.
  mutating func compareRevocations(
    _ facts: CaseFacts, _ certificate: CertificateRow?, _ rows: [RevocationRow],
    citing: [CorrectionRow]
  ) {
    let id = facts.id.text
    let history = facts.history
    let revocation = history.revocation
    if revocation != nil || !rows.isEmpty || certificate?.state == .revoked {
      let own = rows.filter { $0.certificate == certificate?.id }
      let cited = rows.filter { $0.certificate == history.cites?.certificate }
      let isTold =
        tells(own.last, history.correctedBy == nil ? revocation : own.last?.declined)
        && tells(cited.last, history.citedRevocation)
        && certificate?.revokedAt == revocation?.revokedAt
        && (certificate?.state == .revoked) == (revocation?.revokedAt != nil)
        && own.count + cited.count == rows.count && rows.allSatisfy(\.isByTwo)
      expect(.revocationIsTold, isTold, id)
    }
    compareCorrections(facts, certificate, citing)
    guard let dispute = facts.history.dispute else { return }
    let people = dispute.opinions.given.map(\.by) + [dispute.opinions.ruling?.by].compactMap { $0 }
    expect(.disputeIsApart, dispute.officers.isDisjoint(with: people), id)
    guard dispute.opinions.standing == .decided(.other) else { return }
    let isInHand = citing.contains { $0.outcome == nil }
    expect(.upheldIsRevoked, revocation?.isStanding == true || isInHand, id)
  }

  /// What took the place of a certificate, by journal, row and the case that cites it.
  private mutating func compareCorrections(
    _ facts: CaseFacts, _ certificate: CertificateRow?, _ citing: [CorrectionRow]
  ) {
    guard facts.history.correctedBy != nil || !citing.isEmpty else { return }
    let through = facts.history.correctedBy
    let done = citing.filter { [.replaced, .revoked].contains($0.outcome) }
    let isSame =
      done.map(\.caseID) == [through?.caseID].compactMap { $0 }
      && done.first?.successor == through?.successor
      && certificate?.replacedBy == through?.successor
      && citing.allSatisfy { $0.certificate == certificate?.id && $0.agrees }
      && citing.count { $0.outcome == nil } <= 1
    expect(.correctionIsTold, isSame, facts.id.text)
  }

  private func tells(_ row: RevocationRow?, _ revocation: Revocation?) -> Bool {
    row?.ground == revocation?.ground && row?.proposedBy == revocation?.proposedBy
      && row?.proposedAt == revocation?.proposedAt && row?.standing == revocation?.standing
  }

  /// A case that cites a certificate has the row that says so, and no other case has one.
  mutating func compareCitation(_ facts: CaseFacts, _ row: CorrectionRow?) {
    guard row != nil || facts.lodging.cites != nil else { return }
    let cites = facts.lodging.cites
    let isSame =
      row?.certificate == cites?.certificate && row?.cites == cites?.caseID
      && row?.cause == cites?.cause
    expect(.correctionIsTold, isSame, facts.id.text)
  }

  mutating func compareCertificate(_ facts: CaseFacts, _ row: CertificateRow?) {
    let issuings = facts.events.compactMap { entry -> (CertificateID, String)? in
      guard case .issued(let certificate, let document, _) = entry.event else { return nil }
      return (certificate, document)
    }
    guard row != nil || !issuings.isEmpty else { return }
    let id = facts.id.text
    if let row, row.state == .issuing {
      expect(.oneCertificate, issuings.isEmpty, id)
      return
    }
    let isOne =
      issuings.count == 1 && issuings[0].0 == row?.id && issuings[0].1 == row?.documentDigest
    expect(.oneCertificate, isOne, id)
    expect(.personIsFound, facts.personWasFound, id)
    let people = Set([facts.assessment?.by, facts.decision?.by].compactMap { $0 })
    expect(.twoPeople, people.count == 2, id)
    expect(.feeSettled, facts.feeSettlement != .open, id)
  }

  var invariants: [Invariant] { Rule.allCases.compactMap { found[$0] } }
}

extension RevocationRow {
  fileprivate var isByTwo: Bool {
    switch standing {
    case .proposed, .declined: true
    case .revoked(let officer, _): officer != proposedBy
    }
  }
}

extension CorrectionRow {
  /// Whether its outcome fits the state of its case.
  fileprivate var agrees: Bool {
    switch outcome {
    case nil: !state.isClosed && state != .issued
    case .replaced: [.issued, .handedOver, .revoked].contains(state)
    case .revoked: state == .revoked
    case .stands: [.refused, .withdrawn].contains(state)
    }
  }
}

extension RevocationRow {
  /// An older proposal that was declined, where a later case took the certificate back.
  fileprivate var declined: Revocation? {
    guard case .declined(let officer, let at) = standing else { return nil }
    var told = Revocation(
      ground: ground, cause: .officer, proposedBy: proposedBy, proposedAt: proposedAt)
    do {
      try told.decline(by: officer, at: at)
    } catch {
      return nil
    }
    return told
  }
}

extension Revocation {
  fileprivate var isStanding: Bool {
    switch standing {
    case .proposed, .revoked: true
    case .declined: false
    }
  }
}

/// The state of a payment as the journal tells it.
private func told(_ row: PaymentRow, by facts: CaseFacts) -> PaymentState? {
  var state: PaymentState?
  for entry in facts.events {
    guard let (payment, next) = entry.event.payment, payment == row.id else { continue }
    state = next
  }
  return state
}

extension RefundStep {
  fileprivate var state: RefundState {
    switch self {
    case .owed: .owed
    case .asked: .asked
    case .done: .done
    case .refused: .refused
    case .byHand: .byHand
    }
  }
}

extension CaseEvent {
  /// The payment that an event is about, and the state in which it leaves it.
  fileprivate var payment: (PaymentID, PaymentState)? {
    switch self {
    case .paymentBegan(let payment, _, _): (payment, .pending)
    case .paymentFailed(let payment, let code): (payment, code == "lapsed" ? .lapsed : .failed)
    case .feePaid(let payment, _, _): (payment, .paid)
    case .surplusReceived(let payment, _): (payment, .surplus)
    case .amountDisputed(let payment, _): (payment, .disputed)
    case .lodged, .feeExempted, .accepted, .refused, .forwarded, .sentOutside, .dueLengthened,
      .reappointed,
      .supplementAsked, .supplementAnswered, .supplementLapsed, .linkChecked, .linkConfirmed,
      .fieldDecided,
      .withdrawn, .contactCorrected, .deliveryChosen, .inquirySent,
      .inquiryAnswered, .answerUnusable, .worksheetSaved, .factAsked, .factAnswered, .factUnusable,
      .factTaken, .paperAttached, .refund, .personSearched, .candidateAdded, .candidateDecided,
      .candidateRuled, .assessed,
      .sentBack, .approved, .reopened, .issuanceIntended, .signatureIntended, .signatureMade,
      .issued, .handedOver, .personDisputed, .disputeDecided, .revocationProposed,
      .revocationDeclined, .revoked, .assigned, .looked:
      nil
    }
  }
}
