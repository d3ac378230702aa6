/// A name as the matching engine compares it.
struct NameForm: Equatable {
  /// The plain letters without spaces, five bits each, at most 25, the first lowest.
  var letters: UInt128 = 0
  /// Hash of the folded syllables in sorted order, without one Thị or Văn: swapped parts, dropped
  /// middle words and spelling by ear have the same. 0 for no name.
  var core: UInt32 = 0
  /// Hashes of folded syllables: the last, the first, the first between; 0 where there is none.
  var given: UInt16 = 0
  var surname: UInt16 = 0
  var middle: UInt16 = 0
  /// Hash of the folded last syllable of another name ("tức Tèo"); 0 where there is none.
  var alias: UInt16 = 0
  /// A byte a syllable (first, last, second, the others): the tone plus six times a hash of the
  /// letters' marks; 0 for a syllable without marks.
  var marks: UInt32 = 0
  var syllables: UInt8 = 0
  /// Typed as initials: `N. V. Hùng`.
  var isAbbreviated = false

  var isEmpty: Bool { letters == 0 }

  static let longest = 25
}

extension NameForm {
  /// From syllables as written.
  init(syllables: [ReadSyllable], alias: Syllable?) {
    self.alias = alias.map { NameForm.hash($0.folded) } ?? 0
    guard let first = syllables.first, let last = syllables.last else { return }
    self.syllables = UInt8(clamping: syllables.count)
    var shift: UInt64 = 0
    for syllable in syllables {
      let room = UInt64(5 * NameForm.longest)
      guard shift < room else { break }
      letters |= UInt128(syllable.plain.bits) << UInt128(shift)
      shift += UInt64(5 * syllable.plain.count)
    }
    letters &= (1 << 125) - 1
    surname = NameForm.hash(first.plain.folded)
    given = NameForm.hash(last.plain.folded)
    if syllables.count > 2 { middle = NameForm.hash(syllables[1].plain.folded) }
    marks = UInt32(first.marks)
    if syllables.count > 1 { marks |= UInt32(last.marks) << 8 }
    if syllables.count > 2 { marks |= UInt32(syllables[1].marks) << 16 }
    var others: UInt32 = 0
    for syllable in syllables.dropFirst(2).dropLast() {
      others = (others &* 7 &+ UInt32(syllable.marks)) % 251
    }
    marks |= others << 24
    core = NameForm.core(of: syllables)
    isAbbreviated =
      syllables.count > 1 && syllables.dropLast().allSatisfy { $0.plain.count == 1 }
  }

  private static func core(of syllables: [ReadSyllable]) -> UInt32 {
    var folded: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
    var mayDrop = syllables.count > 2
    return withUnsafeMutableBytes(of: &folded) { bytes in
      let sorted = bytes.bindMemory(to: UInt64.self)
      var count = 0
      for (index, syllable) in syllables.enumerated() where count < 6 {
        if mayDrop, index > 0, syllable.plain == .thi || syllable.plain == .van {
          mayDrop = false
          continue
        }
        let value = syllable.plain.folded.bits
        var place = count
        while place > 0, sorted[place - 1] > value {
          sorted[place] = sorted[place - 1]
          place -= 1
        }
        sorted[place] = value
        count += 1
      }
      var state: UInt64 = UInt64(count)
      for index in 0..<count { state = mixed(state, sorted[index]) }
      return UInt32(truncatingIfNeeded: state) | 1
    }
  }

  /// Never 0, which stands for nothing.
  static func hash(_ syllable: Syllable) -> UInt16 {
    UInt16(truncatingIfNeeded: mixed(syllable.bits) >> 48) | 1
  }
}

/// A syllable as read: the plain letters and the marks over them.
struct ReadSyllable: Equatable {
  var plain: Syllable
  /// As in `NameForm.marks`.
  var marks: UInt8
}
