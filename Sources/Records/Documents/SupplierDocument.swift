package import Vocabulary

/// One supplier's document as it came, checked: the only source of a record's facts.
package struct SupplierDocument: Equatable, Sendable {
  package var kind: DocumentKind
  /// The body that issued it, such as `Tòa án nhân dân quận Ninh Kiều`.
  package var issuer: String
  package var number: String
  /// Nil in older registers, which do not always say.
  package var issuedOn: CivilDate?
  /// When it took legal effect, where the document says so.
  package var effectiveOn: CivilDate?
  /// The day on which the keeper of the record received it.
  package var receivedOn: CivilDate
  package var person: DocumentPerson
  package var content: DocumentContent
  /// The earlier document of the same kind and issuer that this one corrects.
  package var corrects: DocumentReference?
  /// What else the document says, in its words.
  package var note: String

  package init(
    kind: DocumentKind, issuer: String, number: String, issuedOn: CivilDate?,
    effectiveOn: CivilDate? = nil, receivedOn: CivilDate, person: DocumentPerson,
    content: DocumentContent, corrects: DocumentReference? = nil, note: String = ""
  ) {
    self.kind = kind
    self.issuer = issuer
    self.number = number
    self.issuedOn = issuedOn
    self.effectiveOn = effectiveOn
    self.receivedOn = receivedOn
    self.person = person
    self.content = content
    self.corrects = corrects
    self.note = note
  }
}

/// An earlier document, by the number and day that it bears.
package struct DocumentReference: Equatable, Sendable {
  package var number: String
  package var issuedOn: CivilDate?

  package init(number: String, issuedOn: CivilDate?) {
    self.number = number
    self.issuedOn = issuedOn
  }
}

/// The person as one document names them (Article 26: identity, parents, spouse, residence).
package struct DocumentPerson: Equatable, Sendable {
  /// As written; not everything that registers call a name is one by our rules.
  package var name: String
  package var otherNames: [String]
  package var born: BirthDate?
  package var sex: Sex?
  /// Identity numbers of every kind and age, as written without spaces and dots.
  package var numbers: [String]
  /// ISO 3166 alpha-2; empty where the document does not say.
  package var nationality: String
  package var father: String
  package var mother: String
  package var spouse: String
  package var birthPlace: String
  package var residences: [String]

  package init(
    name: String, otherNames: [String] = [], born: BirthDate? = nil, sex: Sex? = nil,
    numbers: [String] = [], nationality: String = "", father: String = "", mother: String = "",
    spouse: String = "", birthPlace: String = "", residences: [String] = []
  ) {
    self.name = name
    self.otherNames = otherNames
    self.born = born
    self.sex = sex
    self.numbers = numbers
    self.nationality = nationality
    self.father = father
    self.mother = mother
    self.spouse = spouse
    self.birthPlace = birthPlace
    self.residences = residences
  }
}
