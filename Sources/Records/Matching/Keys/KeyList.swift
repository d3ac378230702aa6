/// The keys under which an entry is filed and an applicant looked up: two that share one are
/// compared. Each key rests on a few fields, so that errors in the others do not matter.
///
/// The fewer fields an entry has, the fewer keys it shares with its person once some are wrong: so
/// an entry that lacks much is filed under further, broader keys, which would be too long if all
/// stood there. An applicant looks under all of them.
struct KeyList {
  private(set) var hashes: [UInt64] = []
  private var isLooking = false
  /// Every year is looked at in turn, so that none looks at those beside it.
  private var isEveryYear = false
  /// Of the entry that is filed; an applicant looks as if nothing were left.
  private(set) var lacks = 0
  private let regions = ProvinceHistory.shared.regions

  init() { hashes.reserveCapacity(192) }

  /// What a key is made of. The raw value is part of every index file: never reuse one.
  enum Family: UInt64, CaseIterable {
    case paper = 1
    case paperStart = 2
    case paperEnd = 3
    case nameYear = 4
    case endsYear = 5
    case nameDay = 6
    case givenDate = 7
    case frontDate = 8
    case nameParent = 10
    case parents = 11
    case nameSpouse = 18
    case spouseYear = 19
    case nameWithoutYear = 25
    case endsYearMonth = 29
    case endsYearDay = 30
    case parentYear = 17
    case parentYearMonth = 31
    case parentYearDay = 32
    case placeDate = 41
    case givenParent = 42
    case givenParents = 43
    case givenParentYear = 45
    case frontYearParent = 46
    case parentYearsDay = 49
    case givenYearPlace = 50
    case givenWard = 51
    case frontYearsWard = 52
    case spouseWard = 54
    case backYearsDay = 55
    case nameYearsMonthPlace = 56
    case frontYearPlace = 57
    case frontYearMonthPlace = 58
    case frontYearsDayPlace = 60
    case initialsYear = 62
    case endsWithoutYear = 64
    case givenYearMonthPlace = 65
    // Of entries that lack something.
    case spousePlace = 66
    case yearWard = 67
    case backYearPlace = 68
    case givenDayPlace = 69
    case frontYearDayPlace = 70
    case parentsFront = 71
    case endsParentGivenPlace = 72
    case surnameParentPlace = 73
    case surnameYearParentGiven = 74
    case namePlace = 75
    case backYears = 76
    case surnameYearPlace = 77
  }

  mutating func add(_ family: Family, _ first: UInt64, _ second: UInt64 = 0) {
    hashes.append(mixed(mixed(family.rawValue, first), second))
  }

  /// The keys that an entry is filed under.
  mutating func file(_ record: PackedRecord) {
    isLooking = false
    lacks = record.lacks
    hashes.removeAll(keepingCapacity: true)
    paper(record.paper, record.paperDigits)
    let places = regions[Int(record.birthPlace)] | regions[Int(record.residencePlace)]
    common(record, places)
    if record.month != 0 { dated(record, record.month, record.day, places) }
    wards(record, record.birthWard)
    if record.residenceWard != record.birthWard { wards(record, record.residenceWard) }
    lacking(record, places)
  }

  /// The keys that an applicant is looked up by.
  mutating func look(_ applicant: Applicant) {
    isLooking = true
    lacks = PackedRecord.mostLacks
    hashes.removeAll(keepingCapacity: true)
    let record = applicant.record
    paper(record.paper, record.paperDigits)
    paper(applicant.oldPaper, applicant.oldPaperDigits)
    var places = regions[Int(record.birthPlace)]
    for index in applicant.residences.indices {
      places |= regions[Int(applicant.residences[index].place)]
    }
    common(record, places)
    if record.month != 0 {
      dated(record, record.month, record.day, places)
      if record.day <= 12, record.day != record.month {
        dated(record, record.day, record.month, places)
      }
    }
    wards(record, record.birthWard)
    for index in applicant.residences.indices
    where applicant.residences[index].ward != record.birthWard {
      wards(record, applicant.residences[index].ward)
    }
    lacking(record, places)
  }

  /// The keys of somebody who may be born in any of these years. Those of the number, of parents
  /// and of whatever else needs no year come first, then those of the whole name.
  mutating func look(_ applicant: Applicant, bornIn years: ClosedRange<Int>) {
    let offsets = years.map { UInt64($0 - PackedRecord.yearBase + 1) }
    var rest: [UInt64] = []
    isEveryYear = true
    for offset in offsets {
      var variant = applicant
      variant.record.year = UInt8(offset)
      look(variant)
      rest += hashes
    }
    isEveryYear = false
    look(applicant)
    let name = UInt64(applicant.record.ownCore)
    for month in UInt64(1)...12 {
      for day in UInt64(1)...31 { add(.nameDay, name, month << 8 | day) }
    }
    for offset in offsets { add(.nameYear, name, offset / 2) }
    // Most need no year, and are the same for each.
    rest.sort()
    for hash in rest where hash != hashes.last { hashes.append(hash) }
  }

  // MARK: What both have

  private mutating func paper(_ number: UInt64, _ digits: UInt8) {
    guard digits > 0 else { return }
    if digits >= 11 {
      add(.paperStart, KeyList.first(9, of: number, digits))
      add(.paperEnd, number % 1_000_000, 12)
    } else if digits >= 8 {
      add(.paperStart, KeyList.first(6, of: number, digits))
      add(.paperEnd, number % 100_000, 9)
    } else {
      add(.paper, number, UInt64(digits))
    }
  }

  private mutating func common(_ r: PackedRecord, _ places: UInt64) {
    // Father and mother are filed alike: forms exchange them.
    parent(
      r, r.fatherCore, r.fatherGiven,
      isWhole: r.flags & PackedRecord.flagFatherGivenOnly == 0)
    parent(
      r, r.motherCore, r.motherGiven,
      isWhole: r.flags & PackedRecord.flagMotherGivenOnly == 0)
    if r.fatherCore != 0, r.motherCore != 0 {
      add(
        .parents, UInt64(min(r.fatherCore, r.motherCore)),
        UInt64(max(r.fatherCore, r.motherCore)))
      let both = KeyList.ends(r.fatherGiven, r.motherGiven)
      if r.given != 0 { add(.givenParents, UInt64(r.given), both) }
    }
    if r.ownCore != 0 { name(r, places) }
    if r.spouseCore != 0 {
      if r.year != 0, lacks >= 1 { add(.spouseYear, UInt64(r.spouseCore), UInt64(r.year)) }
      if r.ownCore != 0 { add(.nameSpouse, UInt64(r.ownCore), UInt64(r.spouseCore)) }
    }
  }

  private mutating func name(_ r: PackedRecord, _ places: UInt64) {
    let name = UInt64(r.ownCore)
    let year = UInt64(r.year)
    let ends = KeyList.ends(r.surname, r.given)
    if year != 0 {
      if lacks == 0 {
        add(.endsYearDay, ends, year << 8 | UInt64(r.day))
      } else {
        // A bare year alone is no reason for the longest lists.
        parted(r, lacks >= 3 ? .endsYear : nil, .endsYearMonth, .endsYearDay, ends)
        let isPoor = lacks >= 2
        each(places) { keys, place in
          keys.parted(
            r, isPoor ? .givenYearPlace : nil, .givenYearMonthPlace, nil,
            UInt64(r.given) << 8 | place)
          keys.parted(
            r, isPoor ? .frontYearPlace : nil, .frontYearMonthPlace, nil,
            KeyList.front(r) << 8 | place)
        }
        if isLooking || r.isBare {
          years(year, reach: 1) { keys, years in keys.add(.nameYear, name, years) }
        }
      }
      if isLooking || r.flags & PackedRecord.flagAbbreviated != 0 {
        add(.initialsYear, UInt64(r.given), year)
      }
    }
    // Entries with a whole date are filed by their day: who gives none looks at each.
    if isLooking, year != 0, r.month == 0 {
      eachDay(year, ends)
      if r.middle != 0, !isEveryYear {
        // The given name first, or the surname last.
        eachDay(year, KeyList.ends(r.surname, r.middle))
        eachDay(year, KeyList.ends(r.middle, r.given))
      }
    }
    // Entries without any birth are few: filed by name alone, and everybody looks there.
    if isLooking || year == 0 {
      add(.nameWithoutYear, name)
      if lacks >= 3 {
        each(places) { keys, place in keys.add(.endsWithoutYear, ends, place) }
      }
    }
  }

  mutating func each(_ places: UInt64, _ body: (inout KeyList, UInt64) -> Void) {
    var rest = places
    while rest != 0 {
      body(&self, UInt64(rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }

  private mutating func eachDay(_ year: UInt64, _ ends: UInt64) {
    let reach: UInt64 = isEveryYear ? 0 : 1
    for near in (year - reach)...(year + reach) {
      for day in UInt64(1)...31 { add(.endsYearDay, ends, near << 8 | day) }
    }
  }

  /// Runs of years in which an applicant looks a little before and after his own: two runs reach so
  /// many years to either side.
  mutating func years(
    _ year: UInt64, reach: UInt64 = 4, _ body: (inout KeyList, UInt64) -> Void
  ) {
    guard isLooking else { return body(&self, year / (2 * reach)) }
    let first = (max(year, reach) - reach) / (2 * reach)
    body(&self, first)
    body(&self, first + 1)
  }

  /// Common values with a year alone would make long lists: who has a day is filed by year and
  /// month and by year and day instead.
  private mutating func parted(
    _ r: PackedRecord, _ bare: Family?, _ month: Family, _ day: Family?, _ value: UInt64
  ) {
    let year = UInt64(r.year)
    if let bare, isLooking || r.isBare { add(bare, value, year) }
    if r.month != 0 {
      add(month, value, year << 8 | UInt64(r.month))
      if let day { add(day, value, year << 8 | UInt64(r.day)) }
    } else if isLooking {
      for number in UInt64(1)...12 { add(month, value, year << 8 | number) }
    }
  }

  private mutating func parent(_ r: PackedRecord, _ core: UInt32, _ given: UInt16, isWhole: Bool) {
    guard core != 0 else { return }
    if r.year != 0, r.given != 0, isLooking || r.isBare {
      add(.givenParentYear, UInt64(r.given) << 8 | UInt64(r.year), UInt64(given))
    }
    guard isWhole else { return }
    let core = UInt64(core)
    if r.year != 0 { parted(r, .parentYear, .parentYearMonth, .parentYearDay, core) }
    if r.month != 0 {
      let day = UInt64(r.month) << 8 | UInt64(r.day)
      years(UInt64(r.year)) { keys, years in keys.add(.parentYearsDay, core, years << 16 | day) }
    }
    guard r.given != 0 else { return }
    let front = KeyList.front(r) << 8
    if isLooking || r.isBare {
      add(.givenParent, UInt64(r.given), core)
      add(.frontYearParent, front | UInt64(r.year), core)
      // Entries without a birth stand under no year.
      if isLooking, r.year != 0 { add(.frontYearParent, front, core) }
    }
    if isLooking || !r.isBare { add(.nameParent, UInt64(r.ownCore), core) }
  }

  private mutating func dated(_ r: PackedRecord, _ month: UInt8, _ day: UInt8, _ places: UInt64) {
    let date = KeyList.date(r.year, month, day)
    let front = KeyList.front(r)
    if r.ownCore != 0 {
      if lacks >= 1 { add(.givenDate, UInt64(r.given), date) }
      add(.frontDate, front, date)
    }
    if lacks >= 1 { each(places) { keys, place in keys.add(.placeDate, place, date) } }
    guard month == r.month, r.ownCore != 0 else { return }
    let ofYear = UInt64(month) << 8 | UInt64(day)
    add(.nameDay, UInt64(r.ownCore), ofYear)
    guard lacks >= 1 else { return }
    let back = KeyList.back(r)
    years(UInt64(r.year)) { keys, years in
      keys.add(.backYearsDay, back, years << 16 | ofYear)
      keys.each(places) { keys, place in
        keys.add(.frontYearsDayPlace, front, (years << 16 | ofYear) << 8 | place)
        keys.add(
          .nameYearsMonthPlace, UInt64(r.ownCore), (years << 8 | UInt64(month)) << 8 | place)
      }
    }
  }

  private mutating func wards(_ r: PackedRecord, _ ward: UInt32) {
    guard ward != 0 else { return }
    let ward = UInt64(ward)
    if r.ownCore != 0 {
      add(.givenWard, UInt64(r.given), ward)
      if r.year != 0, lacks >= 1 {
        let front = KeyList.front(r)
        years(UInt64(r.year)) { keys, years in
          keys.add(.frontYearsWard, front, years << 32 | ward)
        }
      }
    }
    if r.spouseCore != 0, lacks >= 1 { add(.spouseWard, UInt64(r.spouseCore), ward) }
    if r.year != 0, lacks >= 2 { add(.yearWard, UInt64(r.year), ward) }
  }

  // MARK: Parts

  /// Surname and given name without their order.
  static func ends(_ surname: UInt16, _ given: UInt16) -> UInt64 {
    UInt64(min(surname, given)) << 16 | UInt64(max(surname, given))
  }

  /// Surname and first middle word.
  static func front(_ r: PackedRecord) -> UInt64 {
    UInt64(r.surname) << 16 | UInt64(r.middle)
  }

  /// First middle word and given name.
  static func back(_ r: PackedRecord) -> UInt64 {
    UInt64(r.middle) << 16 | UInt64(r.given)
  }

  private static func date(_ year: UInt8, _ month: UInt8, _ day: UInt8) -> UInt64 {
    UInt64(year) << 16 | UInt64(month) << 8 | UInt64(day)
  }

  private static func first(_ count: UInt8, of number: UInt64, _ digits: UInt8) -> UInt64 {
    var number = number
    for _ in 0..<(digits - count) { number /= 10 }
    return number << 8 | UInt64(count)
  }
}
