import Foundation
import Law
import Testing
import Vocabulary
import Words

@Suite("The officer's explanation of a conclusion")
struct ExplanationWordsTests {
  private static let line = """
    {"id":"x","asOf":"2026-11-21","subject":{"bornOn":"1985-03-02"},"convictions":[{"id":"A",\
    "judgmentOn":"2018-03-20","effectiveOn":"2018-04-20","offences":[{"code":"BLHS2015",\
    "article":173,"clause":1,"class":"lessSerious","fault":"intentional","committedOn":\
    "2018-01-02"}],"principal":{"kind":"imprisonment","months":24,"completed":"2020-06-01"},\
    "supplementary":[{"kind":"practiceBan","completed":"2021-06-01"}],"obligations":[{"kind":\
    "courtFee","completed":"2020-07-01"}]}]}
    """

  private func explanation(_ line: String, _ language: Language = .vietnamese) throws -> String {
    let question = try ExpungementQuestion(line: line)
    let answer = try question.answer()
    return ExplanationWords.explanation(
      of: answer.convictions[0], at: 0, in: question.history, asOf: question.asOf, in: language)
  }

  @Test func `it names every day it used, the term, the conclusion and the provisions`() throws {
    let text = try explanation(Self.line)
    for piece in [
      "20/03/2018", "20/04/2018", "24 tháng tù", "01/06/2020", "cấm hành nghề", "01/06/2021",
      "án phí", "01/07/2020", "02 năm", "01/06/2022", "đương nhiên được xóa án tích",
      "từ ngày 02/06/2022 coi như chưa bị kết án", "BLHS 2015 Điều 70 khoản 2 điểm b",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
  }

  @Test func `what is not done and what is unknown is named`() throws {
    let unpaid = try explanation(Self.line.replacing("\"2020-07-01\"", with: "\"no\""))
    #expect(unpaid.contains("chưa được xóa án tích vì án phí chưa xong"))
    let silent = try explanation(Self.line.replacing("\"2020-07-01\"", with: "\"unknown\""))
    #expect(silent.contains("cần xác minh án phí đã xong hay chưa"))
  }

  @Test func `a day ahead is told as one`() throws {
    let text = try explanation(Self.line.replacing("\"2021-06-01\"", with: "\"2031-06-01\""))
    #expect(text.contains("sẽ chấp hành xong ngày 01/06/2031"))
    #expect(text.contains("nếu không phạm tội mới thì từ ngày 02/06/2031"))
  }

  @Test func `each explanation of three hundred people comes to one conclusion`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../LawTests/Vectors/people.jsonl")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 300)
    for line in lines {
      let question = try ExpungementQuestion(line: String(line))
      for (index, conclusion) in try question.answer().convictions.enumerated() {
        let text = ExplanationWords.explanation(
          of: conclusion, at: index, in: question.history, asOf: question.asOf, in: .vietnamese)
        #expect(text.components(separatedBy: "Kết luận: ").count == 2, "\(question.id): \(text)")
      }
    }
  }

  @Test func `there is an English one for pages`() throws {
    let text = try explanation(Self.line, .english)
    #expect(text.contains("Cleared by operation of law from 02/06/2022."))
  }

  @Test func `the stored line holds answer, explanation and trace`() throws {
    let question = try ExpungementQuestion(line: Self.line)
    let answer = try question.answer()
    let plain = AnswerWords.line(to: question, answer, .leftOut)
    let traced = AnswerWords.line(to: question, answer, .added)
    #expect(
      plain.hasPrefix("{\"id\":\"x\",\"asOf\":\"2026-11-21\",\"result\":\"noCriminalRecord\""))
    #expect(!plain.contains("\"trace\""))
    #expect(traced.contains("\"trace\":[{\"rule\":\"EffectiveJudgment\""))
  }

  @Test(arguments: Language.allCases)
  func `every finding and every flaw has its words`(language: Language) {
    for flaw: HistoryFlaw.Reason in [
      .dayBeforeCode2015, .noOffence, .idTwice, .actBeforeFourteen, .actAfterJudgment,
      .effectBeforeJudgment, .missing, .unknownKey, .keyTwice, .notAChoice, .notADay, .notACount,
      .notUTF8, .notJSON(byte: 7), .tooLong(limitBytes: 9), .wrongKind(expected: .list),
    ] {
      #expect(!FlawWords.sentence(flaw, in: language).isEmpty)
    }
  }
}
