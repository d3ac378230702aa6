/// Reads the characters between two spaces as one syllable, with what typing programs left.
struct SyllableReading {
  /// The letters read, 1 to 26.
  private(set) var plain: [UInt8] = []
  private(set) var marks: UInt8 = 0
  /// `tức`: what follows is another name.
  private(set) var isTuc = false
  private var markState: UInt32 = 0
  private var tone: UInt8 = 0

  /// Numbers of wards are part of a place's name; in a person's name a digit is a VNI left-over.
  mutating func read(_ token: [NameCharacter], keepsDigits: Bool) {
    plain.removeAll(keepingCapacity: true)
    markState = 0
    tone = 0
    var isASCII = true
    var hasDigit = false
    for character in token {
      if character.isDigit { hasDigit = true }
      if character.mark != 0 || character.tone != 0 { isASCII = false }
    }
    if hasDigit, !keepsDigits {
      readVNI(token)
    } else if isASCII, !keepsDigits, token.count > 2, SyllableReading.isTelex(token) {
      readTelex(token)
    } else {
      for character in token { append(character) }
    }
    for index in plain.indices where plain[index] == UInt8(L.y) { plain[index] = UInt8(L.i) }
    marks = tone + 6 * UInt8(markState % 41)
    if markState != 0, markState % 41 == 0 { marks = tone + 6 * 41 }
    isTuc =
      plain.count == 3 && Syllable(plain) == .tuc && markState == UInt32(LetterMark.horn)
      && tone == 4
  }

  private mutating func append(_ character: NameCharacter) {
    if character.isDigit {
      // Above the alphabet: 27 to 31 twice over is enough to tell wards by number apart.
      plain.append(27 + character.digit % 5)
      plain.append(27 + character.digit / 5)
      return
    }
    if character.letter != 0 { plain.append(character.letter) }
    if character.tone != 0 { tone = character.tone }
    if character.mark != 0 { mark(character.mark) }
  }

  private mutating func mark(_ mark: UInt8) {
    markState = (markState * 5 + UInt32(mark)) % 100_003
  }

  // MARK: VNI: a6 is â, o7 is ơ, a8 is ă, d9 is đ; 1 to 5 are the tones.

  private static let tonesVNI: [UInt8] = [0, 4, 1, 2, 3, 5]

  private mutating func readVNI(_ token: [NameCharacter]) {
    for character in token {
      guard character.isDigit else {
        append(character)
        continue
      }
      switch character.digit {
      case 1...5: tone = SyllableReading.tonesVNI[Int(character.digit)]
      case 6: mark(LetterMark.circumflex)
      case 7: mark(LetterMark.horn)
      case 8: mark(LetterMark.breve)
      case 9: mark(LetterMark.stroke)
      default: break
      }
    }
  }

  // MARK: Telex: dd, aa, ee, oo and w make letters, a last s, f, r, x or j the tone.

  private static func toneTelex(_ letter: UInt8) -> UInt8? {
    switch UInt64(letter) {
    case L.f: 1
    case L.r: 2
    case L.x: 3
    case L.s: 4
    case L.j: 5
    default: nil
    }
  }

  /// No Vietnamese syllable ends in s, f, r, x or j, doubles d, a or e, or has a w.
  private static func isTelex(_ token: [NameCharacter]) -> Bool {
    guard let last = token.last else { return false }
    if SyllableReading.toneTelex(last.letter) != nil { return true }
    var previous: UInt8 = 0
    for character in token {
      let letter = UInt64(character.letter)
      if letter == L.w { return true }
      let doubles = letter == L.d || letter == L.a || letter == L.e || letter == L.o
      if doubles, character.letter == previous { return true }
      previous = character.letter
    }
    return false
  }

  private mutating func readTelex(_ token: [NameCharacter]) {
    var letters = token[...]
    if let last = letters.last, let read = SyllableReading.toneTelex(last.letter) {
      tone = read
      letters = letters.dropLast()
    }
    for character in letters {
      let letter = UInt64(character.letter)
      let previous = plain.last.map(UInt64.init)
      if letter == L.w {
        switch previous {
        case L.a: mark(LetterMark.breve)
        case L.o, L.u: mark(LetterMark.horn)
        case nil, .some: break
        }
      } else if letter == previous, letter == L.d {
        mark(LetterMark.stroke)
      } else if letter == previous, letter == L.a || letter == L.e || letter == L.o {
        mark(LetterMark.circumflex)
      } else {
        append(character)
      }
    }
  }
}
