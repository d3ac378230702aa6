package import Intake
package import Records
import Vocabulary

extension SoughtPerson {
  /// The applicant of a declaration.
  ///
  /// - Parameter numbers: further numbers that are known of the person, such as the electronic
  ///   identity's.
  package init(_ declaration: Declaration, numbers: [String] = []) {
    let person = declaration.person
    // The present residences first, then the history from its end.
    let places =
      [person.permanentResidence, person.temporaryResidence]
      + declaration.residences.reversed().map(\.place)
    self.init(
      names: ([person.name] + person.otherNames).map(\.text), sex: person.sex,
      born: person.birthDate, birthPlace: person.birthPlace,
      numbers: [person.paper.number] + numbers,
      father: declaration.family.father?.name.text ?? "",
      mother: declaration.family.mother?.name.text ?? "",
      spouse: declaration.family.spouse?.name.text ?? "",
      residences: places.filter { !$0.isEmpty })
  }
}
