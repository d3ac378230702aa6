import Testing

@testable import Records

/// Each case is a class of errors: what is left must still be a key.
@Suite("What the keys reach")
struct MatchKeyTests {
  static let query =
    "Q,Nguyễn Văn Hùng,Nam,12/03/1980,Gia Lai,052080000001,,Nguyễn Hữu Nam,Lê Thị Hoa,"
    + "Trần Thị Mai,\"Xã An Phú, Huyện An Khê, Gia Lai\""

  /// An entry of the same person, with errors.
  private func isReached(_ entry: String) throws -> Bool {
    let fixture = try MatchFixture()
    try fixture.build([entry])
    var search = MatchSearch(try fixture.open())
    var reader = RowReader()
    var text = Self.query + "\n"
    let applicant = text.withUTF8 { bytes in
      var rows = CommaSeparated(bytes, firstLine: 2)
      return rows.next() == .row ? reader.applicant(rows) : nil
    }
    return try !search.rowsOfKeys(applicant.orThrow).isEmpty
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
      // A digit of the number.
      "R,Phan Đình Tú,,,,052080000011,,,,,2020",
    ])
  func reached(_ entry: String) throws {
    #expect(try isReached(entry))
  }
}
