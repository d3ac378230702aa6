/// Keys of entries that lack something, the broader the more they lack. How much an entry must
/// lack for each was chosen by whom it reaches in invented registers and how many strangers come
/// with it.
extension KeyList {
  mutating func lacking(_ r: PackedRecord, _ places: UInt64) {
    guard lacks >= 2 else { return }
    if r.spouseCore != 0 {
      each(places) { keys, place in keys.add(.spousePlace, UInt64(r.spouseCore), place) }
    }
    guard r.ownCore != 0 else { return }
    if r.fatherCore != 0, r.motherCore != 0 {
      add(.parentsFront, KeyList.front(r), KeyList.ends(r.fatherGiven, r.motherGiven))
    }
    parent(
      r, places, r.fatherCore, r.fatherGiven,
      isWhole: r.flags & PackedRecord.flagFatherGivenOnly == 0)
    parent(
      r, places, r.motherCore, r.motherGiven,
      isWhole: r.flags & PackedRecord.flagMotherGivenOnly == 0)
    each(places) { keys, place in keys.named(r, in: place) }
    if lacks >= 5, r.year != 0 {
      years(UInt64(r.year)) { keys, years in keys.add(.backYears, KeyList.back(r), years) }
    }
  }

  private mutating func named(_ r: PackedRecord, in place: UInt64) {
    let year = UInt64(r.year)
    if year != 0 {
      add(.backYearPlace, KeyList.back(r), year << 8 | place)
      if lacks >= 5 { add(.surnameYearPlace, UInt64(r.surname) << 8 | year, place) }
    }
    if r.month != 0 {
      let day = UInt64(r.day)
      add(.givenDayPlace, UInt64(r.given), (UInt64(r.month) << 8 | day) << 8 | place)
      if lacks >= 3 { add(.frontYearDayPlace, KeyList.front(r), (year << 8 | day) << 8 | place) }
    }
    if lacks >= 3 { add(.namePlace, UInt64(r.ownCore), place) }
  }

  private mutating func parent(
    _ r: PackedRecord, _ places: UInt64, _ core: UInt32, _ given: UInt16, isWhole: Bool
  ) {
    guard core != 0 else { return }
    let given = UInt64(given)
    let surname = UInt64(r.surname) << 8
    let ends = KeyList.ends(r.surname, r.given) << 16 | given
    each(places) { keys, place in
      keys.add(.endsParentGivenPlace, ends, place)
      if isWhole, keys.lacks >= 3 { keys.add(.surnameParentPlace, surname | place, UInt64(core)) }
    }
    if lacks >= 3, r.year != 0 { add(.surnameYearParentGiven, surname | UInt64(r.year), given) }
  }
}
