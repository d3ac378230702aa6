/// Adds up the weights of a pair. Integers only, so that the same pair weighs the same to the last
/// hundredth on every machine.
///
/// One an open index, living as long as it: threads read its tables where they lie.
final class Scoring: @unchecked Sendable {
  // Unchecked: nothing changes after `init`.
  private let table: UnsafePointer<SIMD8<Int32>>
  /// The table's first lane, and what can be told of it at a glance.
  let strangers: UnsafePointer<Int32>
  let glance: GlanceTables
  private let priors: SIMD8<Int32>
  let frequencies: Frequencies

  /// Rivals against whom a rare name of a parent counts, and the stranger alone.
  private static let parentLanes = SIMD8<Int32>(
    Rival.allCases.map { $0.countsRarity(of: .father) ? 1 : 0 } + [0])
  /// Nobody shares a spouse by nature.
  private static let rivalLanes = SIMD8<Int32>(1, 1, 1, 1, 1, 1, 1, 0)
  private static let strangerLane = SIMD8<Int32>(1, 0, 0, 0, 0, 0, 0, 0)

  init(_ weights: Weights, _ frequencies: Frequencies) {
    let rows = UnsafeMutablePointer<SIMD8<Int32>>.allocate(capacity: weights.table.count)
    let lane = UnsafeMutablePointer<Int32>.allocate(capacity: weights.table.count)
    for (place, row) in weights.table.enumerated() {
      (rows + place).initialize(to: row)
      (lane + place).initialize(to: row[Rival.stranger.rawValue])
    }
    table = UnsafePointer(rows)
    strangers = UnsafePointer(lane)
    glance = GlanceTables(lane)
    var priors = weights.priors
    // Any entry may be a stranger's: the more there are, the more an agreement is chance.
    priors[Rival.stranger.rawValue] -= frequencies.size
    priors[7] = Int32.max / 4
    self.priors = priors
    self.frequencies = frequencies
  }

  deinit {
    table.deallocate()
    strangers.deallocate()
  }

  /// The weight against the rival that explains the pair best.
  @inline(__always)
  func weight(
    _ levels: PairLevels, _ r: UnsafePointer<PackedRecord>, _ q: ApplicantRarity
  ) -> Int32 {
    let sums = sums(levels, r, q)
    let four = pointwiseMin(sums.lowHalf, sums.highHalf)
    let two = pointwiseMin(four.lowHalf, four.highHalf)
    return min(two[0], two[1])
  }

  @inline(__always)
  func sums(
    _ levels: PairLevels, _ r: UnsafePointer<PackedRecord>, _ q: ApplicantRarity
  ) -> SIMD8<Int32> {
    let base = Era(judged: r.pointee.judged).rawValue * MatchField.allLevels
    var sum = priors
    let table = table + base
    sum &+= table[Int(levels.name.rawValue)]
    sum &+= table[Scoring.birth + Int(levels.birth.rawValue)]
    sum &+= table[Scoring.paper + Int(levels.paper.rawValue)]
    sum &+= table[Scoring.father + Int(levels.father.rawValue)]
    sum &+= table[Scoring.mother + Int(levels.mother.rawValue)]
    sum &+= table[Scoring.spouse + Int(levels.spouse.rawValue)]
    sum &+= table[Scoring.sex + Int(levels.sex.rawValue)]
    sum &+= table[Scoring.birthPlace + Int(levels.birthPlace.rawValue)]
    sum &+= table[Scoring.residence + Int(levels.residence.rawValue)]
    let rarity = rarities(levels, r, q)
    sum &+=
      Scoring.strangerLane &* (rarity.name &+ rarity.birth &+ rarity.paper &+ rarity.places)
    sum &+= Scoring.parentLanes &* (rarity.father &+ rarity.mother)
    sum &+= Scoring.rivalLanes &* rarity.spouse
    return sum
  }

  // Where each field's levels begin: written out, so that the compiler knows them; a test compares
  // them with `MatchField`.
  @inline(__always) static var birth: Int { 32 }
  @inline(__always) static var paper: Int { 50 }
  @inline(__always) static var father: Int { 67 }
  @inline(__always) static var mother: Int { 84 }
  @inline(__always) static var spouse: Int { 101 }
  @inline(__always) static var sex: Int { 105 }
  @inline(__always) static var birthPlace: Int { 112 }
  @inline(__always) static var residence: Int { 117 }

  /// The row of weights of one field's level, a number a rival.
  func row(_ field: MatchField, _ levels: PairLevels, _ r: UnsafePointer<PackedRecord>) -> SIMD8<
    Int32
  > {
    let base = Era(judged: r.pointee.judged).rawValue * MatchField.allLevels
    return table[base + field.offset + levels.level(field)]
  }

  var allPriors: SIMD8<Int32> { priors }

  // MARK: Rarity

  struct Rarities {
    var name: Int32 = 0
    var birth: Int32 = 0
    var paper: Int32 = 0
    var father: Int32 = 0
    var mother: Int32 = 0
    var spouse: Int32 = 0
    var birthPlace: Int32 = 0
    var residence: Int32 = 0

    var places: Int32 { birthPlace + residence }

    func of(_ field: MatchField) -> Int32 {
      switch field {
      case .name: name
      case .birth: birth
      case .father: father
      case .mother: mother
      case .birthPlace: birthPlace
      case .residence: residence
      case .spouse: spouse
      case .paper: paper
      case .sex: 0
      }
    }
  }

  /// What the entry's own values add where the pair agrees on them.
  func rarities(
    _ levels: PairLevels, _ r: UnsafePointer<PackedRecord>, _ q: ApplicantRarity
  ) -> Rarities {
    var rarities = Rarities()
    rarities.name = nameRarity(levels.name, r, q)
    if levels.birth.hasSameYear { rarities.birth = frequencies.year(r.pointee.year) }
    rarities.paper = paperRarity(levels.paper, q)
    rarities.father = parentRarity(
      levels.father, full: { min(q.father, frequencies.father(r.pointee.fatherCore)) },
      given: r.pointee.fatherGiven)
    // The father's surname has already counted as the child's.
    if rarities.father > 0, levels.father.isFull || levels.father == .middleOther,
      levels.name.hasSameSurname, r.pointee.fatherSurname == r.pointee.surname
    {
      rarities.father = max(0, rarities.father - frequencies.surname(r.pointee.surname))
    }
    rarities.mother = parentRarity(
      levels.mother, full: { min(q.mother, frequencies.mother(r.pointee.motherCore)) },
      given: r.pointee.motherGiven)
    rarities.spouse = spouseRarity(levels.spouse, r, q)
    switch levels.birthPlace {
    case .sameProvince, .wardOther: rarities.birthPlace = birthPlaceRarity(r, q)
    case .missing, .sameWard, .other: break
    }
    if levels.residence.countsRarity {
      rarities.residence = frequencies.place(r.pointee.residencePlace)
    }
    return rarities
  }

  /// An agreement is as rare as the wider of the two names.
  @inline(__always)
  func birthPlaceRarity(_ r: UnsafePointer<PackedRecord>, _ q: ApplicantRarity) -> Int32 {
    min(q.birthPlace, frequencies.place(r.pointee.birthPlace))
  }

  @inline(__always)
  func spouseRarity(
    _ level: SpouseLevel, _ r: UnsafePointer<PackedRecord>, _ q: ApplicantRarity
  ) -> Int32 {
    switch level {
    case .same, .near: min(q.spouse, frequencies.spouse(r.pointee.spouseCore))
    case .missing, .other: 0
    }
  }

  /// Old numbers of large provinces are common.
  @inline(__always)
  func paperRarity(_ level: PaperLevel, _ q: ApplicantRarity) -> Int32 {
    switch level {
    case .oldSeriesHome: q.homeSeries
    case .oldSameSeries: q.ownSeries
    case .missing, .same, .sameOld, .oneDigit, .oneDigitOld, .twoDigits, .sameStructure,
      .nearStructure, .other, .oldOther, .oldSeriesElsewhere, .oldButTooYoung, .odd,
      .oldSeriesHomeHere, .oldSeriesElsewhereHere:
      0
    }
  }

  @inline(__always)
  func nameRarity(
    _ level: OwnNameLevel, _ r: UnsafePointer<PackedRecord>, _ q: ApplicantRarity
  ) -> Int32 {
    switch level {
    case .same, .sameUnmarked, .oneMarkLost, .oneMarkOther, .givenMarkOther, .marksOther,
      .droppedThiVan, .sameByEar, .partsSwapped, .typoMiddle, .typoSurname, .typoGiven, .twoTypos,
      .twoTyposElsewhere, .typoDropped, .typoSwapped, .typoGivenKnown, .twoTyposKnown,
      .typoDroppedKnown:
      min(q.own, frequencies.own(r.pointee.ownCore))
    case .middleDropped, .middleOther, .initials, .reversed:
      frequencies.ends(r.pointee.surname, r.pointee.given)
    case .surnameOther, .givenOnly:
      frequencies.given(r.pointee.given)
    case .asAlias, .frontOnly, .surnameOnly, .frontUnheard, .surnameUnheard:
      frequencies.surname(r.pointee.surname)
    case .other, .missing:
      0
    }
  }

  @inline(__always)
  private func parentRarity(
    _ level: ParentLevel, full: () -> Int32, given: UInt16
  ) -> Int32 {
    switch level {
    case .same, .sameMarksOther, .sameByEar, .oneTypo, .twoTypos, .typoDropped, .oneTypoKnown,
      .twoTyposKnown:
      full()
    case .middleOther, .givenOnlySame, .givenSame: frequencies.given(given)
    case .missing, .givenOnlyOther, .exchanged, .surnameSame, .other, .otherUnheard: 0
    }
  }
}

extension ParentLevel {
  /// The whole name agrees.
  var isFull: Bool {
    switch self {
    case .same, .sameMarksOther, .sameByEar, .oneTypo, .twoTypos, .typoDropped, .oneTypoKnown,
      .twoTyposKnown:
      true
    case .missing, .middleOther, .givenOnlySame, .givenOnlyOther, .givenSame, .exchanged,
      .surnameSame, .other, .otherUnheard:
      false
    }
  }
}
