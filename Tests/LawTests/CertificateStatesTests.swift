import Law
import Testing
import Vocabulary

@Suite("Law 28/2009/QH12, Articles 42 and 43: what a certificate prints")
struct CertificateStatesTests {
  let cleared = CertificateStates.Clearance.cleared(from: CivilDate(2024, 5, 11))

  @Test func `number 1 leaves a conviction out from the day it is cleared`() {
    #expect(
      CertificateStates.printsJudgment(cleared, kind: .number1, on: CivilDate(2024, 5, 10))
        == .printed)
    #expect(
      CertificateStates.printsJudgment(cleared, kind: .number1, on: CivilDate(2024, 5, 11))
        == .leftOut)
  }

  @Test func `number 1 prints what is not cleared`() {
    #expect(
      CertificateStates.printsJudgment(.notCleared, kind: .number1, on: CivilDate(2026, 1, 1))
        == .printed)
  }

  @Test func `number 2 prints every conviction, cleared or not`() {
    for clearance in [cleared, .notCleared] {
      #expect(
        CertificateStates.printsJudgment(clearance, kind: .number2, on: CivilDate(2026, 1, 1))
          == .printed)
    }
  }

  @Test func `bans are printed on request on number 1 and always on number 2`() {
    #expect(CertificateStates.printsBan(.notRequested, kind: .number1) == .leftOut)
    #expect(CertificateStates.printsBan(.requested, kind: .number1) == .printed)
    #expect(CertificateStates.printsBan(.notRequested, kind: .number2) == .printed)
    #expect(CertificateStates.printsBan(.requested, kind: .number2) == .printed)
  }

  @Test func `parents and spouse are on number 2 only`() {
    #expect(CertificateStates.printsFamily(kind: .number1) == .leftOut)
    #expect(CertificateStates.printsFamily(kind: .number2) == .printed)
  }

  @Test func `a ban to 10 March 2027 binds on that day and not on the next`() {
    let until = CivilDate(2027, 3, 10)
    #expect(CertificateStates.banBinds(until: until, on: until))
    #expect(!CertificateStates.banBinds(until: until, on: CivilDate(2027, 3, 11)))
    #expect(CertificateStates.banBinds(until: nil, on: CivilDate(2099, 1, 1)))
  }
}
