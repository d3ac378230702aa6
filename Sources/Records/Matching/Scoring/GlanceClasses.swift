/// How two names may agree, told from their hashes and sets of letters.
struct NameClass {
  let bits: Int

  static let core = 1
  static let given = 2
  static let surname = 4
  static let middle = 8
  /// Two bits: `GlanceTables.nearness`.
  static let near = 16
  static let variant = 64
  /// An alias, initials or exchanged parts.
  static let odd = 128
  static let missing = 256

  enum Rarity: UInt8 {
    case none, ends, given, surname
  }

  private func has(_ bit: Int) -> Bool { bits & bit != 0 }
  private var nearness: Int { bits / NameClass.near & 3 }
  private var isBoth: Bool { has(NameClass.given) && has(NameClass.surname) }
  private var isEither: Bool { has(NameClass.given) || has(NameClass.surname) }

  var isOdd: Bool {
    has(NameClass.odd) && !has(NameClass.missing) && !has(NameClass.core) && !isBoth
  }

  /// The levels in which the rarity of the whole name counts.
  var whole: [OwnNameLevel] {
    if has(NameClass.missing) { return [] }
    let sameLetters: [OwnNameLevel] = [
      .same, .sameUnmarked, .oneMarkLost, .oneMarkOther, .givenMarkOther, .marksOther,
    ]
    if has(NameClass.core) { return sameLetters + [.droppedThiVan, .sameByEar, .partsSwapped] }
    guard isEither else { return has(NameClass.variant) ? [.typoSwapped] : [] }
    var levels: [OwnNameLevel] = []
    if has(NameClass.variant), !isBoth {
      levels += [.typoDropped, .typoDroppedKnown, .typoSwapped]
    }
    if nearness == 3 { levels += sameLetters }
    let differing = [NameClass.given, NameClass.surname, NameClass.middle].filter { !has($0) }.count
    guard nearness > 0, differing <= 2 else { return levels }
    levels += has(NameClass.given) ? [.twoTypos] : [.twoTyposElsewhere, .twoTyposKnown]
    guard nearness > 1, differing <= 1 else { return levels }
    return levels
      + (has(NameClass.given) ? [.typoMiddle, .typoSurname] : [.typoGiven, .typoGivenKnown])
  }

  /// The other levels; `rarity` counts in each.
  var others: [OwnNameLevel] {
    if has(NameClass.missing) { return [.missing] }
    if has(NameClass.core) { return [] }
    if isBoth { return [.middleDropped, .middleOther] }
    // No middle word on either side is the same middle word, but no other surname.
    if has(NameClass.given) {
      return has(NameClass.middle) ? [.surnameOther, .givenOnly] : [.givenOnly]
    }
    if has(NameClass.surname) {
      return has(NameClass.middle) ? [.frontOnly, .frontUnheard] : [.surnameOnly, .surnameUnheard]
    }
    return [.other]
  }

  var rarity: Rarity {
    if has(NameClass.missing) || has(NameClass.core) || isOdd { return .none }
    if isBoth { return .ends }
    return has(NameClass.given) ? .given : has(NameClass.surname) ? .surname : .none
  }
}

/// How two parents' names may agree.
struct ParentClass {
  let bits: Int

  static let core = 1
  static let given = 2
  static let surname = 4
  /// Two bits: `GlanceTables.nearness`.
  static let near = 8
  static let variant = 32
  static let givenOnly = 64
  static let missing = 128

  private func has(_ bit: Int) -> Bool { bits & bit != 0 }
  private var nearness: Int { bits / ParentClass.near & 3 }

  /// The levels in which the rarity of the whole name counts.
  var whole: [ParentLevel] {
    if has(ParentClass.missing) { return [] }
    if has(ParentClass.core) { return [.same, .sameMarksOther, .sameByEar] }
    let isEither = has(ParentClass.given) || has(ParentClass.surname)
    guard !has(ParentClass.givenOnly), isEither else { return [] }
    var levels: [ParentLevel] = []
    if nearness == 3 { levels += [.same, .sameMarksOther] }
    if nearness > 1 { levels += [.oneTypo, .oneTypoKnown] }
    if nearness > 0 { levels += [.twoTypos, .twoTyposKnown] }
    let isBoth = has(ParentClass.given) && has(ParentClass.surname)
    if has(ParentClass.variant), !isBoth { levels.append(.typoDropped) }
    return levels
  }

  /// The other levels; the given name's rarity counts where `isGiven`.
  var others: [ParentLevel] {
    if has(ParentClass.missing) { return [.missing] }
    if has(ParentClass.core) { return [] }
    let isGiven = has(ParentClass.given)
    if has(ParentClass.givenOnly) {
      return isGiven ? [.givenOnlySame] : [.givenOnlyOther, .otherUnheard]
    }
    if isGiven { return [has(ParentClass.surname) ? .middleOther : .givenSame] }
    return [has(ParentClass.surname) ? .surnameSame : .other, .otherUnheard]
  }

  var isGiven: Bool {
    !has(ParentClass.missing) && !has(ParentClass.core) && has(ParentClass.given)
  }
}

/// How two births agree.
struct BirthClass {
  let bits: Int

  static let month = 1
  static let day = 2
  /// Each one's day is the other's month.
  static let swapped = 4
  /// One has a year only.
  static let bare = 8

  /// How far two years are apart: 0 is for a year that is missing.
  static func years(apart gap: Int) -> UInt8 {
    switch gap {
    case 0: 1
    case 1: 2
    case 2...5: 3
    default: 4
    }
  }

  var levels: [BirthLevel] {
    let gap = bits >> 4
    let isBare = bits & BirthClass.bare != 0
    let parts = bits & (BirthClass.month | BirthClass.day)
    let isDate = parts == BirthClass.month | BirthClass.day
    switch gap {
    case 1:
      if isBare { return [.bareYearSame] }
      if isDate { return [.same, .sameFirstOfYear] }
      if bits & BirthClass.swapped != 0 { return [.swapped] }
      if parts == BirthClass.month { return [.dayOther] }
      if parts == BirthClass.day { return [.monthOther] }
      return [.firstOfYearHere, .dayAndMonthOther]
    case 2:
      if isBare { return [.bareYearNext] }
      return [isDate ? .yearNext : parts != 0 ? .nextYearPart : .other]
    case 3: return [isBare ? .bareYearNear : isDate ? .yearNear : .other]
    case 4: return isBare ? [.bareYearOther] : isDate ? [.yearDigits, .yearFar] : [.other]
    default: return [.missing]
    }
  }
}

/// What an entry's number is beside the applicant's, where no typing error could make them one: the
/// applicant's own tables say what each weighs.
enum PaperClass {
  static let missing = 0
  /// Twelve digits, of whose three parts one is the same at most; two; all.
  static let twelve = 1
  static let twelveOfTwo = 2
  static let twelveOfThree = 3
  static let nine = 4
  /// Of a home province of the applicant's.
  static let nineOfHome = 5
  static let odd = 6
  static let count = 7

  static func kind(digits: Int) -> Int {
    digits == 0 ? missing : digits == 12 ? twelve : digits == 9 ? nine : odd
  }
}

/// How two birth places agree.
struct BirthPlaceClass {
  let bits: Int

  static let ward = 1
  static let meets = 2
  static let missing = 4
  /// Both name a ward.
  static let wards = 8

  var level: BirthPlaceLevel {
    if bits & BirthPlaceClass.ward != 0 { return .sameWard }
    if bits & BirthPlaceClass.missing != 0 { return .missing }
    if bits & BirthPlaceClass.meets == 0 { return .other }
    return bits & BirthPlaceClass.wards != 0 ? .wardOther : .sameProvince
  }
}

/// How an entry's residence and the applicant's agree.
struct ResidenceClass {
  let bits: Int

  static let ward = 1
  /// The applicant's first residence lies there; and any of them.
  static let first = 2
  static let any = 4
  static let missing = 8
  /// The entry's residence lies where both were born.
  static let home = 16
  /// The birth places agree.
  static let birth = 32

  var level: ResidenceLevel {
    let isBirth = bits & ResidenceClass.birth != 0
    let isHome = bits & ResidenceClass.home != 0
    if bits & ResidenceClass.missing != 0 { return .missing }
    if bits & ResidenceClass.ward != 0 {
      return isBirth ? isHome ? .sameWardHome : .sameWardAway : .sameWard
    }
    if bits & (ResidenceClass.first | ResidenceClass.any) == 0 {
      return isBirth ? .otherHome : .other
    }
    if isBirth { return isHome ? .sameProvinceHome : .sameProvinceAway }
    return bits & ResidenceClass.first != 0 ? .sameProvince : .formerProvince
  }
}

extension ResidenceLevel {
  /// How rare the residence is counts.
  @inline(__always)
  var countsRarity: Bool {
    switch self {
    case .sameProvince, .formerProvince, .sameProvinceAway: true
    case .missing, .sameWard, .other, .sameWardHome, .sameProvinceHome, .sameWardAway, .otherHome:
      false
    }
  }
}
