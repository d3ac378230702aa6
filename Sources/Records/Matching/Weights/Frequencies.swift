/// How common names, years and places are in a register, as a snapshot taken when an index is
/// built: a pair that shares a rare name weighs more.
struct Frequencies {
  /// Logarithms of counts in eighths of a bit, at hashed places; 0 for none.
  let names: UnsafeBufferPointer<UInt8>
  let givens: UnsafeBufferPointer<UInt8>
  let surnames: UnsafeBufferPointer<UInt8>
  let years: UnsafeBufferPointer<UInt8>
  /// The binary logarithm of the number of entries, in hundredths.
  let size: Int32
  let shares: PlaceShares

  // No agreement is thought rarer than this, in hundredths of a bit.
  @inline(__always) static var ownCap: Int32 { 1700 }
  @inline(__always) static var endsCap: Int32 { 1300 }
  @inline(__always) static var parentCap: Int32 { 1400 }
  @inline(__always) static var surnameCap: Int32 { 1000 }

  static let smallCount = 65_536
  static let byteCount = 256

  enum NameKind: UInt64 {
    case own = 1
    case ends, father, mother, spouse
  }

  static func place(_ kind: NameKind, _ value: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: mixed(kind.rawValue, value)) & (count - 1)
  }

  /// Rarity in hundredths of a bit: how seldom a random entry has it, and never more than the cap.
  @inline(__always)
  private func rarity(_ eighths: UInt8, cap: Int32) -> Int32 {
    max(0, min(cap, size - Int32(eighths) * 25 / 2))
  }

  func own(_ core: UInt32) -> Int32 {
    rarity(names[Frequencies.place(.own, UInt64(core), of: names.count)], cap: Frequencies.ownCap)
  }

  func ends(_ surname: UInt16, _ given: UInt16) -> Int32 {
    let value = KeyList.ends(surname, given)
    return rarity(names[Frequencies.place(.ends, value, of: names.count)], cap: Frequencies.endsCap)
  }

  func father(_ core: UInt32) -> Int32 {
    rarity(
      names[Frequencies.place(.father, UInt64(core), of: names.count)], cap: Frequencies.parentCap)
  }

  func mother(_ core: UInt32) -> Int32 {
    rarity(
      names[Frequencies.place(.mother, UInt64(core), of: names.count)], cap: Frequencies.parentCap)
  }

  func spouse(_ core: UInt32) -> Int32 {
    rarity(
      names[Frequencies.place(.spouse, UInt64(core), of: names.count)], cap: Frequencies.parentCap)
  }

  func given(_ hash: UInt16) -> Int32 { rarity(givens[Int(hash)], cap: 1000) }

  /// Whether hardly anybody bears a given name: no more than one entry in 4,096, or, where there
  /// are fewer, one. Where such a name is a letter off another, it is a slip of whoever typed it;
  /// of two names that people bear, such as Hùng and Tùng, each may be right.
  @inline(__always)
  func isUnheard(_ given: UInt16) -> Bool {
    Int32(givens[Int(given)]) <= max(8, (size - 1200) * 2 / 25)
  }

  func surname(_ hash: UInt16) -> Int32 { rarity(surnames[Int(hash)], cap: Frequencies.surnameCap) }
  func year(_ year: UInt8) -> Int32 { rarity(years[Int(year)], cap: 800) }
  /// How seldom a random entry names a place inside of what this one covers.
  @inline(__always)
  func place(_ code: UInt8) -> Int32 { shares.rarities[Int(code)] }
}

/// Counts while an index is built.
struct FrequencyCount {
  private var names: [UInt32]
  private var givens = [UInt32](repeating: 0, count: Frequencies.smallCount)
  private var surnames = [UInt32](repeating: 0, count: Frequencies.smallCount)
  private var years = [UInt32](repeating: 0, count: Frequencies.byteCount)
  private var places = [UInt32](repeating: 0, count: Frequencies.byteCount)

  /// Room for the names of so many entries: four times as many places, a power of two.
  static func nameCount(entries: Int) -> Int {
    var count = 1 << 16
    while count < entries * 4, count < 1 << 25 { count *= 2 }
    return count
  }

  init(entries: Int) {
    names = [UInt32](repeating: 0, count: FrequencyCount.nameCount(entries: entries))
  }

  mutating func add(_ r: PackedRecord) {
    if r.ownCore != 0 {
      count(.own, UInt64(r.ownCore))
      count(.ends, KeyList.ends(r.surname, r.given))
      givens[Int(r.given)] += 1
      surnames[Int(r.surname)] += 1
    }
    if r.fatherCore != 0 { count(.father, UInt64(r.fatherCore)) }
    if r.motherCore != 0 { count(.mother, UInt64(r.motherCore)) }
    if r.spouseCore != 0 { count(.spouse, UInt64(r.spouseCore)) }
    years[Int(r.year)] += 1
    places[Int(r.birthPlace)] += 1
  }

  private mutating func count(_ kind: Frequencies.NameKind, _ value: UInt64) {
    names[Frequencies.place(kind, value, of: names.count)] += 1
  }

  /// Names, given names, surnames, years, places, one after the other.
  func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(names.count + 2 * Frequencies.smallCount + 512)
    for table in [names, givens, surnames, years, places] {
      for count in table { bytes.append(FrequencyCount.eighths(count)) }
    }
    return bytes
  }

  private static func eighths(_ count: UInt32) -> UInt8 {
    count == 0 ? 0 : UInt8(clamping: IntegerLog.hundredths(UInt64(count) + 1) * 2 / 25)
  }
}
