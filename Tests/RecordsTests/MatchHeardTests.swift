import Testing

@testable import Records

@Suite("Names that people bear, and numbers of the place")
struct MatchHeardTests {
  /// Twenty of one name and twenty of the other, a letter apart; one misspelt.
  private static let rows: [String] = {
    var rows = [
      "A,Nguyễn Văn Hừg,Nam,12/03/1980,Gia Lai,,Nguyễn Văn Namm,Lê Thị Hoa,,,1996",
      "B,Nguyễn Văn Tùng,Nam,12/03/1980,Gia Lai,,Nguyễn Văn Tam,Lê Thị Hoa,,,1996",
    ]
    for (place, given) in ["Hùng", "Tùng", "Nam", "Tam"].enumerated() {
      for number in 0..<20 {
        rows.append("C\(place * 20 + number),Trần Hữu \(given),Nam,1950,,,,,,,1996")
      }
    }
    return rows
  }()

  private func levels(of row: String, with id: String) throws -> PairLevels {
    let fixture = try MatchFixture()
    try fixture.build(Self.rows)
    let index = try fixture.open()
    let applicant = try fixture.applicant(row).orThrow
    let place = try (0..<index.count).first { index.id($0) == id }.orThrow
    var record = index.record(place)
    return Comparison(applicant, index.scoring.frequencies).levels(&record)
  }

  @Test("a name that nobody bears is a slip, another that people bear may be another's")
  func slips() throws {
    let row =
      "Q,Nguyễn Văn Hùng,Nam,12/03/1980,Gia Lai,052080000001,,Nguyễn Văn Nam,Lê Thị Hoa,,Gia Lai"
    let slip = try levels(of: row, with: "A")
    #expect(slip.name == .typoGiven)
    #expect(slip.father == .oneTypo)
    let other = try levels(of: row, with: "B")
    #expect(other.name == .typoGivenKnown)
    #expect(other.father == .oneTypoKnown)
  }

  @Test("of levels alike, that of the slip never weighs less")
  func order() throws {
    let weights = try Weights.standard()
    let pairs: [(MatchField, Int, Int)] = [
      (.name, Int(OwnNameLevel.typoGiven.rawValue), Int(OwnNameLevel.typoGivenKnown.rawValue)),
      (.name, Int(OwnNameLevel.frontUnheard.rawValue), Int(OwnNameLevel.frontOnly.rawValue)),
      (.father, Int(ParentLevel.oneTypo.rawValue), Int(ParentLevel.oneTypoKnown.rawValue)),
      (.mother, Int(ParentLevel.oneTypo.rawValue), Int(ParentLevel.oneTypoKnown.rawValue)),
    ]
    for era in Era.allCases {
      for (field, slip, known) in pairs {
        let start = era.rawValue * MatchField.allLevels + field.offset
        #expect(weights.table[start + slip][0] > weights.table[start + known][0])
      }
    }
  }

  @Test("an old number of the province where both live is asked only what it adds")
  func here() {
    #expect(PaperLevel.oldSeriesHome.here == .oldSeriesHomeHere)
    #expect(PaperLevel.oldSeriesElsewhere.here == .oldSeriesElsewhereHere)
    for level in PaperLevel.allCases
    where level != .oldSeriesHome && level != .oldSeriesElsewhere {
      #expect(level.here == level)
    }
  }
}
