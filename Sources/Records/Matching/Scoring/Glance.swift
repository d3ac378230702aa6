/// The most that a pair can weigh, told from the first half of an entry alone: whoever cannot weigh
/// enough is passed over before the letters of the names are fetched and compared.
///
/// An upper bound, never below the weight itself, so it changes no answer.
struct Glance {
  private let comparison: Comparison
  private let scoring: Scoring
  private let q: PackedRecord
  private let table: UnsafePointer<Int32>
  private let bests: UnsafePointer<GlanceBests>
  private let frequencies: Frequencies
  private let start: Int32
  // What the applicant's own values would add where the entry has the same.
  private let rarity: ApplicantRarity
  private let endsRarity: Int32
  private let givenRarity: Int32
  private let surnameRarity: Int32

  init(_ comparison: Comparison, _ rarity: ApplicantRarity, _ scoring: Scoring) {
    self.comparison = comparison
    self.scoring = scoring
    q = comparison.q
    table = scoring.strangers
    bests = scoring.bests
    frequencies = scoring.frequencies
    start = scoring.allPriors[Rival.stranger.rawValue]
    self.rarity = rarity
    endsRarity = frequencies.ends(q.surname, q.given)
    givenRarity = frequencies.given(q.given)
    surnameRarity = frequencies.surname(q.surname)
  }

  @inline(__always)
  func most(_ r: UnsafePointer<PackedRecord>) -> Int32 {
    let era = Era(judged: r.pointee.judged).rawValue
    let table = table + era * MatchField.allLevels
    let best = bests + era
    var sum = start &+ name(r, table, best)
    let birth = comparison.birthLevel(r)
    sum &+= table[Scoring.birth + Int(birth.rawValue)]
    if birth.hasSameYear { sum &+= frequencies.year(r.pointee.year) }
    let paper = comparison.paperLevel(r)
    sum &+= table[Scoring.paper + Int(paper.rawValue)] &+ scoring.paperRarity(paper, rarity)
    sum &+= parents(r, table, best)
    sum &+= spouse(r, table, best)
    // Whether the names tell the sex is not known yet.
    let sex = comparison.sexLevel(r)
    sum &+= max(
      table[Scoring.sex + Int(sex.rawValue)], table[Scoring.sex + Int(sex.named.rawValue)])
    let birthPlace = comparison.birthPlaceLevel(r)
    sum &+= table[Scoring.birthPlace + Int(birthPlace.rawValue)]
    if birthPlace == .sameProvince || birthPlace == .wardOther {
      sum &+= scoring.birthPlaceRarity(r, rarity)
    }
    let residence = comparison.residenceLevel(r, birthPlace)
    sum &+= table[Scoring.residence + Int(residence.rawValue)]
    if residence == .sameProvince || residence == .formerProvince
      || residence == .sameProvinceAway
    {
      sum &+= frequencies.place(r.pointee.residencePlace)
    }
    return sum
  }

  /// By how much `most` promised too much for the name, now that its letters are looked at.
  @inline(__always)
  func excessOfName(_ r: UnsafePointer<PackedRecord>) -> Int32 {
    let era = Era(judged: r.pointee.judged).rawValue
    let table = table + era * MatchField.allLevels
    let level = comparison.nameLevel(r)
    return name(r, table, bests + era) &- table[Int(level.rawValue)]
      &- scoring.nameRarity(level, r, rarity)
  }

  // MARK: Fields that may hang on letters

  @inline(__always)
  private func name(
    _ r: UnsafePointer<PackedRecord>, _ table: UnsafePointer<Int32>,
    _ best: UnsafePointer<GlanceBests>
  ) -> Int32 {
    guard q.ownCore != 0, r.pointee.ownCore != 0 else {
      return table[Int(OwnNameLevel.missing.rawValue)]
    }
    if q.ownCore == r.pointee.ownCore { return best.pointee.nameSame &+ rarity.own }
    let sameGiven = q.given == r.pointee.given
    let sameSurname = q.surname == r.pointee.surname
    var most: Int32
    if sameGiven, sameSurname {
      most = best.pointee.nameBoth &+ endsRarity
    } else if comparison.isAlias(r) {
      most = table[Int(OwnNameLevel.asAlias.rawValue)] &+ Frequencies.surnameCap
    } else if sameGiven {
      if (q.flags | r.pointee.flags) & PackedRecord.flagAbbreviated != 0 {
        most = table[Int(OwnNameLevel.initials.rawValue)] &+ Frequencies.endsCap
      } else {
        let level: OwnNameLevel =
          q.middle == r.pointee.middle && q.middle != 0 ? .surnameOther : .givenOnly
        most = table[Int(level.rawValue)] &+ givenRarity
      }
    } else if sameSurname {
      let level: OwnNameLevel = q.middle == r.pointee.middle ? .frontOnly : .surnameOnly
      most = table[Int(level.rawValue)] &+ surnameRarity
    } else {
      let isReversed = q.given == r.pointee.surname && q.surname == r.pointee.given
      let least =
        isReversed
        ? table[Int(OwnNameLevel.reversed.rawValue)] &+ endsRarity
        : table[Int(OwnNameLevel.other.rawValue)]
      guard comparison.mayBeSwapped(r) else { return least }
      return max(least, table[Int(OwnNameLevel.typoSwapped.rawValue)] &+ rarity.own)
    }
    if !sameGiven || !sameSurname {
      if comparison.mayBeDropped(r) {
        most = max(most, table[Int(OwnNameLevel.typoDropped.rawValue)] &+ rarity.own)
      }
      if comparison.mayBeSwapped(r) {
        most = max(most, table[Int(OwnNameLevel.typoSwapped.rawValue)] &+ rarity.own)
      }
    }
    let gap = (q.ownLetters ^ r.pointee.ownLetters).nonzeroBitCount
    guard gap <= 4 else { return most }
    let differing =
      (sameSurname ? 0 : 1) + (sameGiven ? 0 : 1) + (q.middle == r.pointee.middle ? 0 : 1)
    if gap == 0 { most = max(most, best.pointee.nameSame &+ rarity.own) }
    if differing > 2 { return most }
    let typos: Int32
    if gap > 2 || differing > 1 {
      typos = sameGiven ? best.pointee.nameTwoTyposSameGiven : best.pointee.nameTwoTyposOther
    } else {
      typos = sameGiven ? best.pointee.nameTyposSameGiven : best.pointee.nameTyposOther
    }
    return max(most, typos &+ rarity.own)
  }

  @inline(__always)
  private func parents(
    _ r: UnsafePointer<PackedRecord>, _ table: UnsafePointer<Int32>,
    _ best: UnsafePointer<GlanceBests>
  ) -> Int32 {
    var father = parent(
      q.fatherCore, q.fatherGiven, q.fatherSurname, q.fatherLetters,
      r.pointee.fatherCore, r.pointee.fatherGiven, r.pointee.fatherSurname,
      r.pointee.fatherLetters, rarity: rarity.father, comparison.fatherVariants.dropped,
      isGivenOnly: (q.flags | r.pointee.flags) & PackedRecord.flagFatherGivenOnly != 0,
      table + Scoring.father, best.pointee.father)
    var mother = parent(
      q.motherCore, q.motherGiven, q.motherSurname, q.motherLetters,
      r.pointee.motherCore, r.pointee.motherGiven, r.pointee.motherSurname,
      r.pointee.motherLetters, rarity: rarity.mother, comparison.motherVariants.dropped,
      isGivenOnly: (q.flags | r.pointee.flags) & PackedRecord.flagMotherGivenOnly != 0,
      table + Scoring.mother, best.pointee.mother)
    if comparison.mayBeExchanged(r) {
      let exchanged = Int(ParentLevel.exchanged.rawValue)
      father = max(father, table[Scoring.father + exchanged])
      mother = max(mother, table[Scoring.mother + exchanged])
    }
    return father &+ mother
  }

  @inline(__always)
  private func parent(
    _ qCore: UInt32, _ qGiven: UInt16, _ qSurname: UInt16, _ qLetters: UInt16,
    _ rCore: UInt32, _ rGiven: UInt16, _ rSurname: UInt16, _ rLetters: UInt16,
    rarity: Int32, _ variants: NameVariants.Letters, isGivenOnly: Bool,
    _ table: UnsafePointer<Int32>, _ best: GlanceBests.Parent
  ) -> Int32 {
    guard qCore != 0, rCore != 0 else { return table[Int(ParentLevel.missing.rawValue)] }
    if qCore == rCore { return best.same &+ rarity }
    let sameGiven = qGiven == rGiven
    let sameSurname = qSurname == rSurname
    if isGivenOnly {
      guard sameGiven else { return table[Int(ParentLevel.givenOnlyOther.rawValue)] }
      return table[Int(ParentLevel.givenOnlySame.rawValue)] &+ frequencies.given(rGiven)
    }
    guard sameGiven || sameSurname else { return best.other }
    var most: Int32
    if sameGiven {
      let level: ParentLevel = sameSurname ? .middleOther : .givenSame
      most = table[Int(level.rawValue)] &+ frequencies.given(rGiven)
    } else {
      most = best.surname
    }
    if sameGiven != sameSurname, variants.mayBeNear(small: rLetters) {
      most = max(most, best.typoDropped &+ rarity)
    }
    let gap = (qLetters ^ rLetters).nonzeroBitCount
    guard gap <= 4 else { return most }
    most = max(most, (gap > 2 ? best.twoTypos : best.typos) &+ rarity)
    return gap > 0 ? most : max(most, best.same &+ rarity)
  }

  @inline(__always)
  private func spouse(
    _ r: UnsafePointer<PackedRecord>, _ table: UnsafePointer<Int32>,
    _ best: UnsafePointer<GlanceBests>
  ) -> Int32 {
    guard q.spouseCore != 0, r.pointee.spouseCore != 0 else {
      return table[Scoring.spouse + Int(SpouseLevel.missing.rawValue)]
    }
    let near = max(best.pointee.spouseNear &+ rarity.spouse, best.pointee.spouseOther)
    guard q.spouseCore == r.pointee.spouseCore else { return near }
    return max(near, best.pointee.spouseSame &+ rarity.spouse)
  }
}

/// The heaviest of the levels among which only letters decide, against a stranger, by era.
struct GlanceBests {
  struct Parent {
    var same: Int32 = 0
    var typos: Int32 = 0
    var twoTypos: Int32 = 0
    var typoDropped: Int32 = 0
    var other: Int32 = 0
    /// Only the surname agrees.
    var surname: Int32 = 0
  }

  var nameSame: Int32 = 0
  var nameBoth: Int32 = 0
  var nameTyposSameGiven: Int32 = 0
  var nameTyposOther: Int32 = 0
  var nameTwoTyposSameGiven: Int32 = 0
  var nameTwoTyposOther: Int32 = 0
  var father = Parent()
  var mother = Parent()
  var spouseSame: Int32 = 0
  var spouseNear: Int32 = 0
  var spouseOther: Int32 = 0

  /// `table` holds the era's levels.
  init(_ table: UnsafePointer<Int32>) {
    func name(_ levels: OwnNameLevel...) -> Int32 {
      levels.reduce(Int32.min) { max($0, table[Int($1.rawValue)]) }
    }
    func parent(_ offset: Int) -> Parent {
      func most(_ levels: ParentLevel...) -> Int32 {
        levels.reduce(Int32.min) { max($0, table[offset + Int($1.rawValue)]) }
      }
      return Parent(
        same: most(.same, .sameMarksOther, .sameByEar), typos: most(.oneTypo, .twoTypos),
        twoTypos: most(.twoTypos), typoDropped: most(.typoDropped),
        other: most(.other),
        // A father's surname that the child has says nothing.
        surname: offset == Scoring.father ? most(.other) : most(.surnameSame))
    }
    nameSame = name(
      .same, .sameUnmarked, .oneMarkLost, .oneMarkOther, .givenMarkOther, .marksOther,
      .droppedThiVan, .sameByEar, .partsSwapped)
    nameBoth = name(.middleDropped, .middleOther)
    nameTyposSameGiven = name(.typoMiddle, .typoSurname, .twoTypos)
    nameTyposOther = name(.typoGiven, .twoTypos, .twoTyposElsewhere)
    nameTwoTyposSameGiven = name(.twoTypos)
    nameTwoTyposOther = name(.twoTyposElsewhere)
    father = parent(Scoring.father)
    mother = parent(Scoring.mother)
    spouseSame = table[Scoring.spouse + Int(SpouseLevel.same.rawValue)]
    spouseNear = table[Scoring.spouse + Int(SpouseLevel.near.rawValue)]
    spouseOther = table[Scoring.spouse + Int(SpouseLevel.other.rawValue)]
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
