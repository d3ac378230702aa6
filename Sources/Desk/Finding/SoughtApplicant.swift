package import Intake
package import Records
import Vocabulary

extension SoughtPerson {
  /// The applicant of a declaration. Names and numbers that are in dispute are looked for in both
  /// ways: who is right is no reason to miss somebody.
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
      names: ([person.name] + person.otherNames).map(\.text)
        + declaration.bothValues(of: .personName), sex: person.sex,
      born: person.birthDate, birthPlace: person.birthPlace,
      numbers: [person.paper.number] + declaration.bothValues(of: .paperNumber) + numbers,
      father: declaration.family.father?.name.text ?? "",
      mother: declaration.family.mother?.name.text ?? "",
      spouse: declaration.family.spouse?.name.text ?? "",
      residences: places.filter { !$0.isEmpty })
  }
}

extension Declaration {
  fileprivate func bothValues(of field: FormField) -> [String] {
    (disputes ?? []).filter { $0.field == field }.flatMap { [$0.registered, $0.stated] }
      .filter { !$0.isEmpty }
  }
}
