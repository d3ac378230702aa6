import CaseFile
import Intake
import Law
import Testing
import Vocabulary

@Suite("A forwarded case is the receiving agency's")
struct ForwardingTests {
  private static let home: AgencyID = {
    guard let id = AgencyID("stp-cantho") else { preconditionFailure("stp-cantho is a code") }
    return id
  }()
  private static let at = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0)

  private func stored(
    _ event: CaseEvent, _ seq: Int, of agency: AgencyID, payload: [UInt8]? = nil
  ) -> StoredEvent {
    StoredEvent(
      entry: CaseEntry(
        event: event, caseID: Sample.id(9), seq: seq, agency: agency,
        actor: .officer(Sample.anna), at: Self.at),
      payload: payload)
  }

  private func opening() throws -> CaseFacts {
    try CaseFacts([
      stored(.lodged(Sample.lodging), 1, of: Self.home),
      stored(.feeExempted(ground: "elderly"), 2, of: Self.home),
    ])
  }

  private let grounds = ForwardingGrounds(
    reason: .permanentResidence, citation: Citation("Luật 28/2009/QH12", "Điều 44 khoản 2"))

  @Test func `agency, grounds and version follow; number and state stay`() throws {
    var facts = try opening()
    try facts.add(
      stored(
        .forwarded(by: Sample.anna, to: Sample.receiver), 3, of: Self.home,
        payload: JournalCodec.bytes(of: grounds)))
    #expect(facts.agency == Sample.receiver)
    #expect(facts.forwarding?.from == Self.home && facts.forwarding?.grounds == grounds)
    #expect(facts.history.state == .lodged && facts.history.length == 3)
    #expect(facts.lodging.number == Sample.lodging.number)
    try facts.add(
      stored(
        .accepted(by: Sample.binh, dueOn: CivilDate(2026, 12, 1)), 4, of: Sample.receiver))
    #expect(facts.history.state == .inAssessment(acceptedBy: Sample.binh))
  }

  @Test func `with purged grounds it still reads`() throws {
    var facts = try opening()
    try facts.add(stored(.forwarded(by: Sample.anna, to: Sample.receiver), 3, of: Self.home))
    #expect(facts.agency == Sample.receiver && facts.forwarding?.grounds == nil)
  }
}
