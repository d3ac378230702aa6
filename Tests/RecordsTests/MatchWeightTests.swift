import Testing

@testable import Records

@Suite("What agreement weighs")
struct MatchWeightTests {
  let fixture: MatchFixture
  let index: MatchIndex

  init() throws {
    fixture = try MatchFixture()
    try fixture.build()
    index = try fixture.open()
  }

  private func weight(
    name: String = "Nguyễn Văn Hùng", born: String = "12/03/1980", old: String = "",
    father: String = "Nguyễn Văn Nam", mother: String = "Lê Thị Hoa"
  ) throws -> Int32 {
    let row = "Q,\(name),Nam,\(born),Gia Lai,052080000001,\(old),\(father),\(mother),,Gia Lai"
    return try fixture.ask(row, index).first { $0.id == "R1" }.orThrow.weight
  }

  @Test("a nearer name never weighs less")
  func names() throws {
    let same = try weight()
    let typo = try weight(name: "Nguyễn Văn Hùg")
    let other = try weight(name: "Nguyễn Văn Thắng")
    #expect(same > typo)
    #expect(typo > other)
  }

  @Test("a nearer birth never weighs less")
  func births() throws {
    let same = try weight()
    let dayOff = try weight(born: "13/03/1980")
    let yearOnly = try weight(born: "1980")
    let other = try weight(born: "27/11/1967")
    #expect(same > dayOff)
    #expect(dayOff > other)
    #expect(yearOnly > other)
  }

  @Test("an old number that agrees proves, one that does not says little")
  func papers() throws {
    let none = try weight()
    #expect(try weight(old: "230123456") > none)
    #expect(try weight(old: "230123465") > none)
    #expect(try weight(old: "241999888") < none)
  }

  @Test("other parents speak against, missing ones do not prove")
  func parents() throws {
    let both = try weight()
    let missing = try weight(mother: "")
    let other = try weight(mother: "Phan Thị Xuân")
    #expect(both > missing)
    #expect(missing > other)
  }

  @Test("someone with the day, the parents and another given name is not called a match")
  func twin() throws {
    let row =
      "Q,Nguyễn Văn Thắng,Nam,12/03/1980,Gia Lai,052080000001,,Nguyễn Văn Nam,Lê Thị Hoa,,Gia Lai"
    let explanation = try explain(row)
    #expect(index.weights.thresholds.outcome(explanation.weight) != .match)
  }

  @Test(
    "an explanation adds up to the weight",
    arguments: [
      MatchIndexTests.hung,
      "Q,Nguyễn Văn Thắng,Nam,12/03/1980,Gia Lai,052080000001,,Nguyễn Văn Nam,Lê Thị Hoa,,Gia Lai",
      "Q,Nguyễn Văn Hùng,Nam,1980,Hà Nội,001080000001,,Nguyễn Văn An,Lê Thị Bé,,Hà Nội",
    ])
  func addsUp(_ row: String) throws {
    let explanation = try explain(row)
    let sum =
      explanation.start + explanation.items.reduce(0) { $0 + $1.weight }
      + (explanation.rival?.weight ?? 0)
    #expect(sum == explanation.weight)
    #expect(try fixture.ask(row, index).first?.weight == explanation.weight)
  }

  private func explain(_ row: String) throws -> MatchExplanation {
    var text = row + "\n"
    let found = text.withUTF8 { bytes -> [MatchExplanation]? in
      var rows = QueryRows(bytes, firstLine: 2)
      var session = MatchSession(index, listsAll: true)
      return rows.next() == .row ? session.explain(rows) : nil
    }
    return try found.orThrow.first { $0.id == "R1" }.orThrow
  }

  @Test("the program's weights can be read, and are written as they are read")
  func file() throws {
    let weights = try Weights.standard()
    let again = try WeightsFile(weights, note: "").read()
    #expect(again.table == weights.table)
    #expect(again.priors == weights.priors)
    #expect(weights.thresholds.review < weights.thresholds.match)
  }

  @Test("Wilson's interval holds the share")
  func wilson() {
    let none = Proportion(0, of: 100).interval
    #expect(none.low == 0)
    #expect(none.high > 0.03 && none.high < 0.04)
    let half = Proportion(50, of: 100).interval
    #expect(half.low > 0.40 && half.high < 0.60)
  }
}
