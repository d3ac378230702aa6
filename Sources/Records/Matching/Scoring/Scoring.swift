/// Adds up the weights of a pair. Integers only, so that the same pair weighs the same to the last
/// hundredth on every machine.
struct Scoring {
  private let table: [SIMD8<Int32>]
  private let priors: SIMD8<Int32>
  let frequencies: Frequencies

  /// Rivals against whom a rare name of a parent counts, and the stranger alone.
  private static let parentLanes = SIMD8<Int32>(
    Rival.allCases.map { $0.countsRarity(of: .father) ? 1 : 0 } + [0])
  private static let strangerLane = SIMD8<Int32>(1, 0, 0, 0, 0, 0, 0, 0)

  init(_ weights: Weights, _ frequencies: Frequencies) {
    table = weights.table
    var priors = weights.priors
    // Any entry may be a stranger's: the more there are, the more an agreement is chance.
    priors[Rival.stranger.rawValue] -= frequencies.size
    priors[7] = Int32.max / 4
    self.priors = priors
    self.frequencies = frequencies
  }

  /// The weight against the rival that explains the pair best.
  @inline(__always)
  func weight(_ levels: PairLevels, _ r: UnsafePointer<PackedRecord>) -> Int32 {
    sums(levels, r).min()
  }

  func sums(_ levels: PairLevels, _ r: UnsafePointer<PackedRecord>) -> SIMD8<Int32> {
    let base = Era(judged: r.pointee.judged).rawValue * MatchField.allLevels
    var sum = priors
    table.withUnsafeBufferPointer { table in
      sum &+= table[base + Int(levels.name.rawValue)]
      sum &+= table[base + Scoring.birth + Int(levels.birth.rawValue)]
      sum &+= table[base + Scoring.paper + Int(levels.paper.rawValue)]
      sum &+= table[base + Scoring.father + Int(levels.father.rawValue)]
      sum &+= table[base + Scoring.mother + Int(levels.mother.rawValue)]
      sum &+= table[base + Scoring.spouse + Int(levels.spouse.rawValue)]
      sum &+= table[base + Scoring.sex + Int(levels.sex.rawValue)]
      sum &+= table[base + Scoring.birthPlace + Int(levels.birthPlace.rawValue)]
      sum &+= table[base + Scoring.residence + Int(levels.residence.rawValue)]
    }
    let rarity = rarities(levels, r)
    sum &+= Scoring.strangerLane &* (rarity.name &+ rarity.birth &+ rarity.places)
    sum &+= Scoring.parentLanes &* (rarity.father &+ rarity.mother)
    return sum
  }

  private static let birth = MatchField.birth.offset
  private static let paper = MatchField.paper.offset
  private static let father = MatchField.father.offset
  private static let mother = MatchField.mother.offset
  private static let spouse = MatchField.spouse.offset
  private static let sex = MatchField.sex.offset
  private static let birthPlace = MatchField.birthPlace.offset
  private static let residence = MatchField.residence.offset

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
    var father: Int32 = 0
    var mother: Int32 = 0
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
      case .paper, .spouse, .sex: 0
      }
    }
  }

  /// What the entry's own values add where the pair agrees on them.
  func rarities(_ levels: PairLevels, _ r: UnsafePointer<PackedRecord>) -> Rarities {
    var rarities = Rarities()
    rarities.name = nameRarity(levels.name, r)
    switch levels.birth {
    case .same, .sameFirstOfYear, .swapped, .dayOther, .monthOther, .firstOfYearHere,
      .dayAndMonthOther, .bareYearSame:
      rarities.birth = frequencies.year(r.pointee.year)
    case .missing, .yearNext, .yearNear, .yearDigits, .yearFar, .bareYearNext, .bareYearNear,
      .bareYearOther, .nextYearPart, .other:
      break
    }
    rarities.father = parentRarity(
      levels.father, full: { frequencies.father(r.pointee.fatherCore) },
      given: r.pointee.fatherGiven)
    // The father's surname has already counted as the child's.
    if rarities.father > 0, levels.father.isFull, r.pointee.fatherSurname == r.pointee.surname {
      rarities.father = max(0, rarities.father - frequencies.surname(r.pointee.surname))
    }
    rarities.mother = parentRarity(
      levels.mother, full: { frequencies.mother(r.pointee.motherCore) },
      given: r.pointee.motherGiven)
    switch levels.birthPlace {
    case .sameProvince, .wardOther: rarities.birthPlace = frequencies.place(r.pointee.birthPlace)
    case .missing, .sameWard, .other: break
    }
    switch levels.residence {
    case .sameProvince, .formerProvince:
      rarities.residence = frequencies.place(r.pointee.residencePlace)
    case .missing, .sameWard, .other: break
    }
    return rarities
  }

  @inline(__always)
  private func nameRarity(_ level: OwnNameLevel, _ r: UnsafePointer<PackedRecord>) -> Int32 {
    switch level {
    case .same, .sameUnmarked, .oneMarkLost, .oneMarkOther, .givenMarkOther, .marksOther,
      .droppedThiVan, .sameByEar, .partsSwapped, .typoMiddle, .typoSurname, .typoGiven, .twoTypos,
      .twoTyposElsewhere:
      frequencies.own(r.pointee.ownCore)
    case .middleDropped, .middleOther, .initials, .reversed:
      frequencies.ends(r)
    case .surnameOther, .givenOnly:
      frequencies.given(r.pointee.given)
    case .asAlias, .frontOnly, .surnameOnly:
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
    case .same, .sameMarksOther, .sameByEar, .oneTypo, .twoTypos: full()
    case .middleOther, .givenOnlySame, .givenSame: frequencies.given(given)
    case .missing, .givenOnlyOther, .exchanged, .surnameSame, .other: 0
    }
  }
}

extension ParentLevel {
  /// The whole name agrees.
  var isFull: Bool {
    switch self {
    case .same, .sameMarksOther, .sameByEar, .oneTypo, .twoTypos: true
    case .missing, .middleOther, .givenOnlySame, .givenOnlyOther, .givenSame, .exchanged,
      .surnameSame, .other:
      false
    }
  }
}
