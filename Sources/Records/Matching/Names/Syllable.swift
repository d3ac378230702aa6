/// A syllable of up to twelve letters, five bits a letter, the first letter lowest.
///
/// An integer, because folding and comparing syllables is most of what reading a register does.
struct Syllable: Equatable {
  var bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// Letters beyond the twelfth are dropped; no Vietnamese syllable has more than seven.
  init(_ letters: some Sequence<UInt8>) {
    bits = 0
    var shift: UInt64 = 0
    for letter in letters where shift < 60 {
      bits |= UInt64(letter) << shift
      shift += 5
    }
  }

  var count: Int { (68 - bits.leadingZeroBitCount) / 5 }

  subscript(_ index: Int) -> UInt64 { bits >> UInt64(5 * index) & 31 }

  static let thi = Syllable(bits: L.t | L.h << 5 | L.i << 10)
  static let van = Syllable(bits: L.v | L.a << 5 | L.n << 10)
  static let tuc = Syllable(bits: L.t | L.u << 5 | L.c << 10)

  /// The syllable as the ear and the careless pen have it: d, gi, r, v are one; s and x; tr and
  /// ch; l and n; the endings n, ng, nh and c, t, ch; Huỳnh is Hoàng, Võ is Vũ, Châu is Chu.
  /// For finding only: the score compares what was written.
  var folded: Syllable {
    if bits == Syllable.huynh { return Syllable(bits: Syllable.hoangFolded) }
    if bits == Syllable.vo { return Syllable(bits: L.d | L.u << 5) }
    if bits == Syllable.chau { return Syllable(bits: L.c | L.h << 5 | L.u << 10) }
    var result = self
    result.foldStart()
    result.foldEnd()
    return result
  }

  private static let huynh = L.h | L.u << 5 | L.i << 10 | L.n << 15 | L.h << 20
  private static let hoangFolded = L.h | L.o << 5 | L.a << 10 | L.n << 15
  private static let vo = L.v | L.o << 5
  private static let chau = L.c | L.h << 5 | L.a << 10 | L.u << 15

  private mutating func foldStart() {
    let count = count
    let first = self[0]
    let second = self[1]
    var isCluster = false
    switch (first, second) {
    case (L.n, L.g):
      if self[2] == L.h { bits = L.n | L.g << 5 | (bits >> 15) << 10 }
      isCluster = true
    case (L.g, L.h):
      bits = L.g | (bits >> 10) << 5
    case (L.g, L.i) where count > 2:
      bits = L.d | (bits >> 10) << 5
    case (L.p, L.h):
      bits = L.f | (bits >> 10) << 5
    case (L.t, L.r):
      bits = L.c | L.h << 5 | (bits >> 10) << 10
      isCluster = true
    case (L.q, L.u):
      bits = L.c | (bits >> 10) << 5
    case (L.k, L.h), (L.c, L.h), (L.t, L.h), (L.n, L.h):
      isCluster = true
    default:
      break
    }
    guard !isCluster else { return }
    switch self[0] {
    case L.r, L.v: replaceFirst(L.d)
    case L.x: replaceFirst(L.s)
    case L.n: replaceFirst(L.l)
    case L.k, L.q: replaceFirst(L.c)
    default: break
    }
  }

  private mutating func replaceFirst(_ letter: UInt64) { bits = bits & ~31 | letter }

  private mutating func foldEnd() {
    let count = count
    guard count > 2 else { return }
    let last = self[count - 1]
    let before = self[count - 2]
    let shift = UInt64(5 * (count - 1))
    switch (before, last) {
    case (L.n, L.h), (L.n, L.g):
      bits &= (1 << shift) - 1
    case (L.c, L.h):
      bits &= (1 << shift) - 1
      replaceLast(L.t, at: count - 2)
    case (_, L.c):
      replaceLast(L.t, at: count - 1)
    case (L.a, L.o):
      replaceLast(L.u, at: count - 1)
    case (L.e, L.u) where self[count - 3] == L.i:
      bits &= (1 << UInt64(5 * (count - 2))) - 1
      bits |= L.u << UInt64(5 * (count - 2))
    case (L.o, L.u) where self[count - 3] == L.u:
      bits &= (1 << UInt64(5 * (count - 2))) - 1
      bits |= L.u << UInt64(5 * (count - 2))
    default:
      break
    }
  }

  private mutating func replaceLast(_ letter: UInt64, at index: Int) {
    let shift = UInt64(5 * index)
    bits = bits & ~(31 << shift) | letter << shift
  }
}

/// Splits of joined syllables: `nguyenvan` is two.
enum SyllableSplit {
  static func isVowel(_ letter: UInt8) -> Bool {
    switch UInt64(letter) {
    case L.a, L.e, L.i, L.o, L.u, L.y: true
    default: false
    }
  }

  /// Where the second syllable begins, or nil where the letters can be one syllable.
  static func second(in letters: UnsafeBufferPointer<UInt8>) -> Int? {
    guard letters.count > 4 else { return nil }
    var index = 0
    while index < letters.count, !isVowel(letters[index]) { index += 1 }
    while index < letters.count, isVowel(letters[index]) { index += 1 }
    let gap = index
    while index < letters.count, !isVowel(letters[index]) { index += 1 }
    // A vowel after a consonant after a vowel: another syllable has begun.
    guard index < letters.count, index > gap, gap > 1 else { return nil }
    var start = index - 1
    while start > gap, isStart(letters[start - 1], letters[start]) { start -= 1 }
    return start
  }

  private static func isStart(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (UInt64(first), UInt64(second)) {
    case (L.t, L.h), (L.t, L.r), (L.c, L.h), (L.p, L.h), (L.k, L.h), (L.n, L.h), (L.g, L.h): true
    default: false
    }
  }
}
