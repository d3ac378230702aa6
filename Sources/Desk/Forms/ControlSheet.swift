import CaseFile
import Law
import Vocabulary
import Words

/// Mẫu số 05: every handing over of a file, who gave and who took it, when, and whether in time.
struct ControlSheet {
  private(set) var rows: [[String: String]] = []

  init(_ facts: CaseFacts, names: [OfficerID: String], texts: PageWords) {
    var due: CivilDate?
    for entry in facts.events {
      due = entry.event.due(after: due)
      guard let hands = entry.event.hands else { continue }
      let officer = entry.event.handingOfficer.flatMap { names[$0] }
      let gave = FormWords.words(hands.gave)
      rows.append([
        "index": "\(rows.count + 1)", "step": texts["event", entry.event.name],
        "gave": officer.map { "\($0) (\(gave))" } ?? gave,
        "took": hands.took.map(FormWords.words) ?? "",
        "at": entry.at.vietnamese, "due": due?.vietnamese ?? "",
        "timeliness": due.map {
          FormWords.words(Timeliness(entry.at.civilDate, due: $0))
        } ?? "",
        "note": "",
      ])
    }
  }
}

extension CaseEvent {
  /// The day that is promised once this has happened.
  fileprivate func due(after due: CivilDate?) -> CivilDate? {
    if case .accepted(_, let day) = self { return day }
    if case .dueLengthened(let day) = self { return day }
    if case .reappointed(_, let day) = self { return day }
    if case .supplementAnswered(_, let day) = self { return day ?? due }
    if case .supplementLapsed(let day) = self { return day ?? due }
    if case .supplementAsked = self { return nil }
    return due
  }

  /// From whose hands into whose the file goes; nil where it stays.
  fileprivate var hands: (gave: FormWords.Hand, took: FormWords.Hand?)? {
    switch self {
    case .lodged: (.applicant, .reception)
    case .forwarded, .sentOutside: (.reception, .otherAgency)
    case .accepted: (.reception, .assessment)
    case .supplementAsked: (.reception, .applicant)
    case .supplementAnswered: (.applicant, .reception)
    case .supplementLapsed: (.reception, .assessment)
    case .refused: (.reception, .applicant)
    case .withdrawn: (.applicant, nil)
    case .reappointed: (.leader, .applicant)
    case .assessed: (.assessment, .leader)
    case .sentBack: (.leader, .assessment)
    case .reopened: (.leader, .assessment)
    case .approved: (.leader, .issuing)
    case .issued: (.issuing, .returning)
    case .handedOver: (.returning, .applicant)
    case .feeExempted, .paymentBegan, .paymentFailed, .feePaid, .surplusReceived, .amountDisputed,
      .refund, .linkChecked, .linkConfirmed, .fieldDecided, .contactCorrected, .deliveryChosen,
      .inquirySent, .inquiryAnswered, .answerUnusable, .dueLengthened, .worksheetSaved, .factAsked,
      .factAnswered, .factUnusable, .factTaken, .personSearched, .candidateAdded,
      .candidateDecided, .candidateRuled, .issuanceIntended, .signatureIntended, .signatureMade,
      .paperAttached, .personDisputed, .disputeDecided, .revocationProposed, .revocationDeclined,
      .revoked, .assigned, .looked:
      nil
    }
  }

  fileprivate var handingOfficer: OfficerID? {
    if case .accepted(let officer, _) = self { return officer }
    if case .refused(let officer, _) = self { return officer }
    if case .forwarded(let officer, _) = self { return officer }
    if case .sentOutside(let officer, _) = self { return officer }
    if case .supplementAsked(let officer, _) = self { return officer }
    if case .reappointed(let officer, _) = self { return officer }
    if case .assessed(let officer, _, _) = self { return officer }
    if case .sentBack(let officer) = self { return officer }
    if case .approved(let officer, _) = self { return officer }
    return nil
  }
}
