/// Typing errors between two short texts of five bits a letter: letters put in, left out, changed
/// or exchanged with their neighbour.
enum LetterDistance {
  /// 0, 1 or 2; 3 for more than two.
  static func upToTwo(_ left: UInt128, _ right: UInt128) -> Int {
    if left == right { return 0 }
    let gap = length(left) - length(right)
    guard abs(gap) <= 2 else { return 3 }
    // What both begin with is dropped: the first error stands at the first difference.
    let (a, b) = withoutCommonStart(left, right)
    if abs(gap) <= 1, isOneApart(a, b) { return 1 }
    return isTwoApart(a, b) ? 2 : 3
  }

  static func isWithinOne(_ left: UInt128, _ right: UInt128) -> Bool {
    if left == right { return true }
    guard abs(length(left) - length(right)) <= 1 else { return false }
    let (a, b) = withoutCommonStart(left, right)
    return isOneApart(a, b)
  }

  @inline(__always)
  static func length(_ text: UInt128) -> Int { (132 - text.leadingZeroBitCount) / 5 }

  @inline(__always)
  private static func withoutCommonStart(
    _ left: UInt128, _ right: UInt128
  ) -> (UInt128, UInt128) {
    let same = UInt128((left ^ right).trailingZeroBitCount / 5 * 5)
    return (left &>> same, right &>> same)
  }

  /// Of two texts that differ in their first letter.
  @inline(__always)
  private static func isOneApart(_ a: UInt128, _ b: UInt128) -> Bool {
    let a1 = a &>> 5
    let b1 = b &>> 5
    return a1 == b1 || a1 == b || a == b1 || isExchanged(a, b) && a &>> 10 == b &>> 10
  }

  @inline(__always)
  private static func isExchanged(_ a: UInt128, _ b: UInt128) -> Bool {
    let low = UInt64(truncatingIfNeeded: a) & 1023
    let other = UInt64(truncatingIfNeeded: b) & 1023
    return low >> 5 == other & 31 && other >> 5 == low & 31 && low > 31 && other > 31
  }

  /// Of two texts that differ in their first letter: tries each error there, then one more.
  private static func isTwoApart(_ a: UInt128, _ b: UInt128) -> Bool {
    let a1 = a &>> 5
    let b1 = b &>> 5
    if isWithinOne(a1, b1) { return true }
    if a != 0, isWithinOne(a1, b) { return true }
    if b != 0, isWithinOne(a, b1) { return true }
    return isExchanged(a, b) && isWithinOne(a &>> 10, b &>> 10)
  }

  /// Digits as letters, the first lowest; so many digits, zeros before included.
  static func digits(_ number: UInt64, count: UInt8) -> UInt128 {
    var result: UInt128 = 0
    var rest = number
    for _ in 0..<count {
      result = result << 5 | UInt128(rest % 10 + 1)
      rest /= 10
    }
    return result
  }

  // MARK: At a glance

  /// A bit a letter that the text has. Each error changes two bits at most, so texts two errors
  /// apart differ in four at most.
  static func letterSet(_ text: UInt128) -> UInt32 {
    var rest = text
    var bits: UInt32 = 0
    while rest != 0 {
      bits |= 1 << UInt32(truncatingIfNeeded: rest & 31)
      rest >>= 5
    }
    return bits
  }

  /// The same in sixteen bits: letters that are rare in names, or always there, share one.
  static func smallLetterSet(_ text: UInt128) -> UInt16 { smallSet(of: letterSet(text)) }

  static func smallSet(of letters: UInt32) -> UInt16 {
    var rest = letters
    var bits: UInt16 = 0
    while rest != 0 {
      bits |= 1 << UInt16(smallPlaces[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return bits
  }

  private static let smallPlaces: [UInt8] = {
    var places = [UInt8](repeating: 0, count: 32)
    let groups: [[UInt64]] = [
      [L.n, L.z], [L.g, L.j], [L.u, L.w], [L.e, L.f], [L.i, L.y], [L.h], [L.t], [L.a],
      [L.o], [L.v, L.x], [L.l, L.q], [L.c, L.k], [L.m, L.s], [L.d, L.p], [L.r], [L.b],
    ]
    for (place, letters) in groups.enumerated() {
      for letter in letters { places[Int(letter)] = UInt8(place) }
    }
    return places
  }()

  @inline(__always)
  static func mayBeWithinTwo(_ left: UInt32, _ right: UInt32) -> Bool {
    (left ^ right).nonzeroBitCount <= 4
  }
}
