/// Compares an applicant with entries; holds what of the applicant need be made only once.
struct Comparison {
  /// The applicant, as an entry would have it.
  let q: PackedRecord
  private let paper: NumberNear
  private let oldPaper: NumberNear
  let residences: [Applicant.Residence]
  let birthMask: UInt64
  let placeMask: UInt64
  /// The provinces that issue numbers like the applicant's old one.
  let oldSeries: UInt64
  private let oldSerial: Int
  /// Of the applicant's number, if it has twelve digits.
  private let parts: (province: UInt64, sex: UInt64, year: UInt64)
  private let own: UInt128
  private let father: UInt128
  private let mother: UInt128
  private let spouse: UInt128
  let ownVariants: NameVariants
  let fatherVariants: NameVariants
  let motherVariants: NameVariants
  private let spouseVariants: NameVariants
  let masks = ProvinceHistory.maskTable
  private let series = ProvinceHistory.seriesTable
  private let frequencies: Frequencies
  /// Of the applicant, the father and the mother.
  private let isUnheard: (own: Bool, father: Bool, mother: Bool)

  init(_ applicant: Applicant, _ frequencies: Frequencies) {
    self.frequencies = frequencies
    isUnheard = (
      frequencies.isUnheard(applicant.record.given),
      frequencies.isUnheard(applicant.record.fatherGiven),
      frequencies.isUnheard(applicant.record.motherGiven)
    )
    q = applicant.record
    paper = NumberNear(applicant.record.paper, applicant.record.paperDigits)
    oldPaper = NumberNear(applicant.oldPaper, applicant.oldPaperDigits)
    residences = applicant.residences
    birthMask = applicant.birthMask
    placeMask = applicant.placeMask
    own = applicant.record.own
    father = applicant.record.father
    mother = applicant.record.mother
    spouse = applicant.record.spouse
    ownVariants = applicant.ownVariants
    fatherVariants = applicant.fatherVariants
    motherVariants = applicant.motherVariants
    spouseVariants = applicant.spouseVariants
    oldSerial = Int(applicant.oldPaper / 10_000_000)
    let number = applicant.record.paper
    parts = (number / 1_000_000_000, number / 100_000_000 % 10, number / 1_000_000 % 100)
    oldSeries =
      applicant.oldPaperDigits == 9 ? series[Int(applicant.oldPaper / 10_000_000)] : 0
  }

  func levels(_ r: UnsafePointer<PackedRecord>) -> PairLevels {
    var levels = PairLevels()
    levels.name = nameLevel(r)
    levels.birth = birthLevel(r)
    levels.paper = paperLevel(r)
    parentLevels(r, into: &levels)
    levels.spouse = spouseLevel(r)
    let sex = sexLevel(r.pointee.sex)
    levels.sex = levels.name.tellsSex ? sex.named : sex
    levels.birthPlace = birthPlaceLevel(r)
    levels.residence = residenceLevel(r, levels.birthPlace)
    if levels.birthPlace.agrees || levels.residence.agrees { levels.paper = levels.paper.here }
    return levels
  }

  @inline(__always)
  func sexLevel(_ theirs: UInt8) -> SexLevel {
    let sex = q.sex
    guard sex != 0, theirs != 0 else { return .missing }
    return sex != theirs ? .other : sex == PackedRecord.flagMan ? .man : .woman
  }

  // MARK: The name

  func nameLevel(_ r: UnsafePointer<PackedRecord>) -> OwnNameLevel {
    guard q.ownCore != 0, r.pointee.ownCore != 0 else { return .missing }
    let sameGiven = q.given == r.pointee.given
    let sameSurname = q.surname == r.pointee.surname
    guard sameGiven || sameSurname || q.ownCore == r.pointee.ownCore else {
      // Two errors that spoil both ends are looked for only where the parts are exchanged.
      if isAlias(r) { return .asAlias }
      if mayBeSwapped(r), ownVariants.swapped.isNear(r.pointee.own) { return .typoSwapped }
      return q.given == r.pointee.surname && q.surname == r.pointee.given ? .reversed : .other
    }
    let theirs = r.pointee.own
    if own == theirs { return markLevel(q.ownMarks, r.pointee.ownMarks) }
    if q.ownCore == r.pointee.ownCore {
      guard sameGiven, sameSurname else { return .partsSwapped }
      let gap = abs(LetterDistance.length(own) - LetterDistance.length(theirs))
      return gap >= 3 ? .droppedThiVan : .sameByEar
    }
    let distance = typos(r, theirs, sameSurname: sameSurname, sameGiven: sameGiven)
    if distance == 1 {
      if sameGiven { return sameSurname ? .typoMiddle : .typoSurname }
      return areHeard(r) ? .typoGivenKnown : .typoGiven
    }
    if sameGiven, sameSurname {
      if distance == 2 { return .twoTypos }
      let short = (q.flags ^ r.pointee.flags) & PackedRecord.flagTwoSyllables != 0
      return short ? .middleDropped : .middleOther
    }
    if isAlias(r) { return .asAlias }
    if distance != 2, let level = typoOfVariant(r, theirs) { return level }
    if sameGiven {
      if distance == 2 { return .twoTypos }
      if (q.flags | r.pointee.flags) & PackedRecord.flagAbbreviated != 0 { return .initials }
      return q.middle == r.pointee.middle && q.middle != 0 ? .surnameOther : .givenOnly
    }
    if distance == 2 { return areHeard(r) ? .twoTyposKnown : .twoTyposElsewhere }
    let isUnheard = frequencies.isUnheard(r.pointee.given)
    if q.middle == r.pointee.middle { return isUnheard ? .frontUnheard : .frontOnly }
    return isUnheard ? .surnameUnheard : .surnameOnly
  }

  /// Both given names are borne by people, so that where they differ they may be two people's.
  @inline(__always)
  private func areHeard(_ r: UnsafePointer<PackedRecord>) -> Bool {
    !isUnheard.own && !frequencies.isUnheard(r.pointee.given)
  }

  /// One error spoils one part of a name, two spoil two.
  @inline(__always)
  private func typos(
    _ r: UnsafePointer<PackedRecord>, _ theirs: UInt128, sameSurname: Bool, sameGiven: Bool
  ) -> Int {
    guard LetterDistance.mayBeWithinTwo(q.ownLetters, r.pointee.ownLetters) else { return 3 }
    let spoilt =
      (sameSurname ? 0 : 1) + (sameGiven ? 0 : 1) + (q.middle == r.pointee.middle ? 0 : 1)
    return spoilt > 2 ? 3 : max(spoilt, LetterDistance.upToTwo(own, theirs))
  }

  @inline(__always)
  func mayBeSwapped(_ r: UnsafePointer<PackedRecord>) -> Bool {
    ownVariants.swapped.mayBeNear(r.pointee.ownLetters)
  }

  @inline(__always)
  func mayBeDropped(_ r: UnsafePointer<PackedRecord>) -> Bool {
    ownVariants.dropped.mayBeNear(r.pointee.ownLetters)
  }

  @inline(__always)
  private func typoOfVariant(
    _ r: UnsafePointer<PackedRecord>, _ theirs: UInt128
  ) -> OwnNameLevel? {
    if mayBeDropped(r), ownVariants.dropped.isNear(theirs) {
      return q.given != r.pointee.given && areHeard(r) ? .typoDroppedKnown : .typoDropped
    }
    if mayBeSwapped(r), ownVariants.swapped.isNear(theirs) { return .typoSwapped }
    return nil
  }

  /// The given name of one is what the other is also called.
  @inline(__always)
  func isAlias(_ r: UnsafePointer<PackedRecord>) -> Bool {
    q.alias != 0 && q.alias == r.pointee.given
      || r.pointee.alias != 0 && r.pointee.alias == q.given
  }

  /// The same letters: what of the marks?
  private func markLevel(_ q: UInt32, _ r: UInt32) -> OwnNameLevel {
    if q == r { return q == 0 ? .sameUnmarked : .same }
    if q == 0 || r == 0 { return .sameUnmarked }
    var differing = 0
    var isLost = true
    var isGiven = false
    for index in 0..<4 {
      let a = UInt8(truncatingIfNeeded: q >> UInt32(8 * index))
      let b = UInt8(truncatingIfNeeded: r >> UInt32(8 * index))
      guard a != b else { continue }
      differing += 1
      if index == 1 { isGiven = true }
      let isToneLost = a / 6 == b / 6 && (a % 6 == 0 || b % 6 == 0)
      let isMarkLost = a % 6 == b % 6 && (a / 6 == 0 || b / 6 == 0)
      if !isToneLost, !isMarkLost { isLost = false }
    }
    if differing > 1 { return .marksOther }
    if isLost { return .oneMarkLost }
    return isGiven ? .givenMarkOther : .oneMarkOther
  }

  // MARK: The birth

  @inline(__always)
  func birthLevel(_ r: UnsafePointer<PackedRecord>) -> BirthLevel {
    guard q.year != 0, r.pointee.year != 0 else { return .missing }
    let gap = abs(Int(q.year) - Int(r.pointee.year))
    guard q.month != 0, r.pointee.month != 0 else {
      switch gap {
      case 0: return .bareYearSame
      case 1: return .bareYearNext
      case 2...5: return .bareYearNear
      default: return .bareYearOther
      }
    }
    let sameMonth = q.month == r.pointee.month
    let sameDay = q.day == r.pointee.day
    if gap == 0 {
      if sameMonth, sameDay {
        return r.pointee.month == 1 && r.pointee.day == 1 ? .sameFirstOfYear : .same
      }
      if q.month == r.pointee.day, q.day == r.pointee.month { return .swapped }
      if sameMonth { return .dayOther }
      if sameDay { return .monthOther }
      return r.pointee.month == 1 && r.pointee.day == 1 ? .firstOfYearHere : .dayAndMonthOther
    }
    if sameMonth, sameDay {
      if gap == 1 { return .yearNext }
      if gap <= 5 { return .yearNear }
      let a = (Int(q.year) - 1 + PackedRecord.yearBase) % 100
      let b = (Int(r.pointee.year) - 1 + PackedRecord.yearBase) % 100
      return a % 10 == b / 10 && a / 10 == b % 10 ? .yearDigits : .yearFar
    }
    return gap == 1 && (sameMonth || sameDay) ? .nextYearPart : .other
  }

  // MARK: The identity number

  var hasPaper: Bool { paper.digits != 0 || oldPaper.digits != 0 }

  /// Whether the numbers may be two digits apart at most; seldom true where they are not.
  @inline(__always)
  func mayHaveNearPaper(_ r: UnsafePointer<PackedRecord>) -> Bool {
    paper.mayBeNearAtAll(r) || oldPaper.mayBeNearAtAll(r)
  }

  @inline(__always)
  func paperLevel(_ r: UnsafePointer<PackedRecord>) -> PaperLevel {
    guard r.pointee.paperDigits != 0, hasPaper else {
      return .missing
    }
    if paper.isSame(r) { return .same }
    if oldPaper.isSame(r) { return .sameOld }
    if paper.mayBeNear(r) {
      let errors = paper.errors(r)
      if errors == 1 { return .oneDigit }
      if errors == 2 { return .twoDigits }
    }
    if oldPaper.mayBeNear(r) {
      let errors = oldPaper.errors(r)
      if errors == 1 { return .oneDigitOld }
      if errors == 2 { return .twoDigits }
    }
    if r.pointee.paperDigits == 12, q.paperDigits == 12 {
      let same = sameParts(r.pointee.paper)
      return same == 3 ? .sameStructure : same == 2 ? .nearStructure : .other
    }
    guard r.pointee.paperDigits == 9 else { return .odd }
    let (home, elsewhere) = levelsOfNine
    return isOfHomeSeries(r.pointee.paper) ? home : elsewhere
  }

  /// What an old number of the applicant's own series, or where he gives none of a home province,
  /// says; and what any other does.
  @inline(__always)
  var levelsOfNine: (home: PaperLevel, elsewhere: PaperLevel) {
    // The last nine-digit numbers were given to people born in 2001, at fourteen.
    if Int(q.year) > 2001 - PackedRecord.yearBase + 1 { return (.oldButTooYoung, .oldButTooYoung) }
    if oldPaper.digits == 9 { return (.oldSameSeries, .oldOther) }
    return (.oldSeriesHome, .oldSeriesElsewhere)
  }

  /// Of a number of nine digits.
  @inline(__always)
  func isOfHomeSeries(_ number: UInt64) -> Bool {
    let number = Int(number / 10_000_000)
    return oldPaper.digits == 9
      ? number == oldSerial : series[number] & placeMask != 0
  }

  /// How many parts of a number of twelve digits are those of the applicant's: province, sex with
  /// century, year of birth. A serial follows.
  @inline(__always)
  func sameParts(_ number: UInt64) -> Int {
    let theirs = number / 1_000_000
    let front = theirs / 100
    return (front / 10 == parts.province ? 1 : 0) &+ (front % 10 == parts.sex ? 1 : 0)
      &+ (theirs &- front &* 100 == parts.year ? 1 : 0)
  }

  // MARK: Parents and spouse

  private func parentLevels(_ r: UnsafePointer<PackedRecord>, into levels: inout PairLevels) {
    levels.father = parentLevel(
      { father }, q.fatherCore, q.fatherGiven, q.fatherSurname, q.fatherMarks,
      { r.pointee.father }, r.pointee.fatherCore, r.pointee.fatherGiven, r.pointee.fatherSurname,
      r.pointee.fatherMarks,
      fatherVariants.dropped, r.pointee.fatherLetters, isUnheard: isUnheard.father,
      isGivenOnly: (q.flags | r.pointee.flags) & PackedRecord.flagFatherGivenOnly != 0)
    levels.mother = parentLevel(
      { mother }, q.motherCore, q.motherGiven, q.motherSurname, q.motherMarks,
      { r.pointee.mother }, r.pointee.motherCore, r.pointee.motherGiven, r.pointee.motherSurname,
      r.pointee.motherMarks,
      motherVariants.dropped, r.pointee.motherLetters, isUnheard: isUnheard.mother,
      isGivenOnly: (q.flags | r.pointee.flags) & PackedRecord.flagMotherGivenOnly != 0)
    if mayBeExchanged(r), levels.father.isAgainst, levels.mother.isAgainst {
      if levels.father != .missing { levels.father = .exchanged }
      if levels.mother != .missing { levels.mother = .exchanged }
    }
    // Fathers mostly share the surname of their children: it says nothing of its own.
    if levels.father == .surnameSame { levels.father = .other }
  }

  @inline(__always)
  func mayBeExchanged(_ r: UnsafePointer<PackedRecord>) -> Bool {
    q.fatherCore != 0 && q.fatherCore == r.pointee.motherCore
      || q.motherCore != 0 && q.motherCore == r.pointee.fatherCore
  }

  @inline(__always)
  private func parentLevel(
    _ q: () -> UInt128, _ qCore: UInt32, _ qGiven: UInt16, _ qSurname: UInt16, _ qMarks: UInt16,
    _ r: () -> UInt128, _ rCore: UInt32, _ rGiven: UInt16, _ rSurname: UInt16, _ rMarks: UInt16,
    _ variants: NameVariants.Letters, _ rLetters: UInt16, isUnheard: Bool, isGivenOnly: Bool
  ) -> ParentLevel {
    guard qCore != 0, rCore != 0 else { return .missing }
    let sameGiven = qGiven == rGiven
    let sameSurname = qSurname == rSurname
    if qCore != rCore {
      if isGivenOnly {
        if sameGiven { return .givenOnlySame }
        return frequencies.isUnheard(rGiven) ? .otherUnheard : .givenOnlyOther
      }
      guard sameGiven || sameSurname else {
        return frequencies.isUnheard(rGiven) ? .otherUnheard : .other
      }
    }
    func areHeard() -> Bool { !sameGiven && !isUnheard && !frequencies.isUnheard(rGiven) }
    let q = q()
    let r = r()
    if q == r {
      return qMarks == rMarks || qMarks == 0 || rMarks == 0 ? .same : .sameMarksOther
    }
    if qCore == rCore { return .sameByEar }
    switch LetterDistance.upToTwo(q, r) {
    case 1: return areHeard() ? .oneTypoKnown : .oneTypo
    case 2: return areHeard() ? .twoTyposKnown : .twoTypos
    default: break
    }
    if sameGiven != sameSurname, variants.mayBeNear(small: rLetters), variants.isNear(r) {
      return .typoDropped
    }
    if sameGiven { return sameSurname ? .middleOther : .givenSame }
    if frequencies.isUnheard(rGiven) { return .otherUnheard }
    return sameSurname ? .surnameSame : .other
  }

  func spouseLevel(_ r: UnsafePointer<PackedRecord>) -> SpouseLevel {
    guard q.spouseCore != 0, r.pointee.spouseCore != 0 else { return .missing }
    if spouse == r.pointee.spouse { return .same }
    if q.spouseCore == r.pointee.spouseCore { return .near }
    if LetterDistance.upToTwo(spouse, r.pointee.spouse) <= 2 { return .near }
    return spouseVariants.dropped.isNear(r.pointee.spouse) ? .near : .other
  }
}

extension ParentLevel {
  /// No agreement that another reading could spoil.
  fileprivate var isAgainst: Bool {
    switch self {
    case .missing, .givenOnlyOther, .givenSame, .surnameSame, .other, .middleOther,
      .otherUnheard:
      true
    case .same, .sameMarksOther, .sameByEar, .oneTypo, .twoTypos, .typoDropped, .givenOnlySame,
      .exchanged, .oneTypoKnown, .twoTyposKnown:
      false
    }
  }
}
