import Testing

@testable import Records

/// Each case is a class of errors: what is left must still be a key.
@Suite("What the keys reach")
struct MatchKeyTests {
  static let query =
    "Q,Nguyễn Văn Hùng,Nam,12/03/1980,Gia Lai,052080000001,,Nguyễn Hữu Nam,Lê Thị Hoa,"
    + "Trần Thị Mai,\"Xã An Phú, Huyện An Khê, Gia Lai\""

  /// Whether an entry and the applicant share a key. An index of one entry would not tell: it has so
  /// few buckets that strangers are compared by chance.
  private func isReached(_ entry: String, by query: String = Self.query) throws -> Bool {
    let applicant = try applicant(query)
    return try isReached(entry) { $0.look(applicant) }
  }

  private func isReached(_ entry: String, _ look: (inout KeyList) -> Void) throws -> Bool {
    let fixture = try MatchFixture()
    try fixture.build([entry])
    var filed = KeyList()
    filed.file(try fixture.open().record(0))
    var looked = KeyList()
    look(&looked)
    return !Set(filed.hashes).isDisjoint(with: looked.hashes)
  }

  private func applicant(_ query: String) throws -> Applicant {
    var reader = RowReader()
    var text = query + "\n"
    let applicant = text.withUTF8 { bytes in
      var rows = CommaSeparated(bytes, firstLine: 2)
      return rows.next() == .row ? reader.applicant(rows) : nil
    }
    return try applicant.orThrow
  }

  @Test(
    "an entry with errors in several fields is reached",
    arguments: [
      // The year alone, and wrong; nothing else but the name.
      "R,Nguyễn Văn Hùng,Nam,1981,,,,,,,1996",
      "R,Nguyễn Văn Hùng,Nam,1977,Gia Lai,,,,,,1996",
      // A part of the name misspelt, the year alone, no parents.
      "R,Nguyeen Vawn Hùngg,Nam,1980,Gia Lai,,,,,,1996",
      "R,Ngyễn Văn Hùng,Nam,1980,Gia Lai,,,,,,1996",
      "R,Nguyễn Văn Hừg,Nam,1980,Gia Lai,,,,,,1996",
      "R,N. V. Hùng,Nam,1980,,,,,,,1996",
      // A part of the name misspelt, and part of the birth.
      "R,Ngyễn Văn Hùng,Nam,12/03/1982,Phú Thọ,,,,,,1996",
      "R,Nguyễn Văn Hừg,Nam,12/03/1981,Gia Lai,,,,,,1996",
      "R,Nguyễn Văn Hừg,Nam,14/03/1980,Gia Lai,,,,,,1996",
      "R,Nguyễn Văn Hừg,Nam,03/12/1980,,,,,,,1996",
      // Day and year wrong.
      "R,Nguyễn Văn Hùng,Nam,14/03/1981,Gia Lai,,,,,,1996",
      // No birth.
      "R,Nguyễn Văn Hùng,Nam,,,,,,,,1996",
      "R,Nguyễn Hữu Hùng,Nam,,Gia Lai,,,,,,1996",
      // Another name altogether, with the day and a place, a parent, or the spouse.
      "R,Phan Đình Tú,Nam,12/03/1980,Gia Lai,,,,,,1996",
      "R,Phan Đình Tú,Nam,1980,,,,Lê Hoa,,,1996",
      "R,Phan Đình Tú,Nam,12/05/1980,,,Nguyễn Hữu Nam,,,,1996",
      "R,Phan Đình Tú,Nam,1980,,,,,Trần Thị Mai,,1996",
      // Only given names of parents, the year off.
      "R,Nguyễn Văn Hùng,Nam,1985,,,Nam,Hoa,,,1996",
      "R,Ngyễn Văn Hùng,Nam,1980,,,Nam,,,,1996",
      // Parents exchanged.
      "R,Phan Đình Tú,Nam,1971,,,Lê Thị Hoa,Nguyễn Hữu Nam,,,1996",
      // Entries that lack much. Another name or birth, with the spouse or the ward.
      "R,Phan Đình Tú,Nam,14/05/1971,Gia Lai,,,,Trần Thị Mai,,1996",
      "R,Phan Đình Tú,Nam,1980,,,,,,\"Xã An Phú, Huyện An Khê, Gia Lai\",1996",
      // Part of the name and part of the birth, or neither, with a place.
      "R,Lê Văn Hùng,Nam,14/07/1980,Gia Lai,,,,,,1996",
      "R,Lê Hữu Hùng,Nam,12/03/1971,Gia Lai,,,,,,1996",
      "R,Nguyễn Văn Tú,Nam,12/08/1980,Gia Lai,,,,,,1996",
      "R,Nguyễn Văn Hùng,Nam,14/08/1971,Gia Lai,,,,,,1996",
      "R,Nguyễn Đình Tú,Nam,1980,Gia Lai,,,,,,1996",
      "R,Lê Văn Hùng,Nam,1982,,,,,,,1996",
      // Part of the name and a parent, or what is left of one; the birth wrong.
      "R,Nguyễn Văn Tú,Nam,14/08/1971,,,Nam,Hoa,,,1996",
      "R,Nguyễn Hữu Hùng,Nam,14/08/1971,Gia Lai,,Nam,,,,1996",
      "R,Nguyễn Đình Tú,Nam,14/08/1971,Gia Lai,,Nguyễn Hữu Nam,,,,1996",
      "R,Nguyễn Đình Tú,Nam,14/08/1980,,,Nam,,,,1996",
      // A digit of the number.
      "R,Phan Đình Tú,,,,052080000011,,,,,2020",
    ])
  func reached(_ entry: String) throws {
    #expect(try isReached(entry))
  }

  /// Whatever else an entry has: who looks by hand may know no more than this.
  static let entries = [
    "R,Nguyễn Văn Hùng,Nam,1980,Gia Lai,052080000001,Nguyễn Hữu Nam,Lê Thị Hoa,,,2020",
    "R,Nguyễn Văn Hùng,Nam,01/01/1980,Gia Lai,052080000001,Nguyễn Hữu Nam,Lê Thị Hoa,,,2020",
    "R,Nguyễn Văn Hùng,Nam,12/03/1980,Gia Lai,052080000001,Nguyễn Hữu Nam,Lê Thị Hoa,,,2020",
    "R,Nguyễn Văn Hùng,Nam,1980,,,,,,,1996",
    "R,Nguyễn Văn Hùng,Nam,,,,,,,,1996",
  ]

  @Test(arguments: entries)
  func `a name and a year reach each entry`(entry: String) throws {
    for name in ["Nguyễn Văn Hùng", "Hùng Nguyễn Văn", "nguyen van hung"] {
      for year in ["1980", "1981"] {
        #expect(try isReached(entry, by: "Q,\(name),,\(year),,,,,,,"))
      }
    }
  }

  @Test(arguments: ["Đinh Bá Khiêm", "Khiêm Đinh Bá", "Bá Khiêm Đinh", "dinh ba khiem"])
  func `parts of a name may be exchanged where only the year is known`(name: String) throws {
    for birth in ["14/08/1979", "1979"] {
      let entry = "R,Đinh Bá Khiêm,Nam,\(birth),Cà Mau,096079004321,Đinh Bá Lễ,Hoàng Thị Quế,,,2020"
      #expect(try isReached(entry, by: "Q,\(name),,1979,,,,,,,"))
    }
  }

  @Test(arguments: entries)
  func `a name alone reaches each entry`(entry: String) throws {
    for name in ["Nguyễn Văn Hùng", "Hùng Nguyễn Văn", "nguyen van hung"] {
      let applicant = try applicant("Q,\(name),,,,,,,,,")
      #expect(try isReached(entry) { $0.look(applicant, bornIn: 1900...2015) })
    }
  }

  @Test func `keys of every year stand once, those without a year first`() throws {
    let applicant = try applicant("Q,Nguyễn Văn Hùng,,,,052080000001,,,,,")
    var without = KeyList()
    without.look(applicant)
    var all = KeyList()
    all.look(applicant, bornIn: 1900...2015)
    #expect(Array(all.hashes.prefix(without.hashes.count)) == without.hashes)
    let named = without.hashes.count + 12 * 31 + 116
    let rest = all.hashes.dropFirst(named)
    #expect(rest.count == Set(rest).count)
  }

  @Test func `an entry that lacks little is not filed under what many share`() throws {
    let strangers = [
      "R,Nguyễn Văn Hùng,Nam,14/08/1971,Gia Lai,052071004321,Phan Đình Tú,Vũ Thị Lan,,,2020",
      "R,Nguyễn Đình Tú,Nam,14/08/1980,Gia Lai,,Phan Đình Nam,Vũ Thị Lan,,,2020",
    ]
    for stranger in strangers { #expect(try !isReached(stranger)) }
  }
}
