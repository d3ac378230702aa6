/// How many entries name each of the 63 provinces, whatever the name they do it by.
///
/// `Hà Nam Ninh` is named seldom and says little, for it covers three: an agreement is as rare as
/// the people of all that the wider of the two names covers.
struct PlaceShares {
  /// By code, in hundredths of a bit; never more than the cap. Lives as long as the index.
  let rarities: UnsafePointer<Int32>
  private let counts: [UInt64]
  private let size: Int32

  private static let cap: Int32 = 700

  /// - Parameters:
  ///   - places: logarithms of how many entries name each code, in eighths of a bit.
  ///   - size: the logarithm of how many entries there are, in hundredths.
  init(_ places: UnsafeBufferPointer<UInt8>, size: Int32) {
    let masks = ProvinceHistory.shared.masks
    var counts = [UInt64](repeating: 0, count: 64)
    // First the names of one province, then the wider ones, shared out as those are.
    for (code, mask) in masks.enumerated() where mask.nonzeroBitCount == 1 {
      counts[mask.trailingZeroBitCount] += PlaceShares.count(places[code])
    }
    let alone = counts
    for (code, mask) in masks.enumerated() where mask.nonzeroBitCount > 1 {
      let all = PlaceShares.sum(alone, mask)
      let count = PlaceShares.count(places[code])
      for place in 0..<64 where mask & 1 << UInt64(place) != 0 {
        counts[place] += all == 0 ? 0 : count * alone[place] / all
      }
    }
    self.counts = counts
    self.size = size
    let table = UnsafeMutablePointer<Int32>.allocate(capacity: ProvinceHistory.limit)
    for code in 0..<ProvinceHistory.limit {
      let mask = code < masks.count ? masks[code] : 0
      (table + code).initialize(to: PlaceShares.rarity(counts, mask, size))
    }
    rarities = UnsafePointer(table)
  }

  func end() { rarities.deallocate() }

  /// How seldom a random entry lies in one of these provinces.
  func rarity(_ mask: UInt64) -> Int32 { PlaceShares.rarity(counts, mask, size) }

  private static func rarity(_ counts: [UInt64], _ mask: UInt64, _ size: Int32) -> Int32 {
    guard mask != 0 else { return 0 }
    return max(0, min(cap, size - IntegerLog.hundredths(sum(counts, mask) + 1)))
  }

  private static func sum(_ counts: [UInt64], _ mask: UInt64) -> UInt64 {
    var rest = mask
    var sum: UInt64 = 0
    while rest != 0 {
      sum += counts[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }

  /// Two to so many eighths, in integers.
  private static func count(_ eighths: UInt8) -> UInt64 {
    eighths == 0 ? 0 : (roots[Int(eighths & 7)] << UInt64(eighths >> 3)) >> 10
  }

  private static let roots: [UInt64] = [1024, 1117, 1218, 1328, 1448, 1579, 1722, 1878]
}
