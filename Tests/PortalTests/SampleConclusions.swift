import Assessment
@testable import Desk
import Law
import Records
import Vocabulary

extension Sample {
  /// A theft of which nobody knows whether the court fee was paid, asked of civil enforcement.
  static let conclusions = ConclusionsView(
    asOf: CivilDate(2026, 11, 21), record: "7", judgments: [judgment(overruling: nil)])

  /// The same, overruled by the assessor.
  static let overruled = ConclusionsView(
    asOf: CivilDate(2026, 11, 21), record: "7",
    judgments: [
      judgment(
        overruling: Overruling(
          standing: .cleared(from: CivilDate(2022, 6, 2)), reason: "Có biên lai án phí số 12."))
    ])

  private static func judgment(overruling: Overruling?) -> JudgmentView {
    let part = FactPart.obligation(0)
    return JudgmentView(
      id: "12", origin: .record, words: finding.judgments[0], facts: facts,
      status: .needsVerification, from: nil,
      basis: [Citation("BLHS 2015", "Điều 70 khoản 2 điểm b")],
      explanation: Bilingual(vi: "Chưa rõ án phí đã nộp hay chưa.", en: "Fee not known."),
      missing: [
        MissingView(
          words: Bilingual(vi: "Chưa rõ án phí; hỏi cơ quan thi hành án dân sự.", en: "Ask."),
          asked: .init(conviction: "12", part: part))
      ],
      questions: [
        FactQuestionView(
          inquiry: id("1nq01ry0000000000000000003"), conviction: "12", part: part,
          kind: "courtFee", holder: .civilEnforcement, state: .answered, sentAt: now,
          answer: FiledFact(
            inquiry: id("1nq01ry0000000000000000003"), value: "2021-05-04", reference: "9/XN-THA",
            note: "", answeredOn: CivilDate(2026, 11, 21), source: .message),
          isTaken: false, canBeTaken: true, lastProblem: nil),
        FactQuestionView(
          inquiry: id("1nq01ry0000000000000000004"), conviction: "12", part: part,
          kind: "courtFee", holder: .civilEnforcement, state: .answered, sentAt: now,
          answer: FiledFact(
            inquiry: id("1nq01ry0000000000000000004"), value: "2021-05-04",
            reference: "10/XN-THA", note: "", answeredOn: CivilDate(2026, 11, 21),
            source: .message),
          isTaken: true, canBeTaken: false, lastProblem: nil,
          standing: .onCaseAlone(.format(DocumentRefusal("number", .tooLong(limit: 60))))),
      ], overruling: overruling)
  }

  private static let facts = Conviction(
    id: "12", judgmentOn: CivilDate(2015, 3, 20), effectiveOn: CivilDate(2015, 4, 20),
    offences: [
      Offence(
        code: .code1999, article: 138, clause: 1, gravity: .lessSerious, fault: .intentional,
        committedOn: CivilDate(2015, 1, 2))
    ],
    principal: PrincipalPenalty(
      kind: .imprisonment, months: 9, completed: .on(CivilDate(2015, 12, 20))),
    obligations: [Obligation(kind: .courtFee, completed: .unknown)])
}

extension Sample {
  static func clearances(_ list: ClearanceList) -> ClearancePage {
    let found: [ClearanceLine.Found] =
      switch list {
      case .cleared: [.cleared(from: CivilDate(2022, 6, 2))]
      case .lacking:
        [
          .lacking("obligations[0].completed", holder: "civil-enforcement"),
          .lacking("birthDay", holder: "police"),
        ]
      }
    return ClearancePage(
      lines: found.map {
        ClearanceLine(
          record: 7, name: "Nguyễn Thị Mẫu", judgment: "12/2015/HSST, 20/03/2015", found: $0,
          notedOn: CivilDate(2026, 11, 21))
      },
      next: ClearancePlace(record: 7, conviction: "12", lack: "obligations[0].completed"),
      latest: ClearanceFigures(
        day: CivilDate(2026, 11, 21), records: 1200, newlyCleared: 3, lacking: 8))
  }
}
