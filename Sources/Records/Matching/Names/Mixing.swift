/// The mixing function of splitmix64 (Steele, Lea, Flood 2014, public domain): every bit of the
/// result depends on every bit of the value. Not for secrets.
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
  var z = value &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
  return z ^ z >> 31
}

/// Goes on mixing: the order of the values counts.
@inline(__always)
func mixed(_ state: UInt64, _ value: UInt64) -> UInt64 {
  mixed(state &* 0x9FB2_1C65_1E98_DF25 ^ value)
}

/// Logarithms in integers, so that a weight is the same on every machine.
enum IntegerLog {
  /// The binary logarithm of a number above 0, in hundredths, rounded down.
  static func hundredths(_ value: UInt64) -> Int32 {
    precondition(value > 0, "the logarithm of nothing")
    // In 2^-16 by repeated squaring, then to hundredths.
    let whole = 63 - value.leadingZeroBitCount
    var mantissa = UInt64(value << UInt64(value.leadingZeroBitCount)) >> 32
    var fraction: UInt64 = 0
    for bit in stride(from: 15, through: 0, by: -1) {
      mantissa = (mantissa * mantissa) >> 31
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        fraction |= 1 << UInt64(bit)
      }
    }
    return Int32(whole) * 100 + Int32((fraction * 100) >> 16)
  }
}
