package import Assessment
package import CaseFile
package import Intake
package import Issuance
package import Law
package import Records
package import Vocabulary

/// A case as an officer of its agency sees it.
package struct OfficeCaseView: Equatable, Sendable {
  package var line: CaseLine
  package var version: Int
  package var declaration: Declaration
  package var fee: FeeStanding
  /// Which limit holds and why; nil until acceptance.
  package var dueGrounds: DueGrounds?
  package var payments: [PaymentView]
  package var inquiries: [OfficeInquiryView]
  package var finding: RecordFinding?
  /// What the rules concluded for the finding; nil without one, or for one of the time before.
  package var conclusions: ConclusionsView?
  /// What the assessor laid aside, by the names of the form's fields.
  package var worksheet: [String: String]?
  /// Why the case came back by itself after its approval; nil otherwise.
  package var reopening: CaseEvent.Reopening?
  package var assessor: OfficerName?
  package var decider: OfficerName?
  /// The reason with which a leader sent the finding back; nil otherwise.
  package var sentBackReason: String?
  package var history: [OfficeHistoryLine]
  package var certificate: CertificateView?
  /// Until acceptance, where another agency is competent.
  package var elsewhere: ElsewhereView?
  package var forwarded: ForwardedView?
  package var delivery: DeliveryChoice
  /// Who the applicant is in the register.
  package var person: PersonSummary
  package var can: Set<OfficeAct>
  package var papers: [PaperView] = []
  package var refunds: [RefundView] = []
  /// Where the person says that a register is wrong, and what was decided.
  package var disputes: [DisputedFieldView] = []
  /// How it is shown that who applies may apply for the person; nil where the person applies.
  package var link: LinkView?
  /// What the person was asked to complete, the latest first.
  package var supplements: [SupplementView] = []
  package var apology: ApologyView?
  /// The statutory forms that this case has by now.
  package var forms: [StatutoryForm] = []
  package var assignment = AssignmentView()
  /// Nil for who cannot approve it now.
  package var approval: ApprovalStanding?
  /// What the case corrects, and what corrects its certificate.
  package var correction = CorrectionView()
}

package struct OfficerName: Equatable, Sendable {
  package var id: OfficerID
  package var name: String
  package var title: String
}

package struct OfficeInquiryView: Equatable, Sendable {
  package var id: InquiryID
  package var body: AgencyBody
  package var state: InquiryView.State
  package var sentAt: Instant?
  package var answer: FiledAnswer?
  /// The last message that could not be used, in the words of the log; nil if none.
  package var lastProblem: String?
}

package struct OfficeHistoryLine: Equatable, Sendable {
  package var at: Instant
  /// The name of the event in the journal, such as `inquiryAnswered`.
  package var event: String
  package var actor: String
  /// The officer's name, where an officer acted.
  package var officer: String?
}

package enum OfficeAct: String, Equatable, Sendable, CaseIterable {
  case accept, forward, sendOutside, refuse, askSupplement, fileAnswer, askAgain, assess
  case approve, sendBack, handOver, reappoint
}
