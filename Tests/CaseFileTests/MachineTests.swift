import CaseFile
import Issuance
import Law
import Testing
import Vocabulary

@Suite("The procedure: every state and every event")
struct MachineTests {
  @Test(arguments: StateName.allCases)
  func `from each state exactly the listed events lead on`(state: StateName) throws {
    let start = try #require(Sample.states[state])
    for (name, event) in Sample.events {
      let next = try? start.after(event)
      let expected = Sample.table[state]?[name]
      #expect(next?.name == expected, "\(state) × \(name)")
    }
  }

  @Test func `the officer who assessed can neither approve nor send back`() {
    let assessed = CaseState.assessed(by: Sample.anna, overruled: 0)
    #expect(throws: CaseRefusal.sameOfficer) { try assessed.after(.approved(by: Sample.anna)) }
    #expect(throws: CaseRefusal.sameOfficer) { try assessed.after(.sentBack(by: Sample.anna)) }
  }

  @Test func `an overruled finding is approved only by who says to have seen every overruling`()
    throws
  {
    let overruled = CaseState.assessed(by: Sample.anna, overruled: 2)
    for seen in [nil, 1, 3] {
      #expect(throws: CaseRefusal.overrulingNotAcknowledged) {
        try overruled.after(.approved(by: Sample.binh, acknowledged: seen))
      }
    }
    #expect(
      try overruled.after(.approved(by: Sample.binh, acknowledged: 2))
        == .approved(assessor: Sample.anna, decider: Sample.binh))
    let plain = CaseState.assessed(by: Sample.anna, overruled: 0)
    #expect(throws: CaseRefusal.overrulingNotAcknowledged) {
      try plain.after(.approved(by: Sample.binh, acknowledged: 1))
    }
  }

  @Test func `an approved case comes back to its assessor until its number is taken`() throws {
    let approved = CaseState.approved(assessor: Sample.anna, decider: Sample.binh)
    #expect(
      try CaseState.assessed(by: Sample.anna, overruled: 0).after(.reopened(why: .personToDecide))
        == .inAssessment(acceptedBy: Sample.anna))
    #expect(
      try approved.after(.reopened(why: .conclusionChanged))
        == .inAssessment(acceptedBy: Sample.anna))
    let intended = try approved.after(Sample.issuing[0])
    #expect(throws: CaseRefusal.outOfOrder(at: .issuing)) {
      try intended.after(.reopened(why: .conclusionChanged))
    }
  }

  @Test func `events of the time before the rules concluded still read`() throws {
    let old = #"{"assessed":{"by":"\#(Sample.anna)"}}"#
    let event = try JournalCodec.value(CaseEvent.self, from: Array(old.utf8))
    #expect(event == .assessed(by: Sample.anna))
    #expect(String(decoding: JournalCodec.bytes(of: event), as: UTF8.self) == old)
    let approved = #"{"approved":{"by":"\#(Sample.binh)"}}"#
    #expect(
      try JournalCodec.value(CaseEvent.self, from: Array(approved.utf8))
        == .approved(by: Sample.binh))
  }

  @Test func `signatures come in one order, for one certificate`() throws {
    var state = CaseState.approved(assessor: Sample.anna, decider: Sample.binh)
    for event in Sample.issuing { state = try state.after(event) }
    #expect(state == .issued(Sample.certificate, document: Sample.digest))
    let intended = try CaseState.approved(assessor: Sample.anna, decider: Sample.binh)
      .after(Sample.issuing[0])
    #expect(throws: CaseRefusal.outOfOrder(at: .issuing)) {
      try intended.after(
        .signatureIntended(
          certificate: Sample.certificate, step: .seal, prepared: Sample.digest))
    }
    #expect(throws: CaseRefusal.notTheSameCertificate) {
      try intended.after(
        .signatureIntended(certificate: Sample.other, step: .leader, prepared: Sample.digest))
    }
  }

  @Test func `a certificate cannot be issued as another document than was sealed`() throws {
    var state = CaseState.approved(assessor: Sample.anna, decider: Sample.binh)
    for event in Sample.issuing.dropLast() { state = try state.after(event) }
    #expect(throws: CaseRefusal.outOfOrder(at: .issuing)) {
      try state.after(
        .issued(
          certificate: Sample.certificate, document: String(repeating: "b", count: 64),
          level: "B-T"))
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func `no order of events issues what two people did not decide`(seed: UInt64) throws {
    var dice = SplitMix(state: seed)
    var history = CaseHistory(opening: Sample.lodging)
    var assessors: Set<OfficerID> = []
    var deciders: Set<OfficerID> = []
    var isSettled = false
    for _ in 0..<60 {
      let event = try #require(Sample.events.randomElement(using: &dice)).event
      do {
        try history.add(event)
      } catch {
        continue  // a refusal is a fine answer here
      }
      if case .assessed(let officer, _, _) = event { assessors.insert(officer) }
      if case .approved(let officer, _) = event { deciders.insert(officer) }
      switch event {
      case .feePaid, .feeExempted: isSettled = true
      default: break
      }
    }
    switch history.state {
    case .issued, .handedOver, .issuing, .approved:
      #expect(isSettled)
      #expect(!assessors.isEmpty && !deciders.isEmpty)
    default: break
    }
  }
}

/// A small generator with a seed, so that a failing walk names itself.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
