import Testing

@testable import Records

@Suite("Names as the matching engine reads them")
struct NameFormTests {
  private func read(_ text: String) -> NameForm {
    var reader = NameReader()
    return reader.name(text)
  }

  @Test(
    "the place of the tone does not matter",
    arguments: [
      ("Hòa", "Hoà"), ("Thúy", "Thuý"), ("Khỏe", "Khoẻ"), ("Thủy", "Thuỷ"),
    ])
  func tonePlacement(_ old: String, _ new: String) {
    #expect(read("Lê Văn \(old)") == read("Lê Văn \(new)"))
  }

  @Test(
    "case, decomposed letters and stray signs do not matter",
    arguments: [
      "NGUYỄN VĂN HÙNG", "Nguyễn  Văn Hùng ", " Nguyễn Văn Hùng.", "Nguyễn . Văn Hùng",
      "Nguye\u{302}\u{303}n Va\u{306}n Hu\u{300}ng", "Nguyễn-Văn-Hùng", "NguyễnVăn Hùng",
    ])
  func typed(_ text: String) {
    #expect(read(text) == read("Nguyễn Văn Hùng"))
  }

  @Test(
    "telex, VNI, TCVN3 and broken UTF-8 are repaired",
    arguments: [
      "Nguyeenx Vawn Hungf", "Nguye6n4 Va8n Hung2", "Nguy\u{D4}n V\u{A8}n H\u{EF}ng",
      "Nguyá»\u{85}n VÄ\u{83}n HÃ¹ng", "NGUYEENX VAWN HUNGF",
    ])
  func lostEncodings(_ text: String) {
    #expect(read(text) == read("Nguyễn Văn Hùng"))
  }

  @Test("i and y are one letter")
  func iAndY() {
    #expect(read("Lý Thị Mỹ") == read("Lí Thị Mĩ"))
  }

  @Test(
    "spelling by ear, surname variants, Thị and Văn, and order keep the core",
    arguments: [
      ("Nguyễn Văn Dũng", "Nguyễn Văn Giũng"), ("Trần Xuân Sơn", "Chần Suân Xơn"),
      ("Lê Thị Linh", "Nê Thị Ninh"), ("Huỳnh Văn Tàng", "Hoàng Văn Tàn"),
      ("Võ Quang Vinh", "Vũ Quang Vinh"), ("Phạm Thị Lan", "Phạm Lan"),
      ("Phạm Văn Ngọc", "Phạm Ngọc"), ("Nguyễn Hữu Hùng", "Hùng Nguyễn Hữu"),
      ("Đỗ Bá Rộng", "Đỗ Bá Dộng"), ("Lê Đức Bắc", "Lê Đức Bắt"),
    ])
  func core(_ left: String, _ right: String) {
    #expect(read(left).core == read(right).core)
  }

  @Test(
    "different names keep different cores",
    arguments: [
      ("Nguyễn Văn Hùng", "Nguyễn Văn Hải"), ("Trần Văn Nam", "Phan Văn Nam"),
      ("Lê Minh", "Lê Minh Minh"),
    ])
  func apart(_ left: String, _ right: String) {
    #expect(read(left).core != read(right).core)
  }

  @Test(
    "an alias is cut off and kept",
    arguments: [
      "Nguyễn Văn Hùng (tức Tèo)", "Nguyễn Văn Hùng tức Tèo", "Nguyễn Văn Hùng - Tèo",
      "Nguyễn Văn Hùng (tên gọi khác: Tèo)",
    ])
  func alias(_ text: String) {
    let form = read(text)
    #expect(form.letters == read("Nguyễn Văn Hùng").letters)
    #expect(form.alias == read("Tèo").given)
  }

  @Test("Túc is a name, not the word for an alias")
  func nameTuc() {
    #expect(read("Nguyễn Văn Túc").syllables == 3)
    #expect(read("NGUYEN VAN TUC").alias == 0)
  }

  @Test("initials are known as such")
  func initials() {
    #expect(read("N. V. Hùng").isAbbreviated)
    #expect(!read("Nguyễn Văn Hùng").isAbbreviated)
  }

  @Test(
    "nothing is read from nothing, and a hostile text is cut",
    arguments: [
      "", " ", "...", "123", "\u{FFFD}\u{0301}\u{0301}",
    ])
  func nothing(_ text: String) {
    #expect(read(text).isEmpty)
    #expect(read(String(repeating: "Nguyễn ", count: 10_000)).letters != 0)
  }
}

@Suite("Typing errors between names")
struct LetterDistanceTests {
  private func letters(_ text: String) -> UInt128 {
    var reader = NameReader()
    return reader.name(text).letters
  }

  @Test(
    "errors are counted up to two",
    arguments: [
      ("hung", "hung", 0), ("hung", "hong", 1), ("hung", "hug", 1), ("hung", "huong", 1),
      ("hung", "hnug", 1), ("hung", "nguh", 3), ("trang", "trag", 1), ("trang", "tang", 1),
      ("nguyen", "nguyne", 1), ("nguyen", "ngyne", 2), ("lan", "minh", 3), ("an", "ba", 2),
    ])
  func counted(_ left: String, _ right: String, _ expected: Int) {
    #expect(LetterDistance.upToTwo(letters(left), letters(right)) == expected)
    #expect(LetterDistance.upToTwo(letters(right), letters(left)) == expected)
  }
}

@Suite("Logarithms in integers")
struct IntegerLogTests {
  @Test(
    "are hundredths, rounded down",
    arguments: [
      (1, 0), (2, 100), (3, 158), (4, 200), (1000, 996), (1_000_000, 1993), (1 << 40, 4000),
    ])
  func hundredths(_ value: UInt64, _ expected: Int32) {
    #expect(IntegerLog.hundredths(value) == expected)
  }
}
