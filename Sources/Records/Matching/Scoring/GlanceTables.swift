/// The most that each way of agreeing can weigh against a stranger, by era, told from hashes and
/// sets of letters alone.
///
/// A field's class is a few bits side by side: what is the same, what may be. Looking a class up
/// costs the same for every entry, where deciding field by field made the processor guess wrong a
/// dozen times an entry.
final class GlanceTables: @unchecked Sendable {
  // Unchecked: nothing changes after `init`.
  /// `eraSize` numbers an era.
  let most: UnsafePointer<Int32>
  /// Which rarity `nameElse` counts: an index into `Glance`'s.
  let nameRarity: UnsafePointer<UInt8>
  /// The same of `fatherElse` and `motherElse`: 1 for that of the given name.
  let parentRarity: UnsafePointer<UInt8>
  /// How near two sets of letters are, by how many letters only one has.
  let nearness: UnsafePointer<UInt8>
  /// The class of two years, by their distance plus 256, in its place among the bits of a birth.
  let years: UnsafePointer<UInt8>
  /// The kind of a number, by how many digits it has.
  let papers: UnsafePointer<UInt8>

  /// No pair weighs this little; sums of a few still fit.
  static let never = Int32.min / 16

  // Where each field's classes begin: those where a rarity of the applicant's whole name counts
  // and, after them, the others.
  @inline(__always) static var nameWhole: Int { 0 }
  @inline(__always) static var nameElse: Int { 512 }
  @inline(__always) static var birth: Int { 1024 }
  @inline(__always) static var fatherWhole: Int { 1152 }
  @inline(__always) static var fatherElse: Int { 1408 }
  @inline(__always) static var motherWhole: Int { 1664 }
  @inline(__always) static var motherElse: Int { 1920 }
  @inline(__always) static var birthPlace: Int { 2176 }
  @inline(__always) static var residence: Int { 2192 }
  /// All bits set where the rarity of the residence counts.
  @inline(__always) static var residenceRare: Int { 2256 }
  @inline(__always) static var eraSize: Int { 2320 }

  /// `table` is the stranger's lane of the weights.
  init(_ table: UnsafePointer<Int32>) {
    let count = Era.allCases.count * GlanceTables.eraSize
    let most = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    most.initialize(repeating: GlanceTables.never, count: count)
    for era in Era.allCases {
      GlanceEra(
        levels: table + era.rawValue * MatchField.allLevels,
        most: most + era.rawValue * GlanceTables.eraSize
      ).fill()
    }
    self.most = UnsafePointer(most)
    nameRarity = GlanceTables.pinned((0..<512).map { NameClass(bits: $0).rarity.rawValue })
    parentRarity = GlanceTables.pinned((0..<256).map { ParentClass(bits: $0).isGiven ? 1 : 0 })
    nearness = GlanceTables.pinned((0...32).map { $0 == 0 ? 3 : $0 <= 2 ? 2 : $0 <= 4 ? 1 : 0 })
    years = GlanceTables.pinned((0..<512).map { BirthClass.years(apart: abs($0 - 256)) << 4 })
    papers = GlanceTables.pinned((0..<256).map { UInt8(PaperClass.kind(digits: $0)) })
  }

  private static func pinned(_ values: [UInt8]) -> UnsafePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: values.count)
    table.initialize(from: values, count: values.count)
    return UnsafePointer(table)
  }

  deinit {
    most.deallocate()
    nameRarity.deallocate()
    parentRarity.deallocate()
    nearness.deallocate()
    years.deallocate()
    papers.deallocate()
  }
}

/// Fills the tables of one era.
private struct GlanceEra {
  let levels: UnsafePointer<Int32>
  let most: UnsafeMutablePointer<Int32>

  func fill() {
    for bits in 0..<512 {
      let name = NameClass(bits: bits)
      most[GlanceTables.nameWhole + bits] = heaviest(name.whole)
      most[GlanceTables.nameElse + bits] = name.isOdd ? odd(name) : heaviest(name.others)
    }
    for bits in 0..<128 {
      most[GlanceTables.birth + bits] = heaviest(BirthClass(bits: bits).levels, Scoring.birth)
    }
    for bits in 0..<256 {
      let parent = ParentClass(bits: bits)
      most[GlanceTables.fatherWhole + bits] = heaviest(parent.whole, Scoring.father)
      most[GlanceTables.motherWhole + bits] = heaviest(parent.whole, Scoring.mother)
      // A father's surname that the child has says nothing.
      let ofFather = parent.others.map { $0 == .surnameSame ? ParentLevel.other : $0 }
      most[GlanceTables.fatherElse + bits] = heaviest(ofFather, Scoring.father)
      most[GlanceTables.motherElse + bits] = heaviest(parent.others, Scoring.mother)
    }
    for bits in 0..<16 {
      let level = BirthPlaceClass(bits: bits).level
      most[GlanceTables.birthPlace + bits] = levels[Scoring.birthPlace + Int(level.rawValue)]
    }
    for bits in 0..<64 {
      let level = ResidenceClass(bits: bits).level
      most[GlanceTables.residence + bits] = levels[Scoring.residence + Int(level.rawValue)]
      most[GlanceTables.residenceRare + bits] = level.countsRarity ? -1 : 0
    }
  }

  private func heaviest<Level: RawRepresentable<UInt8>>(
    _ among: [Level], _ offset: Int = 0
  ) -> Int32 {
    among.reduce(GlanceTables.never) { max($0, levels[offset + Int($1.rawValue)]) }
  }

  /// Another name, initials or exchanged parts: seldom, so with the largest rarity there is.
  private func odd(_ name: NameClass) -> Int32 {
    heaviest(name.others + [.asAlias, .initials, .reversed]) + Frequencies.endsCap
  }
}
