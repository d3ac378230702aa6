/// Typing errors between two short texts of five bits a letter: letters put in, left out, changed
/// or exchanged with their neighbour.
enum LetterDistance {
  /// 0, 1 or 2; 3 for more than two.
  static func upToTwo(_ left: UInt128, _ right: UInt128) -> Int {
    if left == right { return 0 }
    let gap = length(left) - length(right)
    guard abs(gap) <= 2 else { return 3 }
    // What both begin with is dropped once; if the first difference cannot be mended by one error,
    // two are tried only where the ends agree at least a little.
    let same = UInt128((left ^ right).trailingZeroBitCount / 5 * 5)
    let a = left >> same
    let b = right >> same
    if abs(gap) <= 1, isWithin(1, a, b) { return 1 }
    return isWithin(2, a, b) ? 2 : 3
  }

  static func isWithinOne(_ left: UInt128, _ right: UInt128) -> Bool {
    abs(length(left) - length(right)) <= 1 && isWithin(1, left, right)
  }

  static func length(_ text: UInt128) -> Int { (132 - text.leadingZeroBitCount) / 5 }

  /// Drops what both begin with, then tries each error at the first difference.
  private static func isWithin(_ errors: Int, _ left: UInt128, _ right: UInt128) -> Bool {
    let difference = left ^ right
    if difference == 0 { return true }
    guard errors > 0 else { return false }
    let same = UInt128(difference.trailingZeroBitCount / 5 * 5)
    let a = left >> same
    let b = right >> same
    if isWithin(errors - 1, a >> 5, b >> 5) { return true }
    if a != 0, isWithin(errors - 1, a >> 5, b) { return true }
    if b != 0, isWithin(errors - 1, a, b >> 5) { return true }
    let isExchanged = a & 31 == b >> 5 & 31 && b & 31 == a >> 5 & 31 && a >> 5 != 0 && b >> 5 != 0
    return isExchanged && isWithin(errors - 1, a >> 10, b >> 10)
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
}
