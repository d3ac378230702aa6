import CaseFile
import Law
import Store
import Vocabulary

/// Why a case under assessment takes longer than people expect; nil while it goes as usual.
func delay(
  of facts: CaseFacts, on today: CivilDate, in connection: Connection
) throws -> DelayView? {
  guard facts.history.state.name == .inAssessment else { return nil }
  let open = try FactInquiries.of(facts.id, in: connection).filter { $0.answeredAt == nil }
  let silent = try Inquiries.of(facts.id, in: connection).filter { $0.answeredAt == nil }
  let isLate = facts.history.dueOn.map { $0 < today } ?? false
  let reason: DelayView.Reason
  if facts.reopening != nil {
    reason = .conclusionChanged
  } else if !facts.factQuestions.isEmpty {
    reason = .clearanceToVerify
  } else if isLate, !silent.isEmpty {
    reason = .bodySilent
  } else {
    return nil
  }
  let since =
    open.map(\.createdAt).min()
    ?? silent.compactMap(\.sentAt).min()
  return DelayView(
    reason: reason, bodies: silent.map(\.body).sorted(),
    holders: FactHolder.asked.filter { holder in open.contains { $0.holder == holder } },
    since: since?.civilDate)
}
