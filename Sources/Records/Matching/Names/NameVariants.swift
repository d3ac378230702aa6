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
      smallSet |= LetterDistance.smallLetterSet(letters)
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
    guard syllables.count > 1 else { return }
    func add(_ parts: some Sequence<ReadSyllable>, to list: inout Letters) {
      list.add(NameVariants.letters(parts.lazy.map(\.plain), most))
    }
    let last = syllables.count - 1
    let surname = syllables[0].plain.otherSurname
    if last > 1 {
      add(syllables[..<1] + syllables[2...], to: &dropped)
      if last > 2 { add(syllables[..<(last - 1)] + syllables[last...], to: &dropped) }
      add(syllables[last...] + syllables[..<last], to: &swapped)
      add(
        syllables[..<(last - 1)] + [syllables[last], syllables[last - 1]], to: &swapped)
    } else {
      add([syllables[1], syllables[0]], to: &swapped)
    }
    guard let surname else { return }
    let other = [ReadSyllable(plain: surname, marks: 0)]
    add(other + syllables[1...], to: &dropped)
    if last > 1 { add(other + syllables[2...], to: &dropped) }
  }

  private static func letters(_ parts: some Sequence<Syllable>, _ most: Int) -> UInt128 {
    var letters: UInt128 = 0
    var shift = 0
    for part in parts where shift < 5 * most {
      letters |= UInt128(part.bits) << UInt128(shift)
      shift += 5 * part.count
    }
    return letters & (1 << UInt128(5 * most) - 1)
  }
}

extension Syllable {
  /// The surname's other form: Hoàng and Huỳnh, Vũ and Võ, Chu and Châu.
  fileprivate var otherSurname: Syllable? {
    NameVariants.pairs.lazy.compactMap { pair in
      self == pair.0 ? pair.1 : self == pair.1 ? pair.0 : nil
    }.first
  }
}

extension NameVariants {
  fileprivate static let pairs: [(Syllable, Syllable)] = [
    (Syllable([8, 15, 1, 14, 7]), Syllable([8, 21, 9, 14, 8])),
    (Syllable([22, 21]), Syllable([22, 15])),
    (Syllable([3, 8, 21]), Syllable([3, 8, 1, 21])),
  ]
}
