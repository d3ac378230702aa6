/// What is wrong with a row, for the person who typed it: where, never what stood there.
package struct BrokenRow: Equatable, Sendable, Comparable {
  /// From 1; the heading is line 1.
  package let line: Int
  /// From 1; 0 where the row as a whole is meant.
  package let column: Int
  package let problem: Problem

  package enum Problem: String, Sendable {
    case fieldCount
    case quotes
    case encoding
    case missingID
    case duplicateID
    case longID
    case sex
    case birthDate
    case paperNumber
    case year
  }

  package init(line: Int, column: Int, problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  package static func < (left: BrokenRow, right: BrokenRow) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Reads rows of `register.csv` and `queries.csv` (docs/matching.md). One reader a thread.
struct RowReader {
  private var names = NameReader()
  private var places: [UInt64: UInt64] = [:]
  private let provinces = ProvinceHistory.shared
  private(set) var broken: [BrokenRow] = []

  static let registerColumns = [
    "rec_id", "ho_ten", "gioi_tinh", "ngay_sinh", "noi_sinh", "so_giay_to", "ten_cha", "ten_me",
    "vo_chong", "noi_cu_tru", "nam_an",
  ]
  static let queryColumns = [
    "q_id", "ho_ten", "gioi_tinh", "ngay_sinh", "noi_sinh", "cccd", "cmnd", "ten_cha", "ten_me",
    "vo_chong", "noi_cu_tru",
  ]

  /// Longer keys of rows are refused: they go into messages and files as they are.
  static let longestID = 64

  mutating func takeBroken() -> [BrokenRow] {
    defer { broken.removeAll() }
    return broken
  }

  /// An entry, with the field left empty that cannot be read (and reported): to leave the entry out
  /// would be to miss a person. Nil only where the row is none.
  mutating func record(_ rows: CommaSeparated) -> PackedRecord? {
    guard isSound(rows) else { return nil }
    var record = PackedRecord()
    record.set(own: names.name(rows.field(1)))
    readSex(rows, into: &record)
    readBirth(rows, into: &record)
    let birth = place(rows.field(4))
    (record.birthPlace, record.birthWard) = (birth.code, birth.ward)
    let (number, digits) = paper(rows, 5)
    (record.paper, record.paperDigits) = (number, digits)
    record.set(father: names.name(rows.field(6)))
    record.set(mother: names.name(rows.field(7)))
    record.set(spouse: names.name(rows.field(8)))
    let residence = place(rows.field(9))
    (record.residencePlace, record.residenceWard) = (residence.code, residence.ward)
    let judged = rows.field(10)
    if !judged.isEmpty {
      let year = RowReader.number(judged) ?? 0
      if (PackedRecord.yearBase..<PackedRecord.yearBase + 255).contains(year) {
        record.judged = UInt8(year - PackedRecord.yearBase + 1)
      } else {
        complain(rows, 10, .year)
      }
    }
    return record
  }

  /// Nil where any field cannot be read: an answer to half a question would be taken for a whole.
  mutating func applicant(_ rows: CommaSeparated) -> Applicant? {
    guard isSound(rows) else { return nil }
    let before = broken.count
    var applicant = Applicant()
    applicant.record.set(own: names.name(rows.field(1)))
    applicant.ownVariants = variants(rows.field(1), NameForm.longest)
    readSex(rows, into: &applicant.record)
    readBirth(rows, into: &applicant.record)
    let birth = place(rows.field(4))
    (applicant.record.birthPlace, applicant.record.birthWard) = (birth.code, birth.ward)
    applicant.birthMask = provinces.masks[Int(birth.code)]
    applicant.placeMask = applicant.birthMask
    (applicant.record.paper, applicant.record.paperDigits) = paper(rows, 5)
    (applicant.oldPaper, applicant.oldPaperDigits) = paper(rows, 6)
    applicant.record.set(father: names.name(rows.field(7)))
    applicant.fatherVariants = variants(rows.field(7), PackedRecord.parentLetters)
    applicant.record.set(mother: names.name(rows.field(8)))
    applicant.motherVariants = variants(rows.field(8), PackedRecord.parentLetters)
    applicant.record.set(spouse: names.name(rows.field(9)))
    applicant.spouseVariants = variants(rows.field(9), PackedRecord.spouseLetters)
    readResidences(rows.field(10), into: &applicant)
    return broken.count == before ? applicant : nil
  }

  // MARK: Fields

  /// Of the name that was just read from the field.
  private func variants(_ field: UnsafeBufferPointer<UInt8>, _ most: Int) -> NameVariants {
    field.isEmpty ? NameVariants() : names.variants(most: most)
  }

  /// Whether the row has its fields and a key of its own; complains otherwise.
  private mutating func isSound(_ rows: CommaSeparated) -> Bool {
    guard rows.fields.count == 11 else {
      complain(rows, -1, .fieldCount)
      return false
    }
    let id = rows.field(0)
    guard !id.isEmpty else {
      complain(rows, 0, .missingID)
      return false
    }
    guard id.count <= RowReader.longestID else {
      complain(rows, 0, .longID)
      return false
    }
    for index in 0..<11 where !UTF8Check.isSound(rows.field(index)) {
      complain(rows, index, .encoding)
      return false
    }
    return true
  }

  mutating func complain(_ rows: CommaSeparated, _ index: Int, _ problem: BrokenRow.Problem) {
    broken.append(BrokenRow(line: rows.line, column: index + 1, problem: problem))
  }

  private mutating func readSex(_ rows: CommaSeparated, into record: inout PackedRecord) {
    let field = rows.field(2)
    guard let first = field.first else { return }
    switch (first | 0x20, field.count) {
    case (0x6E, 3) where field[1] | 0x20 == 0x61 && field[2] | 0x20 == 0x6D:
      record.flags |= PackedRecord.flagMan
    case (0x6E, 2...5):
      record.flags |= PackedRecord.flagWoman
    default:
      complain(rows, 2, .sex)
    }
  }

  /// `dd/mm/yyyy` or `yyyy`.
  private mutating func readBirth(_ rows: CommaSeparated, into record: inout PackedRecord) {
    let field = rows.field(3)
    guard !field.isEmpty else { return }
    var parts = (0, 0, 0)
    var count = 0
    var isNumber = true
    for part in field.split(separator: 0x2F, omittingEmptySubsequences: false) {
      guard let value = RowReader.number(UnsafeBufferPointer(rebasing: part)) else {
        isNumber = false
        break
      }
      parts = (parts.1, parts.2, value)
      count += 1
    }
    let years = PackedRecord.yearBase..<PackedRecord.yearBase + 255
    guard isNumber, count == 1 || count == 3, years.contains(parts.2),
      count == 1 || (1...31).contains(parts.0) && (1...12).contains(parts.1)
    else {
      complain(rows, 3, .birthDate)
      return
    }
    record.year = UInt8(parts.2 - PackedRecord.yearBase + 1)
    if count == 3 {
      record.day = UInt8(parts.0)
      record.month = UInt8(parts.1)
    }
  }

  /// Digits alone; more than fourteen are no number of a person.
  private mutating func paper(_ rows: CommaSeparated, _ index: Int) -> (UInt64, UInt8) {
    var value: UInt64 = 0
    var digits = 0
    for byte in rows.field(index) where (0x30...0x39).contains(byte) {
      value = value &* 10 &+ UInt64(byte - 0x30)
      digits += 1
    }
    guard digits <= 14 else {
      complain(rows, index, .paperNumber)
      return (0, 0)
    }
    return digits < 5 ? (0, 0) : (value, UInt8(digits))
  }

  private mutating func readResidences(
    _ field: UnsafeBufferPointer<UInt8>, into applicant: inout Applicant
  ) {
    var start = 0
    var count = 0
    while start < field.count, count < 8 {
      var end = start
      while end < field.count, field[end] != 0x3B { end += 1 }
      let part = UnsafeBufferPointer(rebasing: field[start..<end])
      start = end + 1
      guard !part.isEmpty else { continue }
      count += 1
      let found = place(part)
      guard found.code != 0 || found.ward != 0 else { continue }
      let mask = provinces.masks[Int(found.code)]
      applicant.residences.append(
        Applicant.Residence(ward: found.ward, place: found.code, mask: mask))
      applicant.placeMask |= mask
    }
    if let first = applicant.residences.first {
      applicant.record.residenceWard = first.ward
      applicant.record.residencePlace = first.place
    }
  }

  /// `ward, district, province`, or the province alone.
  private mutating func place(
    _ field: UnsafeBufferPointer<UInt8>
  ) -> (code: UInt8, ward: UInt32) {
    guard !field.isEmpty else { return (0, 0) }
    var between = -1
    var lastComma = -1
    for index in field.indices where field[index] == 0x2C {
      between = lastComma
      lastComma = index
    }
    let province = hash(UnsafeBufferPointer(rebasing: field[(lastComma + 1)...]))
    let code = provinces.code(ofHash: province)
    guard between >= 0 else { return (code, 0) }
    let district = hash(UnsafeBufferPointer(rebasing: field[(between + 1)..<lastComma]))
    let ward = hash(UnsafeBufferPointer(rebasing: field[..<between]))
    return (code, UInt32(truncatingIfNeeded: mixed(ward, district) >> 16) | 1)
  }

  /// Remembered by the bytes' own hash: a register names few places, very often.
  private mutating func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    key = mixed(key, UInt64(bytes.count))
    if let known = places[key] { return known }
    let hash = names.place(bytes)
    if places.count > 200_000 { places.removeAll(keepingCapacity: true) }
    places[key] = hash
    return hash
  }

  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...4).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
