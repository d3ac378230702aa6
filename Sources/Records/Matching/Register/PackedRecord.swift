/// An entry of the register as the engine keeps it: 128 bytes, two lines of the cache. What is
/// compared often is a hash or a number and stands in the first; the plain letters of names, from
/// which the distance between two is measured, in the second.
///
/// Every key and every weight is a function of this, so an index can be rebuilt without the texts.
struct PackedRecord: Equatable {
  var ownCore: UInt32 = 0
  var fatherCore: UInt32 = 0
  var motherCore: UInt32 = 0
  var spouseCore: UInt32 = 0
  /// Which letters the name has, as in `LetterDistance.letterSet`; of the parents in sixteen bits.
  var ownLetters: UInt32 = 0
  var fatherLetters: UInt16 = 0
  var motherLetters: UInt16 = 0
  /// Hashes of the ward with its district; 0 where none is named.
  var birthWard: UInt32 = 0
  var residenceWard: UInt32 = 0
  /// Digits of the identity number; how many stand in `paperDigits`.
  var paper: UInt64 = 0
  var given: UInt16 = 0
  var surname: UInt16 = 0
  var middle: UInt16 = 0
  var alias: UInt16 = 0
  var fatherGiven: UInt16 = 0
  var fatherSurname: UInt16 = 0
  var motherGiven: UInt16 = 0
  var motherSurname: UInt16 = 0
  /// 1 + years since 1880; 0 where unknown.
  var year: UInt8 = 0
  /// 0 where only the year is known.
  var month: UInt8 = 0
  var day: UInt8 = 0
  var paperDigits: UInt8 = 0
  /// Codes of `ProvinceHistory`; 0 where unknown.
  var birthPlace: UInt8 = 0
  var residencePlace: UInt8 = 0
  /// As `year`: when the judgment was given.
  var judged: UInt8 = 0
  var flags: UInt8 = 0

  // What is compared only once the first half agrees enough: letters as in `NameForm.letters`, in
  // pieces because a UInt128 would not pack; of the parents 22 and of the spouse 19.
  var ownLow: UInt64 = 0
  var ownHigh: UInt64 = 0
  var fatherLow: UInt64 = 0
  var motherLow: UInt64 = 0
  var spouseLow: UInt64 = 0
  var fatherHigh: UInt32 = 0
  var motherHigh: UInt32 = 0
  var spouseHigh: UInt32 = 0
  var ownMarks: UInt32 = 0
  var fatherTop: UInt16 = 0
  var motherTop: UInt16 = 0
  /// Of the parents only whether the marks agree is asked: a hash, 0 for none.
  var fatherMarks: UInt16 = 0
  var motherMarks: UInt16 = 0

  static let flagMan: UInt8 = 1
  static let flagWoman: UInt8 = 2
  static let flagAbbreviated: UInt8 = 4
  /// The father's or the mother's name is one syllable: the given name only.
  static let flagFatherGivenOnly: UInt8 = 8
  static let flagMotherGivenOnly: UInt8 = 16
  static let flagTwoSyllables: UInt8 = 32

  static let yearBase = 1880
  /// How many letters of a parent's and of a spouse's name there is room for.
  static let parentLetters = 22
  static let spouseLetters = 19

  var own: UInt128 { UInt128(ownHigh) << 64 | UInt128(ownLow) }
  var father: UInt128 { PackedRecord.letters(fatherLow, fatherHigh, fatherTop) }
  var mother: UInt128 { PackedRecord.letters(motherLow, motherHigh, motherTop) }
  var spouse: UInt128 { PackedRecord.letters(spouseLow, spouseHigh, 0) }
  var sex: UInt8 { flags & 3 }

  /// Only a year is known, or not even that. The first of January often stands for an unknown day.
  var isBare: Bool { month == 0 || month == 1 && day == 1 }

  /// How much is missing of what an entry is found by: the number, each parent's whole name, the
  /// day of birth; and one more for an early book, in which more is wrong.
  var lacks: Int {
    (paperDigits == 0 ? 1 : 0)
      + (fatherCore == 0 || flags & PackedRecord.flagFatherGivenOnly != 0 ? 1 : 0)
      + (motherCore == 0 || flags & PackedRecord.flagMotherGivenOnly != 0 ? 1 : 0)
      + (isBare ? 1 : 0) + (Era(judged: judged) == .early ? 1 : 0)
  }

  static let mostLacks = 5

  mutating func set(own form: NameForm) {
    ownLow = UInt64(truncatingIfNeeded: form.letters)
    ownHigh = UInt64(truncatingIfNeeded: form.letters >> 64)
    ownLetters = LetterDistance.letterSet(form.letters)
    ownCore = form.core
    ownMarks = form.marks
    given = form.given
    surname = form.surname
    middle = form.middle
    alias = form.alias
    if form.isAbbreviated { flags |= PackedRecord.flagAbbreviated }
    if form.syllables == 2 { flags |= PackedRecord.flagTwoSyllables }
  }

  mutating func set(father form: NameForm) {
    (fatherLow, fatherHigh, fatherTop) = PackedRecord.pieces(form.letters)
    fatherLetters = LetterDistance.smallLetterSet(father)
    fatherCore = form.core
    fatherMarks = PackedRecord.hash(marks: form.marks)
    fatherGiven = form.given
    fatherSurname = form.surname
    if form.syllables == 1 { flags |= PackedRecord.flagFatherGivenOnly }
  }

  mutating func set(mother form: NameForm) {
    (motherLow, motherHigh, motherTop) = PackedRecord.pieces(form.letters)
    motherLetters = LetterDistance.smallLetterSet(mother)
    motherCore = form.core
    motherMarks = PackedRecord.hash(marks: form.marks)
    motherGiven = form.given
    motherSurname = form.surname
    if form.syllables == 1 { flags |= PackedRecord.flagMotherGivenOnly }
  }

  mutating func set(spouse form: NameForm) {
    let (low, high, _) = PackedRecord.pieces(form.letters)
    (spouseLow, spouseHigh) = (low, high & 0x7FFF_FFFF)
    spouseCore = form.core
  }

  private static func hash(marks: UInt32) -> UInt16 {
    marks == 0 ? 0 : UInt16(truncatingIfNeeded: mixed(UInt64(marks)) >> 48) | 1
  }

  /// The first 22 letters.
  private static func pieces(_ letters: UInt128) -> (UInt64, UInt32, UInt16) {
    let high = UInt64(truncatingIfNeeded: letters >> 64)
    return (
      UInt64(truncatingIfNeeded: letters), UInt32(truncatingIfNeeded: high),
      UInt16(truncatingIfNeeded: high >> 32 & 0x3FFF)
    )
  }

  @inline(__always)
  private static func letters(_ low: UInt64, _ high: UInt32, _ top: UInt16) -> UInt128 {
    UInt128(UInt64(top) << 32 | UInt64(high)) << 64 | UInt128(low)
  }
}

/// What an applicant brings, read the same way, with what only an applicant has several of.
struct Applicant {
  /// `paper` is the twelve-digit number; `residence…` stand for the first residence.
  var record = PackedRecord()
  /// The old nine-digit number; 0 where none is given.
  var oldPaper: UInt64 = 0
  var oldPaperDigits: UInt8 = 0
  var residences: [Residence] = []
  var ownVariants = NameVariants()
  var fatherVariants = NameVariants()
  var motherVariants = NameVariants()
  var spouseVariants = NameVariants()
  /// Where the applicant may have been born, as a set of the 63 provinces.
  var birthMask: UInt64 = 0
  /// Where the applicant was born or has lived.
  var placeMask: UInt64 = 0

  struct Residence: Equatable {
    var ward: UInt32
    var place: UInt8
    var mask: UInt64
  }
}
