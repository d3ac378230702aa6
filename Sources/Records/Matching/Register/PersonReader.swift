import Vocabulary

/// Reads persons out of values: suppliers' documents become entries, those who are sought become
/// applicants. The sister of `RowReader`, which reads files.
struct PersonReader {
  private var names = NameReader()
  private let provinces = ProvinceHistory.shared

  /// More pairs of names and numbers than these are not all tried; each is still tried once.
  private static let mostPairs = 64

  // MARK: Entries

  mutating func entries(of document: SupplierDocument) -> [PackedRecord] {
    let person = document.person
    var shared = PackedRecord()
    read(SoughtPerson(person), into: &shared)
    shared.judged = PersonReader.year(PersonReader.judgedIn(document))
    let forms = unique([person.name] + person.otherNames).map { names.name($0) }
    let papers = papers(person.numbers)
    let places = unique(person.residences).map { place($0) }.filter { $0 != Place() }
    var entries: [PackedRecord] = []
    func add(_ form: NameForm, _ paper: Paper, _ residence: Place?) {
      var entry = shared
      entry.set(own: form)
      (entry.paper, entry.paperDigits) = (paper.number, paper.digits)
      entry.residenceWard = residence?.ward ?? 0
      entry.residencePlace = residence?.code ?? 0
      if !entries.contains(entry) { entries.append(entry) }
    }
    for (form, paper) in pairs(forms, papers) { add(form, paper, places.first) }
    for residence in places.dropFirst() { add(forms[0], papers[0], residence) }
    return entries
  }

  /// The year of the judgment, for its era; of other documents their own.
  private static func judgedIn(_ document: SupplierDocument) -> Int {
    var day = document.issuedOn ?? document.receivedOn
    switch document.content {
    case .judgment(let extract): day = extract.pronouncedOn ?? day
    case .execution, .change, .expungement, .reconsideration, .ban, .identity: break
    }
    return day.year
  }

  // MARK: Applicants

  /// One for each name with each number: the engine compares one name, one new and one old number.
  mutating func applicants(of person: SoughtPerson) -> [Applicant] {
    var shared = Applicant()
    read(person, into: &shared.record)
    shared.birthMask = provinces.masks[Int(shared.record.birthPlace)]
    shared.placeMask = shared.birthMask
    for residence in unique(person.residences).prefix(8) {
      let found = place(residence)
      guard found != Place() else { continue }
      let mask = provinces.masks[Int(found.code)]
      shared.residences.append(
        Applicant.Residence(ward: found.ward, place: found.code, mask: mask))
      shared.placeMask |= mask
    }
    if let first = shared.residences.first {
      shared.record.residenceWard = first.ward
      shared.record.residencePlace = first.place
    }
    shared.fatherVariants = variants(person.father, PackedRecord.parentLetters)
    shared.motherVariants = variants(person.mother, PackedRecord.parentLetters)
    shared.spouseVariants = variants(person.spouse, PackedRecord.spouseLetters)
    var forms = unique(person.names)
      .map { (form: names.name($0), variants: variants($0, NameForm.longest)) }
      .filter { !$0.form.isEmpty }
    if forms.isEmpty { forms = [(NameForm(), NameVariants())] }
    return pairs(forms, numberPairs(person.numbers)).map { name, numbers in
      var applicant = shared
      applicant.record.set(own: name.form)
      applicant.ownVariants = name.variants
      (applicant.record.paper, applicant.record.paperDigits) =
        (numbers.new.number, numbers.new.digits)
      (applicant.oldPaper, applicant.oldPaperDigits) = (numbers.old.number, numbers.old.digits)
      return applicant
    }
  }

  private mutating func variants(_ text: String, _ most: Int) -> NameVariants {
    guard !text.isEmpty else { return NameVariants() }
    _ = names.name(text)
    return names.variants(most: most)
  }

  private struct NumberPair {
    var new = Paper()
    var old = Paper()
  }

  /// Numbers of twelve digits beside all others, each at least once.
  private func numberPairs(_ typed: [String]) -> [NumberPair] {
    let all = papers(typed).filter { $0.digits > 0 }
    let new = all.filter { $0.digits == 12 }
    let old = all.filter { $0.digits != 12 }
    return (0..<max(new.count, old.count, 1)).map { place in
      NumberPair(
        new: new.isEmpty ? Paper() : new[place % new.count],
        old: old.isEmpty ? Paper() : old[place % old.count])
    }
  }

  // MARK: What both have

  private mutating func read(_ person: SoughtPerson, into record: inout PackedRecord) {
    switch person.sex {
    case .male: record.flags |= PackedRecord.flagMan
    case .female: record.flags |= PackedRecord.flagWoman
    case nil: break
    }
    if let born = person.born { read(born, into: &record) }
    let birth = place(person.birthPlace)
    (record.birthPlace, record.birthWard) = (birth.code, birth.ward)
    record.set(father: names.name(person.father))
    record.set(mother: names.name(person.mother))
    record.set(spouse: names.name(person.spouse))
  }

  private func read(_ born: BirthDate, into record: inout PackedRecord) {
    record.year = PersonReader.year(born.year)
    switch born {
    case .day(let day) where record.year != 0:
      record.month = UInt8(day.month)
      record.day = UInt8(day.day)
    // The engine knows days and years; a month alone is kept in the document.
    case .day, .month, .year: break
    }
  }

  private static func year(_ year: Int) -> UInt8 {
    let known = PackedRecord.yearBase..<PackedRecord.yearBase + 255
    return known.contains(year) ? UInt8(year - PackedRecord.yearBase + 1) : 0
  }

  /// First all pairs; where they are too many, each of both with the first of the other.
  private func pairs<First, Second>(
    _ first: [First], _ second: [Second]
  ) -> [(First, Second)] {
    if first.count * second.count <= PersonReader.mostPairs {
      return first.flatMap { one in second.map { (one, $0) } }
    }
    return first.map { ($0, second[0]) } + second.dropFirst().map { (first[0], $0) }
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  // MARK: Numbers

  struct Paper: Equatable {
    var number: UInt64 = 0
    var digits: UInt8 = 0
  }

  /// The digits of each number; never empty.
  private func papers(_ typed: [String]) -> [Paper] {
    var papers: [Paper] = []
    for text in typed {
      var paper = Paper()
      for byte in text.utf8 where (0x30...0x39).contains(byte) {
        guard paper.digits < 14 else { break }
        paper.number = paper.number * 10 + UInt64(byte - 0x30)
        paper.digits += 1
      }
      if paper.digits >= 5, !papers.contains(paper) { papers.append(paper) }
    }
    return papers.isEmpty ? [Paper()] : papers
  }

  // MARK: Places

  struct Place: Equatable {
    var code: UInt8 = 0
    var ward: UInt32 = 0
  }

  /// `…, ward, district, province`, `ward, province` as since 2025-07-01, or the province alone.
  /// What stands before the ward is a house and a street.
  private mutating func place(_ text: String) -> Place {
    var parts = text.split(separator: ",").map { hash($0) }
    if parts.last == vietNam { parts.removeLast() }
    guard let province = parts.last else { return Place() }
    let code = provinces.code(ofHash: province)
    guard parts.count > 1 else { return Place(code: code) }
    let ward = parts.count > 2 ? parts[parts.count - 3] : parts[0]
    let above = parts.count > 2 ? parts[parts.count - 2] : UInt64(code)
    return Place(code: code, ward: UInt32(truncatingIfNeeded: mixed(ward, above) >> 16) | 1)
  }

  private lazy var vietNam: UInt64 = hash("Việt Nam")

  private mutating func hash(_ text: Substring) -> UInt64 {
    var text = String(text)
    return text.withUTF8 { names.place($0) }
  }
}
