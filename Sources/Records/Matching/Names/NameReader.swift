/// Reads names out of UTF-8 as people and old programs typed them: upper case, decomposed letters,
/// lost encodings, telex and VNI left-overs, aliases, stray dots and spaces.
///
/// Keeps buffers, so that a register of millions is read without allocating; one reader a thread.
struct NameReader {
  private var scalars: [UInt32] = []
  private var token: [NameCharacter] = []
  private var reading = SyllableReading()
  private var syllables: [ReadSyllable] = []
  private var alias: [Syllable] = []
  private var isInAlias = false
  private let table = LetterTable.characters

  /// Names are cut here: nobody's is that long, and a hostile field must not cost more.
  private static let mostScalars = 160

  init() {
    scalars.reserveCapacity(NameReader.mostScalars)
    token.reserveCapacity(NameReader.mostScalars)
    syllables.reserveCapacity(32)
  }

  mutating func name(_ bytes: UnsafeBufferPointer<UInt8>) -> NameForm {
    guard !bytes.isEmpty else { return NameForm() }
    decode(bytes)
    split(cutsAliases: true)
    return NameForm(syllables: syllables, alias: alias.last)
  }

  /// Of the name read last.
  func variants(most: Int = NameForm.longest) -> NameVariants {
    NameVariants(syllables, most: most)
  }

  mutating func name(_ text: String) -> NameForm {
    var text = text
    return text.withUTF8 { name($0) }
  }

  /// The hash of a place's name: letters and digits only.
  mutating func place(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    decode(bytes)
    split(cutsAliases: false)
    var state: UInt64 = 0
    for syllable in syllables { state = mixed(state, syllable.plain.bits) }
    return syllables.isEmpty ? 0 : state | 1
  }

  // MARK: Characters

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    var hasCombining = false
    var isSuspect = false
    var index = 0
    while index < bytes.count, scalars.count < NameReader.mostScalars {
      let byte = bytes[index]
      if byte < 0x80 {
        scalars.append(UInt32(byte))
        index += 1
        continue
      }
      let (scalar, length) = NameReader.scalar(in: bytes, at: index)
      index += length
      if (0x300...0x36F).contains(scalar) { hasCombining = true }
      if scalar < 0x100 { isSuspect = true }
      scalars.append(scalar)
    }
    guard isSuspect else { return }
    // Marks that stand alone are put on their letters by `split`.
    if hasCombining { scalars = LostEncodings.composed(scalars) }
    repair()
  }

  /// The bytes are valid UTF-8, or stand for U+FFFD.
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  private mutating func repair() {
    var isTCVN3 = false
    var isWindows = false
    var previous: UInt32 = 0
    for scalar in scalars {
      if scalar < 0x100 {
        if LostEncodings.isOnlyTCVN3[Int(scalar)] { isTCVN3 = true }
        let followsSmall = (0x61...0x7A).contains(previous)
        if followsSmall, (0xC0...0xDD).contains(scalar) { isTCVN3 = true }
        if previous == 0xE1, scalar == 0xBA || scalar == 0xBB { isWindows = true }
        if previous == 0xC3 || previous == 0xC4, (0x80...0xBF).contains(scalar) {
          isWindows = true
        }
      }
      previous = scalar
    }
    if isWindows, let read = LostEncodings.fromWindows1252(scalars) {
      scalars = read
      return
    }
    guard isTCVN3 else { return }
    for index in scalars.indices where scalars[index] < 0x100 {
      let letter = LostEncodings.fromTCVN3[Int(scalars[index])]
      if letter != 0 { scalars[index] = letter }
    }
  }

  // MARK: Syllables

  private mutating func split(cutsAliases: Bool) {
    syllables.removeAll(keepingCapacity: true)
    alias.removeAll(keepingCapacity: true)
    token.removeAll(keepingCapacity: true)
    isInAlias = false
    var previous: UInt32 = 0x20
    for (index, scalar) in scalars.enumerated() {
      let character =
        scalar < UInt32(LetterTable.limit) ? table[Int(scalar)] : NameCharacter(raw: 0)
      if character.raw == 0 {
        endToken(cutsAliases: cutsAliases)
        let isDash =
          scalar == 0x2D && previous == 0x20 && index + 1 < scalars.count
          && scalars[index + 1] == 0x20
        if cutsAliases, !syllables.isEmpty, scalar == 0x28 || isDash { isInAlias = true }
      } else if character.isCombining {
        if let last = token.last { token[token.count - 1] = last.marked(by: character) }
      } else {
        // `NguyễnVăn`: a capital after a small letter begins a syllable.
        if character.isUpper, let last = token.last, !last.isUpper, !last.isDigit {
          endToken(cutsAliases: cutsAliases)
        }
        token.append(character)
      }
      previous = scalar
    }
    endToken(cutsAliases: cutsAliases)
  }

  private mutating func endToken(cutsAliases: Bool) {
    guard !token.isEmpty else { return }
    defer { token.removeAll(keepingCapacity: true) }
    reading.read(token, keepsDigits: !cutsAliases)
    guard !reading.plain.isEmpty else { return }
    if cutsAliases, !syllables.isEmpty, !isInAlias, reading.isTuc {
      isInAlias = true
      return
    }
    if isInAlias {
      alias.append(Syllable(reading.plain))
      return
    }
    let cut = cutsAliases ? reading.plain.withUnsafeBufferPointer(SyllableSplit.second) : nil
    guard let cut else {
      syllables.append(ReadSyllable(plain: Syllable(reading.plain), marks: reading.marks))
      return
    }
    syllables.append(ReadSyllable(plain: Syllable(reading.plain[..<cut]), marks: 0))
    syllables.append(ReadSyllable(plain: Syllable(reading.plain[cut...]), marks: 0))
  }
}
