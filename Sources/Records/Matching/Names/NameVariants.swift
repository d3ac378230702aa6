/// How an applicant's name may stand in the register besides as it is: a middle word left out, the
/// surname in its other form, the parts in another order. An entry one letter off one of these has
/// two errors at once, of which one is a habit.
///
/// Of the applicant alone, whose syllables are known: an entry keeps its letters only.
struct NameVariants: Equatable {
  /// With a middle word left out or the surname's other form.
  private(set) var dropped = Letters()
  private(set) var swapped = Letters()

  /// A few names as letters, without allocating.
  struct Letters: Equatable {
    private var first: UInt128 = 0
    private var second: UInt128 = 0
    private var third: UInt128 = 0
    private var fourth: UInt128 = 0
    private var fifth: UInt128 = 0
    private(set) var count = 0
    /// The letters that any of them has, as in `LetterDistance.letterSet` and `smallLetterSet`.
    private(set) var set: UInt32 = 0
    private(set) var smallSet: UInt16 = 0

    fileprivate mutating func add(_ letters: UInt128) {
      switch count {
      case 0: first = letters
      case 1: second = letters
      case 2: third = letters
      case 3: fourth = letters
      case 4: fifth = letters
      default: return
      }
      count += 1
      set |= LetterDistance.letterSet(letters)
    }

    /// All are added.
    fileprivate mutating func end() {
      smallSet = LetterDistance.smallSet(of: set)
    }

    /// Whether a name is one letter off any of them, or none.
    func isNear(_ letters: UInt128) -> Bool {
      count > 0 && LetterDistance.isWithinOne(first, letters)
        || count > 1 && LetterDistance.isWithinOne(second, letters)
        || count > 2 && LetterDistance.isWithinOne(third, letters)
        || count > 3 && LetterDistance.isWithinOne(fourth, letters)
        || count > 4 && LetterDistance.isWithinOne(fifth, letters)
    }

    /// One error brings one letter at most that none of them has.
    @inline(__always)
    func mayBeNear(_ other: UInt32) -> Bool {
      count > 0 && (other & ~set).nonzeroBitCount <= 1
    }

    @inline(__always)
    func mayBeNear(small other: UInt16) -> Bool {
      count > 0 && (other & ~smallSet).nonzeroBitCount <= 1
    }
  }

  init() {}

  /// - Parameter most: how many letters an entry keeps of such a name.
  init(_ syllables: [ReadSyllable], most: Int) {
    let count = syllables.count
    guard count > 1 else { return }
    let line = NameLine(syllables, most: most)
    if count > 2 {
      dropped.add(line.of(0..<1, 2..<count))
      if count > 3 { dropped.add(line.of(0..<(count - 2), (count - 1)..<count)) }
      swapped.add(line.of((count - 1)..<count, 0..<(count - 1)))
      swapped.add(line.of(0..<(count - 2), (count - 1)..<count, (count - 2)..<(count - 1)))
    } else {
      swapped.add(line.of(1..<2, 0..<1))
    }
    if let surname = syllables[0].plain.otherSurname {
      dropped.add(line.of(1..<count, after: surname))
      if count > 2 { dropped.add(line.of(2..<count, after: surname)) }
    }
    dropped.end()
    swapped.end()
  }
}

/// The letters of a name's syllables in some order.
private struct NameLine {
  private let syllables: [ReadSyllable]
  private let room: Int

  init(_ syllables: [ReadSyllable], most: Int) {
    self.syllables = syllables
    room = 5 * most
  }

  @inline(__always)
  func of(
    _ first: Range<Int>, _ second: Range<Int> = 0..<0, _ third: Range<Int> = 0..<0,
    after surname: Syllable? = nil
  ) -> UInt128 {
    var letters: UInt128 = 0
    var shift = 0
    if let surname { add(surname, to: &letters, &shift) }
    for place in first { add(syllables[place].plain, to: &letters, &shift) }
    for place in second { add(syllables[place].plain, to: &letters, &shift) }
    for place in third { add(syllables[place].plain, to: &letters, &shift) }
    return letters & (1 << UInt128(room) - 1)
  }

  @inline(__always)
  private func add(_ syllable: Syllable, to letters: inout UInt128, _ shift: inout Int) {
    guard shift < room else { return }
    letters |= UInt128(syllable.bits) << UInt128(shift)
    shift += 5 * syllable.count
  }
}

extension Syllable {
  /// The surname's other form: Hoàng and Huỳnh, Vũ and Võ, Chu and Châu.
  fileprivate var otherSurname: Syllable? {
    for (one, other) in NameVariants.pairs {
      if self == one { return other }
      if self == other { return one }
    }
    return nil
  }
}

extension NameVariants {
  fileprivate static let pairs: [(Syllable, Syllable)] = [
    (Syllable([8, 15, 1, 14, 7]), Syllable([8, 21, 9, 14, 8])),
    (Syllable([22, 21]), Syllable([22, 15])),
    (Syllable([3, 8, 21]), Syllable([3, 8, 1, 21])),
  ]
}
