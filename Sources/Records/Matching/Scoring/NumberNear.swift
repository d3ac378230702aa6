/// An applicant's identity number, ready to be compared with those of many entries.
struct NumberNear {
  let number: UInt64
  let digits: UInt8
  private let tail: UInt64
  /// The numbers of as many digits that begin with the same four.
  private let sameStart: Range<UInt64>

  init(_ number: UInt64, _ digits: UInt8) {
    self.number = number
    self.digits = digits
    tail = number % 10_000
    let power = NumberNear.power(digits)
    let start = number / power
    sameStart = start * power..<(start + 1) * power
  }

  private static func power(_ digits: UInt8) -> UInt64 {
    var power: UInt64 = 1
    for _ in 4..<max(5, min(digits, 18)) where digits > 4 { power *= 10 }
    return power
  }

  @inline(__always)
  func isSame(_ r: UnsafePointer<PackedRecord>) -> Bool {
    r.pointee.paper == number && r.pointee.paperDigits == digits
  }

  /// Two numbers one error apart agree in their first or in their last four digits.
  @inline(__always)
  func mayBeNear(_ r: UnsafePointer<PackedRecord>) -> Bool {
    guard digits != 0 else { return false }
    if r.pointee.paperDigits == digits {
      return sameStart.contains(r.pointee.paper) || r.pointee.paper % 10_000 == tail
    }
    guard abs(Int(digits) - Int(r.pointee.paperDigits)) <= 1 else { return false }
    return r.pointee.paper % 10_000 == tail
      || number / NumberNear.power(digits)
        == r.pointee.paper / NumberNear.power(r.pointee.paperDigits)
  }

  /// As `mayBeNear`, and of numbers with a digit more or less always: no division by what is not
  /// known beforehand.
  @inline(__always)
  func mayBeNearAtAll(_ r: UnsafePointer<PackedRecord>) -> Bool {
    let gap = Int(digits) - Int(r.pointee.paperDigits)
    let isNear =
      gap != 0 || r.pointee.paper % 10_000 == tail || sameStart.contains(r.pointee.paper)
    return digits != 0 && gap.magnitude <= 1 && isNear
  }

  func errors(_ r: UnsafePointer<PackedRecord>) -> Int {
    LetterDistance.upToTwo(
      LetterDistance.digits(number, count: digits),
      LetterDistance.digits(r.pointee.paper, count: r.pointee.paperDigits))
  }
}
