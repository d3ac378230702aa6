import Testing

@testable import Records

@Suite("The first look at an entry")
struct MatchGlanceTests {
  @Test("an entry is two lines of the cache, what is looked at first in the first")
  func layout() {
    #expect(MemoryLayout<PackedRecord>.stride == 128)
    #expect(MemoryLayout<PackedRecord>.offset(of: \.ownLow) == 64)
    #expect(MemoryLayout<PackedRecord>.offset(of: \.flags) == 63)
  }

  @Test("the places of the tables are those of the fields")
  func offsets() {
    #expect(MatchField.name.offset == 0)
    #expect(
      [
        Scoring.birth, Scoring.paper, Scoring.father, Scoring.mother, Scoring.spouse, Scoring.sex,
        Scoring.birthPlace, Scoring.residence,
      ] == MatchField.allCases.dropFirst().map(\.offset))
  }

  /// Names a letter, a part or a parent apart, births of several kinds, places known and not.
  private static let rows: [String] = {
    let names = [
      "Nguyễn Văn Hùng", "Nguyễn Văn Hưng", "NGUYEN VAN HUNG", "Ngyễn Văn Hùng", "Nguyễn Hùng",
      "Nguyễn Đức Hùng", "Trần Văn Hùng", "Hùng Nguyễn", "N. V. Hùng", "Nguyễn Văn Tý (tức Hùng)",
      "Nguyễn Văn Hừg", "Lê Thị Hoa",
    ]
    let births = ["12/03/1980", "1980", "", "03/12/1980", "12/03/1981", "01/01/1980", "1979"]
    let parents = [
      ",", "Nguyễn Văn Nam,Lê Thị Hoa", "Nam,", "Nguyễn Văn Năm,Lê Hoa",
      "Lê Thị Hoa,Nguyễn Văn Nam",
      "Nguyễn Nma,Lê Thị Hao", "Trần Văn Nam,Lê Thị Lan",
    ]
    let rest = [
      (",052080000001", ",,2001"), ("Gia Lai,052080000002", "Trần Thị Mai,Gia Lai,2020"),
      ("Hà Nội,230123456", "Trần Thị May,Hà Nội,1996"),
    ]
    var rows: [String] = []
    for (place, name) in names.enumerated() {
      for (other, birth) in births.enumerated() {
        let parents = parents[(place + other) % parents.count]
        let (start, end) = rest[(place * 3 + other) % rest.count]
        rows.append("K\(rows.count),\(name),Nam,\(birth),\(start),\(parents),\(end)")
      }
    }
    return rows
  }()

  private func applicant(of row: String) -> Applicant? {
    var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    // An entry's fields as an application has them.
    let residence = fields[9]
    fields = Array(fields[..<6]) + ["230123457"] + fields[6...8] + [residence]
    var text = fields.joined(separator: ",") + "\n"
    var reader = RowReader()
    return text.withUTF8 { bytes in
      var rows = CommaSeparated(bytes, firstLine: 2)
      return rows.next() == .row ? reader.applicant(rows) : nil
    }
  }

  @Test("never promises less than the pair weighs, and leaves out nobody who is listed")
  func bound() throws {
    let fixture = try MatchFixture()
    try fixture.build(Self.rows)
    let index = try fixture.open()
    let records = try index.base.records.baseAddress.orThrow
    for row in Self.rows {
      let applicant = try applicant(of: row).orThrow
      let comparison = Comparison(applicant, index.scoring.frequencies)
      let rarity = ApplicantRarity(comparison, index.scoring.frequencies)
      var room = [Int32](repeating: 0, count: Glance.room)
      var search = MatchSearch(index)
      let reached = Set(search.rowsOfKeys(applicant).map(Int.init))
      var all: [(row: Int, weight: Int32)] = []
      room.withUnsafeMutableBufferPointer { room in
        guard let room = room.baseAddress else { return }
        let glance = Glance(comparison, rarity, index.scoring, room: room)
        for place in 0..<index.count {
          let record = records + place
          let weight = index.scoring.weight(comparison.levels(record), record, rarity)
          let most = glance.most(record)
          #expect(most >= weight)
          #expect(most - glance.excessOfNames(record) >= weight)
          if weight >= MatchSearch.lightest, reached.contains(place) { all.append((place, weight)) }
        }
      }
      all.sort { ($1.weight, $0.row) < ($0.weight, $1.row) }
      let found = search.candidates(applicant)
      #expect(found.map(\.row) == all.prefix(MatchSearch.mostCandidates).map(\.row))
      #expect(found.map(\.weight) == all.prefix(MatchSearch.mostCandidates).map(\.weight))
      // Who asks for those at review alone gets these, and nobody else.
      let review = index.weights.thresholds.review
      var atReview = MatchSearch(index, lightest: review)
      #expect(atReview.candidates(applicant) == found.filter { $0.weight >= review })
    }
  }

  @Test("an era's place is its raw value")
  func eras() {
    for judged in UInt8.min...UInt8.max {
      #expect(Era.place(judged: judged) == Era(judged: judged).rawValue)
    }
  }
}
