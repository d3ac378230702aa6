/// How far one field of an applicant and of an entry agree. The raw values index the tables of
/// weights and stand in files by name: names may be added, never reused.
package enum OwnNameLevel: UInt8, CaseIterable, Sendable {
  case same, sameUnmarked, oneMarkLost, oneMarkOther, givenMarkOther, marksOther
  case droppedThiVan, sameByEar, partsSwapped
  case typoMiddle, typoSurname, typoGiven, twoTypos, twoTyposElsewhere
  case middleDropped, middleOther, asAlias, initials, surnameOther, givenOnly
  case frontOnly, surnameOnly, reversed, other, missing
  case typoDropped, typoSwapped
  /// As without the ending, where both given names are borne by people: they may be two people's.
  case typoGivenKnown, twoTyposKnown, typoDroppedKnown
  /// As `frontOnly` and `surnameOnly`, where hardly anybody bears the entry's given name: it may
  /// have been misread.
  case frontUnheard, surnameUnheard
}

package enum BirthLevel: UInt8, CaseIterable, Sendable {
  case missing, same, sameFirstOfYear, swapped, dayOther, monthOther
  case yearNext, yearNear, yearDigits, yearFar
  case firstOfYearHere, dayAndMonthOther
  case bareYearSame, bareYearNext, bareYearNear, bareYearOther
  case nextYearPart, other
}

package enum PaperLevel: UInt8, CaseIterable, Sendable {
  case missing, same, sameOld, oneDigit, oneDigitOld, twoDigits
  case sameStructure, nearStructure, other
  case oldSameSeries, oldOther, oldSeriesHome, oldSeriesElsewhere, oldButTooYoung, odd
  /// The same where a birth place or a residence agrees: most numbers come from where their bearers
  /// live, so that this one does too says little.
  case oldSeriesHomeHere, oldSeriesElsewhereHere
}

package enum ParentLevel: UInt8, CaseIterable, Sendable {
  case missing, same, sameMarksOther, sameByEar, oneTypo, twoTypos, middleOther
  case givenOnlySame, givenOnlyOther, givenSame, exchanged, surnameSame, other
  case typoDropped
  /// As without the ending, where the given names differ and both are borne by people.
  case oneTypoKnown, twoTyposKnown
  /// Another name, whose given name hardly anybody bears.
  case otherUnheard
}

package enum SpouseLevel: UInt8, CaseIterable, Sendable {
  case missing, same, near, other
}

package enum SexLevel: UInt8, CaseIterable, Sendable {
  case missing, man, woman, other
  /// The same where the names agree, which tell the sex already.
  case manNamed, womanNamed, otherNamed
}

package enum BirthPlaceLevel: UInt8, CaseIterable, Sendable {
  case missing, sameWard, sameProvince, wardOther, other
}

package enum ResidenceLevel: UInt8, CaseIterable, Sendable {
  case missing, sameWard, sameProvince, formerProvince, other
  /// The same where the birth places agree: most people live where they were born, so that they
  /// live there too says little. Away: both live in the same place, and not there.
  case sameWardHome, sameProvinceHome, sameWardAway, sameProvinceAway, otherHome
}

/// The levels of one pair, field by field.
package struct PairLevels: Equatable, Sendable {
  package var name = OwnNameLevel.missing
  package var birth = BirthLevel.missing
  package var paper = PaperLevel.missing
  package var father = ParentLevel.missing
  package var mother = ParentLevel.missing
  package var spouse = SpouseLevel.missing
  package var sex = SexLevel.missing
  package var birthPlace = BirthPlaceLevel.missing
  package var residence = ResidenceLevel.missing
}

/// The fields compared, in the order of the tables.
package enum MatchField: Int, CaseIterable, Sendable {
  case name, birth, paper, father, mother, spouse, sex, birthPlace, residence

  var levelCount: Int {
    switch self {
    case .name: OwnNameLevel.allCases.count
    case .birth: BirthLevel.allCases.count
    case .paper: PaperLevel.allCases.count
    case .father, .mother: ParentLevel.allCases.count
    case .spouse: SpouseLevel.allCases.count
    case .sex: SexLevel.allCases.count
    case .birthPlace: BirthPlaceLevel.allCases.count
    case .residence: ResidenceLevel.allCases.count
    }
  }

  /// Where the field's levels begin in a flat table.
  static let offsets: [Int] = allCases.reduce(into: [0]) { offsets, field in
    offsets.append((offsets.last ?? 0) + field.levelCount)
  }
  /// Levels of all fields together.
  static let allLevels = offsets[allCases.count]

  var offset: Int { MatchField.offsets[rawValue] }

  /// Which levels compete with each other, a number a level: what is asked only where another field
  /// agrees is counted among the pairs in which it does. What stands alone weighs nothing.
  var groups: [Int] {
    switch self {
    case .sex: SexLevel.allCases.map(\.group)
    case .residence: ResidenceLevel.allCases.map(\.group)
    case .paper: PaperLevel.allCases.map(\.group)
    case .name, .birth, .father, .mother, .spouse, .birthPlace:
      Array(repeating: 0, count: levelCount)
    }
  }

  /// The levels' names, in order.
  var levelNames: [String] {
    switch self {
    case .name: OwnNameLevel.allCases.map { "\($0)" }
    case .birth: BirthLevel.allCases.map { "\($0)" }
    case .paper: PaperLevel.allCases.map { "\($0)" }
    case .father, .mother: ParentLevel.allCases.map { "\($0)" }
    case .spouse: SpouseLevel.allCases.map { "\($0)" }
    case .sex: SexLevel.allCases.map { "\($0)" }
    case .birthPlace: BirthPlaceLevel.allCases.map { "\($0)" }
    case .residence: ResidenceLevel.allCases.map { "\($0)" }
    }
  }
}

extension PairLevels {
  func level(_ field: MatchField) -> Int {
    switch field {
    case .name: Int(name.rawValue)
    case .birth: Int(birth.rawValue)
    case .paper: Int(paper.rawValue)
    case .father: Int(father.rawValue)
    case .mother: Int(mother.rawValue)
    case .spouse: Int(spouse.rawValue)
    case .sex: Int(sex.rawValue)
    case .birthPlace: Int(birthPlace.rawValue)
    case .residence: Int(residence.rawValue)
    }
  }
}

extension SexLevel {
  fileprivate var group: Int {
    switch self {
    case .man, .woman, .other: 0
    case .manNamed, .womanNamed, .otherNamed: 1
    case .missing: 2
    }
  }

  /// The level where the names tell the sex.
  @inline(__always)
  var named: SexLevel {
    switch self {
    case .man: .manNamed
    case .woman: .womanNamed
    case .other: .otherNamed
    case .missing, .manNamed, .womanNamed, .otherNamed: self
    }
  }
}

extension PaperLevel {
  fileprivate var group: Int {
    switch self {
    case .oldSeriesHomeHere, .oldSeriesElsewhereHere: 1
    case .missing, .same, .sameOld, .oneDigit, .oneDigitOld, .twoDigits, .sameStructure,
      .nearStructure, .other, .oldSameSeries, .oldOther, .oldSeriesHome, .oldSeriesElsewhere,
      .oldButTooYoung, .odd:
      0
    }
  }

  /// The level where a place agrees.
  @inline(__always)
  var here: PaperLevel {
    switch self {
    case .oldSeriesHome: .oldSeriesHomeHere
    case .oldSeriesElsewhere: .oldSeriesElsewhereHere
    case .missing, .same, .sameOld, .oneDigit, .oneDigitOld, .twoDigits, .sameStructure,
      .nearStructure, .other, .oldSameSeries, .oldOther, .oldButTooYoung, .odd,
      .oldSeriesHomeHere, .oldSeriesElsewhereHere:
      self
    }
  }
}

extension ResidenceLevel {
  /// The residence lies in a place that the applicant names.
  @inline(__always)
  var agrees: Bool {
    switch self {
    case .missing, .other, .otherHome: false
    case .sameWard, .sameProvince, .formerProvince, .sameWardHome, .sameProvinceHome,
      .sameWardAway, .sameProvinceAway:
      true
    }
  }

  fileprivate var group: Int {
    switch self {
    case .sameWard, .sameProvince, .formerProvince, .other: 0
    case .sameWardHome, .sameProvinceHome, .sameWardAway, .sameProvinceAway, .otherHome: 1
    case .missing: 2
    }
  }
}

extension BirthPlaceLevel {
  @inline(__always)
  var agrees: Bool {
    switch self {
    case .sameWard, .sameProvince, .wardOther: true
    case .missing, .other: false
    }
  }
}

extension OwnNameLevel {
  /// Two who agree so far are of one sex, whatever is written in its column.
  @inline(__always)
  var tellsSex: Bool {
    switch self {
    case .same, .sameUnmarked, .oneMarkLost, .oneMarkOther, .givenMarkOther, .marksOther,
      .droppedThiVan, .sameByEar, .partsSwapped, .typoMiddle, .typoSurname, .typoGiven, .twoTypos,
      .twoTyposElsewhere, .middleDropped, .middleOther, .surnameOther, .frontOnly, .typoDropped,
      .typoSwapped, .typoGivenKnown, .twoTyposKnown, .typoDroppedKnown, .frontUnheard:
      true
    case .asAlias, .initials, .givenOnly, .surnameOnly, .reversed, .other, .missing,
      .surnameUnheard:
      false
    }
  }

  /// The surnames agree, so that a rare one has counted.
  @inline(__always)
  var hasSameSurname: Bool {
    switch self {
    case .same, .sameUnmarked, .oneMarkLost, .oneMarkOther, .givenMarkOther, .marksOther,
      .droppedThiVan, .sameByEar, .partsSwapped, .typoMiddle, .typoSurname, .typoGiven, .twoTypos,
      .twoTyposElsewhere, .middleDropped, .middleOther, .asAlias, .initials, .frontOnly,
      .surnameOnly, .reversed, .typoDropped, .typoSwapped, .typoGivenKnown, .twoTyposKnown,
      .typoDroppedKnown, .frontUnheard, .surnameUnheard:
      true
    case .surnameOther, .givenOnly, .other, .missing: false
    }
  }
}

extension BirthLevel {
  /// The years agree, so a rare year counts.
  @inline(__always)
  var hasSameYear: Bool {
    switch self {
    case .same, .sameFirstOfYear, .swapped, .dayOther, .monthOther, .firstOfYearHere,
      .dayAndMonthOther, .bareYearSame:
      true
    case .missing, .yearNext, .yearNear, .yearDigits, .yearFar, .bareYearNext, .bareYearNear,
      .bareYearOther, .nextYearPart, .other:
      false
    }
  }
}
