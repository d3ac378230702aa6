import Law
import Vocabulary

extension JSONReader {
  mutating func filled(limit: Int) throws(DocumentRefusal) -> String {
    let text = try words(limit: limit)
    guard !text.isEmpty else { throw DocumentRefusal("", .empty) }
    return text
  }

  mutating func word<Word: RawRepresentable>(
    _ type: Word.Type
  ) throws(DocumentRefusal) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text()) else { throw DocumentRefusal("", .unknownWord) }
    return word
  }

  mutating func day() throws(DocumentRefusal) -> CivilDate {
    guard let day = CivilDate(iso: try text()) else { throw DocumentRefusal("", .notADay) }
    return day
  }

  private enum PersonKey: String {
    case name, otherNames, born, sex, numbers, nationality, father, mother, spouse, birthPlace
    case residences
  }

  mutating func person() throws(DocumentRefusal) -> DocumentPerson {
    var person = DocumentPerson(name: "")
    try object { (reader: inout JSONReader, key: PersonKey) throws(DocumentRefusal) in
      switch key {
      case .name: person.name = try reader.filled(limit: 100)
      case .otherNames:
        person.otherNames = try reader.list(limit: 20) { reader throws(DocumentRefusal) in
          try reader.filled(limit: 100)
        }
      case .born:
        guard let born = BirthDate(iso: try reader.text()) else {
          throw DocumentRefusal("", .notABirthDate)
        }
        person.born = born
      case .sex: person.sex = try reader.word(Sex.self)
      case .numbers:
        person.numbers = try reader.list(limit: 20) { reader throws(DocumentRefusal) in
          try reader.identityNumber()
        }
      case .nationality: person.nationality = try reader.country()
      case .father: person.father = try reader.filled(limit: 100)
      case .mother: person.mother = try reader.filled(limit: 100)
      case .spouse: person.spouse = try reader.filled(limit: 100)
      case .birthPlace: person.birthPlace = try reader.filled(limit: 300)
      case .residences:
        person.residences = try reader.list(limit: 60) { reader throws(DocumentRefusal) in
          try reader.filled(limit: 300)
        }
      }
    }
    guard !person.name.isEmpty else { throw DocumentRefusal("name", .missing) }
    return person
  }

  private mutating func identityNumber() throws(DocumentRefusal) -> String {
    let text = try text()
    guard IdentityNumbers.isPlausible(text) else { throw DocumentRefusal("", .notAnIdentityNumber) }
    return text
  }

  private mutating func country() throws(DocumentRefusal) -> String {
    let code = try text()
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw DocumentRefusal("", .unknownWord)
    }
    return code
  }

  private enum ReferenceKey: String {
    case number, on, court
  }

  mutating func reference() throws(DocumentRefusal) -> JudgmentReference {
    var reference = JudgmentReference(number: "", court: "")
    try object { (reader: inout JSONReader, key: ReferenceKey) throws(DocumentRefusal) in
      switch key {
      case .number: reference.number = try reader.filled(limit: 60)
      case .on: reference.pronouncedOn = try reader.day()
      case .court: reference.court = try reader.filled(limit: 200)
      }
    }
    guard !reference.number.isEmpty else { throw DocumentRefusal("number", .missing) }
    return reference
  }

  private enum OffenceKey: String {
    case words, code, article, suffix, clause, point, gravity, fault, committedOn
  }

  mutating func offence() throws(DocumentRefusal) -> ExtractedOffence {
    var offence = ExtractedOffence(words: "", code: nil, article: nil)
    try object { (reader: inout JSONReader, key: OffenceKey) throws(DocumentRefusal) in
      switch key {
      case .words: offence.words = try reader.filled(limit: 300)
      case .code: offence.code = try reader.word(PenalCode.self)
      case .article: offence.article = try reader.integer(1...600)
      case .suffix: offence.suffix = try reader.word(ArticleSuffix.self)
      case .clause: offence.clause = try reader.integer(1...20)
      case .point: offence.point = try reader.filled(limit: 10)
      case .gravity: offence.gravity = try reader.word(Gravity.self)
      case .fault: offence.fault = try reader.word(FaultForm.self)
      case .committedOn: offence.committedOn = try reader.day()
      }
    }
    guard !offence.words.isEmpty else { throw DocumentRefusal("words", .missing) }
    if offence.suffix != nil, offence.article == nil { throw DocumentRefusal("article", .missing) }
    return offence
  }

  private enum PenaltyKey: String {
    case kind, months, probationMonths, words
  }

  mutating func principal() throws(DocumentRefusal) -> ExtractedPrincipal {
    var principal = ExtractedPrincipal(kind: nil, words: "")
    try object { (reader: inout JSONReader, key: PenaltyKey) throws(DocumentRefusal) in
      switch key {
      case .kind: principal.kind = try reader.word(PrincipalPenalty.Kind.self)
      case .months: principal.months = try reader.integer(1...1200)
      case .probationMonths: principal.probationMonths = try reader.integer(1...120)
      case .words: principal.words = try reader.filled(limit: 300)
      }
    }
    guard !principal.words.isEmpty else { throw DocumentRefusal("words", .missing) }
    return principal
  }
}
