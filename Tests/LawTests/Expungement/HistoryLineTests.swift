import Foundation
import Law
import Testing
import Vocabulary

@Suite("The line format is read strictly")
struct HistoryLineTests {
  static let whole = """
    {"id":"x","asOf":"2026-11-21","subject":{"bornOn":"1985-03-02","pending":[{"committedOn":\
    "2026-01-05"}]},"convictions":[{"id":"A","judgmentOn":"2018-03-20","effectiveOn":"2018-04-20",\
    "offences":[{"code":"BLHS2015","article":173,"clause":1,"point":"a","class":"lessSerious",\
    "fault":"intentional","committedOn":"2018-01-02"}],"principal":{"kind":"imprisonment",\
    "months":24,"completed":"2020-06-01"},"supplementary":[{"kind":"practiceBan","completed":\
    "2021-06-01"}],"obligations":[{"kind":"courtFee","completed":"2020-07-01"}]}]}
    """

  private func refused(_ line: String) -> RefusedLine? {
    do throws(RefusedLine) {
      _ = try ExpungementQuestion(line: line)
      return nil
    } catch {
      return error
    }
  }

  /// The whole line with one piece replaced.
  private func changed(_ piece: String, _ other: String) -> String {
    let parts = Self.whole.split(separator: piece, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the line has no \(piece)")
    return parts[0] + other + parts[1]
  }

  @Test func `the whole line is read`() throws {
    let question = try ExpungementQuestion(line: Self.whole)
    #expect(question.id == "x")
    #expect(question.asOf == CivilDate(2026, 11, 21))
    #expect(question.history.pendingActs == [CivilDate(2026, 1, 5)])
    #expect(question.history.convictions[0].offences[0].point == "a")
    #expect(question.history.convictions[0].principal.months == 24)
  }

  @Test func `white space, order of keys and escapes do not matter`() throws {
    let spaced = Self.whole.split(separator: ",").joined(separator: " ,\t") + " \r"
    #expect(try ExpungementQuestion(line: spaced) == ExpungementQuestion(line: Self.whole))
    let escaped = changed("\"class\":\"lessSerious\"", "\"cl\\u0061ss\":\"less\\u0053erious\"")
    #expect(try ExpungementQuestion(line: escaped) == ExpungementQuestion(line: Self.whole))
    let short = #"{"subject":{"bornOn":"1985-03-02"},"asOf":"2018-01-01","id":"\ud83d\ude00\n"}"#
    #expect(try ExpungementQuestion(line: short).id == "\u{1F600}\n")
  }

  @Test(arguments: ["a", "đ", "k"])
  func `an article's letter is read and written, and the rules go by the number`(
    letter: String
  ) throws {
    let line = changed("\"article\":173", "\"article\":173,\"suffix\":\"\(letter)\"")
    let question = try ExpungementQuestion(line: line)
    #expect(question.history.convictions[0].offences[0].articleText == "173\(letter)")
    #expect(try ExpungementQuestion(line: question.line) == question)
    let plain = try ExpungementQuestion(line: Self.whole)
    #expect(
      try Expungement.answer(question.history, asOf: question.asOf).convictions.map(\.status)
        == Expungement.answer(plain.history, asOf: plain.asOf).convictions.map(\.status))
  }

  @Test func `a letter that no article has is refused`() {
    let line = changed("\"article\":173", "\"article\":173,\"suffix\":\"f\"")
    #expect(refused(line)?.flaw.field == "convictions[0].offences[0].suffix")
  }

  @Test func `what is null or absent is none`() throws {
    let line = changed("\"clause\":1,\"point\":\"a\"", "\"clause\":null,\"point\":null")
    #expect(try ExpungementQuestion(line: line).history.convictions[0].offences[0].clause == nil)
    let dates = changed(
      "\"effectiveOn\"", "\"annulledOn\":null,\"courtExpungedOn\":null,\"effectiveOn\"")
    #expect(try ExpungementQuestion(line: dates) == ExpungementQuestion(line: Self.whole))
  }

  @Test(arguments: [
    (
      "\"asOf\":\"2026-11-21\"", "\"asOf\":\"2017-12-31\"", "asOf",
      HistoryFlaw.Reason.dayBeforeCode2015
    ),
    ("\"asOf\":\"2026-11-21\",", "", "asOf", .missing),
    ("\"asOf\"", "\"asof\"", "asof", .unknownKey),
    ("\"2026-11-21\"", "\"2026-02-30\"", "asOf", .notADay),
    ("\"2026-11-21\"", "\"2026-2-3\"", "asOf", .notADay),
    ("\"2026-11-21\"", "20261121", "asOf", .wrongKind(expected: .day)),
    ("\"2026-11-21\"", "null", "asOf", .wrongKind(expected: .day)),
    ("\"bornOn\":\"1985-03-02\",", "", "subject.bornOn", .missing),
    ("[{\"committedOn\":\"2026-01-05\"}]", "null", "subject.pending", .wrongKind(expected: .list)),
    ("\"2026-01-05\"", "\"no\"", "subject.pending[0].committedOn", .notADay),
    ("\"id\":\"A\",", "", "convictions[0].id", .missing),
    ("\"id\":\"A\"", "\"id\":7", "convictions[0].id", .wrongKind(expected: .text)),
    ("\"id\":\"A\"", "\"id\":\"A\",\"id\":\"A\"", "convictions[0].id", .keyTwice),
    ("2018-03-20", "2018-04-21", "convictions[0].effectiveOn", .effectBeforeJudgment),
    ("2018-01-02", "2018-03-21", "convictions[0].offences[0].committedOn", .actAfterJudgment),
    ("1985-03-02", "2004-01-03", "convictions[0].offences[0].committedOn", .actBeforeFourteen),
    ("BLHS2015", "BLHS1985", "convictions[0].offences[0].code", .notAChoice),
    ("173", "0", "convictions[0].offences[0].article", .notACount),
    ("173", "-1", "convictions[0].offences[0].article", .notACount),
    ("173", "\"173\"", "convictions[0].offences[0].article", .wrongKind(expected: .number)),
    ("lessSerious", "lessserious", "convictions[0].offences[0].class", .notAChoice),
    ("\"fault\":\"intentional\",", "", "convictions[0].offences[0].fault", .missing),
    ("\"months\":24,", "", "convictions[0].principal.months", .missing),
    ("\"months\":24", "\"months\":24.0", "convictions[0].principal.months", .notACount),
    ("\"months\":24", "\"months\":2e1", "convictions[0].principal.months", .notACount),
    ("\"months\":24", "\"months\":0", "convictions[0].principal.months", .notACount),
    ("\"months\":24", "\"months\":99999999999", "convictions[0].principal.months", .notACount),
    (
      "\"months\":24", "\"months\":true", "convictions[0].principal.months",
      .wrongKind(expected: .number)
    ),
    (",\"completed\":\"2020-06-01\"", "", "convictions[0].principal.completed", .missing),
    (
      "\"2020-06-01\"", "\"yes\"", "convictions[0].principal.completed",
      .wrongKind(expected: .completion)
    ),
    ("\"2021-06-01\"", "null", "convictions[0].supplementary[0].completed", .missing),
    ("practiceBan", "courtFee", "convictions[0].supplementary[0].kind", .notAChoice),
    ("courtFee", "practiceBan", "convictions[0].obligations[0].kind", .notAChoice),
    ("\"supplementary\":[", "\"supplementry\":[", "convictions[0].supplementry", .unknownKey),
  ])
  func `a flaw is named with its field`(
    piece: String, other: String, field: String, reason: HistoryFlaw.Reason
  ) {
    #expect(
      refused(changed(piece, other))
        == RefusedLine(id: "x", flaw: HistoryFlaw(field, reason)))
  }

  @Test func `two convictions of one id are refused, and a judgment without an offence`() {
    let start = Self.whole.range(of: "{\"id\":\"A\"")
    let end = Self.whole.index(Self.whole.endIndex, offsetBy: -2)
    let conviction = start.map { String(Self.whole[$0.lowerBound..<end]) } ?? ""
    let twice = changed(conviction, "\(conviction),\(conviction)")
    #expect(refused(twice)?.flaw == HistoryFlaw("convictions[1].id", .idTwice))
    let none = Self.whole.range(of: "[{\"code\"").flatMap { first in
      Self.whole.range(of: "],\"principal\"").map {
        Self.whole.replacingCharacters(in: first.lowerBound..<$0.lowerBound, with: "[")
      }
    }
    #expect(refused(none ?? "")?.flaw == HistoryFlaw("convictions[0].offences", .noOffence))
  }

  @Test(arguments: [
    "{", "", "null x", "[1,]", "{\"id\":\"x\"", "{\"id\":\"x\",}", "{'id':1}", "{\"id\":\"x\"} {}",
    "{\"id\":01}", "{\"id\":\"\\ud800\"}", "{\"id\":\"\\x\"}", "{\"id\":\"a\tb\"}", "{\"id\":.5}",
    "{\"id\":tru}", "{\"id\" \"x\"}", "{\"id\":\"x\"\u{B}}", "\u{FEFF}{}",
  ])
  func `what is no JSON has no id and names its byte`(line: String) {
    guard case .notJSON(let byte)? = refused(line)?.flaw.reason else {
      Issue.record("it was not refused as JSON: \(line)")
      return
    }
    #expect(byte >= 1 && byte <= line.utf8.count + 1)
    #expect(refused(line)?.id == nil)
  }

  @Test(arguments: ["null", "42", "\"text\"", "[]", "true", "-0.5e3"])
  func `JSON of another kind is refused for that`(line: String) {
    #expect(
      refused(line) == RefusedLine(id: nil, flaw: HistoryFlaw("", .wrongKind(expected: .object))))
  }

  @Test func `the id is told wherever it stands, unless it is none`() {
    #expect(refused(#"{"note":1,"id":"late"}"#)?.id == "late")
    #expect(refused(#"{"id":7}"#)?.id == nil)
    #expect(refused(#"{"id":"a","id":"b"}"#)?.id == nil)
    #expect(refused(#"{"convictions":[{"id":"A"}]}"#)?.id == nil)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    var bytes = Array(#"{"id":"?"}"#.utf8)
    bytes[7] = 0xC3
    #expect(throws: RefusedLine(id: nil, flaw: HistoryFlaw("", .notUTF8))) {
      try ExpungementQuestion(line: bytes, in: bytes.indices)
    }
  }

  @Test func `nesting and length cannot exhaust us`() {
    let deep = String(repeating: "[", count: 500_000) + String(repeating: "]", count: 500_000)
    #expect(refused(deep)?.flaw.reason == .wrongKind(expected: .object))
    let open = "{\"id\":" + String(repeating: "{\"a\":", count: 100_000)
    #expect(refused(open)?.id == nil)
    let long = String(repeating: " ", count: ExpungementQuestion.limitBytes + 1)
    #expect(
      refused(long)?.flaw.reason == .tooLong(limitBytes: ExpungementQuestion.limitBytes))
  }

  @Test func `every given person is written and read again the same`() throws {
    for person in try ExpungementVectors.people() {
      #expect(try ExpungementQuestion(line: person.line) == person)
    }
  }

  @Test func `a text with anything in it survives`() throws {
    var question = try ExpungementQuestion(line: Self.whole)
    question.id = "\"\\/\u{0}\u{1F}\n đ \u{1F600}"
    question.history.convictions[0].offences[0].point = "\u{8}"
    #expect(try ExpungementQuestion(line: question.line) == question)
  }

  /// Every prefix of a line is refused, and never reads past its end.
  @Test func `a line cut short is refused`() {
    let bytes = Array(Self.whole.utf8)
    for end in 0..<bytes.count - 1 {
      #expect(throws: RefusedLine.self) { try ExpungementQuestion(line: bytes, in: 0..<end) }
    }
  }
}
