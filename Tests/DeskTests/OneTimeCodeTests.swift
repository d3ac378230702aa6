import Testing
import Vocabulary

@testable import Desk

@Suite("RFC 6238: codes of a time, each used once")
struct OneTimeCodeTests {
  private static let secret = Array("12345678901234567890".utf8)

  /// Appendix B, for SHA-1.
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
    (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `the RFC's own vectors come out`(seconds: Int64, code: String) {
    let step = OneTimeCode.step(at: Instant(milliseconds: seconds * 1000))
    #expect(OneTimeCode.code(of: Self.secret, step: step, digits: 8) == code)
    #expect(OneTimeCode.code(of: Self.secret, step: step) == String(code.suffix(6)))
  }

  /// RFC 4226, appendix D.
  @Test func `the counter's vectors come out`() {
    let codes = (0..<10).map { OneTimeCode.code(of: Self.secret, step: $0) }
    #expect(
      codes == [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
      ])
  }

  @Test(arguments: -3...3)
  func `a clock may be one step off, and no more`(off: Int) {
    let now = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0)
    let step = OneTimeCode.step(at: now) + Int64(off)
    let typed = OneTimeCode.code(of: Self.secret, step: step)
    let verdict = OneTimeCode.judge(typed, by: Self.secret, at: now, after: 0)
    #expect(verdict == (abs(off) <= 1 ? .right(step: step) : .wrong))
  }

  @Test func `a code that was taken, or is older than one that was, is used`() {
    let now = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0)
    let step = OneTimeCode.step(at: now)
    let typed = OneTimeCode.code(of: Self.secret, step: step)
    for last in [step, step + 1] {
      #expect(OneTimeCode.judge(typed, by: Self.secret, at: now, after: last) == .used)
    }
    #expect(OneTimeCode.judge("", by: Self.secret, at: now, after: 0) == .wrong)
    #expect(OneTimeCode.judge("12345", by: Self.secret, at: now, after: 0) == .wrong)
  }

  @Test func `who fails waits longer each time, and never for good`() {
    let waits = (0...40).map { Patience.seconds(afterFailures: $0, free: 5) }
    #expect(waits[0...4].allSatisfy { $0 == 0 } && waits[5] == 15 && waits[6] == 30)
    #expect(waits == waits.sorted() && waits[40] == 900)
  }

  @Test func `a sealed secret opens with its key and for its officer only`() throws {
    let box = try #require(SecretBox(key: Array(repeating: 7, count: 32)))
    let other = try #require(SecretBox(key: Array(repeating: 8, count: 32)))
    let officer = try #require(OfficerID("0ff1cer0000000000000000001"))
    let stranger = try #require(OfficerID("0ff1cer0000000000000000002"))
    let sealed = try box.seal(Self.secret, of: officer)
    #expect(try box.open(sealed, of: officer) == Self.secret)
    #expect(try box.seal(Self.secret, of: officer) != sealed)
    #expect(throws: Fault.self) { try box.open(sealed, of: stranger) }
    #expect(throws: Fault.self) { try other.open(sealed, of: officer) }
    #expect(throws: Fault.self) { try box.open(Array(sealed.dropLast()), of: officer) }
    #expect(SecretBox(key: [1, 2, 3]) == nil)
  }
}
