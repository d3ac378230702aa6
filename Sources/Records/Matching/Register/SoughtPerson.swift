package import Vocabulary

/// A person who is looked for in the register: an applicant, or what an officer knows of somebody.
/// Anything may be unknown; what is unknown says nothing for or against.
package struct SoughtPerson: Equatable, Sendable {
  /// The name, then every other name.
  package var names: [String]
  package var sex: Sex?
  package var born: BirthDate?
  package var birthPlace: String
  /// Identity numbers of every kind and age.
  package var numbers: [String]
  package var father: String
  package var mother: String
  package var spouse: String
  /// The present one first.
  package var residences: [String]

  package init(
    names: [String], sex: Sex? = nil, born: BirthDate? = nil, birthPlace: String = "",
    numbers: [String] = [], father: String = "", mother: String = "", spouse: String = "",
    residences: [String] = []
  ) {
    self.names = names
    self.sex = sex
    self.born = born
    self.birthPlace = birthPlace
    self.numbers = numbers
    self.father = father
    self.mother = mother
    self.spouse = spouse
    self.residences = residences
  }

  /// As one document names the person.
  package init(_ person: DocumentPerson) {
    self.init(
      names: [person.name] + person.otherNames, sex: person.sex, born: person.born,
      birthPlace: person.birthPlace, numbers: person.numbers, father: person.father,
      mother: person.mother, spouse: person.spouse, residences: person.residences)
  }
}
