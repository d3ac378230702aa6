package import Intake
package import Records
package import Vocabulary

/// One side of a comparison: what is known of who a person is, as it was looked at.
package struct ComparedPerson: Equatable, Sendable, Codable {
  /// The name first, then every other name.
  package var names: [String]
  /// `1990-01-31`, `1990-01` or `1990`; nil where nobody knows.
  package var born: String?
  package var sex: Sex?
  /// Every identity number, old and new.
  package var numbers: [String]
  package var father: String
  package var mother: String
  package var spouse: String
  package var birthPlace: String
  package var residences: [String]

  package init(
    names: [String], born: String?, sex: Sex?, numbers: [String], father: String, mother: String,
    spouse: String, birthPlace: String, residences: [String]
  ) {
    self.names = names
    self.born = born
    self.sex = sex
    self.numbers = numbers
    self.father = father
    self.mother = mother
    self.spouse = spouse
    self.birthPlace = birthPlace
    self.residences = residences
  }
}

extension ComparedPerson {
  /// An applicant: what is declared, and the number of the electronic identity, which the identity
  /// provider vouches for.
  package init(_ declaration: Declaration, identity: String?) {
    let person = declaration.person
    var numbers = [person.paper.number]
    if let identity, !numbers.contains(identity) { numbers.append(identity) }
    var places = [person.permanentResidence, person.temporaryResidence]
    places += declaration.residences.map(\.place)
    self.init(
      names: ([person.name] + person.otherNames).map(\.text), born: person.birthDate.iso,
      sex: person.sex, numbers: numbers.filter { !$0.isEmpty },
      father: declaration.family.father?.name.text ?? "",
      mother: declaration.family.mother?.name.text ?? "",
      spouse: declaration.family.spouse?.name.text ?? "", birthPlace: person.birthPlace,
      residences: places.reduce(into: []) { unique, place in
        if !place.isEmpty, !unique.contains(place) { unique.append(place) }
      })
  }

  /// A record: what its standing documents say.
  package init(_ identity: RecordIdentity) {
    self.init(
      names: ([identity.name].compactMap { $0 } + identity.otherNames).map(\.value),
      born: identity.born?.value.iso, sex: identity.sex?.value,
      numbers: identity.numbers.map(\.value), father: identity.father?.value ?? "",
      mother: identity.mother?.value ?? "", spouse: identity.spouse?.value ?? "",
      birthPlace: identity.birthPlace?.value ?? "", residences: identity.residences.map(\.value))
  }

  /// The same for the same data, whatever the register around it: what a remembered decision is
  /// compared by.
  package var line: String {
    let parts: [[String]] = [
      names, [born ?? ""], [sex?.rawValue ?? ""], numbers.sorted(), [father], [mother], [spouse],
      [birthPlace], residences.sorted(),
    ]
    return parts.map { $0.joined(separator: "\u{1F}") }.joined(separator: "\u{1E}")
  }
}
