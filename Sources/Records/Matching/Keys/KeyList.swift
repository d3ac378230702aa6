/// The keys under which an entry is filed and an applicant looked up: two that share one are
/// compared. Each key rests on a few fields, so that errors in the others do not matter.
struct KeyList {
  private(set) var hashes: [UInt64] = []
  private var isLooking = false

  init() { hashes.reserveCapacity(128) }

  /// What a key is made of. The raw value is part of every index file: never reuse one.
  enum Family: UInt64, CaseIterable {
    case paper = 1
    case paperStart, paperEnd
    case nameYear, endsYear, nameDay, givenDate, frontDate
    case parentDate
    case nameParent, parents, endsParents
    case nameResidence, givenYearResidence, givenYearBirthWard, nameBirthWard
    case parentYear
    case nameSpouse, spouseYear
    case birthWardDate, residenceDate
    case endsDay
    case parentResidence, spouseResidence
    case nameWithoutYear
    case parentBirthWard, frontBirthWard, frontYearResidence
    case endsYearMonth, endsYearDay, parentYearMonth, parentYearDay
  }

  private mutating func add(_ family: Family, _ first: UInt64, _ second: UInt64 = 0) {
    hashes.append(mixed(mixed(family.rawValue, first), second))
  }

  /// The keys that an entry is filed under.
  mutating func file(_ record: PackedRecord) {
    isLooking = false
    hashes.removeAll(keepingCapacity: true)
    paper(record.paper, record.paperDigits)
    common(record)
    if record.month != 0 {
      dated(record, KeyList.date(record.year, record.month, record.day))
      if record.residenceWard != 0 {
        add(
          .residenceDate, UInt64(record.residenceWard),
          KeyList.date(record.year, record.month, record.day))
      }
    }
    residence(record, ward: record.residenceWard)
    if record.year == 0, record.ownCore != 0 { add(.nameWithoutYear, UInt64(record.ownCore)) }
  }

  /// The keys that an applicant is looked up by.
  mutating func look(_ applicant: Applicant) {
    isLooking = true
    hashes.removeAll(keepingCapacity: true)
    let record = applicant.record
    paper(record.paper, record.paperDigits)
    paper(applicant.oldPaper, applicant.oldPaperDigits)
    common(record)
    if record.month != 0 {
      let date = KeyList.date(record.year, record.month, record.day)
      dated(record, date)
      if record.day <= 12, record.day != record.month {
        dated(record, KeyList.date(record.year, record.day, record.month))
      }
      for index in applicant.residences.indices where applicant.residences[index].ward != 0 {
        add(.residenceDate, UInt64(applicant.residences[index].ward), date)
      }
    }
    for index in applicant.residences.indices {
      residence(record, ward: applicant.residences[index].ward)
    }
    // Entries without any birth are few: filed by name alone, and everybody looks there.
    if record.ownCore != 0 { add(.nameWithoutYear, UInt64(record.ownCore)) }
  }

  // MARK: What both have

  private mutating func paper(_ number: UInt64, _ digits: UInt8) {
    guard digits > 0 else { return }
    add(.paper, number, UInt64(digits))
    if digits >= 11 {
      add(.paperStart, KeyList.first(9, of: number, digits))
      add(.paperEnd, number % 1_000_000, 12)
    } else if digits >= 8 {
      add(.paperStart, KeyList.first(6, of: number, digits))
      add(.paperEnd, number % 100_000, 9)
    }
  }

  private mutating func common(_ r: PackedRecord) {
    let year = UInt64(r.year)
    let ends = KeyList.ends(r.surname, r.given)
    if r.ownCore != 0 { name(r, ends) }
    // Father and mother are filed alike: forms exchange them.
    let father = r.flags & PackedRecord.flagFatherGivenOnly == 0 ? r.fatherCore : 0
    let mother = r.flags & PackedRecord.flagMotherGivenOnly == 0 ? r.motherCore : 0
    if father != 0 { parent(UInt64(father), r) }
    if mother != 0 { parent(UInt64(mother), r) }
    if father != 0, mother != 0 {
      add(.parents, UInt64(min(father, mother)), UInt64(max(father, mother)))
      add(
        .endsParents, ends,
        KeyList.ends(r.fatherSurname, r.fatherGiven) << 32
          | KeyList.ends(r.motherSurname, r.motherGiven))
    }
    if year != 0, r.spouseCore != 0 { add(.spouseYear, UInt64(r.spouseCore), year) }
  }

  private mutating func name(_ r: PackedRecord, _ ends: UInt64) {
    let name = UInt64(r.ownCore)
    let year = UInt64(r.year)
    if year != 0 {
      add(.nameYear, name, year)
      parted(r, .endsYear, .endsYearMonth, .endsYearDay, ends)
      if r.birthWard != 0 {
        add(.givenYearBirthWard, UInt64(r.given) << 8 | year, UInt64(r.birthWard))
      }
    }
    if r.month != 0 {
      let day = UInt64(r.month) << 8 | UInt64(r.day)
      add(.nameDay, name, day)
      add(.endsDay, ends, day)
    }
    if r.birthWard != 0 {
      add(.nameBirthWard, name, UInt64(r.birthWard))
      add(.frontBirthWard, KeyList.front(r), UInt64(r.birthWard))
    }
    if r.spouseCore != 0 { add(.nameSpouse, name, UInt64(r.spouseCore)) }
  }

  /// Common values with a year alone would make long lists: who has a day is filed by year and
  /// month and by year and day instead. The first of January often stands for an unknown day.
  private mutating func parted(
    _ r: PackedRecord, _ bare: Family, _ month: Family, _ day: Family, _ value: UInt64
  ) {
    let year = UInt64(r.year)
    if isLooking || r.month == 0 || r.month == 1 && r.day == 1 { add(bare, value, year) }
    if r.month != 0 {
      add(month, value, year << 8 | UInt64(r.month))
      add(day, value, year << 8 | UInt64(r.day))
    } else if isLooking {
      for number in UInt64(1)...12 { add(month, value, year << 8 | number) }
    }
  }

  private mutating func parent(_ core: UInt64, _ r: PackedRecord) {
    if r.ownCore != 0 { add(.nameParent, UInt64(r.ownCore), core) }
    if r.year != 0 { parted(r, .parentYear, .parentYearMonth, .parentYearDay, core) }
    if r.birthWard != 0 { add(.parentBirthWard, core, UInt64(r.birthWard)) }
  }

  private mutating func dated(_ r: PackedRecord, _ date: UInt64) {
    if r.ownCore != 0 {
      add(.givenDate, UInt64(r.given), date)
      add(.frontDate, KeyList.front(r), date)
    }
    if r.fatherCore != 0, r.flags & PackedRecord.flagFatherGivenOnly == 0 {
      add(.parentDate, KeyList.ends(r.fatherSurname, r.fatherGiven), date)
    }
    if r.motherCore != 0, r.flags & PackedRecord.flagMotherGivenOnly == 0 {
      add(.parentDate, KeyList.ends(r.motherSurname, r.motherGiven), date)
    }
    if r.birthWard != 0 { add(.birthWardDate, UInt64(r.birthWard), date) }
  }

  private mutating func residence(_ r: PackedRecord, ward: UInt32) {
    guard ward != 0 else { return }
    if r.ownCore != 0 {
      add(.nameResidence, UInt64(r.ownCore), UInt64(ward))
      if r.year != 0 {
        add(.givenYearResidence, UInt64(r.given) << 8 | UInt64(r.year), UInt64(ward))
        add(.frontYearResidence, KeyList.front(r) << 8 | UInt64(r.year), UInt64(ward))
      }
    }
    if r.fatherCore != 0 { add(.parentResidence, UInt64(r.fatherCore), UInt64(ward)) }
    if r.motherCore != 0 { add(.parentResidence, UInt64(r.motherCore), UInt64(ward)) }
    if r.spouseCore != 0 { add(.spouseResidence, UInt64(r.spouseCore), UInt64(ward)) }
  }

  // MARK: Parts

  /// Surname and given name without their order.
  static func ends(_ surname: UInt16, _ given: UInt16) -> UInt64 {
    UInt64(min(surname, given)) << 16 | UInt64(max(surname, given))
  }

  /// Surname and first middle word.
  private static func front(_ r: PackedRecord) -> UInt64 {
    UInt64(r.surname) << 16 | UInt64(r.middle)
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
