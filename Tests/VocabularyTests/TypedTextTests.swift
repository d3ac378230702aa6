import Foundation
import Testing

@testable import Vocabulary

@Suite("Typed text")
struct TypedTextTests {
  private let limit = TextLimit(characters: 50)

  @Test func `an address is kept as typed`() throws {
    let typed = "Số 12/3A, ngõ 5, P. Bến Nghé (Q.1) – TP. Hồ Chí Minh"
    #expect(try TypedText(typed, limit: TextLimit(characters: 100)).text == typed)
  }

  @Test func `white space is trimmed and folded`() throws {
    let typed = " \tẤp 3 \u{A0}\u{3000} xã\r\nTân Phú  "
    #expect(try TypedText(typed, limit: limit).text == "Ấp 3 xã Tân Phú")
  }

  @Test func `nothing but white space is empty`() throws {
    #expect(try TypedText(" \n\t\u{A0}", limit: limit).isEmpty)
  }

  @Test func `decomposed text is stored composed`() throws {
    let composed = "Thừa Thiên Huế, Đà Nẵng, Ước"
    let decomposed = composed.decomposedStringWithCanonicalMapping
    #expect(!decomposed.utf8.elementsEqual(composed.utf8))
    let text = try TypedText(decomposed, limit: limit).text
    #expect(text.utf8.elementsEqual(composed.utf8))
  }

  @Test(
    arguments: [
      ("\u{0}", UnsafeCharacter.control), ("\u{1B}", .control), ("\u{7F}", .control),
      ("\u{85}", .control), ("\u{2028}", .lineSeparator), ("\u{2029}", .lineSeparator),
      ("\u{202E}", .bidiControl), ("\u{2066}", .bidiControl), ("\u{200F}", .bidiControl),
      ("\u{61C}", .bidiControl), ("\u{200B}", .invisible), ("\u{200D}", .invisible),
      ("\u{FEFF}", .invisible), ("\u{AD}", .invisible), ("\u{2060}", .invisible),
      ("\u{FE0F}", .invisible), ("\u{3164}", .invisible), ("\u{115F}", .invisible),
      ("\u{2800}", .invisible), ("\u{34F}", .invisible), ("\u{FFF9}", .invisible),
      ("\u{E0041}", .tag), ("\u{E001}", .privateUse), ("\u{F0000}", .privateUse),
      ("\u{FFFF}", .unassigned), ("\u{378}", .unassigned), ("\u{FFFD}", .replacement),
    ])
  func `an unsafe character is named with its place`(
    character: String, kind: UnsafeCharacter
  ) throws {
    let scalar = try #require(character.unicodeScalars.first)
    for alphabet in [TypedText.Alphabet.vietnamese, .anyScript] {
      let refusal = #expect(throws: TypedTextRefusal.self) {
        try TypedText("Hà " + character + "Nội", limit: limit, alphabet: alphabet)
      }
      guard case .unsafe(let found, let codePoint, let position) = refusal else {
        Issue.record("refused for another reason")
        continue
      }
      #expect(found == kind)
      #expect(codePoint == scalar.value)
      // A mark that joins the space before it is counted with that space.
      #expect((3...4).contains(position))
    }
  }

  @Test func `a megabyte is refused by its length, at once`() {
    let typed = String(repeating: "a", count: 1 << 20)
    #expect(throws: TypedTextRefusal.tooManyBytes(1 << 20, limit: 200)) {
      try TypedText(typed, limit: limit)
    }
  }

  @Test func `characters are counted after folding`() throws {
    let fits = String(repeating: "ế", count: 50)
    #expect(try TypedText("  " + fits, limit: limit).text.count == 50)
    #expect(throws: TypedTextRefusal.tooLong(characters: 51, limit: 50)) {
      try TypedText(fits + "ệ", limit: limit)
    }
  }

  @Test func `bytes have a limit of their own`() {
    #expect(throws: TypedTextRefusal.tooManyBytes(30, limit: 20)) {
      try TypedText(
        String(repeating: "ế", count: 10), limit: TextLimit(characters: 50, bytes: 20))
    }
  }

  @Test func `a word of two scripts is refused`() {
    // The а is Cyrillic.
    #expect(
      throws: TypedTextRefusal.mixedScripts(.latin, .cyrillic, codePoint: 0x430, position: 4)
    ) {
      try TypedText("Hoàаng", limit: limit)
    }
    #expect(
      throws: TypedTextRefusal.mixedScripts(.latin, .greek, codePoint: 0x3BF, position: 2)
    ) {
      try TypedText("Hοa", limit: limit, alphabet: .anyScript)
    }
  }

  @Test(arguments: [("Москва", Script.cyrillic), ("北京", .han), ("서울", .hangul), ("Ａ", .other)])
  func `another script alone is refused where documents are printed`(
    typed: String, script: Script
  ) throws {
    let refusal = #expect(throws: TypedTextRefusal.self) { try TypedText(typed, limit: limit) }
    guard case .foreignLetter(let found, _, 1) = refusal else {
      Issue.record("refused for another reason")
      return
    }
    #expect(found == script)
    #expect(try TypedText(typed, limit: limit, alphabet: .anyScript).text == typed)
  }

  @Test func `kana and Chinese characters are one writing`() throws {
    #expect(try TypedText("東京タワー", limit: limit, alphabet: .anyScript).text == "東京タワー")
  }

  @Test(arguments: ["😀", "٣", "√", "☎"])
  func `a sign that is not printed is refused`(sign: String) throws {
    let scalar = try #require(sign.unicodeScalars.first)
    #expect(throws: TypedTextRefusal.sign(codePoint: scalar.value, position: 3)) {
      try TypedText("Số" + sign, limit: limit)
    }
  }

  @Test func `marks without end and marks without a letter are refused`() {
    let zalgo = "a" + String(repeating: "\u{316}", count: 9)
    #expect(throws: TypedTextRefusal.strayMark(codePoint: 0x316, position: 1)) {
      try TypedText(zalgo, limit: limit)
    }
    #expect(throws: TypedTextRefusal.strayMark(codePoint: 0x301, position: 1)) {
      try TypedText("\u{301}a", limit: limit)
    }
  }

  @Test func `no refusal repeats the text`() {
    let refusal = #expect(throws: TypedTextRefusal.self) {
      try TypedText("Bí mật\u{202E}", limit: limit)
    }
    #expect(!String(describing: refusal).contains("Bí"))
  }

  @Test(arguments: UInt64(0)..<300)
  func `whatever is taken is taken again unchanged`(seed: UInt64) {
    var dice = SeededDice(state: seed)
    let alphabet: [Character] = Array("aĐềủoÂ ưz'.- \u{A0}\u{309}\u{323}\u{200B}а1/")
    let typed = String(
      (0..<Int.random(in: 0..<30, using: &dice)).map { _ in
        alphabet.randomElement(using: &dice) ?? "a"
      })
    do {
      let once = try TypedText(typed, limit: limit)
      let twice = try TypedText(once.text, limit: limit)
      #expect(once.text.utf8.elementsEqual(twice.text.utf8))
      let decomposed = try TypedText(typed.decomposedStringWithCanonicalMapping, limit: limit)
      #expect(once.text.utf8.elementsEqual(decomposed.text.utf8))
    } catch {
      // A refusal of one form is a refusal of the other.
      #expect(throws: TypedTextRefusal.self) {
        try TypedText(typed.decomposedStringWithCanonicalMapping, limit: limit)
      }
    }
  }
}

/// SplitMix64: a small generator whose seed names the failing case.
struct SeededDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
