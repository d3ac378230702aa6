import Foundation
import Testing
import Vocabulary

@testable import Records

@Suite("Finding a person in a register")
struct MatchIndexTests {
  static let hung =
    "Q1,NGUYEN VAN HUNG,Nam,12/03/1980,Gia Lai,052080000001,,Nguyễn Văn Nam,Lê Thị Hoa,,Gia Lai"

  @Test("a person typed without marks is found")
  func found() throws {
    let fixture = try MatchFixture()
    #expect(try fixture.build().rows == 4)
    let found = try fixture.ask(Self.hung, fixture.open())
    #expect(found.first?.id == "R1")
    #expect(try #require(found.first).weight > 0)
  }

  @Test(
    "the candidates are those whose errors leave some key",
    arguments: [
      ("Q,Trần Ngọc,Nữ,20/10/1975,Ninh Bình,036175000001,,Trần Văn Tú,Vũ Thị Hà,,Nam Định", "R2"),
      ("Q,Vũ Minh Tân,Nam,09/01/1991,Cần Thơ,092091000123,,,,,Cần Thơ", "R3"),
      ("Q,Lê Hoàng Phú,Nam,05/06/1988,Huế,046088004455,,Lê Hoàng Phong,Ngô Thị Lan,,Huế", "R4"),
      ("Q,Nguyễn Văn Hùng,Nam,13/03/1980,Gia Lai,,230123465,,,Trần Thị Mai,Gia Lai", "R1"),
    ])
  func candidates(_ row: String, _ id: String) throws {
    let fixture = try MatchFixture()
    try fixture.build()
    #expect(try fixture.ask(row, fixture.open()).first?.id == id)
  }

  @Test("a stranger has no candidate at review")
  func stranger() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let index = try fixture.open()
    let found = try fixture.ask(
      "Q,Phạm Quốc Việt,Nam,02/02/1969,Cà Mau,096069000001,,Phạm Ân,Lý Thị Sáu,,Cà Mau", index)
    #expect(found.allSatisfy { index.weights.thresholds.outcome($0.weight) == .below })
  }

  @Test("the same register gives the same bytes, whatever the threads")
  func sameBytes() throws {
    let rows = (0..<3000).map { number in
      "K\(number),Nguyễn Văn \(["Hùng", "Hải", "Nam", "Tú"][number % 4]),Nam,"
        + "\(number % 28 + 1)/0\(number % 9 + 1)/19\(50 + number % 49),Hà Nội,,,,,,2000"
    }
    let one = try MatchFixture()
    let two = try MatchFixture()
    try one.build(rows, threads: 1)
    try two.build(rows, threads: 3)
    let left = try Data(contentsOf: URL(filePath: "\(one.index)/base.idx"))
    let right = try Data(contentsOf: URL(filePath: "\(two.index)/base.idx"))
    #expect(left == right)
  }

  @Test("weights are the same to the hundredth, on every machine")
  func fixedWeights() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let index = try fixture.open()
    let first = try fixture.ask(Self.hung, index)
    for _ in 0..<3 {
      let again = try fixture.ask(Self.hung, fixture.open())
      #expect(again.map(\.weight) == first.map(\.weight))
    }
  }

  @Test("an index of nothing answers nobody")
  func empty() throws {
    let fixture = try MatchFixture()
    #expect(try fixture.build([]).rows == 0)
    #expect(try fixture.ask(Self.hung, fixture.open()).isEmpty)
  }

  @Test("a damaged or foreign file is refused")
  func damaged() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let path = URL(filePath: "\(fixture.index)/base.idx")
    var bytes = try Data(contentsOf: path)
    bytes[20] ^= 0xFF
    try bytes.write(to: path)
    #expect(throws: Fault.self) { try fixture.open() }
    try Data("text".utf8).write(to: path)
    #expect(throws: Fault.self) { try fixture.open() }
  }

  @Test("a heading that is not the register's is refused")
  func heading() throws {
    let fixture = try MatchFixture()
    let path = try fixture.write("register.csv", "a,b,c\n")
    #expect(throws: Fault.self) {
      try IndexBuild(folder: fixture.index, threads: 1).run(register: path)
    }
  }
}

@Suite("Entries added to an index")
struct MatchAdditionTests {
  static let added =
    "R9,Đinh Công Tráng,Nam,07/07/1977,Thanh Hóa,038077009999,Đinh Công Lý,Hà Thị Mơ,,,2015"
  static let query =
    "Q,Đinh Công Tráng,Nam,07/07/1977,Thanh Hóa,038077009999,,Đinh Công Lý,Hà Thị Mơ,,Thanh Hóa"

  @Test("are found at once, by the same process and by others")
  func atOnce() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let writer = try fixture.open()
    let reader = try fixture.open()
    let before = writer.registerVersion
    try writer.add(row: Self.added)
    #expect(try fixture.ask(Self.query, writer).first?.id == "R9")
    #expect(try fixture.ask(Self.query, reader).isEmpty)
    try reader.refresh()
    #expect(try fixture.ask(Self.query, reader).first?.id == "R9")
    #expect(try fixture.ask(Self.query, fixture.open()).first?.id == "R9")
    #expect(writer.registerVersion != before)
    #expect(writer.registerVersion == reader.registerVersion)
  }

  @Test("weigh the same as entries that were built in")
  func sameWeight() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let index = try fixture.open()
    try index.add(row: MatchFixture.rows[0].replacing("R1,", with: "R8,"))
    let found = try fixture.ask(MatchIndexTests.hung, index)
    #expect(found.prefix(2).map(\.id) == ["R1", "R8"])
    #expect(found[0].weight == found[1].weight)
  }

  @Test(
    "a crash in the middle of writing loses only what was not confirmed",
    arguments: [
      1, 15, 16, 17, 100, 143, 145,
    ])
  func crash(_ cut: Int) throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let index = try fixture.open()
    try index.add(row: Self.added)
    let log = URL(filePath: "\(fixture.index)/added.log")
    let whole = try Data(contentsOf: log)
    try (whole + whole.prefix(cut)).write(to: log)
    let after = try fixture.open()
    #expect(after.count == 5)
    #expect(try fixture.ask(Self.query, after).map(\.id) == ["R9"])
    try after.add(row: Self.added.replacing("R9,", with: "R10,"))
    #expect(try fixture.open().count == 6)
  }

  @Test("a damaged entry is not believed")
  func damaged() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    try fixture.open().add(row: Self.added)
    let log = URL(filePath: "\(fixture.index)/added.log")
    var bytes = try Data(contentsOf: log)
    bytes[40] ^= 1
    try bytes.write(to: log)
    #expect(try fixture.open().count == 4)
  }

  @Test("building anew begins a new log")
  func rebuilt() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    try fixture.open().add(row: Self.added)
    try fixture.build()
    #expect(try fixture.open().count == 4)
  }

  @Test("what was added to another index is not believed")
  func otherBase() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    try fixture.open().add(row: Self.added)
    let log = URL(filePath: "\(fixture.index)/added.log")
    let bytes = try Data(contentsOf: log)
    // As a crash leaves it that comes between the new base and the new log.
    try fixture.build(MatchFixture.rows + [Self.added])
    try bytes.write(to: log)
    let index = try fixture.open()
    #expect(index.count == 5)
    #expect(try fixture.ask(Self.query, index).map(\.id) == ["R9"])
    try index.add(row: Self.added.replacing("R9,", with: "R10,"))
    #expect(try fixture.open().count == 6)
  }

  @Test("two processes that add lose nothing of each other's")
  func twoWriters() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let one = try fixture.open()
    let two = try fixture.open()
    try one.add(row: Self.added)
    try two.add(row: Self.added.replacing("R9,", with: "R10,"))
    try one.add(row: Self.added.replacing("R9,", with: "R11,"))
    #expect(one.count == 7)
    #expect(try fixture.open().count == 7)
    #expect(try fixture.open().registerVersion == one.registerVersion)
  }

  @Test("who still holds a replaced index cannot add to it")
  func replaced() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let old = try fixture.open()
    try fixture.build(MatchFixture.rows + [Self.added])
    #expect(throws: Fault.self) { try old.add(row: Self.added) }
    // The same register built anew: the log is another file.
    let again = try fixture.open()
    try again.add(row: Self.added.replacing("R9,", with: "R10,"))
    try fixture.build(MatchFixture.rows + [Self.added])
    #expect(throws: Fault.self) { try again.add(row: Self.added.replacing("R9,", with: "R11,")) }
  }

  @Test("a key that was added before is refused")
  func duplicate() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let index = try fixture.open()
    let path = try fixture.write("more.csv", MatchFixture.heading + Self.added + "\n")
    #expect(try RegisterAddition(index).run(register: path).added == 1)
    let again = try RegisterAddition(index).run(register: path)
    #expect(again.added == 0)
    #expect(again.broken == [BrokenRow(line: 2, column: 1, problem: .duplicateID)])
  }

  @Test("many are filed and found")
  func many() throws {
    let fixture = try MatchFixture()
    try fixture.build()
    let index = try fixture.open()
    let rows = (0..<2000).map { number in
      Self.added.replacing("R9,", with: "N\(number),")
        .replacing("1977", with: "\(1950 + number % 50)")
    }
    let path = try fixture.write(
      "more.csv", MatchFixture.heading + rows.map { $0 + "\n" }.joined())
    #expect(try RegisterAddition(index).run(register: path).added == 2000)
    #expect(try fixture.ask(Self.query, index).count == 50)
    #expect(try fixture.open().count == 2004)
  }
}
