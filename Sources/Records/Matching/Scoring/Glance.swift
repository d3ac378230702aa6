/// The most that a pair can weigh, told from the first half of an entry alone: whoever cannot weigh
/// enough is passed over before the letters of the names are fetched and compared.
///
/// An upper bound, never below the weight itself, so it changes no answer. It looks classes up in
/// `GlanceTables` and decides nothing on the way.
struct Glance {
  private let comparison: Comparison
  private let scoring: Scoring
  private let rarity: ApplicantRarity
  private let q: PackedRecord
  private let start: Int32
  private let most: UnsafePointer<Int32>
  private let nameRarity: UnsafePointer<UInt8>
  private let parentRarity: UnsafePointer<UInt8>
  private let nearness: UnsafePointer<UInt8>
  private let years: UnsafePointer<UInt8>
  private let papers: UnsafePointer<UInt8>
  private let masks = ProvinceHistory.maskTable
  private let places: UnsafePointer<Int32>
  /// The applicant's own numbers, as `fill` lays them out.
  private let own: UnsafeMutablePointer<Int32>
  // Facts of the applicant that hold against every entry.
  private let missingOfAll: (name: Int, father: Int, mother: Int, spouse: Bool)
  private let givenOnly: (father: Int, mother: Int)
  private let isBare: Int
  private let isAbbreviated: Bool
  private let yearRarity: Int32
  // Wards and provinces; a ward that no entry has stands for none.
  private let birthWard: UInt32
  private let wards: (UInt32, UInt32, UInt32, UInt32)
  private let laterWards: ArraySlice<Applicant.Residence>
  private let firstMask: UInt64
  private let anyMask: UInt64
  private let hasNoResidence: Int

  /// How many numbers of its own a glance needs room for.
  static let room = 8 + 16 * Era.allCases.count

  // Where they stand: rarities first, then a block an era.
  @inline(__always) private static var fatherRarity: Int { 4 }
  @inline(__always) private static var motherRarity: Int { 6 }
  @inline(__always) private static var eras: Int { 8 }
  @inline(__always) private static var eraSize: Int { 16 }
  @inline(__always) private static var spouse: Int { 4 }
  @inline(__always) private static var paper: Int { 8 }

  /// All wards are odd numbers.
  private static let noWard: UInt32 = 2

  /// - Parameter room: for `Glance.room` numbers, as long as the glance is used.
  init(
    _ comparison: Comparison, _ rarity: ApplicantRarity, _ scoring: Scoring,
    room: UnsafeMutablePointer<Int32>
  ) {
    let q = comparison.q
    let tables = scoring.glance
    self.comparison = comparison
    self.scoring = scoring
    self.rarity = rarity
    self.q = q
    start = scoring.allPriors[Rival.stranger.rawValue]
    most = tables.most
    nameRarity = tables.nameRarity
    parentRarity = tables.parentRarity
    nearness = tables.nearness
    years = tables.years
    papers = tables.papers
    places = scoring.frequencies.shares.rarities
    own = room
    missingOfAll = (
      q.ownCore == 0 ? NameClass.missing : 0, q.fatherCore == 0 ? ParentClass.missing : 0,
      q.motherCore == 0 ? ParentClass.missing : 0, q.spouseCore == 0
    )
    givenOnly = (
      q.flags & PackedRecord.flagFatherGivenOnly != 0 ? ParentClass.givenOnly : 0,
      q.flags & PackedRecord.flagMotherGivenOnly != 0 ? ParentClass.givenOnly : 0
    )
    isBare = q.month == 0 ? BirthClass.bare : 0
    isAbbreviated = q.flags & PackedRecord.flagAbbreviated != 0
    yearRarity = scoring.frequencies.year(q.year)
    let homes = comparison.residences
    func ward(_ value: UInt32) -> UInt32 { value == 0 ? Glance.noWard : value }
    func home(_ place: Int) -> UInt32 {
      place < homes.count ? ward(homes[place].ward) : Glance.noWard
    }
    birthWard = ward(q.birthWard)
    wards = (home(0), home(1), home(2), home(3))
    laterWards = homes.dropFirst(4)
    firstMask = homes.first?.mask ?? 0
    anyMask = homes.reduce(0) { $0 | $1.mask }
    hasNoResidence = homes.isEmpty ? ResidenceClass.missing : 0
    fill()
  }

  // MARK: The applicant's own numbers

  private func fill() {
    let frequencies = scoring.frequencies
    own[Int(NameClass.Rarity.none.rawValue)] = 0
    own[Int(NameClass.Rarity.ends.rawValue)] = frequencies.ends(q.surname, q.given)
    own[Int(NameClass.Rarity.given.rawValue)] = frequencies.given(q.given)
    own[Int(NameClass.Rarity.surname.rawValue)] = frequencies.surname(q.surname)
    own[Glance.fatherRarity] = 0
    own[Glance.fatherRarity + 1] = frequencies.given(q.fatherGiven)
    own[Glance.motherRarity] = 0
    own[Glance.motherRarity + 1] = frequencies.given(q.motherGiven)
    for era in Era.allCases {
      let block = own + Glance.eras + era.rawValue * Glance.eraSize
      let levels = scoring.strangers + era.rawValue * MatchField.allLevels
      fillSex(block, levels + Scoring.sex)
      fillSpouse(block + Glance.spouse, levels + Scoring.spouse)
      fillPaper(block + Glance.paper, levels + Scoring.paper)
    }
  }

  private func fillSex(_ block: UnsafeMutablePointer<Int32>, _ levels: UnsafePointer<Int32>) {
    for sex in 0..<4 {
      let level = comparison.sexLevel(UInt8(sex))
      // Whether the names tell the sex is not known yet.
      block[sex] = max(levels[Int(level.rawValue)], levels[Int(level.named.rawValue)])
    }
  }

  /// By whether it is missing, other, or has the same hash; any two may have the same letters.
  private func fillSpouse(_ block: UnsafeMutablePointer<Int32>, _ levels: UnsafePointer<Int32>) {
    let same = levels[Int(SpouseLevel.same.rawValue)]
    let near = levels[Int(SpouseLevel.near.rawValue)]
    block[0] = levels[Int(SpouseLevel.missing.rawValue)]
    block[2] = max(same, near) &+ rarity.spouse
    block[1] = max(block[2], levels[Int(SpouseLevel.other.rawValue)])
  }

  private func fillPaper(_ block: UnsafeMutablePointer<Int32>, _ levels: UnsafePointer<Int32>) {
    func most(_ among: PaperLevel...) -> Int32 {
      among.reduce(GlanceTables.never) {
        max($0, levels[Int($1.rawValue)] &+ scoring.paperRarity($1, rarity))
      }
    }
    block[PaperClass.missing] = most(.missing)
    let isTwelve = q.paperDigits == 12
    block[PaperClass.twelve] = most(isTwelve ? .other : .odd)
    block[PaperClass.twelveOfTwo] = most(isTwelve ? .nearStructure : .odd)
    block[PaperClass.twelveOfThree] = most(isTwelve ? .sameStructure : .odd)
    block[PaperClass.odd] = most(.odd)
    let (home, elsewhere) = comparison.levelsOfNine
    block[PaperClass.nineOfHome] = most(home, home.here)
    block[PaperClass.nine] = most(elsewhere, elsewhere.here)
    guard !comparison.hasPaper else { return }
    for kind in 0..<PaperClass.count { block[kind] = block[PaperClass.missing] }
  }

  // MARK: An entry

  @inline(__always)
  func most(_ r: UnsafePointer<PackedRecord>) -> Int32 {
    let era = Era.place(judged: r.pointee.judged)
    let most = most + era * GlanceTables.eraSize
    let own = own + (Glance.eras + era * Glance.eraSize)
    let gaps = letterGaps(r)
    var sum = start &+ name(r, most, gaps) &+ birth(r, most) &+ parents(r, most, gaps)
    sum &+= own[Int(r.pointee.sex)]
    let isOfSpouse = r.pointee.spouseCore != 0 && !missingOfAll.spouse
    let isSpouse = q.spouseCore == r.pointee.spouseCore
    sum &+= own[Glance.spouse + (isOfSpouse ? isSpouse ? 2 : 1 : 0)]
    sum &+= paper(r, own + Glance.paper, era)
    return sum &+ homes(r, most)
  }

  /// How many letters only one of two names has: of the person, the father, the mother.
  @inline(__always)
  private func letterGaps(_ r: UnsafePointer<PackedRecord>) -> (own: Int, father: Int, mother: Int)
  {
    // Counted side by side, for the processor at hand may have no instruction for it.
    var bits = UInt64(q.ownLetters ^ r.pointee.ownLetters)
    bits |= UInt64(q.fatherLetters ^ r.pointee.fatherLetters) << 32
    bits |= UInt64(q.motherLetters ^ r.pointee.motherLetters) << 48
    bits &-= bits &>> 1 & 0x5555_5555_5555_5555
    bits = bits & 0x3333_3333_3333_3333 &+ (bits &>> 2 & 0x3333_3333_3333_3333)
    bits = (bits &+ bits &>> 4) & 0x0F0F_0F0F_0F0F_0F0F
    bits &+= bits &>> 8
    return (
      Int(truncatingIfNeeded: bits & 0xFF &+ (bits &>> 16 & 0xFF)),
      Int(truncatingIfNeeded: bits &>> 32 & 0xFF), Int(truncatingIfNeeded: bits &>> 48 & 0xFF)
    )
  }

  @inline(__always)
  private func name(
    _ r: UnsafePointer<PackedRecord>, _ most: UnsafePointer<Int32>,
    _ gaps: (own: Int, father: Int, mother: Int)
  ) -> Int32 {
    let bits = nameClass(r, gaps.own)
    let whole = most[GlanceTables.nameWhole + bits] &+ rarity.own
    return max(whole, most[GlanceTables.nameElse + bits] &+ self.own[Int(nameRarity[bits])])
  }

  @inline(__always)
  private func nameClass(_ r: UnsafePointer<PackedRecord>, _ gap: Int) -> Int {
    let isMissing = (r.pointee.ownCore == 0 ? NameClass.missing : 0) | missingOfAll.name
    var bits = q.ownCore == r.pointee.ownCore ? NameClass.core : 0
    bits |= q.given == r.pointee.given ? NameClass.given : 0
    bits |= q.surname == r.pointee.surname ? NameClass.surname : 0
    bits |= q.middle == r.pointee.middle ? NameClass.middle : 0
    bits |= Int(nearness[gap]) &* NameClass.near
    let isVariant = comparison.mayBeDropped(r) || comparison.mayBeSwapped(r)
    bits |= isVariant ? NameClass.variant : 0
    let isOdd =
      comparison.isAlias(r) || isAbbreviated
      || r.pointee.flags & PackedRecord.flagAbbreviated != 0
      || q.given == r.pointee.surname && q.surname == r.pointee.given
    bits |= isOdd ? NameClass.odd : 0
    return isMissing != 0 ? NameClass.missing : bits
  }

  @inline(__always)
  private func birth(_ r: UnsafePointer<PackedRecord>, _ most: UnsafePointer<Int32>) -> Int32 {
    let isMissing = q.year == 0 || r.pointee.year == 0
    let gap = 256 &+ Int(q.year) &- Int(r.pointee.year)
    var bits = isMissing ? 0 : Int(years[gap])
    bits |= q.month == r.pointee.month ? BirthClass.month : 0
    bits |= q.day == r.pointee.day ? BirthClass.day : 0
    bits |= q.month == r.pointee.day && q.day == r.pointee.month ? BirthClass.swapped : 0
    bits |= (r.pointee.month == 0 ? BirthClass.bare : 0) | isBare
    return most[GlanceTables.birth + bits] &+ (gap == 256 && !isMissing ? yearRarity : 0)
  }

  @inline(__always)
  private func parents(
    _ r: UnsafePointer<PackedRecord>, _ most: UnsafePointer<Int32>,
    _ gaps: (own: Int, father: Int, mother: Int)
  ) -> Int32 {
    let f = parentClass(
      q.fatherCore, q.fatherGiven, q.fatherSurname, r.pointee.fatherCore, r.pointee.fatherGiven,
      r.pointee.fatherSurname, gaps.father,
      isVariant: comparison.fatherVariants.dropped.mayBeNear(small: r.pointee.fatherLetters),
      r.pointee.flags & PackedRecord.flagFatherGivenOnly, givenOnly.father, missingOfAll.father)
    let m = parentClass(
      q.motherCore, q.motherGiven, q.motherSurname, r.pointee.motherCore, r.pointee.motherGiven,
      r.pointee.motherSurname, gaps.mother,
      isVariant: comparison.motherVariants.dropped.mayBeNear(small: r.pointee.motherLetters),
      r.pointee.flags & PackedRecord.flagMotherGivenOnly, givenOnly.mother, missingOfAll.mother)
    var father = max(
      most[GlanceTables.fatherWhole + f] &+ rarity.father,
      most[GlanceTables.fatherElse + f] &+ self.own[Glance.fatherRarity + Int(parentRarity[f])])
    var mother = max(
      most[GlanceTables.motherWhole + m] &+ rarity.mother,
      most[GlanceTables.motherElse + m] &+ self.own[Glance.motherRarity + Int(parentRarity[m])])
    if comparison.mayBeExchanged(r) {
      let levels = scoring.strangers + Era.place(judged: r.pointee.judged) * MatchField.allLevels
      let exchanged = Int(ParentLevel.exchanged.rawValue)
      father = max(father, levels[Scoring.father + exchanged])
      mother = max(mother, levels[Scoring.mother + exchanged])
    }
    return father &+ mother
  }

  @inline(__always)
  private func parentClass(
    _ qCore: UInt32, _ qGiven: UInt16, _ qSurname: UInt16, _ rCore: UInt32, _ rGiven: UInt16,
    _ rSurname: UInt16, _ gap: Int, isVariant: Bool, _ isGivenOnly: UInt8, _ givenOnly: Int,
    _ missing: Int
  ) -> Int {
    let isMissing = (rCore == 0 ? ParentClass.missing : 0) | missing
    var bits = qCore == rCore ? ParentClass.core : 0
    bits |= qGiven == rGiven ? ParentClass.given : 0
    bits |= qSurname == rSurname ? ParentClass.surname : 0
    bits |= Int(nearness[gap]) &* ParentClass.near
    bits |= isVariant ? ParentClass.variant : 0
    bits |= (isGivenOnly != 0 ? ParentClass.givenOnly : 0) | givenOnly
    return isMissing != 0 ? ParentClass.missing : bits
  }

  @inline(__always)
  private func paper(
    _ r: UnsafePointer<PackedRecord>, _ own: UnsafePointer<Int32>, _ era: Int
  ) -> Int32 {
    // Few numbers are near; those are compared.
    if comparison.mayHaveNearPaper(r) {
      let level = comparison.paperLevel(r)
      let levels = scoring.strangers + era * MatchField.allLevels + Scoring.paper
      return levels[Int(level.rawValue)] &+ scoring.paperRarity(level, rarity)
    }
    var kind = Int(papers[Int(r.pointee.paperDigits)])
    let same = comparison.sameParts(r.pointee.paper)
    let isHome = comparison.isOfHomeSeries(kind == PaperClass.nine ? r.pointee.paper : 0)
    kind &+= kind == PaperClass.twelve ? max(same, 1) &- 1 : 0
    kind &+= kind == PaperClass.nine && isHome ? 1 : 0
    return own[kind]
  }

  /// Birth place and residence.
  @inline(__always)
  private func homes(_ r: UnsafePointer<PackedRecord>, _ most: UnsafePointer<Int32>) -> Int32 {
    let birthMask = comparison.birthMask
    let theirBirth = masks[Int(r.pointee.birthPlace)]
    let isSameWard = r.pointee.birthWard == birthWard
    let meets = birthMask & theirBirth != 0
    var birth = isSameWard ? BirthPlaceClass.ward : 0
    birth |= meets ? BirthPlaceClass.meets : 0
    birth |= birthMask == 0 || theirBirth == 0 ? BirthPlaceClass.missing : 0
    let hasWards = birthWard != Glance.noWard && r.pointee.birthWard != 0
    birth |= hasWards ? BirthPlaceClass.wards : 0
    let birthRarity = min(rarity.birthPlace, places[Int(r.pointee.birthPlace)])
    let theirs = masks[Int(r.pointee.residencePlace)]
    let ward = r.pointee.residenceWard
    var isHere = ward == wards.0 || ward == wards.1 || ward == wards.2 || ward == wards.3
    for later in laterWards where later.ward != 0 && later.ward == ward { isHere = true }
    var home = isHere ? ResidenceClass.ward : 0
    home |= firstMask & theirs != 0 ? ResidenceClass.first : 0
    home |= anyMask & theirs != 0 ? ResidenceClass.any : 0
    home |= (theirs == 0 && ward == 0 ? ResidenceClass.missing : 0) | hasNoResidence
    home |= theirs & theirBirth & birthMask != 0 ? ResidenceClass.home : 0
    home |= isSameWard || meets ? ResidenceClass.birth : 0
    return most[GlanceTables.birthPlace + birth]
      &+ (meets && !isSameWard ? birthRarity : 0)
      &+ most[GlanceTables.residence + home]
      &+ (most[GlanceTables.residenceRare + home] & places[Int(r.pointee.residencePlace)])
  }

  // MARK: Letters

  /// By how much `most` promised too much for the names of person and spouse, now that their
  /// letters are looked at.
  func excessOfNames(_ r: UnsafePointer<PackedRecord>) -> Int32 {
    let era = Era.place(judged: r.pointee.judged)
    let levels = scoring.strangers + era * MatchField.allLevels
    let name = comparison.nameLevel(r)
    let weight = levels[Int(name.rawValue)] &+ scoring.nameRarity(name, r, rarity)
    let most = most + era * GlanceTables.eraSize
    let excess = self.name(r, most, letterGaps(r)) &- weight
    guard r.pointee.spouseCore != 0, !missingOfAll.spouse else { return excess }
    let spouse = comparison.spouseLevel(r)
    let isSpouse = q.spouseCore == r.pointee.spouseCore
    let promised = own[Glance.eras + era * Glance.eraSize + Glance.spouse + (isSpouse ? 2 : 1)]
    return excess &+ promised &- levels[Scoring.spouse + Int(spouse.rawValue)]
      &- scoring.spouseRarity(spouse, r, rarity)
  }
}
