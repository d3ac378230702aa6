import Law
import Testing
import Vocabulary

@testable import Records

@Suite("The officer's form for a supplier's document")
struct TypedDocumentTests {
  static let today = CivilDate(2026, 11, 21)
  static let right = [
    "issuer": "Tòa án nhân dân quận Mẫu", "number": "47/2023/HS-ST", "receivedOn": "20/06/2023",
    "person.name": "Nguyễn Văn Mẫu", "person.numbers": "092 090 000 001",
    "judgment.number": "47/2023/HS-ST", "judgment.on": "16/05/2023",
    "judgment.court": "Tòa án nhân dân quận Mẫu", "offences[0].words": "Trộm cắp tài sản",
    "principal.words": "09 tháng tù",
  ]

  private func wrong(_ changes: [String: String]) -> [String] {
    TypedDocument(kind: .firstInstanceJudgment, values: Self.right.merging(changes) { $1 })
      .refusals(today: Self.today).map(\.field)
  }

  @Test func `what is right is refused nowhere`() throws {
    #expect(wrong([:]).isEmpty)
    let typed = TypedDocument(kind: .firstInstanceJudgment, values: Self.right)
    _ = try DocumentReader.read(typed.bytes, today: Self.today)
  }

  @Test func `every wrong field is named at once, in the form's order`() {
    #expect(
      wrong([
        "number": "", "receivedOn": "32/01/2020", "person.born": "1990-13", "judgment.on": "x",
        "offences[0].article": "217z", "offences[0].clause": "999", "principal.months": "chín",
        "person.numbers": "123",
      ]) == [
        "number", "receivedOn", "person.born", "person.numbers", "judgment.on",
        "offences[0].article", "offences[0].clause", "principal.months",
      ])
  }

  @Test func `received tomorrow, or before it was issued or pronounced, is refused by field`() {
    #expect(wrong(["receivedOn": "22/11/2026"]) == ["receivedOn"])
    #expect(wrong(["receivedOn": "21/11/2026"]).isEmpty)
    #expect(wrong(["issuedOn": "21/06/2023"]) == ["issuedOn"])
    #expect(wrong(["issuedOn": "20/06/2023"]).isEmpty)
    #expect(wrong(["receivedOn": "15/05/2023"]) == ["judgment.on"])
  }

  @Test func `an empty form lacks everything that it needs, and ends`() {
    for kind in DocumentKind.allCases {
      let empty = TypedDocument(kind: kind, values: [:]).refusals(today: Self.today)
      let fields = empty.map(\.field)
      #expect(fields.starts(with: ["issuer", "number"]), "\(kind): \(fields)")
      #expect(Set(fields).count == fields.count)
      let form = kind.form().flatMap(\.fields).map(\.path)
      #expect(fields.allSatisfy { form.contains($0) }, "\(kind): \(fields)")
    }
  }

  @Test func `a wrong row is named by its place in the form, though rows above are empty`() {
    let changes = [
      "offences[0].words": "", "offences[1].words": "", "offences[2].words": "Cướp tài sản",
      "offences[2].clause": "x",
    ]
    #expect(wrong(changes) == ["offences[2].clause"])
  }

  @Test func `none beside rows, and some without any, are named`() {
    #expect(
      wrong(["supplementary": "none", "supplementary[0].words": "Phạt tiền"]) == ["supplementary"])
    #expect(wrong(["obligations": "listed"]) == ["obligations"])
    #expect(wrong(["supplementary": "none", "obligations": "none"]).isEmpty)
  }

  @Test func `rows are as many as were posted, and grow to the format's limit`() {
    #expect(DocumentRows()[.offences] == 1)
    var rows = DocumentRows(posted: ["offences[4].words", "offences[99].words", "person.name"])
    #expect(rows[.offences] == 5)
    rows.add(to: .offences)
    #expect(rows[.offences] == 6)
    for _ in 0..<100 { rows.add(to: .supplementary) }
    #expect(rows[.supplementary] == 10 && !rows.canGrow(.supplementary))
    let form = DocumentKind.firstInstanceJudgment.form(rows)
    #expect(form.count { $0.name == .offence } == 6)
    #expect(form.last { $0.name == .offence }?.growing == .offences)
    #expect(form.first { $0.name == .supplementary }?.growing == nil)
  }

  @Test func `217a is article 217 with its letter`() throws {
    let typed = TypedDocument(
      kind: .firstInstanceJudgment,
      values: Self.right.merging(["offences[0].article": "217A"]) { $1 })
    let document = try DocumentReader.read(typed.bytes, today: Self.today)
    guard case .judgment(let extract) = document.content else { return }
    #expect(extract.offences[0].articleText == "217a")
  }
}
