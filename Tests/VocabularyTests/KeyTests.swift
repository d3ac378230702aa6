import Foundation
import Testing
import Vocabulary

@Suite("Keys by which Vietnamese is searched and sorted")
struct KeyTests {
  @Test(arguments: [
    ("Đặng Thị  Ước", "dang thi uoc"), ("  HOÀNG\tVăn Tựu ", "hoang van tuu"),
    ("nguyễn", "nguyen"), ("O'Brien-Müller", "o brien muller"), ("100%_", "100"), ("", ""),
    ("Ỷ Ỵ Ữ", "y y u"),
  ])
  func `a search key has no marks and one space`(source: String, key: String) {
    #expect(SearchKey(source).text == key)
  }

  @Test func `composed and decomposed text have the same keys`() {
    let source = "Đặng Hữu Ước, phường Cái Khế"
    let decomposed = source.decomposedStringWithCanonicalMapping
    #expect(SearchKey(source) == SearchKey(decomposed))
    #expect(SortKey(source) == SortKey(decomposed))
  }

  @Test func `letters follow the alphabet`() {
    let words = [
      "an", "ăn", "ân", "bi", "chi", "do", "đo", "em", "êm", "ga", "la", "oi", "ôi", "ơi", "ra",
      "un", "ưn", "xa", "ya", "za",
    ]
    #expect(words.shuffled().sorted { SortKey($0) < SortKey($1) } == words)
  }

  @Test func `tones follow ngang, huyền, hỏi, ngã, sắc, nặng, after all letters`() {
    let words = ["ma", "mà", "mả", "mã", "má", "mạ", "man", "mâ"]
    #expect(words.shuffled().sorted { SortKey($0) < SortKey($1) } == words)
  }

  @Test func `a name that begins another comes first`() {
    #expect(SortKey("An") < SortKey("An Bình"))
    #expect(SortKey("An Bình") < SortKey("Anh"))
    #expect(SortKey("Ðặng") == SortKey("Ðặng"))
  }

  @Test func `Đặng comes before Zung, whatever the bytes say`() {
    #expect(SortKey("Đặng") < SortKey("Zung"))
    #expect(SortKey("Dương") < SortKey("Đặng"))
  }

  @Test func `both ways to place a tone sort alike`() {
    #expect(SortKey("Hoà") == SortKey("Hòa"))
  }

  @Test func `people are listed by their given names`() {
    let people = ["Trần Văn An", "Lê Thị Ánh", "Nguyễn Bình", "Đỗ Văn Đạt", "Bùi Yến"]
    #expect(
      people.shuffled().sorted { SortKey(person: $0) < SortKey(person: $1) } == people)
  }

  @Test func `a sort key is ASCII letters and digits, so that every collation agrees`() {
    let allowed = Set("0123456789abcdefghijklmnopqrstuvwxyz")
    #expect(SortKey("Đặng Ước-Øyvind 東 9").text.allSatisfy { allowed.contains($0) })
  }
}
